# teach: small models of each kind, out of a few sentences of our own. Loaded by the .bats files that want them.
# SPDX-License-Identifier: MIT

TRAINERS=$ROOT/${DATELINE_TRAINERS:-build/train}

# teach_clusters FOLDER: clusters.model and clusters.tsv, of tests/treebank.tsv many times over so that something is frequent.
teach_clusters() {
    local i
    mkdir -p "$1"
    for i in 1 2 3 4 5 6 7 8; do cat tests/treebank.tsv; done >"$1/text.tsv"
    "$TRAINERS/cluster-words" --coarse=4 --middle=8 --fine=16 --times=5 --output="$1/clusters.model" "$1/text.tsv" >"$1/clusters.tsv" 2>/dev/null
}

# teach_tags FOLDER: tags.model, with clusters.model.
teach_tags() {
    teach_clusters "$1"
    sh src/train/make-tags "$TRAINERS" "$1/clusters.model" "$1/tags.model" tests/treebank.tsv 2>"$1/messages"
}

# trees <SENTENCES: a treebank with trees from FORM/UPOS/HEAD/RELATION, a sentence a line.
trees() {
    awk 'BEGIN { OFS = "\t"; print "doc_id", "sent_id", "tok_id", "char_start", "char_end", "form", "lemma", "upos", "head", "deprel" }
        { for (i = 1; i <= NF; i++) { split($i, t, "/"); print "d", NR, i, at + 0, at + length(t[1]), t[1], tolower(t[1]), t[2], t[3], t[4]
                                      at += length(t[1]) + 1 } }'
}

# teach_parses TREES MODEL
teach_parses() {
    "$TRAINERS/train-parses" --moves=src/train/moves.templates --relations=src/train/relations.templates --marks=src/train/marks.templates \
        --least=1 --rounds=12 --model="$2" "$1"
}

# gold_names FOLDER <TEXT: gold.tsv, text with names in brackets, [ORG:Lundby City], as a table of tokens with ner; one document a line.
gold_names() {
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

# teach_names FOLDER: names.model. Clubs have the names of places here, which no list says.
teach_names() {
    for place in Lundby Orlinsk Westerby Marholm Tornau Vessel; do
        printf '[ORG:%s] beat [ORG:Ostrau] 2-1 .\nThe train left [LOC:%s] at noon.\n[PER:Ole %s] was there.\n' $place $place $place
    done | gold_names "$1"
    printf 'phrase\tlist\nlundby\tcity\nole\tgiven\nole orlinsk\tperson\n' >"$1/lists.tsv"
    "$TRAINERS/train-names" --templates=src/train/names.templates --lists="$1/lists.tsv" --fewest=1 --epochs=20 --output="$1/names.model" \
        "$1/gold.tsv" 2>"$1/messages"
}
