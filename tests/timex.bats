# Each row of the tables of time and number finds what it says in its example, with a date of publication and without; each known
# event its date.
# SPDX-License-Identifier: MIT
load helper

@test "every row of times.tsv finds its example" { sh tests/rows-of-times times "$BIN"; }
@test "every row of holidays.tsv finds its example" { sh tests/rows-of-times holidays "$BIN"; }
@test "every row of quantities.tsv finds its example" { sh tests/rows-of-times quantities "$BIN"; }

@test "every known event is found in its example" {
    run "$TEST_BIN/known-events"
    echo "$output"
    [ "$status" -eq 0 ]
    [[ "$output" == *"known events, 0 wrong" ]]
}
