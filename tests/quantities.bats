# What is found in each sentence of quantities.tsv: money, percentages, numbers with what they count, ordinals.
# SPDX-License-Identifier: MIT
load helper

# found: the expressions of MONEY, PERCENT and NUMBER in each document, `WORDS=VALUE; WORDS=VALUE`.
found() {
    awk -F '\t' '
        function finish() { if (words != "") line = line (line == "" ? "" : "; ") words "=" value; words = "" }
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at["doc_id"] != doc { finish(); if (doc != "") print line; line = ""; doc = $at["doc_id"] }
        $at["ner"] !~ /^I-/ { finish() }
        $at["ner"] ~ /^B-(MONEY|PERCENT|NUMBER)$/ { words = $at["form"]; value = $at["value"]; end = $at["char_end"]; next }
        words != "" { words = words ($at["char_start"] > end ? " " : "") $at["form"]; end = $at["char_end"] }
        END { finish(); print line }'
}

@test "each sentence has the quantities that its row says" {
    awk -F '\t' -v OFS='\t' 'NR == 1 { print "doc_id", "text"; next } { print NR, $1 }' tests/quantities.tsv |
        tokenize | tag-entities | found >"$BATS_TEST_TMPDIR/found"
    awk -F '\t' 'NR > 1 { print $2 }' tests/quantities.tsv >"$BATS_TEST_TMPDIR/wanted"
    same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "a document without words has no quantities, and one of signs alone does no harm" {
    printf 'doc_id\ttext\na\t\nb\t$ $ %% - - / / ½ ½ 1/ /2 $- -%% 5-\n' | tokenize | tag-entities | found
}

@test "a million of figures in one word is passed over" {
    { printf 'doc_id\ttext\na\tThey had $'; head -c 1000000 /dev/zero | tr '\0' 7; printf ' then.\n'; } | tokenize | tag-entities | found
}
