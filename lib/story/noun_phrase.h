/* noun_phrase: what belongs to a noun by position, so that it survives a wrong tree; and the countries it names. May be used by: story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NOUN_PHRASE_H
#define DATELINE_NOUN_PHRASE_H

#include "story/cast.h"
#include "text/dependencies.h"

struct noun_phrase {
    int first, last; // tokens
};

enum { MOST_COUNTRIES = 6 };
struct countries {
    struct slice at[MOST_COUNTRIES]; // codes, each once
    int count;
};

// From the first word that belongs to the noun `head` up to it: determiners, adjectives, nouns, names, possessives.
struct noun_phrase phrase_before(const struct tree *tree, int head);

// Countries in a phrase ("the US and Russian chiefs of staff") or, if there are none, behind it ("ministers of Russia and the US").
struct countries countries_around(struct cast *cast, const struct tree *tree, struct noun_phrase phrase);

// The mention that a marked token of the sentence belongs to.
struct mention mention_of(struct cast *cast, const struct tree *tree, int i);

#endif
