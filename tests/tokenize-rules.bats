# Every row of tokenize's rule tables cuts its own example as the row says: column `words`, with | between words and / between
# sentences; for the parts of a page: some sentence of the example is that part.
# SPDX-License-Identifier: MIT
load helper

# articles TABLE: its examples, one an article, named after the line of the table.
articles() {
    printf 'doc_id\ttext\n'
    awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "example") column = i; next } { print NR "\t" $column }' "lib/rules/$1.tsv"
}

# expected TABLE COLUMN: the line and what that column says.
expected() { awk -F '\t' -v name="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) column = i; next } { print NR "\t" $column }' "lib/rules/$1.tsv"; }

# The words of each article, as column `words` writes them.
found_words() {
    awk -F '\t' 'NR == 1 { next }
        $1 != document { if (words != "") print document "\t" words; document = $1; words = $8; sentence = $4; next }
        { words = words ($4 != sentence ? " / " : "|") $8; sentence = $4 }
        END { print document "\t" words }'
}

check_words() {
    articles $1 | tokenize | found_words >"$BATS_TEST_TMPDIR/found"
    expected $1 words >"$BATS_TEST_TMPDIR/wanted"
    same "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found"
}

@test "every abbreviation's example" { check_words abbreviations; }
@test "every address's example" { check_words addresses; }
@test "every contraction's example" { check_words contractions; }
@test "every courtesy's example" { check_words courtesies; }
@test "every hyphen's example" { check_words hyphens; }
@test "every measure's example" { check_words measures; }
@test "every opener's example" { check_words openers; }
@test "every sign's example" { check_words signs; }

@test "every part's example" {
    articles parts | tokenize | awk -F '\t' 'NR > 1 && !seen[$1, $10]++ { print $1 "\t" $10 }' | sort >"$BATS_TEST_TMPDIR/found"
    expected parts part | sort >"$BATS_TEST_TMPDIR/wanted"
    [ -z "$(comm -23 "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/found" | tee /dev/stderr)" ]
}
