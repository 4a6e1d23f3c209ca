# The examples are tests too: the demo, the Makefile, the one-liners, and installing.
# SPDX-License-Identifier: MIT
load helper

@test "the demo shows the July call once, with its two presidents, from any folder" {
    cd /
    sh "$ROOT/examples/demo" >"$BATS_TEST_TMPDIR/out" 2>/dev/null
    grep -q '^2022-07-28  CONSULT phone' "$BATS_TEST_TMPDIR/out"
    [ "$(grep -c '^2022-07-28  CONSULT phone' "$BATS_TEST_TMPDIR/out")" = 1 ]
    sed -n '/^2022-07-28  CONSULT phone/,/^$/p' "$BATS_TEST_TMPDIR/out" >"$BATS_TEST_TMPDIR/call"
    grep -q 'Joe Biden (USA' "$BATS_TEST_TMPDIR/call"
    grep -q 'Xi Jinping (CHN' "$BATS_TEST_TMPDIR/call"
}

@test "the Makefile of the examples gives what the pipe gives, and makes nothing twice" {
    local work=$BATS_TEST_TMPDIR/work
    make -s -C examples WORK="$work" BIN="$BIN"
    pipe_to merge-sources examples/articles/* | cmp - "$work/events.tsv"
    make -q -C examples WORK="$work" BIN="$BIN"
}

@test "the Makefile of the examples leaves nothing behind where a step fails" {
    local work=$BATS_TEST_TMPDIR/work fake=$BATS_TEST_TMPDIR/bin
    mkdir "$fake"
    ln -s "$BIN"/* "$fake"
    rm "$fake/tokenize"
    printf '#!/bin/sh\nexit 2\n' >"$fake/tokenize"
    chmod +x "$fake/tokenize"
    ! make -s -C examples WORK="$work" BIN="$fake" 2>/dev/null
    [ -z "$(ls "$work")" ]
}

@test "every one-liner has an answer" {
    DATELINE_BIN=$BIN examples/one-liners >"$BATS_TEST_TMPDIR/out"
    awk '/\?$/ { if (question && !answers) { print question; bad = 1 } question = $0; answers = 0; next } NF { answers++ }
         END { exit bad || !answers }' "$BATS_TEST_TMPDIR/out"
}

@test "installed with a prefix the tools run, have their manuals, and go without a trace" {
    command -v mandoc >/dev/null || skip "no mandoc"
    local root=$BATS_TEST_TMPDIR/root
    make -s install DESTDIR="$root" PREFIX=/opt/dateline PROGRAM_PREFIX=dl-
    (
        cd "$root/opt/dateline/bin"
        PATH=$PWD:/usr/bin:/bin
        dl-tokenize "$ROOT"/examples/articles/* | dl-tag-entities | dl-extract-events | dl-merge-sources
    ) >"$BATS_TEST_TMPDIR/events.tsv"
    pipe_to merge-sources examples/articles/* | cmp - "$BATS_TEST_TMPDIR/events.tsv"
    mandoc "$root/opt/dateline/share/man/man1/dl-tokenize.1" | sed 's|.\x08||g' | grep -q 'dl-tokenize \[option'
    [ -f "$root/opt/dateline/share/man/man5/dateline.5" ]
    [ -f "$root/opt/dateline/share/dateline/rules/abbreviations.tsv" ]
    "$root/opt/dateline/bin/dl-tokenize" --help | grep -q '^usage: dl-tokenize '
    make -s uninstall DESTDIR="$root" PREFIX=/opt/dateline PROGRAM_PREFIX=dl-
    [ -z "$(find "$root" ! -type d)" ]
}
