/* walk: the state of one pass over the groups of a sentence: the stack of open clauses, and the words that wait for their verb.
 * May be used by: text (clauses, nominals, verbs, ahead). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_WALK_H
#define DATELINE_WALK_H

#include "text/groups.h"

enum { DEEPEST_CLAUSE = 32 };

struct clause {
    size_t predicate, subject, object; // tokens or NOWHERE
    size_t copula;                     // the last auxiliary that waits for its predicate
    size_t governor;                   // NOWHERE: the predicate of the clause around, when it is known
    struct slice relation;
    enum verb_form form;
    bool passive, is_saying;           // is_saying: "..., he said" behind what he said
    size_t waiting;                    // where its words that wait for the predicate begin
};

struct waiting {
    size_t token;
    struct slice relation;
};

struct walk {
    struct growing_tree *tree;
    const struct group *groups;
    size_t count, at;                  // groups, and the one in hand
    struct clause clauses[DEEPEST_CLAUSE];
    int depth;                         // the clause on top
    struct waiting *waiting;           // [tokens + DEEPEST_CLAUSE + 1]
    size_t waiting_count;
    size_t coordinator;                // an "and" whose second part is awaited
    size_t last_nominal;               // group of the last nominal, or NOWHERE
    size_t root;
};

static inline struct clause *top_clause(struct walk *walk) { return &walk->clauses[walk->depth]; }
static inline const struct group *group_at(const struct walk *walk, size_t g) { return g < walk->count ? &walk->groups[g] : NULL; }
static inline bool is_kind(const struct walk *walk, size_t g, enum group_kind kind) { return g < walk->count && walk->groups[g].kind == kind; }
static inline bool is_mark(const struct walk *walk, size_t g, const char *mark) {
    return is_kind(walk, g, GROUP_PUNCT) && is_word(walk->tree, walk->groups[g].head, mark);
}
static inline bool word_has(const struct walk *walk, size_t token, enum word_class class) {
    return token != NOWHERE && has_class(&walk->tree->facts[token], class);
}
// UD hangs all of "came, saw and won" on the first.
static inline size_t first_predicate(const struct clause *clause) {
    return slice_is(clause->relation, "conj") && clause->governor != NOWHERE ? clause->governor : clause->predicate;
}
static inline const struct group *last_nominal(const struct walk *walk) {
    return walk->last_nominal == NOWHERE ? NULL : &walk->groups[walk->last_nominal];
}
static inline bool follows_nominal(const struct walk *walk, size_t g) { return walk->last_nominal != NOWHERE && walk->last_nominal + 1 == g; }

// Hangs a word on the predicate of the clause on top, now or when it comes.
void let_wait(struct walk *walk, size_t token, struct slice relation);
// The clause on top has found its predicate: all that waited for it hangs on it, and it on its governor.
void set_predicate(struct walk *walk, size_t predicate);

// A new clause on top. Its governor may be NOWHERE: then it is the predicate of the clause below. The deepest gives way when there
// is no more room.
void push_clause(struct walk *walk, size_t governor, struct slice relation);
// A clause ends; without a verb, its copula or a noun that waits stands for it.
void close_clause(struct walk *walk);
void pop_clause(struct walk *walk);
// Clauses that are complete give way to an outer one that still waits for its verb and has its subject.
bool return_to_waiting(struct walk *walk);

// The "and" that waits is this word's.
void take_coordinator(struct walk *walk, size_t head);

// What the files of this room do for each other: each takes groups[g] in, as what its name says.
void join_nominal(struct walk *walk, size_t g);
void join_verb(struct walk *walk, size_t g);
// A clause that begins with a subordinator or question word at g, which hangs in it as `mark`.
void open_marked(struct walk *walk, size_t g, struct slice mark);

#endif
