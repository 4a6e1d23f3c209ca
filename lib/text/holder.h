/* holder: the persons of a document with the offices it gives them. May be used by: text (office.c). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_HOLDER_H
#define DATELINE_HOLDER_H

#include "text/apposition.h"

enum { MOST_HOLDERS = 64 };

#define NOBODY ((size_t)-1)

struct holder {
    size_t person;        // the mention that stands for him
    size_t title;         // the mention of the office
    size_t words;         // the mention whose words say which: for a counterpart that of the other's
    uint64_t office;      // see struct mention
    struct slice country; // of the office, or else of the person by a list; empty where unknown
    struct slice code;
    bool stated;          // the text says the country beside the office
    enum era era;
};

struct holders {
    struct holder list[MOST_HOLDERS];
    size_t count;
};

// What says which office a title is: the row's, or else its words; never 0.
uint64_t office_of(const struct search *search, const struct mention *title);

// Gives a title its country and body, joins it with the person or the persons it stands beside, and notes them as holders.
void join_adjacent(struct search *search, struct holders *holders, size_t m);

// A counterpart has the office of the person named last before. Returns the mention whose words say which, or its own.
size_t take_office_of_other(struct search *search, const struct holders *holders, size_t m);

// The one person for whom a title that stands alone can stand, as a mention; NOBODY if there is none or several.
size_t find_holder(struct search *search, const struct holders *holders, size_t m);

#endif
