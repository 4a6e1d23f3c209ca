// SPDX-License-Identifier: MIT
#include "story/time_mention.h"

// The day of a clock time or a part of a day (2022-05-20TNI): what stands before T.
static struct slice day_of(struct slice value) {
    const char *mark = value.length ? memchr(value.at, 'T', value.length) : NULL;
    return mark ? slice_between(value.at, mark) : value;
}

// A day that was only guessed (2022-05-20?T14:00) is none.
static bool is_date(const struct token *token) {
    struct slice day = day_of(token->value);
    return token->ner == NER_DATE || (token->ner == NER_TIME && day.length > 0 && !slice_ends(day, SLICE("?")));
}

bool next_time(const struct tree *tree, int from, struct time_mention *time) {
    for (int i = from; i <= tree->count; i++) {
        const struct token *token = tree_token(tree, i);
        if (!token->ner_begins || (!is_date(token) && token->ner != NER_DURATION)) continue;
        *time = (struct time_mention){i, i, token->ner == NER_TIME ? NER_DATE : token->ner, is_date(token) ? day_of(token->value) : token->value};
        while (time->last < tree->count && tree_token(tree, time->last + 1)->ner == token->ner && !tree_token(tree, time->last + 1)->ner_begins) time->last++;
        return true;
    }
    return false;
}

bool is_whole_day(const struct token *token, struct slice *day) {
    struct edtf edtf;
    *day = day_of(token->value);
    return token->ner_begins && is_date(token) && parse_edtf(*day, &edtf) && !edtf.is_interval && edtf.first.year > 0 &&
           !edtf.first.open_digits && edtf.first.day > 0;
}
