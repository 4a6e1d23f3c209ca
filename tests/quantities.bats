# What is found in each sentence of quantities.tsv: money, percentages, numbers with what they count, ordinals.
# SPDX-License-Identifier: MIT
load helper

@test "each sentence has the quantities that its row says" { has_expressions tests/quantities.tsv 'MONEY|PERCENT|NUMBER'; }

@test "a document without words has no quantities, and one of signs alone does no harm" {
    printf 'doc_id\ttext\na\t\nb\t$ $ %% - - / / ½ ½ 1/ /2 $- -%% 5-\n' | tokenize | tag-entities >"$BATS_TEST_TMPDIR/entities"
    [ "$(expressions 'MONEY|PERCENT|NUMBER' <"$BATS_TEST_TMPDIR/entities")" = '½=0.5; ½=0.5; 1=1; 2 $=USD 2; 5=5' ]
}

@test "a million of figures in one word is passed over" {
    { printf 'doc_id\ttext\na\tThey had $'; head -c 1000000 /dev/zero | tr '\0' 7; printf ' then and 5 now.\n'; } |
        tokenize | tag-entities >"$BATS_TEST_TMPDIR/entities"
    [ "$(expressions 'MONEY|PERCENT|NUMBER' <"$BATS_TEST_TMPDIR/entities")" = 5=5 ]
}
