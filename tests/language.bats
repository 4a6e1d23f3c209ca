# Tags, lemmas and trees: the tables' examples, and the arcs of tests/trees.tsv (our own sentences).
# SPDX-License-Identifier: MIT
load helper

@test "every ending fits its example, every word of tags.tsv has its tag there, and most arcs of trees.tsv are found" {
    run "$TEST_BIN/language" tests/trees.tsv
    echo "$output" | grep '^not ok\|^#\|arcs are right' || true
    [ "$status" -eq 0 ]
}
