/* bound: dates of stories and of documents by the bounds between them. May be used by: story, exchange, src.
 * ALGORITHM: a network of variables over days (Dechter, Meiri and Pearl 1991, "Temporal constraint networks"), made consistent arc
 * by arc (AC-3, Mackworth 1977) until nothing moves: each bound moves the ends of its two variables. A bound that would leave a
 * variable without a day is not applied; it is the one to blame, since bounds come in order of trust. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_BOUND_H
#define DATELINE_BOUND_H

#include "story/edtf.h"

// |later - earlier| <= days, where ordered also earlier <= later.
struct bound_between {
    size_t earlier, later;  // variables
    long days;              // -1: no limit
    bool ordered;
    bool is_soft;           // applied after the others
};

// Tightens days[] by all bounds, hard ones first, for at most `rounds` rounds over all of them.
void solve_bounds(struct day_set *days, const struct bound_between *bounds, size_t count, int rounds);

#endif
