/* pairs: kinds of tellings that may be of one event, with what speaks for it. May be used by: cluster.
 * ALGORITHM: blocking and a sweep. Only kinds with a key in common are compared, their type of event with a country or a name; within
 * a block they are swept in the order of their first days, each against those whose days have not ended before it begins. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PAIRS_H
#define DATELINE_PAIRS_H

#include "story/kinds.h"

struct pair {
    size_t a, b; // kinds, a <= b; a kind pairs with itself where several documents tell it
    int score;
};

struct pairs {
    LIST(struct pair) list;
};

// Each pair once, best score first; equal scores in the order of the text. list_free is the caller's.
void find_pairs(const struct merge *merge, const struct kinds *kinds, struct pairs *pairs);

#endif
