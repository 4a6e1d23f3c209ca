/* account: a row of the table of events, read back: one document's account of an event. May be used by: story, exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ACCOUNT_H
#define DATELINE_ACCOUNT_H

#include "story/actor_tables.h"
#include "story/edtf.h"
#include "story/event.h"

struct participant {
    struct slice name, code;
    struct slice country;    // of the code; empty where it has none
    bool is_person;          // named; else a country, a body or an office stands for somebody
};

enum { MOST_PARTICIPANTS = 12, MOST_LINKS = 6 };

// A bound on the date of the mention, relative to the article's date or to another mention.
enum link_kind { LINK_BEFORE, LINK_AFTER, LINK_WITHIN };
struct link {
    enum link_kind kind;
    long days;               // of LINK_WITHIN
    struct slice other;      // event_id, or empty for the article's own date
};

struct account {
    struct event event;      // the row; cells unescaped
    size_t document;         // number of its document
    struct participant participants[MOST_PARTICIPANTS];
    int participant_count, person_count;
    int actor_count;         // the first so many are actors, the others recipients
    struct day_set days;     // what its absolute bounds allow
    bool is_dated;           // some absolute bound
    bool is_soft;            // that bound is approximate
    bool is_impossible;      // no day meets all of them: "Friday, July 28" of a Thursday
    bool is_in_person;       // a meeting or visit, not a call: the frame of its rule says so
    bool is_statement, is_published;
    struct link links[MOST_LINKS];
    int link_count;
    int ordinal;             // 1 in "1 since 2022-02-24"; 0 none
    struct slice ordinal_of; // "since 2022-02-24"
};

// Reads participants, bounds and ordinal from the event's fields. `frames` is lib/rules/frames.tsv by rule. Cells must live as long.
void read_account(const struct actor_tables *tables, const struct phrase_table *frames, struct account *account);

// Can these two stand for each other? Persons by their names (a surname is enough), else by country and sectors.
bool participants_match(const struct participant *a, const struct participant *b);
// The last word of a name: of two persons that match it is the same.
struct slice last_word(struct slice name);

#endif
