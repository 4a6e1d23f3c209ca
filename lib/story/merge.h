/* merge: what the steps of clustering share. May be used by: cluster, links, kinds, pairs, heaps (all in story). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MERGE_H
#define DATELINE_MERGE_H

#include "base/intern.h"
#include "story/cluster.h"

struct edge {                     // one telling is before another
    size_t partner, next;         // a telling; the next edge of the same telling, or NO_ACCOUNT
    bool is_earlier;
};

struct merge {
    const struct account *accounts;
    struct tellings *tellings;    // [].story is the number of its heap while heaps are joined
    struct article *articles;
    size_t account_count, article_count;
    struct interner events;       // event_id -> number
    size_t *account_of_event;     // [events]
    LIST(struct edge) edges;
    size_t *first_edge;           // [tellings]
    struct arena *keep;
};

static inline struct telling *telling_at(const struct merge *merge, size_t t) { return &merge->tellings->list.at[t]; }

#endif
