# Other programs: they read our tables as we do, and may be put between our filters.
# SPDX-License-Identifier: MIT
load helper

setup_file() {
    local tool
    for tool in "${PIPE_TOOLS[@]}"; do pipe_to "$tool" examples/articles/* >"$BATS_FILE_TMPDIR/$tool.tsv"; done
}
needs() { command -v "$1" >/dev/null || skip "$1 is not installed"; }
table() { echo "$BATS_FILE_TMPDIR/$1.tsv"; }

@test "every program that is installed reads odd cells as we do" { examples/interop; }

@test "every table goes through mlr and back" {
    needs mlr
    local tool
    for tool in "${PIPE_TOOLS[@]}"; do mlr -S --tsv cat "$(table "$tool")" | cmp - "$(table "$tool")" || return 1; done
}

@test "datamash finds every table rectangular" {
    needs datamash
    local tool
    for tool in "${PIPE_TOOLS[@]}"; do datamash check <"$(table "$tool")" || return 1; done
}

@test "every table goes through sqlite3 and back" {
    needs sqlite3
    local tool
    for tool in "${PIPE_TOOLS[@]}"; do
        sqlite3 -batch :memory: '.mode ascii' '.separator "\t" "\n"' ".import $(table "$tool") t" '.headers on' 'select * from t order by rowid;' |
            cmp - "$(table "$tool")" || return 1
    done
}

@test "no name of a column is a word of SQL or has a hyphen" {
    local tool
    for tool in "${PIPE_TOOLS[@]}"; do
        ! head -n 1 "$(table "$tool")" | tr '\t' '\n' |
            grep -vx '[a-z][a-z0-9_]*' && ! head -n 1 "$(table "$tool")" | tr '\t' '\n' |
            grep -xE 'end|offset|order|user|group|index|when|where|references|from|to|desc|table|column|limit' || return 1
    done
}

@test "jq's @tsv is read as ours" {
    needs jq
    jq -rn '["doc_id", "text"], ["a", "Austin said:\n\t\"\\o/\""] | @tsv' | tokenize >"$BATS_TEST_TMPDIR/out"
    grep -q "${TAB}"'\\\\o' "$BATS_TEST_TMPDIR/out" || grep -qF '\\' "$BATS_TEST_TMPDIR/out"
}

@test "tokens sorted by another program come back in order" {
    { IFS= read -r header; printf '%s\n' "$header"; LC_ALL=C sort -t "$TAB" -k1,1 -s; } <"$(table tokenize)" | tag-entities >"$BATS_TEST_TMPDIR/out"
    cmp <(LC_ALL=C sort "$(table tag-entities)") <(LC_ALL=C sort "$BATS_TEST_TMPDIR/out")
}

@test "in parallel the pipe gives the same bytes" {
    needs parallel
    parallel --will-cite -j 2 -k --pipe --header : --colsep '\t' --groupby doc_id -N 3 'tag-entities | extract-events' <"$(table tokenize)" |
        merge-sources | cmp - "$(table merge-sources)"
}

@test "documents apart, then together, give the same bytes" {
    local article parts=()
    for article in examples/articles/*; do
        parts+=("$BATS_TEST_TMPDIR/${article##*/}")
        pipe_to extract-events "$article" >"${parts[-1]}"
    done
    merge-sources "${parts[@]}" | cmp - "$(table merge-sources)"
}
