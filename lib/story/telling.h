/* telling: what one document tells of one event, in however many mentions. May be used by: story, exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TELLING_H
#define DATELINE_TELLING_H

#include "base/list.h"
#include "story/account.h"

// A mention that was denied, may come, is planned, or was: kept apart within a document.
enum standing_of_event { EVENT_NEGATED, EVENT_POSSIBLE, EVENT_PLANNED, EVENT_HISTORICAL, EVENT_ACTUAL };
enum standing_of_event standing_of_status(struct slice status);

struct telling {
    size_t document;
    size_t first;             // the account it began with; next_account[] leads to the others
    size_t last;
    struct participant participants[MOST_PARTICIPANTS];
    int participant_count, person_count, actor_count;
    struct slice event, mode;
    enum standing_of_event standing;
    bool is_in_person;        // some mention says so: then no call
    struct day_set days;      // what the mentions of named participants allow; later: and the document's date
    bool is_dated;
    int ordinal;
    struct slice ordinal_of;
    size_t story;             // set by clustering
};

struct tellings {
    LIST(struct telling) list;
    size_t *next_account;     // [accounts] the next account of the same telling, or NO_ACCOUNT
    size_t *telling_of;       // [accounts] or NO_ACCOUNT (statements, dates of documents)
};

#define NO_ACCOUNT ((size_t)-1)

// Groups the accounts of each document; they must be in text order, documents together. Lives in `keep` and in lists of its own.
void make_tellings(struct arena *keep, const struct account *accounts, size_t count, struct tellings *tellings);
void free_tellings(struct tellings *tellings);

// How many participants match; -1 where the two are at odds: somebody on each side whom the other does not know.
int matching_participants(const struct participant *a, int a_count, const struct participant *b, int b_count, int *persons);
// Adds participants, persons in the place of the countries and offices that stand for them.
void add_participants(struct telling *telling, const struct participant *participants, int count, int actor_count);
// Do two modes go together? Phone with phone or with nothing known, but not with a meeting face to face.
bool modes_meet(struct slice a, bool a_in_person, struct slice b, bool b_in_person);

#endif
