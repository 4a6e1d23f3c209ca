# The manners of every tool of the pipe at once: what man 5 dateline promises of all of them.
# A manner is a function of the tool's name in $tool and a good input for it in $sample; `every` runs it for each tool
# and names those that fail.
# SPDX-License-Identifier: MIT
load helper

setup_file() {
    local samples=$BATS_FILE_TMPDIR articles=examples/articles/articles.tsv
    cp $articles "$samples/tokenize"
    tokenize $articles >"$samples/tag-entities"
    tag-entities "$samples/tag-entities" >"$samples/extract-events"
    extract-events "$samples/extract-events" >"$samples/merge-sources"
}

every() { every_of "${PIPE_TOOLS[*]}" "$@"; }
every_of() {
    local tools=$1 failed=0 tool sample dir
    shift
    for tool in $tools; do
        sample=$BATS_FILE_TMPDIR/$tool
        dir=$BATS_TEST_TMPDIR/$tool
        mkdir -p "$dir"
        "$@" || { echo "^^^ $tool: ${1//_/ }"; failed=1; }
    done
    return $failed
}

# gives CODE COMMAND ...: the command, with this exit code; what it printed is in $dir/out and $dir/err.
gives() {
    local wanted=$1 code=0
    shift
    "$@" >"$dir/out" 2>"$dir/err" || code=$?
    [ "$code" = "$wanted" ] || { echo "exit $code, should be $wanted: $*"; head -n 5 "$dir/err"; return 1; }
}
# says TEXT: a message has it. quiet: there is none.
says() { grep -qF -e "$1" "$dir/err" || { echo "no message has \"$1\":"; head -n 5 "$dir/err"; return 1; }; }
quiet() { [ ! -s "$dir/err" ] || { echo "messages:"; head -n 5 "$dir/err"; return 1; }; }
has_out() { grep -qaF -e "$1" "$dir/out" || { echo "not in the output: $1"; return 1; }; }
lines_are() { [ "$(wc -l <"$2")" = "$1" ] || { echo "$2 has $(wc -l <"$2") lines, should have $1"; return 1; }; }
run_plainly() { "$tool" <"$sample" >"$dir/plain"; }
# As the plain run, byte for byte.
same_out() { run_plainly; same "$dir/plain" "$dir/out"; }
# The sample with the column `source` of its first row set to VALUE (as awk's -v reads it).
with_source() {
    LC_ALL=C awk -F '\t' -v OFS='\t' -v value="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "source") c = i } NR == 2 { $c = value } 1' "$sample"
}

reads_and_writes() { gives 0 "$tool" <"$sample" && quiet && [ "$(wc -l <"$dir/out")" -gt 1 ]; }
@test "a good table goes through without a word" { every reads_and_writes; }

reads_files_and_dash() {
    gives 0 "$tool" "$sample" && same_out && gives 0 "$tool" - <"$sample" && same_out && gives 0 "$tool" -- "$sample" && same_out
}
@test "a file, a dash and standard input are read alike" { every reads_files_and_dash; }

output_lost() { local code=0; "$tool" <"$sample" >/dev/full 2>"$dir/err" || code=$?; [ $code = 2 ] && says 'write error'; }
@test "a full disk is exit 2" { every output_lost; }

help_lost() { local code=0; "$tool" --help >/dev/full 2>"$dir/err" || code=$?; [ $code = 2 ]; }
@test "a full disk is exit 2 for --help too" { every help_lost; }

closed_by_head() {
    { head -n 1 "$sample"; sleep 0.3; tail -n +2 "$sample"; } 2>/dev/null | "$tool" 2>"$dir/err" | head -n 1 >"$dir/out"
    local codes=("${PIPESTATUS[@]}")
    [ "${codes[1]}" = 141 ] && quiet && lines_are 1 "$dir/out" || { echo "exit ${codes[1]}"; return 1; }
}
@test "a reader that went away ends the tool in silence" { every closed_by_head; }

nothing_in() {
    if [ "$tool" = tokenize ]; then gives 0 "$tool" </dev/null && says 'an empty article'
    else gives 1 "$tool" </dev/null && says '(stdin): no header line (empty input)'; fi
}
@test "no bytes are no table" { every nothing_in; }

header_only() { head -n 1 "$sample" >"$dir/in"; gives 0 "$tool" <"$dir/in" && quiet && lines_are 1 "$dir/out"; }
@test "a header alone gives a header alone" { every header_only; }

header_cut() { head -n 1 "$sample" | tr -d '\n' >"$dir/in"; gives 0 "$tool" <"$dir/in" && lines_are 1 "$dir/out"; }
@test "a header without a line end is a header" { every header_cut; }

last_line_open() { head -c -1 "$sample" >"$dir/in"; gives 0 "$tool" <"$dir/in" && same_out; }
@test "the last line need not end" { every last_line_open; }

# mends FILE VALUE: a warning and exit 0; with --strict the end, with exit 1.
mends() { gives 0 "$tool" <"$1" && says '(warning)' && gives 1 "$tool" --strict <"$1"; }

returns() { sed 's/$/\r/' "$sample" >"$dir/in"; mends "$dir/in" && gives 0 "$tool" <"$dir/in" && same_out; }
@test "carriage returns are taken off with a warning" { every returns; }

mark() { { printf '\357\273\277'; cat "$sample"; } >"$dir/in"; mends "$dir/in" && gives 0 "$tool" <"$dir/in" && same_out; }
@test "a byte order mark is taken off with a warning" { every mark; }

nul() { with_source 'w@re' | tr @ '\000' >"$dir/in"; mends "$dir/in" && gives 0 "$tool" <"$dir/in" && has_out $'w\xEF\xBF\xBDre'; }
@test "NUL becomes U+FFFD with a warning" { every nul; }

not_utf8() { with_source 'w@re' | LC_ALL=C tr @ '\377' >"$dir/in"; mends "$dir/in" && gives 0 "$tool" <"$dir/in" && has_out $'w\xEF\xBF\xBDre'; }
@test "bytes that are no UTF-8 become U+FFFD with a warning" { every not_utf8; }

long_line() {
    head -c 1000000 /dev/zero | tr '\0' x >"$dir/x"
    LC_ALL=C awk -F '\t' -v OFS='\t' -v file="$dir/x" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "source") c = i }
        NR == 2 { getline $c <file } 1' "$sample" >"$dir/in"
    gives 0 "$tool" <"$dir/in" && quiet && [ "$(LC_ALL=C wc -L <"$dir/out")" -gt 1000000 ] && gives 1 "$tool" --max-record=500000 <"$dir/in" && says 'longer than --max-record'
}
@test "a line of a megabyte is a line; --max-record skips it" { every long_line; }

long_word() {
    { printf 'doc_id\ttext\nlong\t'; head -c 1000000 /dev/zero | tr '\0' x; printf ' said so.\n'; } >"$dir/in"
    pipe_to "$tool" "$dir/in" >"$dir/out" && [ -s "$dir/out" ]
}
@test "a word of a megabyte is a word" { every long_word; }

ragged() {
    sed '1a\
x\ty' "$sample" >"$dir/in"
    local columns
    columns=$(head -n 1 "$sample" | tr '\t' '\n' | wc -l)
    gives 1 "$tool" <"$dir/in" && says "$tool: (stdin):2: 2 fields, header has $columns" && same_out && gives 1 "$tool" --strict <"$dir/in"
}
@test "a ragged row is named and left out, the others go through" { every ragged; }

many_ragged() { { cat "$sample"; printf 'a\tb\nc\td\ne\tf\n'; } >"$dir/in"; gives 1 "$tool" <"$dir/in" && says '2 more ragged rows' && lines_are 2 "$dir/err"; }
@test "complaints of one kind are counted" { every many_ragged; }

header_again() {
    { head -n 2 "$sample"; head -n 1 "$sample"; tail -n +3 "$sample"; } >"$dir/in"
    gives 0 "$tool" <"$dir/in" && quiet && same_out
}
@test "a header that comes again is no row" { every header_again; }

two_files() {
    head -n 1 "$sample" >"$dir/head"
    gives 0 "$tool" "$dir/head" "$sample" && same_out && cat "$dir/head" "$sample" >"$dir/in" && gives 0 "$tool" "$dir/in" && same_out
}
@test "several files are one table" { every two_files; }

other_header() {
    printf 'one\ttwo\tthree\na\tb\tc\n' >"$dir/other"
    [ "$tool" = tokenize ] && return 0 # to which it is plain text
    gives 1 "$tool" "$sample" "$dir/other" && says "$dir/other:1: another header" && same_out
}
@test "another header in a later file is an error that names it" { every other_header; }

no_such_column() { printf 'one\ttwo\na\tb\n' >"$dir/in"; [ "$tool" = tokenize ] || { gives 1 "$tool" <"$dir/in" && says 'no column' && says 'one two'; }; }
@test "a missing column is named, with those that are there" { every no_such_column; }

bad_header() { printf 'doc_id\tdoc_id\ttext\na\tb\tc\n' >"$dir/in"; gives 1 "$tool" <"$dir/in" && says '(stdin):1: bad header'; }
@test "a name that is twice in the header is an error" { every bad_header; }

byte_by_byte() { dd bs=1 status=none <"$sample" | "$tool" >"$dir/out" && same_out; }
@test "fed byte by byte the tools give the same bytes" { every byte_by_byte; }

in_locale() {
    local locale
    for locale in C C.UTF-8 en_US.UTF-8 tr_TR.UTF-8; do
        LC_ALL=$locale "$tool" <"$sample" >"$dir/out" 2>/dev/null && same_out || { echo "LC_ALL=$locale"; return 1; }
    done
}
@test "the locale changes no byte" { every in_locale; }

twice() { "$tool" <"$sample" >"$dir/out" && same_out; }
@test "the same bytes in give the same bytes out" { every twice; }

missing_file() { gives 2 "$tool" "$dir/none" "$sample" && says "$dir/none" && says 'No such file' && same_out; }
@test "a missing file is named, the others are read, and the exit is 2" { every missing_file; }

folder() { gives 2 "$tool" "$dir" && says "$dir"; }
@test "a folder is no file" { every folder; }

worst_wins() { { cat "$sample"; printf 'x\ty\n'; } >"$dir/in"; gives 2 "$tool" "$dir/in" "$dir/none"; }
@test "the worst exit code wins" { every worst_wins; }

unknown_option() {
    local option
    for option in --no-such-thing -Z; do
        gives 2 "$tool" $option && says "$option" && says 'usage:' && lines_are 2 "$dir/err" && lines_are 0 "$dir/out" || return 1
    done
    gives 2 "$tool" --limit && lines_are 2 "$dir/err" && gives 2 "$tool" --limit=many && lines_are 2 "$dir/err"
}
@test "an unknown option is exit 2 and two lines" { every unknown_option; }

helps() { gives 0 "$tool" --help && quiet && has_out "usage: " && cp "$dir/out" "$dir/help" && gives 0 "$tool" -h && same "$dir/help" "$dir/out"; }
@test "--help goes to standard output, exit 0" { every helps; }

page_of() { mandoc -T ascii -O width=500 "man/$tool.1" | sed 's|.\x08||g'; }
options_agree() {
    "$tool" --help | sed -n 's/^  *\(-.,\)\{0,1\} *\(--[a-z-]*\).*/\2/p' | sort >"$dir/of-help"
    page_of | sed -n 's/^  *-/-/p' | grep -o '^-[^ ]*\(,* *--[a-z-]*\)*' | grep -o -- '--[a-z][a-z-]*' | sort -u >"$dir/of-page"
    same "$dir/of-help" "$dir/of-page"
}
@test "--help and the manual list the same options" { command -v mandoc >/dev/null || skip "no mandoc"; every options_agree; }

synopsis_agrees() {
    "$tool" --help | sed -n 's/^usage: //p' | tr 'A-Z' 'a-z' >"$dir/usage"
    page_of | sed -n '/^SYNOPSIS/,/^[A-RT-Z]/p' | sed '1d;$d' | tr -s ' \n' ' ' | sed 's/^ //; s/ $//' | tr 'A-Z' 'a-z' >"$dir/synopsis"
    echo >>"$dir/synopsis"
    same "$dir/usage" "$dir/synopsis"
}
@test "--help and SYNOPSIS give the same usage" { command -v mandoc >/dev/null || skip "no mandoc"; every synopsis_agrees; }

version() { gives 0 "$tool" --version && grep -q "^$tool (dateline) [0-9]" "$dir/out" && gives 0 "$tool" -V && lines_are 1 "$dir/out"; }
@test "--version is one line" { every version; }

# The header is out while the input is open and has sent no more than its own header.
header_early() {
    mkfifo "$dir/in"
    "$tool" <"$dir/in" >"$dir/out" &
    local child=$! tries
    exec 7>"$dir/in"
    head -n 1 "$sample" >&7
    for tries in $(seq 50); do [ -s "$dir/out" ] && break; sleep 0.1; done
    lines_are 1 "$dir/out"
    local result=$?
    exec 7>&-
    wait $child
    return $result
}
@test "the header is out before the first row is in" { every header_early; }

# The rows of the first document are out while the input is open, once the second has begun.
rows_early() {
    mkfifo "$dir/rows"
    "$tool" <"$dir/rows" >"$dir/out" &
    local child=$! tries
    exec 7>"$dir/rows"
    local first
    first=$(sed -n 2p "$sample" | cut -f 1)
    LC_ALL=C awk -F '\t' -v first="$first" 'NR == 1 || $1 == first { print; next } { print; exit }' "$sample" >&7
    for tries in $(seq 50); do [ "$(wc -l <"$dir/out")" -gt 1 ] && break; sleep 0.1; done
    [ "$(wc -l <"$dir/out")" -gt 1 ]
    local result=$?
    exec 7>&-
    wait $child
    return $result
}
@test "a document's rows are out before the next document's end" { every_of "tokenize tag-entities extract-events" rows_early; }

# A column nobody knows, with bytes that mean something elsewhere, comes out as it went in.
odd_column() {
    LC_ALL=C awk -F '\t' -v OFS='\t' '{ print $0, NR == 1 ? "note" : "\"a, \\x #" NR }' "$sample" >"$dir/in"
    local options=()
    case $tool in tokenize | extract-events) options=(--keep=note) ;; merge-sources) options=(--view=mentions) ;; esac
    gives 0 "$tool" "${options[@]}" <"$dir/in" && quiet && has_out "${TAB}note" && has_out '"a, \x #2' || return 1
    [ "$tool" = tag-entities ] || return 0
    LC_ALL=C awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "note") c = i } { print $c }' "$dir/out" >"$dir/notes"
    sed 's/.*\t//' "$dir/in" >"$dir/wanted"
    same "$dir/wanted" "$dir/notes"
}
@test "an unknown column goes through byte for byte" { every odd_column; }

columns_given() {
    tail -n +2 "$sample" >"$dir/in"
    gives 0 "$tool" --columns="$(head -n 1 "$sample" | tr '\t' ,)" <"$dir/in" && quiet && same_out
}
@test "--columns names the columns of an input without header" { every columns_given; }

no_header() { run_plainly && tail -n +2 "$dir/plain" >"$dir/rows" && gives 0 "$tool" --no-header <"$sample" && same "$dir/rows" "$dir/out"; }
@test "--no-header leaves the header out" { every no_header; }

raw() { with_source 'C:\\new' >"$dir/in"; gives 0 "$tool" --raw <"$dir/in" && has_out 'C:\\new'; }
not_raw() { with_source 'C:\\new' >"$dir/in"; gives 0 "$tool" <"$dir/in" && has_out 'C:\new' && ! has_out 'C:\\new' >/dev/null; }
@test "--raw takes a backslash for a backslash" { every raw; }
@test "without --raw the four escapes are escapes" { every not_raw; }

limited() {
    gives 0 "$tool" --limit=1 <"$sample" && [ "$(tail -n +2 "$dir/out" | cut -f 1 | sort -u | wc -l)" = 1 ] &&
        gives 0 "$tool" --limit 2 <"$sample" && [ "$(tail -n +2 "$dir/out" | cut -f 1 | sort -u | wc -l)" = 2 ]
}
@test "--limit reads so many documents" { every_of "tokenize tag-entities extract-events" limited; }

limited_twice() { gives 0 "$tool" --limit=1 <"$sample" && run_plainly && [ "$(wc -l <"$dir/out")" -lt "$(wc -l <"$dir/plain")" ]; }
@test "--limit holds for what is merged" { every_of merge-sources limited_twice; }

unbuffered() { gives 0 "$tool" -u <"$sample" && same_out && gives 0 "$tool" --unbuffered <"$sample" && same_out; }
@test "-u changes no byte" { every unbuffered; }

name_taken() {
    tag-entities "$BATS_FILE_TMPDIR/tag-entities" >"$dir/in"
    gives 2 tag-entities <"$dir/in" && says 'ner' || return 1
    gives 0 tag-entities --replace <"$dir/in" && same "$dir/in" "$dir/out"
}
@test "a column that is there already is an error, but with --replace" { every_of tag-entities name_taken; }

random_bytes() {
    { printf 'doc_id\ttext\n'; head -c 100000 /dev/urandom; } >"$dir/in"
    local code=0
    "$tool" <"$dir/in" >/dev/null 2>&1 || code=$?
    [ $code -le 2 ]
}
@test "random bytes crash nothing" { every random_bytes; }

# What is enough for five documents is enough for fifteen hundred.
bounded_memory() {
    awk -F '\t' 'NR == 1 { print; next } { id[NR] = $1; sub(/^[^\t]*/, ""); row[NR] = $0 }
        END { for (copy = 1; copy <= 300; copy++) for (i = 2; i <= NR; i++) print id[i] "-" copy row[i] }' "$sample" >"$dir/in"
    (ulimit -v 32000 && gives 0 "$tool" <"$dir/in" && lines_are "$(($(wc -l <"$dir/plain") * 300 - 299))" "$dir/out")
}
@test "memory is bounded by the longest document" {
    [[ $BIN != */san/* ]] || skip "sanitizers take all addresses"
    every_of "tokenize tag-entities extract-events" run_plainly
    every_of "tokenize tag-entities extract-events" bounded_memory
}

# The same sentences again and again, as one document.
long_document() {
    awk -F '\t' -v OFS='\t' 'NR == 1 { print; for (i = 1; i <= NF; i++) at[$i] = i; next }
        { row[NR] = $0; number[NR] = $at["sent_id"] }
        END { for (made = 0; made < 100000; round++)
            for (i = 2; i <= NR && made < 100000; i++) { $0 = row[i]; $1 = "long"; $at["sent_id"] += round * 1000; print; made++ } }' "$sample" >"$dir/in"
    (ulimit -v 65536 && gives 0 "$tool" <"$dir/in")
}
@test "a document of 100,000 tokens fits in 64 MiB" {
    [[ $BIN != */san/* ]] || skip "sanitizers take all addresses"
    every_of tag-entities long_document
}

# Rows of one's own make programs compile for themselves what make compiled of ours.
compiled_again() {
    head -n 1 lib/rules/words_by_hand.tsv >"$dir/words_by_hand.tsv"
    gives 0 "$tool" -r "$dir/words_by_hand.tsv" <"$sample" && same_out
}
@test "a table of one's own without rows changes nothing" { every_of "tag-entities extract-events" compiled_again; }
