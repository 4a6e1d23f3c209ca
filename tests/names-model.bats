# The model of names: learnt from a few sentences of our own, and what stays the rules' when it decides.
# SPDX-License-Identifier: MIT
load helper
load teach

labels() { tokenize | tag-entities "$@" | awk -F '\t' 'NR > 1 { printf "%s%s/%s", (NR > 2 ? " " : ""), $8, $13 } END { print "" }'; }

@test "a model taught twice is the same bytes" {
    teach_names "$BATS_TEST_TMPDIR/one"
    teach_names "$BATS_TEST_TMPDIR/two"
    cmp "$BATS_TEST_TMPDIR/one/names.model" "$BATS_TEST_TMPDIR/two/names.model"
}

@test "what stands around a word makes a club or a place of it" {
    teach_names "$BATS_TEST_TMPDIR/one"
    [ "$(echo 'Hallby beat Ostrau 2-1 .' | labels -m "$BATS_TEST_TMPDIR/one/names.model" | cut -d' ' -f1-3)" = "Hallby/B-ORG beat/O Ostrau/B-ORG" ]
    [ "$(echo 'The train left Hallby at noon.' | labels -m "$BATS_TEST_TMPDIR/one/names.model" | cut -d' ' -f1-5)" = "The/O train/O left/O Hallby/B-LOC at/O" ]
}

@test "a user's names, offices and countries stay what they are" {
    printf 'alias\tcode\tkind\nHallby\tXYZ BUS\tORG\n' >"$BATS_TEST_TMPDIR/own.tsv"
    [[ $(echo 'He arrived in Hallby on Monday.' | labels -n "$BATS_TEST_TMPDIR/own.tsv") = *Hallby/B-ORG* ]]
    [[ $(echo 'The Danish Defense Ministry met Gen. Pavel Orlin.' | labels) = *"Danish/B-NORP Defense/B-ORG Ministry/I-ORG met/O Gen./B-TITLE Pavel/B-PER Orlin/I-PER"* ]]
    [[ $(echo 'Ukraine beat Norway 2-1 on Monday.' | labels) = "Ukraine/B-LOC beat/O Norway/B-LOC"* ]]
}

@test "a model of another kind is refused" {
    run -2 tag-entities -m lib/names/README.md tests/treebank.tsv
}
