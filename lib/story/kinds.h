/* kinds: tellings that say the same of an event, in whatever documents: one kind. Tellings are compared kind by kind, so that copies
 * of an article cost no more than the article. May be used by: pairs, heaps, cluster. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_KINDS_H
#define DATELINE_KINDS_H

#include "story/merge.h"

struct kinds {
    size_t count;
    size_t *kind_of;    // [tellings]
    size_t *first;      // [kinds] its first telling, which stands for all
    size_t *next_alike; // [tellings] the next telling of the same kind, or NO_ACCOUNT
};

// In the order of their first tellings. Lives in merge->keep.
void make_kinds(const struct merge *merge, struct kinds *kinds);

// How two tellings stand to each other: they can be one event; only their days keep them apart, by a few days; they cannot be one.
enum odds { TOGETHER, DAYS_APART, AT_ODDS };
enum { DISPUTE_DAYS = 7 };
enum odds odds_between(const struct telling *a, const struct telling *b);

// "The first since the war began" of the same persons is one event, and of two dates that are near one is wrong.
bool is_dispute(const struct telling *a, const struct telling *b);

// Can the two not be one event? Type, mode, standing, days, ordinals, participants. A dispute about the date is no reason.
bool are_at_odds(const struct telling *a, const struct telling *b);

// Do they count the same ordinal of the same series? Are all days of one at most so many days from all of the other?
bool count_alike(const struct telling *a, const struct telling *b);
bool are_near(const struct day_set *a, const struct day_set *b, long days);
// Denied or only possible: no event that others could tell of.
bool stands_alone(const struct telling *telling);

#endif
