/* claim: what the accounts of a story say, field by field: who holds which value, and how the values stand to each other.
 * May be used by: exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CLAIM_H
#define DATELINE_CLAIM_H

#include "story/cluster.h"

// agreed: two sources or more and none against; impossible: contradicts its own document or the calendar.
#define STANDINGS(STANDING) STANDING(agreed) STANDING(single) STANDING(disputed) STANDING(impossible)
#define STANDING_NAME(name) STANDING_##name,
enum standing { STANDINGS(STANDING_NAME) STANDING_COUNT };
#undef STANDING_NAME

struct claim {
    const char *field;
    struct slice value;
    enum standing standing;
    struct slice doc_ids, sources, said_by, evidence; // lists, ; between, each name once
    struct day_set days;                              // of an event_date
    bool is_impossible;                               // in itself
    size_t document;                                  // where it was met first
    int source_count;
    size_t first_holding, last_holding;               // while it is made: who holds it
};

struct claims {
    LIST(struct claim) list;
};

struct merged {                      // all that merging knows; see make_stories
    const struct account *accounts;
    size_t account_count;
    const struct tellings *tellings;
    const struct article *articles;
    const struct stories *stories;
    size_t *about;                   // [accounts] story of a statement, NO_ACCOUNT where it is about none
    size_t *first_about;             // [stories] the first statement about it, or NO_ACCOUNT
    size_t *next_about;              // [accounts] the next statement about the same story, or NO_ACCOUNT
};

// Finds the story each statement is about: the event told in its content, else the nearest one of its document that the speaker's
// country takes part in. Fills merged->about and its lists.
void place_statements(struct arena *keep, struct merged *merged);

// The claims of all stories, each story's in the order of fields and of first mention; texts live in `keep`, the list is the caller's.
// Returns where each story's begin, [stories + 1].
size_t *make_claims(struct arena *keep, const struct merged *merged, struct claims *claims);

struct slice standing_name(enum standing standing);
// How many values of a story's claims cannot all be true.
size_t count_conflicts(const struct claims *claims, size_t from);

#endif
