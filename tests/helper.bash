# helper: what all tests share: where the tools are, and how a case folder is run. Loaded by every .bats file.
# SPDX-License-Identifier: MIT

bats_require_minimum_version 1.5.0

ROOT=$(cd "${BASH_SOURCE[0]%/*}/.." && pwd)
cd "$ROOT" || exit 1
BIN=$(cd "${DATELINE_BIN:-$ROOT/bin}" && pwd)
TEST_BIN=$ROOT/${DATELINE_TESTS:-build/tests} # programs that tests use, built from tests/*.c
export ROOT BIN PATH=$BIN:$PATH
unset MAKELEVEL MFLAGS
# What a tool holds to its end is given back by its end; what grows with the input is found by the test of bounded memory.
export ASAN_OPTIONS=detect_leaks=0

TAB=$'\t'
PIPE_TOOLS=(tokenize tag-entities extract-events merge-sources)

# The pipe up to and with TOOL, over articles FILE ...
pipe_to() {
    local tool=$1
    shift
    case $tool in
    tokenize) tokenize "$@" ;;
    tag-entities) tokenize "$@" | tag-entities ;;
    extract-events) tokenize "$@" | tag-entities | extract-events ;;
    merge-sources) tokenize "$@" | tag-entities | extract-events | merge-sources ;;
    esac
}

# same EXPECTED ACTUAL: two files are the same bytes; else the difference is shown.
same() { cmp -s "$1" "$2" || { diff -a "$1" "$2" | head -n 40; return 1; }; }

# columns_of NAMES: these columns of a table, comma between, in this order.
columns_of() {
    awk -F '\t' -v OFS='\t' -v names="$1" '
        NR == 1 { wanted = split(names, name, ","); for (i = 1; i <= NF; i++) at[$i] = i }
        { line = $at[name[1]]; for (i = 2; i <= wanted; i++) line = line OFS $at[name[i]]; print line }'
}

# What a case gives its tool: `in` as it is, or else what the tools before make of `text`, which is one article or a table of some.
case_input() {
    if [ -f in ]; then cat in; elif [ ! -f text ]; then :; else
        case $1 in
        tag-entities) tokenize -d case text ;;
        extract-events) tokenize -d case text | tag-entities ;;
        merge-sources) tokenize -d case text | tag-entities | extract-events ;;
        esac
    fi
}

# run_case TOOL FOLDER: {in,text,args,out,columns,err,exit}: `in` is standard input, or `text` what it is made of; `args` is a line
# of arguments, quoted as for a shell, read with the folder as working directory; `out` is what must come out, byte for byte, and of
# that the `columns` if there is a line of names; each line of `err` must be in a message; `exit` is the exit code, 0 where there is none.
run_case() {
    local tool=$1 folder=$2 code=0 wanted=0 line output=$BATS_TEST_TMPDIR/out
    local -a args=()
    cd "$ROOT/$folder" || return 1
    [ -f args ] && eval "args=($(cat args))"
    [ -f exit ] && wanted=$(cat exit)
    case_input "$tool" >"$BATS_TEST_TMPDIR/in"
    "$tool" "${args[@]}" <"$BATS_TEST_TMPDIR/in" >"$output" 2>"$BATS_TEST_TMPDIR/err" || code=$?
    if [ -f columns ]; then columns_of "$(cat columns)" <"$output" >"$output.cut"; output=$output.cut; fi
    local failed=0
    if [ -f out ]; then same out "$output" || failed=1; fi
    if [ -f err ]; then
        while IFS= read -r line; do
            grep -qF -e "$line" "$BATS_TEST_TMPDIR/err" || { echo "no message has: $line"; failed=1; }
        done <err
    fi
    [ "$code" = "$wanted" ] || { echo "exit $code, should be $wanted"; failed=1; }
    [ $failed = 0 ] || { echo "messages:"; cat "$BATS_TEST_TMPDIR/err"; }
    return $failed
}

# expressions KINDS: those of these kinds (DATE|TIME) in each document, a line each: `WORDS=VALUE; WORDS=VALUE`.
expressions() {
    awk -F '\t' -v kinds="^B-($1)\$" '
        function finish() { if (words != "") line = line (line == "" ? "" : "; ") words "=" value; words = "" }
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at["doc_id"] != doc { finish(); if (doc != "") print line; line = ""; doc = $at["doc_id"] }
        $at["ner"] !~ /^I-/ { finish() }
        $at["ner"] ~ kinds { words = $at["form"]; value = $at["value"]; end = $at["char_end"]; next }
        words != "" { words = words ($at["char_start"] > end ? " " : "") $at["form"]; end = $at["char_end"] }
        END { finish(); print line }'
}

# has_expressions TABLE KINDS: in each text of a table (columns text, found, and published if it has one) these kinds are those found.
has_expressions() {
    awk -F '\t' -v OFS='\t' '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print "doc_id", "published", "text"; next }
        { print NR, "published" in at ? $at["published"] : "", $at["text"] }' "$1" |
        tokenize | tag-entities | expressions "$2" >"$BATS_TEST_TMPDIR/found"
    columns_of found <"$1" | sed 1d >"$BATS_TEST_TMPDIR/wanted"
    same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}
