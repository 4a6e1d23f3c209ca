# Each row of lib/rules/times.tsv finds what it says in its example, with a date of publication and without; each known event its date.
# SPDX-License-Identifier: MIT
load helper

@test "every example of the time rules comes out as its row says" {
    run "$TEST_BIN/timex"
    echo "$output"
    [ "$status" -eq 0 ]
    [[ "$output" == *"examples, 0 wrong"*"known events, 0 wrong" ]]
}
