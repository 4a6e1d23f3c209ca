/* links: what mentions say of each other's dates and of the article's, as edges between tellings and as bounds for bound.h.
 * May be used by: cluster. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_LINKS_H
#define DATELINE_LINKS_H

#include "story/merge.h"

// Fills events, account_of_event, edges and first_edge.
void collect_links(struct merge *merge);

// Tightens days[] by all that accounts say: `variable_of` [tellings] is the place of a telling's days, the first `count` are theirs;
// behind them there is room for those of the articles, which are tightened as well (merge->articles[].days).
void solve_links(const struct merge *merge, struct day_set *days, const size_t *variable_of, size_t count);

#endif
