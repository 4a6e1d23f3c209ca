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

# run_case TOOL FOLDER: {in,args,out,err,exit}: `in` is standard input; `args` is a line of arguments, quoted as for a shell, read
# with the folder as working directory; `out` is what must come out, byte for byte; each line of `err` must be in a message;
# `exit` is the exit code, 0 where there is none.
run_case() {
    local tool=$1 folder=$2 input=/dev/null code=0 wanted=0 line
    local -a args=()
    cd "$ROOT/$folder" || return 1
    [ -f in ] && input=in
    [ -f args ] && eval "args=($(cat args))"
    [ -f exit ] && wanted=$(cat exit)
    "$tool" "${args[@]}" <"$input" >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" || code=$?
    local failed=0
    if [ -f out ]; then same out "$BATS_TEST_TMPDIR/out" || failed=1; fi
    if [ -f err ]; then
        while IFS= read -r line; do
            grep -qF -e "$line" "$BATS_TEST_TMPDIR/err" || { echo "no message has: $line"; failed=1; }
        done <err
    fi
    [ "$code" = "$wanted" ] || { echo "exit $code, should be $wanted"; failed=1; }
    [ $failed = 0 ] || { echo "messages:"; cat "$BATS_TEST_TMPDIR/err"; }
    return $failed
}
