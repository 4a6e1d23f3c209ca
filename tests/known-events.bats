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
