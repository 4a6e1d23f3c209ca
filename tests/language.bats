#!/usr/bin/env bats
# Tags, lemmas and trees: the tables' examples, and the arcs of tests/trees.tsv (our own sentences).

cd "$BATS_TEST_DIRNAME/.." || exit 1

setup_file() {
    make -s build/libdateline.a
    ${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -Ilib -O1 -o "$BATS_FILE_TMPDIR/language" tests/language.c build/libdateline.a -lutf8proc
}

@test "every ending fits its example, and every sentence of trees.tsv has its arcs" {
    run "$BATS_FILE_TMPDIR/language" tests/trees.tsv
    echo "$output" | grep '^not ok' || true
    [ "$status" -eq 0 ]
}
