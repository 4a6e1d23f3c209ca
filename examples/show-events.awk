# show-events: merged events as a list for people. awk -f show-events.awk [-v only=CONSULT] [-v width=100] events.tsv
# SPDX-License-Identifier: MIT
BEGIN { FS = "\t"; if (!width) width = 100 }
NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
only && cell("event") != only { next }
{
    date = cell("event_date") ? cell("event_date") : "no date"
    names = people(cell("actor"), cell("actor_code"))
    if (cell("recipient")) names = names "  >  " people(cell("recipient"), cell("recipient_code"))
    print date "  " cell("event") (cell("mode") ? " " cell("mode") : "") (cell("status") == "actual" ? "" : ", " cell("status"))
    show("who", names)
    show("where", spaced(cell("place")))
    show("dated by", cell("date_basis"))
    show("told in", cell("n_docs") (cell("n_docs") == 1 ? " article: " : " articles: ") spaced(cell("doc_ids")))
    if (cell("n_conflicts") > 0) show("note", cell("n_conflicts") " conflict" (cell("n_conflicts") > 1 ? "s" : ""))
    print ""
}

function cell(name) { return name in column ? $column[name] : "" }

function spaced(list) { gsub(/;/, ", ", list); return list }

# Two lists in step, as "name (code), name (code)".
function people(names, codes,   n, name, code, i, text) {
    n = split(names, name, ";")
    split(codes, code, ";")
    for (i = 1; i <= n; i++) text = text (i > 1 ? ", " : "") name[i] (code[i] ? " (" code[i] ")" : "")
    return text
}

# A label and a text in lines no longer than the width.
function show(label, text,   n, word, i, line) {
    if (text == "") return
    n = split(text, word, " ")
    line = sprintf("    %-9s", label)
    for (i = 1; i <= n; i++) {
        if (length(line) + length(word[i]) + 1 > width && i > 1) { print line; line = sprintf("    %-9s", "") }
        line = line " " word[i]
    }
    print line
}
