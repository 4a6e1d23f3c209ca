# show-claims: what the sources disagree on, for people. awk -f show-claims.awk [-v width=100] claims.tsv
# SPDX-License-Identifier: MIT
BEGIN { FS = "\t"; if (!width) width = 100 }
NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
cell("standing") != "disputed" && cell("standing") != "impossible" { next }
cell("story_id") != story {
    if (story != "") print ""
    story = cell("story_id")
    print (cell("event_date") ? cell("event_date") : "no date") "  " cell("event") "  " spaced(cell("actor"))
}
{
    line = sprintf("    %-10s %s: %s", cell("standing"), cell("field"), cell("value"))
    print cut(line "  (" spaced(cell("doc_ids")) ")")
    shown = 1
}
END { print shown ? "" : "    nothing\n" }

function cell(name) { return name in column ? $column[name] : "" }
function spaced(list) { gsub(/;/, ", ", list); return list }
function cut(line) { return length(line) > width * 2 ? substr(line, 1, width * 2) " ..." : line }
