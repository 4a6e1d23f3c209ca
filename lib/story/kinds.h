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

// Can the two not be one event? Type, mode, standing, days, ordinals, participants.
bool are_at_odds(const struct telling *a, const struct telling *b);
// Denied or only possible: no event that others could tell of.
bool stands_alone(const struct telling *telling);

#endif
