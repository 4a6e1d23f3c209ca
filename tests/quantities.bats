# What is found in each sentence of quantities.tsv: money, percentages, numbers with what they count, ordinals.
# SPDX-License-Identifier: MIT
load helper

@test "each sentence has the quantities that its row says" {
    awk -F '\t' -v OFS='\t' 'NR == 1 { print "doc_id", "text"; next } { print NR, $1 }' tests/quantities.tsv |
        tokenize | tag-entities | expressions 'MONEY|PERCENT|NUMBER' >"$BATS_TEST_TMPDIR/found"
    awk -F '\t' 'NR > 1 { print $2 }' tests/quantities.tsv >"$BATS_TEST_TMPDIR/wanted"
    same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "a document without words has no quantities, and one of signs alone does no harm" {
    printf 'doc_id\ttext\na\t\nb\t$ $ %% - - / / ½ ½ 1/ /2 $- -%% 5-\n' | tokenize | tag-entities | expressions 'MONEY|PERCENT|NUMBER'
}

@test "a million of figures in one word is passed over" {
    { printf 'doc_id\ttext\na\tThey had $'; head -c 1000000 /dev/zero | tr '\0' 7; printf ' then.\n'; } | tokenize | tag-entities | expressions 'MONEY|PERCENT|NUMBER'
}
