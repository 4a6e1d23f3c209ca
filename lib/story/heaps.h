/* heaps: tellings heaped up to stories while these grow. A telling's `story` is the number of its heap. May be used by: cluster. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_HEAPS_H
#define DATELINE_HEAPS_H

#include "story/pairs.h"

struct heap {
    size_t first, last;     // its tellings, by next_telling, in no order; first is NO_ACCOUNT where it went into another
    size_t count, least;    // how many; the first in the text
    size_t kind_first, kind_last, kind_count; // one telling for each kind, by next_kind
};

enum { REFUSALS = 1 << 16 };

struct heaps {
    const struct merge *merge;
    struct kinds *kinds;
    struct heap *list;      // [tellings]
    size_t *next_telling;   // [tellings] or NO_ACCOUNT
    size_t *next_kind;      // [tellings] or NO_ACCOUNT
    size_t *first_of;       // [articles + 1] the first telling of each document
    size_t *seen;           // [kinds or heaps] marks of the walk that came by
    size_t walk;
    struct refusal { size_t a, b; } *refusals; // [REFUSALS] heaps found at odds: they stay so, however they grow
};

// Every telling a heap of its own. Lives in merge->keep.
void make_heaps(const struct merge *merge, struct kinds *kinds, struct heaps *heaps);
// Joins heaps by the pairs, best first, as far as no two members are at odds or of one document.
void join_pairs(struct heaps *heaps, const struct pairs *pairs);
// What no date, ordinal or neighbour joined joins the one heap of the same persons, where there is only one.
void join_lonely(struct heaps *heaps);

#endif
