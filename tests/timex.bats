# Each row of lib/rules/times.tsv finds what it says in its example, with a date of publication and without; each known event its date.
# SPDX-License-Identifier: MIT

setup_file() {
    cd "$BATS_TEST_DIRNAME/.." || exit 1
    make -s build/libdateline.a >/dev/null
    ${CC:-cc} -std=c11 -O1 -D_DEFAULT_SOURCE -Ilib -o "$BATS_FILE_TMPDIR/timex" tests/timex.c build/libdateline.a -lutf8proc
    export TIMEX="$BATS_FILE_TMPDIR/timex"
}

@test "every example of the time rules comes out as its row says" {
    run "$TIMEX"
    echo "$output"
    [ "$status" -eq 0 ]
    [[ "$output" == *"examples, 0 wrong"*"known events, 0 wrong" ]]
}
