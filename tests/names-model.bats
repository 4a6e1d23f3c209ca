# The model of names: learnt from a few sentences of our own, and what stays the rules' when it decides.
# SPDX-License-Identifier: MIT
load helper

TRAINERS=$ROOT/${DATELINE_TRAINERS:-build/train}

# Text with names in brackets, [ORG:Lundby City], as a table of tokens with ner: one document a line.
gold() {
    mkdir -p "$1"
    printf 'doc_id\tsource\tpublished\ttitle\ttext\n' >"$1/own.articles.tsv"
    printf 'doc_id\tchar_start\tchar_end\tner\n' >"$1/own.tokens.tsv"
    awk -F '\t' -v folder="$1" '{
        id = "d" NR; text = ""
        while (match($0, /\[[A-Z]+:[^]]*\]/)) {
            text = text substr($0, 1, RSTART - 1)
            split(substr($0, RSTART + 1, RLENGTH - 2), name, ":")
            print id "\t" length(text) "\t" length(text name[2]) "\tB-" name[1] >>(folder "/own.tokens.tsv")
            text = text name[2]
            $0 = substr($0, RSTART + RLENGTH)
        }
        print id "\t\t\t\t" text $0 >>(folder "/own.articles.tsv")
    }'
    sh src/train/align-names "$BIN/tokenize" "$1" own >"$1/gold.tsv"
}

# Clubs have the names of places here, which no list says.
teach() {
    for place in Lundby Orlinsk Westerby Marholm Tornau Vessel; do
        printf '[ORG:%s] beat [ORG:Ostrau] 2-1 .\nThe train left [LOC:%s] at noon.\n[PER:Ole %s] was there.\n' $place $place $place
    done | gold "$1"
    printf 'phrase\tlist\nlundby\tcity\nole\tgiven\nole orlinsk\tperson\n' >"$1/lists.tsv"
    "$TRAINERS/train-names" --templates=src/train/names.templates --lists="$1/lists.tsv" --fewest=1 --epochs=20 --output="$1/names.model" "$1/gold.tsv" 2>"$1/messages"
}

labels() { tokenize | tag-entities "$@" | awk -F '\t' 'NR > 1 { printf "%s%s/%s", (NR > 2 ? " " : ""), $8, $13 } END { print "" }'; }

@test "a model taught twice is the same bytes" {
    teach "$BATS_TEST_TMPDIR/one"
    teach "$BATS_TEST_TMPDIR/two"
    cmp "$BATS_TEST_TMPDIR/one/names.model" "$BATS_TEST_TMPDIR/two/names.model"
}

@test "what stands around a word makes a club or a place of it" {
    teach "$BATS_TEST_TMPDIR/one"
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
