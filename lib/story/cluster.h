/* cluster: which documents tell of the same event, and when it was. May be used by: exchange, src.
 * ALGORITHM: greedy agglomeration. Pairs of tellings from two documents are scored by whom, when and what they share; the best pair
 * is joined first, if no two members of the joint story are at odds and none are of one document (cannot-link, as in Wagstaff and
 * Cardie 2000, "Clustering with instance-level constraints"). Ties go by event_id, so that the order of input does not matter. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CLUSTER_H
#define DATELINE_CLUSTER_H

#include "story/telling.h"

struct article {
    struct slice id, source, published; // as written; source may be empty
    struct day_set days;                // when it can have appeared
};

struct story {
    struct telling whole;               // participants, mode, days, ordinal of all its tellings
    size_t first_telling;               // next_telling[] leads to the others, by document
    size_t first_account;               // the one whose event_id names the story
};

struct stories {
    LIST(struct story) list;
    size_t *next_telling;               // [tellings] or NO_ACCOUNT
};

// Joins tellings into stories and dates stories and articles (articles[].days is tightened). `accounts` sorted as make_tellings wants.
void make_stories(struct arena *keep, const struct account *accounts, size_t account_count, struct tellings *tellings,
                  struct article *articles, size_t article_count, struct stories *stories);
void free_stories(struct stories *stories);

#endif
