# Every office and body of lib/rules is found in its example, and the tables of names are in order.
# SPDX-License-Identifier: MIT
load helper

# examples TABLE: its rows as articles, one a row, the row's own words as the title.
examples() {
    printf 'doc_id\ttitle\ttext\n'
    awk -F '\t' 'NR > 1 && $4 != "" { print NR "\t" $1 "\t" $4 }' "$1"
}

# found TABLE NER: which examples have a mention NER that is made of the row's words; prints the rows that have none.
missed() {
    examples "$1" >"$BATS_TEST_TMPDIR/articles"
    tokenize "$BATS_TEST_TMPDIR/articles" | tag-entities >"$BATS_TEST_TMPDIR/tokens"
    awk -F '\t' -v ner="$2" '
        FNR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
        FILENAME == ARGV[1] { sub(/PORTFOLIO/, "health", $2); words[$1] = tolower($2); next }
        { document = $column["doc_id"]; tag = $column["ner"] }
        tag == "B-" ner || tag == "I-" ner { text[document] = text[document] tolower($column["form"]); next }
        END {
            for (document in words) {
                word = words[document]
                gsub(/ /, "", word)
                if (index(text[document], word) == 0) print document ": " words[document]
            }
        }' "$BATS_TEST_TMPDIR/articles" "$BATS_TEST_TMPDIR/tokens" | sort -n
}

@test "every office is found in its example" {
    run missed lib/rules/titles.tsv TITLE
    echo "$output"
    [ -z "$output" ]
}

@test "every body is found in its example" {
    run missed lib/rules/bodies.tsv ORG
    echo "$output"
    [ -z "$output" ]
}

@test "the tables of names have the columns of an overlay, known kinds, dates in order" {
    local table
    for table in countries places organisations leaders; do
        awk -F '\t' -v table="$table" '
            NR == 1 { if ($0 !~ /^alias\tcode\tvalid_from\tvalid_until\tvalue\tkind/) { print table ": header"; bad = 1 } fields = NF; next }
            NF != fields || $1 == "" || $6 !~ /^(PER|ORG|LOC|NORP|EVENT)$/ || ($3 != "" && $4 != "" && $3 > $4) { print table ":" NR ": " $0; bad = 1 }
            END { exit bad }' "lib/names/$table.tsv"
    done
}

@test "sectors of names and offices are those of PLOVER" {
    local sectors=" COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC "
    { tail -n +2 lib/names/organisations.tsv | cut -f 2 | cut -d ' ' -f 2- -s
      tail -n +2 lib/names/leaders.tsv | cut -f 2 | cut -d ' ' -f 2- -s
      tail -n +2 lib/rules/bodies.tsv | cut -f 2; tail -n +2 lib/rules/titles.tsv | cut -f 2; } | tr ' ' '\n' | sort -u | {
        bad=0
        while read -r sector; do
            case $sectors in *" $sector "*) ;; *) case $sector in '' | UNO | IGO | EUR) ;; *) echo "$sector"; bad=1 ;; esac ;; esac
        done
        exit $bad
    }
}
