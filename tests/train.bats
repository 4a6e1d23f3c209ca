# The programs that learn tables: from tests/treebank.tsv (our own sentences), and that `make tables` says what is missing.
# SPDX-License-Identifier: MIT
load helper
load teach

DATA=${DATELINE_DATA_SETS:-$ROOT/../shared/data}

# The whole run, over the same few sentences.
learn() { sh src/train/make-tables "$TRAINERS" "$1" "${@:2}" 2>"$BATS_TEST_TMPDIR/messages"; }

has_row() { grep -qxF -e "$(printf "$2")" "$1" || { echo "$1 has no row: $2"; return 1; }; }

@test "words are counted with their tags, capitals at the head of a sentence and slips aside" {
    "$TRAINERS/count-words" tests/treebank.tsv >"$BATS_TEST_TMPDIR/counts.tsv"
    has_row "$BATS_TEST_TMPDIR/counts.tsv" 'form\tupos\tlemma\tcount'
    has_row "$BATS_TEST_TMPDIR/counts.tsv" 'talks\tNOUN\ttalk\t4'
    has_row "$BATS_TEST_TMPDIR/counts.tsv" 'talks\tVERB\ttalk\t2'
    has_row "$BATS_TEST_TMPDIR/counts.tsv" 'the\tDET\tthe\t12'
    has_row "$BATS_TEST_TMPDIR/counts.tsv" 'Austin\tPROPN\tAustin\t3'
    ! grep -q -e '^teh' -e '^The' "$BATS_TEST_TMPDIR/counts.tsv"
}

@test "what is left out is not counted, and all parts together leave out each sentence once" {
    local part total=0 all
    all=$("$TRAINERS/count-words" tests/treebank.tsv | awk -F'\t' 'NR > 1 { n += $4 } END { print n }')
    for part in 1 2; do
        total=$((total + $("$TRAINERS/count-words" --leave-out=$part/2 tests/treebank.tsv | awk -F'\t' 'NR > 1 { n += $4 } END { print n + 0 }')))
    done
    [ "$total" = "$all" ]
    run -2 "$TRAINERS/count-words" --leave-out=3/2 tests/treebank.tsv
}

@test "learning gives tables that the tools read, the same each time" {
    learn "$BATS_TEST_TMPDIR/one" tests/treebank.tsv
    learn "$BATS_TEST_TMPDIR/two" tests/treebank.tsv
    local table
    for table in words endings; do
        same "$BATS_TEST_TMPDIR/one/$table.tsv" "$BATS_TEST_TMPDIR/two/$table.tsv"
        [ "$(head -n 1 "$BATS_TEST_TMPDIR/one/$table.tsv")" = "$(head -n 1 "lib/rules/$table.tsv")" ]
    done
    has_row "$BATS_TEST_TMPDIR/one/words.tsv" 'talks\tNOUN\t'
    has_row "$BATS_TEST_TMPDIR/one/words.tsv" 'talks\tVERB\t'
    has_row "$BATS_TEST_TMPDIR/one/words.tsv" 'the\tDET\t'
    grep -q "^tag${TAB}NOUN${TAB}${TAB}${TAB}" "$BATS_TEST_TMPDIR/one/endings.tsv"
    grep -q "^lemma${TAB}VERB${TAB}" "$BATS_TEST_TMPDIR/one/endings.tsv"
    printf 'They talk on Friday.\n' | tokenize | tag-entities -r "$BATS_TEST_TMPDIR/one/words.tsv" >/dev/null
}

@test "models are the same bytes each time" {
    teach_tags "$BATS_TEST_TMPDIR/one"
    teach_tags "$BATS_TEST_TMPDIR/two"
    same "$BATS_TEST_TMPDIR/one/clusters.model" "$BATS_TEST_TMPDIR/two/clusters.model"
    same "$BATS_TEST_TMPDIR/one/clusters.tsv" "$BATS_TEST_TMPDIR/two/clusters.tsv"
    same "$BATS_TEST_TMPDIR/one/tags.model" "$BATS_TEST_TMPDIR/two/tags.model"
    [ "$(head -n 1 "$BATS_TEST_TMPDIR/one/clusters.tsv")" = "word${TAB}count${TAB}coarse${TAB}middle${TAB}fine" ]
}

@test "a small model gives the tags it was taught, as the tools see them" {
    teach_tags "$BATS_TEST_TMPDIR/one"
    printf 'The minister hopes to visit Poland. The talks took an hour.\n' | tokenize |
        tag-entities -m "$BATS_TEST_TMPDIR/one/clusters.model" -m "$BATS_TEST_TMPDIR/one/tags.model" >"$BATS_TEST_TMPDIR/out.tsv"
    [ "$(awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "upos") c = i; next } { printf "%s ", $c }' "$BATS_TEST_TMPDIR/out.tsv")" = \
        "DET NOUN VERB PART VERB PROPN PUNCT DET NOUN VERB DET NOUN PUNCT " ]
}

@test "jackknifed tables are the tables with other tags" {
    teach_tags "$BATS_TEST_TMPDIR/one"
    "$TRAINERS/train-tags" --templates=src/train/tags.templates --drafts=src/train/drafts.templates --jackknife=2 tests/treebank.tsv \
        >"$BATS_TEST_TMPDIR/out.tsv" 2>/dev/null
    local column
    column=$(head -n 1 tests/treebank.tsv | tr "$TAB" '\n' | grep -nx upos | cut -d: -f1)
    same <(cut -f "$column" --complement tests/treebank.tsv) <(cut -f "$column" --complement "$BATS_TEST_TMPDIR/out.tsv")
}

@test "what a person writes about a word goes before the model" {
    printf 'word\tupos\tlemma\nFriday\tNUM\tfree\n' >"$BATS_TEST_TMPDIR/words_by_hand.tsv"
    printf 'They met on Friday.\n' | tokenize | tag-entities -r "$BATS_TEST_TMPDIR/words_by_hand.tsv" | grep -q "Friday.*free${TAB}NUM"
}

@test "make tables says what is missing, and touches nothing" {
    run make --no-print-directory tables OUT="${TRAINERS%/train}" DATA="$BATS_TEST_TMPDIR"
    [ "$status" -ne 0 ]
    [[ $output == *"ewt.train.tokens.tsv is not there"* ]]
}

@test "given names and common words are what the news texts give" {
    [ -r "$DATA/text/reuters.train.articles.tsv.xz" ] && command -v xz >/dev/null || skip "no news texts in $DATA, or no xz"
    sh src/train/make-names "$DATA" "$BATS_TEST_TMPDIR/names"
    same lib/names/given_names.tsv "$BATS_TEST_TMPDIR/names/given_names.tsv"
    same lib/names/common_words.tsv "$BATS_TEST_TMPDIR/names/common_words.tsv"
}

@test "words and endings are what the treebanks give" {
    local treebanks=("$DATA/treebank/ewt.train.tokens.tsv" "$DATA/treebank/gum-open.train.tokens.tsv")
    [ -r "${treebanks[0]}" ] && [ -r "${treebanks[1]}" ] || skip "no treebanks in $DATA"
    cd "$BATS_TEST_TMPDIR"
    "$TRAINERS/count-words" "${treebanks[@]}" >counts.tsv
    "$TRAINERS/learn-endings" counts.tsv >endings.tsv
    "$TRAINERS/learn-words" counts.tsv endings.tsv >words.tsv
    same "$ROOT/lib/rules/endings.tsv" endings.tsv
    same "$ROOT/lib/rules/words.tsv" words.tsv
}

@test "trees are learnt, the same bytes each time, heads that lead nowhere included" {
    local folder=$BATS_TEST_TMPDIR name
    trees >"$folder/trees.tsv" <<'END'
The/DET/2/det minister/NOUN/3/nsubj spoke/VERB/0/root with/ADP/5/case Austin/PROPN/3/obl ./PUNCT/3/punct
She/PRON/2/nsubj saw/VERB/0/root the/DET/4/det house/NOUN/2/obj of/ADP/6/case Conti/PROPN/4/nmod ./PUNCT/2/punct
Talks/NOUN/99/nsubj ended/VERB/2/root today/NOUN/1/obl !/PUNCT/9/punct
./PUNCT/0/root
END
    for name in one two; do teach_parses "$folder/trees.tsv" "$folder/$name.model"; done
    same "$folder/one.model" "$folder/two.model"
    cut -f 1-8 "$folder/trees.tsv" | head -n 14 | parse-sentences --model="$folder/one.model" >"$folder/parsed.tsv"
    same <(head -n 14 "$folder/trees.tsv") "$folder/parsed.tsv"
}
