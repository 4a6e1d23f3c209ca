# Each row of the tables of time and number finds what it says in its example, with a date of publication and without; each known
# event its date.
# SPDX-License-Identifier: MIT
load helper

@test "every row of times.tsv finds its example" { sh tests/rows-of-times times "$BIN"; }
@test "every row of holidays.tsv finds its example" { sh tests/rows-of-times holidays "$BIN"; }
@test "every row of quantities.tsv finds its example" { sh tests/rows-of-times quantities "$BIN"; }

@test "every word of time_words.tsv means what its row says" { sh tests/words-of-times time_words "$BIN"; }
@test "every word of numbers.tsv means what its row says" { sh tests/words-of-times numbers "$BIN"; }

@test "every known event is found in its example" {
    run "$TEST_BIN/known-events"
    echo "$output"
    [ "$status" -eq 0 ]
    [[ "$output" == *"known events, 0 wrong" ]]
}

@test "each text of times.tsv has the times that its row says" { has_expressions tests/times.tsv 'DATE|TIME|DURATION|SET'; }

@test "--day-first decides where no other date does" {
    [ "$(echo 'On 05/06/22 they met.' | tokenize | tag-entities --day-first | expressions DATE)" = 05/06/22=2022-06-05 ]
    [ "$(echo 'On 05/06/22 and 06/13/22 they met.' | tokenize | tag-entities --day-first | expressions DATE)" = '05/06/22=2022-05-06; 06/13/22=2022-06-13' ]
}

@test "a row of times of one's own goes before ours, and a wrong one is told of" {
    printf 'rule\tkind\tpattern\tvalue\nmarket\tDATE\tmarket day\tshift 0 W\n' >"$BATS_TEST_TMPDIR/times.tsv"
    [ "$(echo 'It was market day.' | tokenize -p 2022-05-20 | tag-entities -r "$BATS_TEST_TMPDIR/times.tsv" | expressions DATE)" = 'market day=2022-W20' ]
    printf 'rule\tkind\tpattern\tvalue\nmarket\tDATE\tmarket $day2\tdate\n' >"$BATS_TEST_TMPDIR/times.tsv"
    echo 'It was market day.' | tokenize >"$BATS_TEST_TMPDIR/tokens"
    run -2 tag-entities -r "$BATS_TEST_TMPDIR/times.tsv" "$BATS_TEST_TMPDIR/tokens"
    [[ $output == *times*'row 1'*day2* ]]
}

# 300 articles of words that the tables know, drawn by lot, but always the same of one awk.
articles_of_words() {
    awk -F '\t' -v OFS='\t' '
        FNR > 1 { n = split($2 != "" && FILENAME ~ /words|numbers/ ? $2 : $3, piece, /[ |_?[\]!^@$]+/); for (i = 1; i <= n; i++) if (piece[i] != "") word[++words] = piece[i] }
        END {
            n = split("1998 12 2022-05-13 13/05/22 31/02/2020 29 - , 1,234 99999999999999999999 14:03 24:00 25:61 10pm 0300 \047""98 90s 1800s $ % of the 5-7 3.5", figure, " ")
            for (i = 1; i <= n; i++) for (k = 0; k < 40; k++) word[++words] = figure[i]
            split("|2022-05-20|0000-01-01|9999-12-31|2022-05|2020-02-29", date, "|")
            srand(4)
            print "doc_id", "published", "text"
            for (d = 1; d <= 300; d++) {
                text = ""
                for (i = 0; i < 100; i++) { w = word[int(rand() * words) + 1]; text = text " " (rand() < 0.2 ? toupper(substr(w, 1, 1)) substr(w, 2) : w) }
                print "d" d, date[d % 6 + 1], text
            }
        }' lib/rules/time_words.tsv lib/rules/numbers.tsv lib/rules/times.tsv lib/rules/holidays.tsv
}

@test "whatever words come together, every value has one of the forms of man 5 dateline-times" {
    articles_of_words | tokenize | tag-entities --explain | awk -F '\t' '
        BEGIN {
            day = "([0-9][0-9][0-9][0-9]|[0-9][0-9][0-9]X|[0-9][0-9]XX|XXXX)(-([0-9X][0-9X]|W[0-9X][0-9X]|SP|SU|FA|WI|Q[1-4X]|H[12]|2[1-4]|3[3-6]|4[01])(-([0-9X][0-9X]|[1-7]))?)?[~?%]?"
            clock = "T([0-9][0-9]:[0-9][0-9](Z|[+-][0-9][0-9]:[0-9][0-9])?|MO|AF|EV|NI|DT|MI)"
            period = "PT?[0-9.X]+([YMWDHSEQCL]|WE)"
            form["DATE"] = "^(" day "(/" day ")?|[.][.]/" day "|" day "/[.][.]|(PAST|PRESENT|FUTURE)_REF)$"
            form["TIME"] = "^(" day ")?" clock "$"
            form["DURATION"] = "^" period "(/" period ")?$"
            form["SET"] = "^(" period "|" day "(" clock ")?)$"
        }
        { kind = substr($13, 3) }
        $13 ~ /^B-/ && kind in form { n++; if ($15 !~ form[kind]) { print $16, kind, $15; bad = 1 } }
        END { if (n < 2000) { print n " expressions only"; bad = 1 } exit bad }'
}
