# Models that are none: cut, changed, of another kind, no file at all; and tables that a trainer did not hope for.
# SPDX-License-Identifier: MIT
load helper
load teach

# One training of each kind, for all tests.
setup_file() {
    export TAUGHT=$BATS_FILE_TMPDIR
    trees >"$TAUGHT/trees.tsv" <<'END_OF_TREES'
The/DET/2/det minister/NOUN/3/nsubj spoke/VERB/0/root with/ADP/5/case Austin/PROPN/3/obl ./PUNCT/3/punct
She/PRON/2/nsubj saw/VERB/0/root the/DET/4/det house/NOUN/2/obj of/ADP/6/case Conti/PROPN/4/nmod ./PUNCT/2/punct
END_OF_TREES
    teach_tags "$TAUGHT"
    teach_names "$TAUGHT"
    teach_parses "$TAUGHT/trees.tsv" "$TAUGHT/parses.model" 2>/dev/null
    printf 'The minister spoke with Austin. Lundby beat Ostrau 2-1 .\n' | tokenize >"$TAUGHT/tokens.tsv"
    tag-entities "$TAUGHT/tokens.tsv" >"$TAUGHT/tagged.tsv"
    printf 'this is no model\n' >"$TAUGHT/text.model"
    : >"$TAUGHT/empty.model"
    mkdir "$TAUGHT/folder.model"
}

attack() {
    run -0 "$TEST_BIN/models" "$@"
    [[ $output != *"not ok"* ]]
}

@test "clusters, cut and changed" { attack clusters "$TAUGHT/clusters.model"; }
@test "tags, cut and changed" { attack tags "$TAUGHT/tags.model" "$TAUGHT/clusters.model"; }
@test "names, cut and changed" { attack names "$TAUGHT/names.model" "$TAUGHT/clusters.model"; }
@test "parses, cut and changed" { attack parses "$TAUGHT/parses.model" "$TAUGHT/clusters.model"; }

# refuses TABLE FILE TOOL: a message that names the file, exit 2, and no row.
refuses() {
    local code=0
    "$3" -m "$2" "$1" >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/messages" || code=$?
    [ "$code" = 2 ] || { echo "$3 -m $2: exit $code"; return 1; }
    [ "$(wc -l <"$BATS_TEST_TMPDIR/out")" -le 1 ] || { echo "$3 -m $2: rows came out"; return 1; }
    grep -qF "$2" "$BATS_TEST_TMPDIR/messages" || { echo "$3: $2 is not named:"; cat "$BATS_TEST_TMPDIR/messages"; return 1; }
}

refuses_all() {
    local model
    for model in text empty folder missing cut tailed old "${@:3}"; do refuses "$2" "$TAUGHT/$model.model" "$1" || return 1; done
}

# What opens as a file, but not as a model: known only when its sections are looked at.
damage() {
    head -c -1 "$TAUGHT/parses.model" >"$TAUGHT/cut.model"
    { cat "$TAUGHT/parses.model"; echo; } >"$TAUGHT/tailed.model"
    sed 's/^dateline\x01/dateline\x02/' "$TAUGHT/parses.model" >"$TAUGHT/old.model"
    for model in clusters tags names parses; do # the first section under another name
        { head -c 64 "$TAUGHT/$model.model"; printf '?'; tail -c +66 "$TAUGHT/$model.model"; } >"$TAUGHT/lacking-$model.model"
    done
}

@test "tag-entities says which model is none" {
    damage
    refuses_all tag-entities "$TAUGHT/tokens.tsv" parses lacking-clusters lacking-tags lacking-names
}

@test "parse-sentences says which model is none" {
    damage
    refuses_all parse-sentences "$TAUGHT/tokens.tsv" names lacking-clusters lacking-tags lacking-parses
}

@test "extract-events says which model is none" {
    damage
    refuses_all extract-events "$TAUGHT/tagged.tsv" names lacking-clusters lacking-tags lacking-parses
}

@test "a user's models take the place of ours, all at once" {
    local models=(-m "$TAUGHT/clusters.model" -m "$TAUGHT/tags.model")
    tag-entities "${models[@]}" -m "$TAUGHT/names.model" "$TAUGHT/tokens.tsv" >"$BATS_TEST_TMPDIR/tagged.tsv"
    [ "$(columns_of form,upos,ner <"$BATS_TEST_TMPDIR/tagged.tsv" | sed -n '3,5p;10p' | tr '\t\n' '/ ')" = \
        "minister/NOUN/B-TITLE spoke/VERB/O with/ADP/O Ostrau/PROPN/B-ORG " ]
    parse-sentences "${models[@]}" -m "$TAUGHT/parses.model" "$BATS_TEST_TMPDIR/tagged.tsv" >"$BATS_TEST_TMPDIR/parsed.tsv"
    [ "$(columns_of head,deprel <"$BATS_TEST_TMPDIR/parsed.tsv" | sed -n '2,7p' | tr '\t\n' '/ ')" = "2/det 3/nsubj 0/root 5/case 3/obl 3/punct " ]
}

# Tables for the trainers.

# survives PROGRAM ARGUMENT ...: it comes to an end, soon, with a model or a message.
survives() {
    local code=0
    timeout 20 "$@" >/dev/null 2>"$BATS_TEST_TMPDIR/messages" || code=$?
    case $code in
    0) return 0 ;;
    1 | 2) [ -s "$BATS_TEST_TMPDIR/messages" ] || { echo "$*: no message"; return 1; } ;;
    *) echo "$*: exit $code"; cat "$BATS_TEST_TMPDIR/messages"; return 1 ;;
    esac
}

train() {
    local out=$BATS_TEST_TMPDIR/out.model
    rm -f "$out"
    case $1 in
    clusters) survives "$TRAINERS/cluster-words" --coarse=4 --middle=8 --fine=16 --times=2 --output="$out" "$2" ;;
    tags) survives "$TRAINERS/train-tags" --templates=src/train/tags.templates --drafts=src/train/drafts.templates --model="$out" "$2" ;;
    names) survives "$TRAINERS/train-names" --templates=src/train/names.templates --lists="$TAUGHT/lists.tsv" --epochs=2 --output="$out" "$2" ;;
    parses) survives "$TRAINERS/train-parses" --moves=src/train/moves.templates --relations=src/train/relations.templates \
        --marks=src/train/marks.templates --least=1 --rounds=2 --model="$out" "$2" ;;
    esac
}

train_all() {
    local kind
    for kind in clusters tags names parses; do train $kind "$1" || return 1; done
}

# What it wrote, if it wrote anything, is a model that the tools open.
opens() { [ ! -e "$BATS_TEST_TMPDIR/out.model" ] || parse-sentences -m "$BATS_TEST_TMPDIR/out.model" "$TAUGHT/tokens.tsv" >/dev/null; }

@test "nothing to learn from: no rows, no table, one token, no columns" {
    head -n 1 "$TAUGHT/trees.tsv" >"$BATS_TEST_TMPDIR/header.tsv"
    head -n 2 "$TAUGHT/trees.tsv" >"$BATS_TEST_TMPDIR/one.tsv"
    cut -f 1-6 "$TAUGHT/trees.tsv" >"$BATS_TEST_TMPDIR/forms.tsv"
    cut -f 1-5 "$TAUGHT/trees.tsv" >"$BATS_TEST_TMPDIR/no-form.tsv"
    local table kind
    for table in header one forms no-form; do train_all "$BATS_TEST_TMPDIR/$table.tsv"; done
    train_all "$TAUGHT/empty.model"
    train_all "$TAUGHT/folder.model"
    train_all "$TAUGHT/missing.tsv"
    for kind in tags names parses; do # no model of nothing
        train $kind "$BATS_TEST_TMPDIR/forms.tsv"
        [ ! -e "$BATS_TEST_TMPDIR/out.model" ] && [ -s "$BATS_TEST_TMPDIR/messages" ]
        train $kind "$BATS_TEST_TMPDIR/header.tsv"
        [ ! -e "$BATS_TEST_TMPDIR/out.model" ] && [ -s "$BATS_TEST_TMPDIR/messages" ]
    done
}

@test "heads in circles, beyond the sentence, many roots, no words but marks" {
    trees >"$BATS_TEST_TMPDIR/trees.tsv" <<'END'
a/NOUN/1/nsubj b/VERB/1/obj c/X/1/x
a/NOUN/2/nsubj b/VERB/3/obj c/X/1/x d/X/2/x
a/NOUN/0/root b/VERB/0/root c/X/0/root d/PUNCT/0/root
a/NOUN/-7/nsubj b/VERB/99999999999/obj c/X/x/x d//4/
./PUNCT/2/punct ,/PUNCT/1/punct
a/NOUN/3/a b/NOUN/4/b c/NOUN/2/c d/NOUN/1/d e/NOUN/2/e f/NOUN/1/root
END
    train_all "$BATS_TEST_TMPDIR/trees.tsv"
    opens
}

@test "long sentences with heads at random do not hold up the trainer" {
    awk -v words="250 3000" 'BEGIN {
        seed = 1
        for (s = 1; s <= split(words, count, " "); s++) {
            for (i = 1; i <= count[s]; i++) {
                seed = (seed * 1103515 + 12345) % 2147483648
                printf "w%d/NOUN/%d/r%d ", i % 50, (i > 1 ? 1 + int(seed / 1024) % (i - 1) : 0), i % 7
            }
            print ""
        } }' | trees >"$BATS_TEST_TMPDIR/long.tsv"
    train_all "$BATS_TEST_TMPDIR/long.tsv"
    opens
}

@test "more relations than a model can have" {
    awk 'BEGIN { for (i = 1; i <= 400; i++) printf "w/NOUN/0/root v/NOUN/1/r%d\n", i }' | trees >"$BATS_TEST_TMPDIR/many.tsv"
    train parses "$BATS_TEST_TMPDIR/many.tsv"
    grep -q "relations" "$BATS_TEST_TMPDIR/messages"
}
