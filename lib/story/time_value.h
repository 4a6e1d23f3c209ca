/* time_value: what a matched expression of time, number or money means. May be used by: story.
 * The first word of a rule's value says how it is reckoned; time_value.c lists the ways. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TIME_VALUE_H
#define DATELINE_TIME_VALUE_H

#include "story/edtf.h"
#include "story/time_pattern.h"

// From where relative expressions count.
struct time_reference {
    bool is_known; // the day of publication is
    long day;
    struct date date;
    bool has_recent; // the date told last before this, in part known
    struct partial_date recent;
    int since_recent;              // sentences since that
    struct partial_date dated; // the last one whose year was said, month and day as far as they were; without a year: none yet
    int since_dated;               // sentences since that
};

// The day of publication; is_known is false where `published` is empty or no single day.
struct time_reference make_reference(struct slice published);

// EDTF, TIMEX3, decimal; empty where nobody can say. *usable is false where the match turns out to be no expression at all.
struct slice value_of(struct arena *keep, const struct time_rules *rules, const struct time_text *text,
                      const struct time_match *match, const struct time_reference *reference, bool *usable);

// Is a way of that name known? For checking rows.
bool is_way_known(struct slice value);

#endif
