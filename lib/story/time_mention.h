/* time_mention: dates and durations that tag-entities marked in a sentence. May be used by: story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TIME_MENTION_H
#define DATELINE_TIME_MENTION_H

#include "story/edtf.h"
#include "text/dependencies.h"

struct time_mention {
    int first, last;    // tokens of the sentence
    enum ner kind;
    struct slice value;
};

// The first DATE or DURATION that begins at token `from` or later; false if there is none. A TIME whose day is known (Friday night)
// counts as the DATE of that day.
bool next_time(const struct tree *tree, int from, struct time_mention *time);

// Does a DATE of one whole day (2022-05-13), or a TIME of it, begin at this token? Fills *day with it if so.
bool is_whole_day(const struct token *token, struct slice *day);

#endif
