# Known events bind dates only where they can be meant.
# SPDX-License-Identifier: MIT
load helper

# PUBLISHED SENTENCE: the bound of the document's date.
bound_of() {
    printf 'doc_id\tpublished\ttext\na\t%s\t%s\n' "$1" "$2" | tokenize | tag-entities | extract-events |
        awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next } $column["event"] == "PUBLISHED" { print $column["time_bound"] }'
}

@test "what happened after publication is not meant" {
    sentence="Prices rose after the Russian invasion of Ukraine."
    [ "$(bound_of "" "$sentence")" = "after 2022-02-24" ]
    [ "$(bound_of 2022-05-20 "$sentence")" = "after 2022-02-24" ]
    [ "$(bound_of 2022-02 "$sentence")" = "after 2022-02-24" ]
    [ "$(bound_of 2016-05-20 "$sentence")" = "" ]
    [ "$(bound_of 2015 "$sentence")" = "" ]
}

@test "a war is told from the earlier ones of its place by its year or by the day of publication" {
    [ "$(bound_of 2024-05-20 "The war in Gaza went on.")" = "after 2023-10-07" ]
    [ "$(bound_of 2014-08-01 "The war in Gaza went on.")" = "" ]
    [ "$(bound_of 2014-08-01 "The 2014 war in Gaza went on.")" = "after 2014-07-08" ]
}

# PUBLISHED|SENTENCE|VALUE of the date that counts from the event, empty where the event is not known.
@test "an event is known by its own name only: not before it happened, and not by that of another state's" {
    cat >"$BATS_TEST_TMPDIR/rows" <<'ROWS'
2025-05-20|Biden met Xi two days after the fall of Kabul.|2021-08-17
2020-05-20|Biden met Xi two days after the fall of Kabul.|
2025-05-20|Biden met Xi two days after the 2024 presidential election.|2024-11-07
2025-05-20|Biden met Xi two days after Indonesia's 2024 presidential election.|
2025-05-20|Biden met Xi two days after the 2024 presidential election in Indonesia.|
2025-05-20|Biden met Xi two days after the 2024 Indonesian presidential election.|2024-02-16
2024-02-20|They plan to meet two days after the 2024 U.S. presidential election.|2024-11-07
|They met two days after Hurricane Sandy.|2012-10-31
ROWS
    awk -F '|' -v OFS='\t' 'BEGIN { print "doc_id", "published", "text" } { print NR, $1, $2 }' "$BATS_TEST_TMPDIR/rows" |
        tokenize | tag-entities | awk -F '\t' '
            NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
            { last = $column["doc_id"] }
            $column["ner"] == "B-DATE" && $column["form"] == "two" { value[last] = $column["value"] }
            END { for (i = 1; i <= last; i++) print value[i] }' >"$BATS_TEST_TMPDIR/out"
    cut -d '|' -f 3 "$BATS_TEST_TMPDIR/rows" | diff - "$BATS_TEST_TMPDIR/out"
}
