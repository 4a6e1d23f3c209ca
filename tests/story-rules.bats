# Every row of the tables of events, statements, statuses, modes, channels, initiators, groups and wars does in its own example what
# the row says. The examples of a table are articles of one table, named after the line they stand in.
# SPDX-License-Identifier: MIT
load helper

# check_examples TABLE PROGRAM: runs the examples through the pipe; PROGRAM is awk that for each row of events, with the rule's
# cells in rule[], the event's in event[], sets `good` where the event is what the rule asks for and `bad` where it must not be there.
# Prints the rules of which no event was good, or one was bad.
check_examples() {
    awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "example") column = i; print "doc_id\ttext"; next } { print NR "\t" $column }' \
        "lib/rules/$1.tsv" >"$BATS_TEST_TMPDIR/articles"
    pipe_to extract-events "$BATS_TEST_TMPDIR/articles" >"$BATS_TEST_TMPDIR/events"
    run awk -F '\t' '
        # The countries of a list of codes, in order: "CHN;USA" of "USA GOV;CHN".
        function countries(codes,   n, m, i, j, code, list, found) {
            n = split(codes, code, ";")
            for (i = 1; i <= n; i++)
                if (code[i] ~ /^[A-Z][A-Z][A-Z]$/ && !is_sector(code[i]) || code[i] ~ /^[A-Z][A-Z][A-Z] / && !is_sector(substr(code[i], 1, 3))) {
                    for (j = ++m; j > 1 && list[j - 1] > substr(code[i], 1, 3); j--) list[j] = list[j - 1]
                    list[j] = substr(code[i], 1, 3)
                }
            for (i = 1; i <= m; i++) found = found (i > 1 ? ";" : "") list[i]
            return found
        }
        function is_sector(word) { return index(" COP GOV JUD LEG MIL PRM REB UAF CVL JRN BUS EDU MED REF ", " " word " ") > 0 }
        FNR == 1 { file++; for (i = 1; i <= NF; i++) column[file, i] = $i; if (file == 1) fields = NF; next }
        file == 1 { for (i = 1; i <= NF; i++) cell[FNR, column[1, i]] = $i; name[FNR] = $1; last = FNR; next }
        {
            for (i = 1; i <= fields; i++) rule[column[1, i]] = cell[$1, column[1, i]]
            for (i = 1; i <= NF; i++) event[column[2, i]] = $i
            good = bad = 0
            '"$2"'
            if (good) found[$1] = 1
            if (bad) spoilt[$1] = 1
            got[$1] = got[$1] " | " event["event"] " " event["mode"] " " event["actor_code"] " > " event["recipient_code"] " " event["status"] \
                " " event["rule"] " " event["said_by"] " " event["via"] " " event["initiator"] " " event["content"] " " event["time_bound"]
        }
        END { for (row = 2; row <= last; row++) if (!found[row] || spoilt[row]) print name[row] ": " cell[row, "example"] got[row] }
        ' "lib/rules/$1.tsv" "$BATS_TEST_TMPDIR/events"
    echo "$output"
    [ -z "$output" ]
}

@test "every frame finds its event with the right parties, and no other finds one" {
    check_examples frames '
        split(rule["expect"], expected, /[:>]/)
        good = event["event"] == expected[1] && event["rule"] == "frames/" rule["rule"] &&
            countries(event["actor_code"]) == countries(expected[2]) && countries(event["recipient_code"]) == countries(expected[3])
        bad = !good && event["rule"] ~ /^frames/'
}

@test "every verb of saying has its speaker and what was said" {
    check_examples sayings '
        good = event["event"] == rule["event"] && event["rule"] == "sayings/" rule["rule"] && event["said_by"] == "Olaf Scholz" &&
            event["said_by_code"] ~ /^DEU/ && length(event["content"]) > 12 && index(rule["example"], event["content"]) &&
            event["content"] !~ /^that |Scholz/'
}

@test "every status is that of its example" {
    check_examples statuses 'good = (event["event"] == "CONSULT" || event["event"] == "ASSAULT") && event["status"] == rule["status"]'
}

@test "every mode is that of its example" {
    check_examples modes 'good = event["event"] == rule["event"] && event["mode"] == rule["mode"]'
}

@test "every channel is how the statement came" {
    check_examples channels 'good = event["event"] == "SAY" && event["via"] == rule["name"] && event["content"] == "the talks went on"'
}

@test "every initiator began what others took part in" {
    check_examples initiators 'good = event["event"] == "CONSULT" && event["initiator"] == "France"'
}

@test "every group has its sector, or points back to two" {
    check_examples groups '
        back = rule["noun"] == "counterpart" || event["sent_id"] == 2
        if (rule["code"] ~ /[*2]/) good = back && event["actor_code"] == "USA GOV;CHN GOV"
        else good = event["actor_code"] == "IRQ " rule["code"] || event["recipient_code"] == "IRQ " rule["code"]'
}

@test "every war bounds the date of the article that names it" {
    check_examples wars 'good = event["event"] == "PUBLISHED" && event["time_bound"] == "after " rule["date"]'
}
