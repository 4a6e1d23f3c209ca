/* party: who takes part in an event: from a noun in a tree to names and codes. May be used by: story, exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PARTY_H
#define DATELINE_PARTY_H

#include "story/cast.h"
#include "text/dependencies.h"

struct party {
    struct slice name, code;
    long start, end;   // where it stands, in characters
    long entity;       // of the document; 0: none
    bool is_person;
};

enum { MOST_PARTIES = 12 };
struct parties {
    struct party at[MOST_PARTIES];
    int count;
};

// Whom the noun at token `noun` of a tree stands for, its conjuncts too; added to `parties`. `among`: who "the two", "they" and
// "his counterpart" may point back to, may be NULL. Nobody worth coding: nothing is added.
void find_parties(struct cast *cast, const struct tree *tree, int noun, const struct parties *among, struct parties *parties);

// The persons of a list that begins with this noun group, found by position: "between the chief of the General Staff, A, and his
// counterpart, General B". At least two, or nothing is added and the answer is false.
bool find_listed_persons(struct cast *cast, const struct tree *tree, int noun, struct parties *parties);

// Adds one unless it is there already; of two that are the same the one with a name stays.
void add_party(struct parties *parties, struct party party);
bool same_party(const struct party *a, const struct party *b);

#endif
