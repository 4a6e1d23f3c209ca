// SPDX-License-Identifier: MIT
// Verb groups in their clause: finite verbs, infinitives, participles, joined verbs, sayings.
#include "text/ahead.h"

// A participle without auxiliary that no clause can rest on: "attack aimed at", "talking to reporters".
static bool is_reduced(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top_clause(walk);
    if (group->has_auxiliary || group->infinitive || group->only_auxiliary) return false;
    bool relative = clause->predicate == NOWHERE && clause->subject != NOWHERE && slice_is(clause->relation, "acl:relcl");
    if (walk->coordinator != NOWHERE || relative) return false;
    if (clause->predicate == NOWHERE && clause->copula != NOWHERE) return false;
    if (word_has(walk, group->head, CLASS_past)) return false;
    if (group->form == FORM_ING || group->form == FORM_PARTICIPLE)
        return clause->predicate != NOWHERE || clause->subject == NOWHERE ? clause->governor == NOWHERE || clause->predicate != NOWHERE
                                                                          : finite_verb_ahead(walk, g);
    if (group->form != FORM_PAST_OR_PARTICIPLE) return false;
    const struct group *next = group_at(walk, g + 1);
    bool by = next && next->preposition != NOWHERE && is_word(walk->tree, next->preposition, "by") &&
              !(walk->tree->facts[group->head].verb & walk->tree->facts[next->preposition].preposition); // not in "talked by phone"
    if (g == 0 && clause_follows_comma(walk)) return true;
    if (clause->predicate == NOWHERE)
        return clause->subject != NOWHERE &&
               (is_inserted(walk, g) || (follows_nominal(walk, g) && (by || finite_verb_ahead(walk, g))));
    if (!by && outer_clause_waits(walk) && !finite_verb_ahead(walk, g)) return false;
    if (is_kind(walk, g - 1, GROUP_PUNCT))
        return !(word_has(walk, group->head, CLASS_content_verb) && next && next->kind == GROUP_NOMINAL);
    return follows_nominal(walk, g);
}

static void open_reduced(struct walk *walk, size_t g) {
    struct clause *clause = top_clause(walk);
    bool direct = g && is_kind(walk, g - 1, GROUP_VERB) && word_has(walk, clause->predicate, CLASS_infinitive_verb);
    if (direct) push_clause(walk, clause->predicate, RELATION("xcomp"));
    else if (follows_nominal(walk, g) || (clause->predicate == NOWHERE && is_inserted(walk, g)))
        push_clause(walk, last_nominal(walk)->head, RELATION("acl"));
    else push_clause(walk, clause->predicate, RELATION("advcl"));
}

// The object of the verb before turns out to be the subject of this one.
static void steal_object(struct walk *walk) {
    struct clause *clause = top_clause(walk);
    size_t object = clause->object, predicate = clause->predicate;
    clause->object = NOWHERE;
    walk->tree->tokens[object].head = -1;
    push_clause(walk, predicate, word_has(walk, predicate, CLASS_content_verb) ? RELATION("ccomp") : RELATION("parataxis"));
    let_wait(walk, object, RELATION("nsubj"));
    top_clause(walk)->subject = object;
}

// "Ministry says Orlin to visit Lundby", "Orlin to visit Lundby": in headlines the infinitive is the verb of the name before it.
static bool has_headline_subject(const struct walk *walk, size_t g) {
    const struct clause *clause = &walk->clauses[walk->depth];
    if (!follows_nominal(walk, g) || walk->groups[g].has_auxiliary) return false;
    const struct token *name = &walk->tree->tokens[last_nominal(walk)->head];
    if (name->ner != NER_PER && name->ner != NER_LOC && name->ner != NER_ORG && name->ner != NER_TITLE) return false;
    bool subject = clause->subject == last_nominal(walk)->head || (slice_is(name->deprel, "conj") && name->head == (long)clause->subject + 1);
    if (clause->predicate == NOWHERE) return walk->depth == 0 && subject && !finite_verb_ahead(walk, g);
    bool says = word_has(walk, clause->predicate, CLASS_content_verb) && !word_has(walk, clause->predicate, CLASS_person_verb) &&
                !word_has(walk, clause->predicate, CLASS_infinitive_verb);
    return says && clause->object == last_nominal(walk)->head;
}

static void open_infinitive(struct walk *walk, size_t g) {
    struct clause *clause = top_clause(walk);
    size_t predicate = clause->predicate;
    bool after_nominal = follows_nominal(walk, g);
    if (has_headline_subject(walk, g)) {
        if (predicate != NOWHERE) steal_object(walk);
        return;
    }
    if (after_nominal && predicate != NOWHERE && is_time(walk, last_nominal(walk))) after_nominal = false;
    if (after_nominal &&
        (predicate == NOWHERE || (word_has(walk, last_nominal(walk)->head, CLASS_infinitive_noun) && !clause->passive)))
        push_clause(walk, last_nominal(walk)->head, RELATION("acl"));
    else if (predicate == NOWHERE && clause->copula != NOWHERE && clause->subject != NOWHERE) return;
    else if (g && is_kind(walk, g - 1, GROUP_ADJECTIVE)) push_clause(walk, walk->groups[g - 1].head, RELATION("xcomp"));
    else if (word_has(walk, predicate, CLASS_infinitive_verb)) push_clause(walk, predicate, RELATION("xcomp"));
    else push_clause(walk, predicate, RELATION("advcl"));
}

static bool same_kind_of_form(enum verb_form a, enum verb_form b) {
    bool finite_a = a == FORM_PRESENT || a == FORM_PAST || a == FORM_PAST_OR_PARTICIPLE;
    bool finite_b = b == FORM_PRESENT || b == FORM_PAST || b == FORM_PAST_OR_PARTICIPLE;
    return a == b || (finite_a && finite_b) || (a == FORM_PARTICIPLE && b == FORM_PAST_OR_PARTICIPLE);
}

// "met and talked": on the nearest verb of the same form.
static void open_conjunct(struct walk *walk, const struct group *group) {
    int depth = walk->depth;
    while (depth > 0 && !(walk->clauses[depth].predicate != NOWHERE && same_kind_of_form(walk->clauses[depth].form, group->form)))
        depth--;
    if (walk->clauses[depth].predicate == NOWHERE || !same_kind_of_form(walk->clauses[depth].form, group->form)) depth = walk->depth;
    while (walk->depth > depth) pop_clause(walk);
    push_clause(walk, first_predicate(top_clause(walk)), RELATION("conj"));
    let_wait(walk, walk->coordinator, RELATION("cc"));
    walk->coordinator = NOWHERE;
}

static void open_finite(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top_clause(walk);
    bool after_mark = g && walk->groups[g - 1].kind == GROUP_PUNCT;
    if (walk->coordinator != NOWHERE) open_conjunct(walk, group);
    else if (return_to_waiting(walk)) return;
    else if (after_mark && word_has(walk, group->head, CLASS_content_verb) && walk->root != NOWHERE) {
        push_clause(walk, NOWHERE, RELATION("root"));
        top_clause(walk)->is_saying = true;
    } else if (clause->object != NOWHERE && follows_nominal(walk, g) && last_nominal(walk)->head == clause->object) steal_object(walk);
    else if (g && is_kind(walk, g - 1, GROUP_VERB) && group->form == FORM_BASE)
        push_clause(walk, clause->predicate, RELATION("xcomp"));
    else if (group->form == FORM_BASE && word_has(walk, clause->predicate, CLASS_infinitive_verb))
        push_clause(walk, clause->predicate, RELATION("xcomp"));
    else push_clause(walk, clause->predicate, RELATION("parataxis"));
}

static void wait_for_predicate(struct walk *walk, const struct group *group) {
    struct growing_tree *tree = walk->tree;
    for (size_t i = group->first; i <= group->last; i++) {
        bool copula = i == group->head && slice_is(tree->tokens[i].lemma, "be");
        enum upos upos = upos_at(tree, i);
        let_wait(walk, i,
                 copula                                        ? RELATION("cop")
                 : upos == UPOS_AUX                            ? RELATION("aux")
                 : upos == UPOS_PART && is_word(tree, i, "to") ? RELATION("mark")
                                                               : RELATION("advmod"));
    }
    top_clause(walk)->copula = group->head;
}

void join_verb(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    bool inverted = top_clause(walk)->predicate == NOWHERE && top_clause(walk)->copula != NOWHERE;
    if (!inverted && group->infinitive &&
        (top_clause(walk)->predicate != NOWHERE || top_clause(walk)->subject != NOWHERE || walk->at == 0) &&
        walk->coordinator == NOWHERE)
        open_infinitive(walk, g);
    else if (is_reduced(walk, g)) open_reduced(walk, g);
    else if (top_clause(walk)->predicate != NOWHERE) open_finite(walk, g);
    struct clause *clause = top_clause(walk);
    clause->form = group->infinitive ? FORM_BASE : group->form;
    if (group->only_auxiliary) {
        wait_for_predicate(walk, group);
        return;
    }
    bool be = clause->copula != NOWHERE && slice_is(walk->tree->tokens[clause->copula].lemma, "be");
    clause->passive = group->passive || (be && (group->form == FORM_PARTICIPLE || group->form == FORM_PAST_OR_PARTICIPLE));
    set_predicate(walk, group->head);
    if (inverted) walk->tree->tokens[clause->copula].deprel = clause->passive ? RELATION("aux:pass") : RELATION("aux");
}
