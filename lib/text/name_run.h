/* name_run: how far a name goes that begins at a word: by the lists, by its capitals, by what comes behind. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NAME_RUN_H
#define DATELINE_NAME_RUN_H

#include "text/mention.h"

// A run of capitalised words is looked at no further: it would be a table, and time would grow with its square.
enum { MOST_WORDS = 12, MOST_PARTICLES = 4 };

struct match {
    size_t count; // tokens; 0: none
    uint32_t row;
};

struct place { // where the walk stands
    struct search *search;
    const struct token *tokens;
    const struct sight *sights;
    size_t sentence, first, end; // the sentence's tokens
    size_t at;
};

// The longest phrase of each list that begins here.
void find_matches(const struct place *place, size_t at, struct match matches[3]);

// Is the word at this token of the sentence just that? Has no name been found there?
bool is_form(const struct place *place, size_t at, const char *form);
bool is_free(const struct place *place, size_t at);

bool is_capital(const struct place *place, size_t at);

// One step on in a run of capitalised words: over particles ("van der"), a hyphen inside a word, an ampersand. 0: the run ends.
size_t step_of_run(const struct place *place, size_t at);

// Does something else begin here, so that a person's name cannot go on: a nationality, an office, a name of several words?
bool begins_other(const struct place *place, size_t at);

// "Anna Orlin Pavel Meyer": does the next person begin at `at`, in a run of words that ends before `end` and began at `first`? So it looks
// where names stand in a row with nothing between them, as under a letter or in a list: a given name behind one that is none.
bool begins_next_person(const struct sight *sights, size_t first, size_t at, size_t end);

// How far a person's name goes that begins here: at most five words of the run.
size_t end_of_person(const struct place *place, size_t at);

bool is_unknown(const struct place *place, size_t at);

// "Lundby Press Secretary", "Department of Trade Spokesperson": a run of capitals ends before an office that somebody holds behind it.
size_t end_before_office(const struct place *place, size_t at, size_t end);

// Where an organisation ends that begins here and whose last word is a head of organisations: 0 if there is none.
size_t end_of_organisation(const struct place *place, size_t at);

#endif
