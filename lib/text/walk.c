// SPDX-License-Identifier: MIT
#include "text/walk.h"

void let_wait(struct walk *walk, size_t token, struct slice relation) {
    if (top_clause(walk)->predicate != NOWHERE) attach(walk->tree, token, top_clause(walk)->predicate, relation);
    else walk->waiting[walk->waiting_count++] = (struct waiting){token, relation};
}

static struct slice as_passive(const struct clause *clause, struct slice relation) {
    return clause->passive && slice_is(relation, "nsubj") ? RELATION("nsubj:pass") : relation;
}

// "..., he said": what stood before becomes the content of the saying.
static void turn_round(struct walk *walk, size_t predicate) {
    attach(walk->tree, walk->root, predicate, RELATION("ccomp"));
    walk->root = predicate;
}

static void hang_clause(struct walk *walk, struct clause *clause) {
    size_t predicate = clause->predicate;
    if (clause->is_saying) turn_round(walk, predicate);
    else if (clause == &walk->clauses[0]) walk->root = predicate;
    else if (clause->governor != NOWHERE) attach(walk->tree, predicate, clause->governor, clause->relation);
    else if (clause[-1].predicate != NOWHERE) attach(walk->tree, predicate, clause[-1].predicate, clause->relation);
    else walk->waiting[walk->waiting_count++] = (struct waiting){predicate, clause->relation};
}

// The clause on top has found its predicate: all that waited for it hangs on it.
void set_predicate(struct walk *walk, size_t predicate) {
    struct clause *clause = top_clause(walk);
    clause->predicate = predicate;
    for (size_t i = clause->waiting; i < walk->waiting_count; i++)
        attach(walk->tree, walk->waiting[i].token, predicate, as_passive(clause, walk->waiting[i].relation));
    walk->waiting_count = clause->waiting;
    hang_clause(walk, clause);
}

// A clause ends without a verb: its copula or the first noun that waits stands for it.
// A word stands for the predicate that never came. A noun behind a mark ("since March 3") is no clause, its mark a preposition.
static void stand_in(struct walk *walk, size_t token) {
    struct clause *clause = top_clause(walk);
    enum upos upos = upos_at(walk->tree, token);
    bool nominal = upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_PRON || upos == UPOS_NUM;
    if (nominal && slice_is(clause->relation, "advcl")) {
        clause->relation = RELATION("obl");
        for (size_t i = clause->waiting; i < walk->waiting_count; i++)
            if (slice_is(walk->waiting[i].relation, "mark")) walk->waiting[i].relation = RELATION("case");
    }
    set_predicate(walk, token);
}

void close_clause(struct walk *walk) {
    struct clause *clause = top_clause(walk);
    if (clause->predicate != NOWHERE) return;
    if (clause->copula != NOWHERE) set_predicate(walk, clause->copula);
    else if (clause->subject != NOWHERE) stand_in(walk, clause->subject);
    else if (clause->waiting < walk->waiting_count) stand_in(walk, walk->waiting[walk->waiting_count - 1].token);
}

void pop_clause(struct walk *walk) {
    close_clause(walk);
    if (walk->depth > 0) walk->depth--;
}

void push_clause(struct walk *walk, size_t governor, struct slice relation) {
    if (walk->depth + 1 == DEEPEST_CLAUSE) pop_clause(walk);
    walk->clauses[++walk->depth] = (struct clause){.predicate = NOWHERE,
                                                   .subject = NOWHERE,
                                                   .object = NOWHERE,
                                                   .copula = NOWHERE,
                                                   .governor = governor,
                                                   .relation = relation,
                                                   .waiting = walk->waiting_count};
}

// Clauses that are complete give way to an outer one that still waits for its verb and has its subject.
bool return_to_waiting(struct walk *walk) {
    int depth = walk->depth;
    while (depth >= 0 && (walk->clauses[depth].predicate != NOWHERE || walk->clauses[depth].subject == NOWHERE)) depth--;
    if (depth < 0) return false;
    while (walk->depth > depth) pop_clause(walk);
    return true;
}

void take_coordinator(struct walk *walk, size_t head) {
    if (walk->coordinator != NOWHERE) attach(walk->tree, walk->coordinator, head, RELATION("cc"));
    walk->coordinator = NOWHERE;
}
