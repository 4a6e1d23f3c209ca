# The whole pipe over the example articles: what must come out, in full, and what must be true of it whatever the rules.
# SPDX-License-Identifier: MIT
load helper

setup_file() {
    cd "$BATS_FILE_TMPDIR"
    tokenize "$ROOT"/examples/articles/* >tokens.tsv
    tag-entities tokens.tsv >entities.tsv
    extract-events entities.tsv >mentions.tsv
    merge-sources --mentions=merged_mentions.tsv --claims=claims.tsv mentions.tsv >events.tsv
}
setup() { cd "$BATS_FILE_TMPDIR"; }

# column NAME FILE: its cells.
column() { awk -F '\t' -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) c = i; next } { print $c }' "$2"; }
# calls DATE: doc_ids of the phone calls of that date.
calls() {
    awk -F '\t' -v date="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at["event"] == "CONSULT" && $at["mode"] ~ /phone/ && $at["event_date"] == date { print $at["actor"] "|" $at["doc_ids"] }' events.tsv
}

@test "tokens, entities, mentions, events and claims are those of tests/pipes" {
    local table bad=0
    for table in events claims mentions; do
        same "$ROOT/tests/pipes/$table.tsv" "$table.tsv" || { echo "^^^ $table.tsv; if that is right: make accept"; bad=1; }
    done
    [ $bad = 0 ]
}

@test "every form is the text between its offsets" {
    perl -CSD -F'\t' -lane '
        BEGIN { for my $file (glob "$ENV{ROOT}/examples/articles/*.txt") {
                    open my $in, "<:utf8", $file; local $/; my ($id) = $file =~ m{([^/]*)\.txt$}; $text{$id} = <$in> }
                open my $in, "<:utf8", "$ENV{ROOT}/examples/articles/articles.tsv"; <$in>;
                while (<$in>) { chomp; my @c = split /\t/; my $t = $c[4]; $t =~ s/\\([tnr\\])/{t=>"\t",n=>"\n",r=>"\r","\\"=>"\\"}->{$1}/ge; $text{$c[0]} = $t } }
        if ($. == 1) { @at{@F} = 0 .. $#F; next }
        my ($id, $from, $to, $form) = @F[@at{qw(doc_id char_start char_end form)}];
        substr($text{$id}, $from, $to - $from) eq $form or print "$id $from-$to $form" and $bad = 1;
        END { $? = $bad ? 1 : 0 }' tokens.tsv
}

@test "the call of July 28 is one event, of all articles that tell of it" {
    [ "$(calls 2022-07-28 | wc -l)" = 1 ]
    calls 2022-07-28 | grep -q 'Joe Biden;Xi Jinping\|Xi Jinping;Joe Biden'
    local id
    for id in july-call-thursday july-call-july-28 ministry-july-call daily-july-call wire-taiwan-visit broadcaster-bali-plan; do
        calls 2022-07-28 | grep -q "$id" || { echo "$id is not among them"; return 1; }
    done
}

@test "the call of March 18 is another" {
    [ "$(calls 2022-03-18 | wc -l)" = 1 ]
    calls 2022-03-18 | grep -q 'march-call'
}

@test "the ministers' call and the generals' call are events of their own" {
    calls 2022-04-20 | grep -q 'Austin'
    calls 2022-07-07 | grep -q 'Milley'
}

@test "the meeting in Bali is no call" {
    [ -z "$(calls 2022-11-14)" ]
    awk -F '\t' '$5 ~ /2022-11-14/ && $7 ~ /Biden/' events.tsv | grep -q CONSULT
}

@test "the slip of the weekday is shown" {
    awk -F '\t' '$7 == "impossible" || $7 == "disputed"' claims.tsv | grep -q 'daily-july-call'
}

@test "what had not happened is no event" {
    ! grep -P '^(?:[^\t]*\t)*actual\t.*had not spoken since' mentions.tsv
}

@test "captions and links make no events" {
    ! column part tokens.tsv | grep -qvxE 'body|title|heading|dateline|byline|caption|furniture'
    ! grep -E 'Read more|Click here|Photo: Archive' mentions.tsv
}

@test "the order of the articles does not matter" {
    { head -n 1 mentions.tsv; tail -n +2 mentions.tsv | tac; } >backwards.tsv
    merge-sources backwards.tsv | cmp - events.tsv
    merge-sources --view=claims backwards.tsv | cmp - claims.tsv
}

@test "the views on the side are the views" {
    merge-sources --view=mentions mentions.tsv | cmp - merged_mentions.tsv
    merge-sources --view=claims mentions.tsv | cmp - claims.tsv
}

@test "merging what was merged changes nothing" {
    merge-sources merged_mentions.tsv | cmp - events.tsv
    merge-sources --view=mentions merged_mentions.tsv | cmp - merged_mentions.tsv
}

@test "merging by halves gives what merging at once gives" {
    local half
    half=$(column doc_id mentions.tsv | sort -u | sed -n 5p)
    awk -F '\t' -v half="$half" 'NR == 1 || $1 <= half' mentions.tsv | merge-sources --view=mentions >first.tsv
    awk -F '\t' -v half="$half" 'NR == 1 || $1 > half' mentions.tsv | merge-sources --view=mentions >second.tsv
    merge-sources first.tsv second.tsv | cmp - events.tsv
}

@test "lists in step have the same number of items" {
    awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        function items(cell,  a) { return cell == "" ? 1 : split(cell, a, ";") }
        { if (items($at["actor"]) != items($at["actor_code"]) || items($at["recipient"]) != items($at["recipient_code"])) { print; bad = 1 } }
        END { exit bad }' mentions.tsv
}
