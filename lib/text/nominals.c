// SPDX-License-Identifier: MIT
// Noun groups in their clause: subjects, objects, prepositional groups, lists, appositions, relative clauses.
#include "text/ahead.h"

// A preposition after a noun: its own (talks with), the verb's (meet with), else the noun's unless it is a loose one (during).
static bool goes_to_noun(const struct walk *walk, const struct group *group, size_t predicate) {
    const struct group *noun = last_nominal(walk);
    const struct word_facts *preposition = &walk->tree->facts[group->preposition];
    bool name = upos_at(walk->tree, noun->last) == UPOS_PROPN, of = is_word(walk->tree, group->preposition, "of");
    if (predicate == NOWHERE || (of && !(name && walk->tree->facts[predicate].verb & preposition->preposition))) return true;
    if (is_time(walk, group) || upos_at(walk->tree, noun->head) == UPOS_PRON) return false;
    if (!name && walk->tree->facts[noun->head].noun & preposition->preposition) return true;
    if (walk->tree->facts[predicate].verb & preposition->preposition) return false;
    return !has_class(preposition, CLASS_loose) && !name && !is_time(walk, noun);
}

static void join_prepositional(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top_clause(walk);
    if (clause->copula != NOWHERE && clause->predicate == NOWHERE && clause->subject != NOWHERE &&
        !is_kind(walk, g - 1, GROUP_PUNCT)) {
        set_predicate(walk, group->head);
        return;
    }
    if (g && is_kind(walk, g - 1, GROUP_ADJECTIVE)) {
        attach(walk->tree, group->head, walk->groups[g - 1].head, RELATION("obl"));
        return;
    }
    bool by_agent = clause->passive && is_word(walk->tree, group->preposition, "by");
    if (follows_nominal(walk, g) && !by_agent && goes_to_noun(walk, group, clause->predicate)) {
        attach(walk->tree, group->head, last_nominal(walk)->head, RELATION("nmod"));
        return;
    }
    let_wait(walk, group->head, by_agent ? RELATION("obl:agent") : RELATION("obl"));
}

// UD hangs all of "A, B and C" on A.
static size_t first_conjunct(const struct growing_tree *tree, size_t i) {
    return slice_is(tree->tokens[i].deprel, "conj") ? (size_t)tree->tokens[i].head - 1 : i;
}

// The second part of "A and B" (or of a list "A, B and C"): on the last nominal with the same preposition.
static bool join_conjunct(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g], *last = last_nominal(walk);
    bool in_list = walk->coordinator == NOWHERE && is_mark(walk, g - 1, ",") && is_near(walk, g) && coordinator_ahead(walk, g);
    if (!last || (walk->coordinator == NOWHERE && !in_list)) return false;
    if (group->preposition != NOWHERE && last->preposition == NOWHERE) return false;
    if (!in_list && (size_t)(group->first - last->last) > 4) return false;
    attach(walk->tree, group->head, first_conjunct(walk->tree, last->head), RELATION("conj"));
    if (!in_list) take_coordinator(walk, group->head);
    return true;
}

static void open_relative(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    push_clause(walk, last_nominal(walk)->head, RELATION("acl:relcl"));
    bool subject = is_kind(walk, g + 1, GROUP_VERB) || (!is_kind(walk, g + 1, GROUP_NOMINAL) && is_kind(walk, g + 2, GROUP_VERB));
    if (group->preposition != NOWHERE) let_wait(walk, group->head, RELATION("obl"));
    else if (subject) let_wait(walk, group->head, RELATION("nsubj")), top_clause(walk)->subject = group->head;
    else let_wait(walk, group->head, RELATION("obj"));
}

static void take_subject(struct walk *walk, const struct group *group) {
    let_wait(walk, group->head, is_word(walk->tree, group->head, "there") ? RELATION("expl") : RELATION("nsubj"));
    top_clause(walk)->subject = group->head;
}

// A nominal with a verb behind it, where the clause on top is complete: a new clause.
static void open_clause(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top_clause(walk);
    size_t predicate = clause->predicate;
    bool after_mark = g && walk->groups[g - 1].kind == GROUP_PUNCT;
    if (opens_saying(walk, g)) {
        while (walk->depth > 0) pop_clause(walk);
        push_clause(walk, NOWHERE, RELATION("root"));
        top_clause(walk)->is_saying = true;
    } else if (walk->coordinator != NOWHERE) {
        while (walk->depth > 0 && (slice_is(top_clause(walk)->relation, "acl:relcl") || top_clause(walk)->form == FORM_BASE ||
                                   top_clause(walk)->form == FORM_ING))
            pop_clause(walk);
        predicate = top_clause(walk)->predicate != NOWHERE ? first_predicate(top_clause(walk)) : predicate;
        push_clause(walk, predicate, RELATION("conj"));
    } else if (word_has(walk, predicate, CLASS_content_verb) && !slice_is(clause->relation, "parataxis"))
        push_clause(walk, predicate, RELATION("ccomp"));
    else if (!after_mark && follows_nominal(walk, g)) push_clause(walk, last_nominal(walk)->head, RELATION("acl:relcl"));
    else push_clause(walk, walk->root != NOWHERE ? walk->root : predicate, RELATION("parataxis"));
    if (walk->coordinator != NOWHERE) let_wait(walk, walk->coordinator, RELATION("cc")), walk->coordinator = NOWHERE;
    take_subject(walk, group);
}

// "What did he say": what seemed the subject is the object.
static void turn_question(struct walk *walk, const struct group *subject) {
    struct clause *clause = top_clause(walk);
    for (size_t i = clause->waiting; i < walk->waiting_count; i++)
        if (walk->waiting[i].token == clause->subject) walk->waiting[i].relation = RELATION("obj");
    take_subject(walk, subject);
}

// A name behind "the chairman of the board," is the chairman's, not the board's.
static void join_apposition(struct walk *walk, size_t g) {
    size_t host = walk->last_nominal;
    if (upos_at(walk->tree, walk->groups[g].head) == UPOS_PROPN)
        while (host > 0 && is_kind(walk, host - 1, GROUP_NOMINAL) && is_word(walk->tree, walk->groups[host].preposition, "of")) host--;
    attach(walk->tree, walk->groups[g].head, walk->groups[host].head, RELATION("appos"));
}

// "Orlin, Lundby discuss trade": in a headline, two names of persons or of countries with a comma between are both subjects.
static bool is_second_subject(const struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g], *before = last_nominal(walk);
    if (!is_mark(walk, g - 1, ",") || !is_kind(walk, g - 2, GROUP_NOMINAL) || !is_kind(walk, g + 1, GROUP_VERB)) return false;
    if (before->preposition != NOWHERE || before->first != 0 || walk->groups[g + 1].infinitive) return false;
    const struct token *one = &walk->tree->tokens[before->head], *other = &walk->tree->tokens[group->head];
    bool countries = one->ner == NER_LOC && one->value.length == 3 && other->value.length == 3;
    return one->ner == other->ner && (one->ner == NER_PER || countries) && one->entity != other->entity;
}

static void join_before_verb(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top_clause(walk);
    bool time = is_time(walk, group);
    if (clause->copula != NOWHERE && clause->subject != NOWHERE && is_kind(walk, g + 1, GROUP_VERB) &&
        !walk->groups[g + 1].has_auxiliary && !walk->groups[g + 1].infinitive && is_kind(walk, g - 1, GROUP_VERB))
        turn_question(walk, group);
    else if (clause->copula != NOWHERE && clause->subject != NOWHERE) {
        bool be = slice_is(walk->tree->tokens[clause->copula].lemma, "be");
        if (be && !verb_follows(walk, g, true) &&
            (is_word(walk->tree, clause->subject, "what") || is_word(walk->tree, clause->subject, "who"))) {
            set_predicate(walk, clause->subject);
            attach(walk->tree, group->head, clause->subject, RELATION("nsubj"));
            return;
        }
        set_predicate(walk, be ? group->head : clause->copula);
        if (!be) attach(walk->tree, group->head, clause->copula, RELATION("obj"));
    } else if (time && (clause->subject != NOWHERE || !verb_follows(walk, g, true)))
        let_wait(walk, group->head, RELATION("obl:unmarked"));
    else if (clause->subject == NOWHERE) take_subject(walk, group);
    else if (follows_nominal(walk, g) && verb_follows(walk, g, true)) {
        push_clause(walk, last_nominal(walk)->head, RELATION("acl:relcl"));
        take_subject(walk, group);
    } else if (is_second_subject(walk, g)) attach(walk->tree, group->head, last_nominal(walk)->head, RELATION("conj"));
    else if (is_near(walk, g)) join_apposition(walk, g);
    else let_wait(walk, group->head, RELATION("dislocated"));
}

static void take_object(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top_clause(walk);
    bool again = clause->object != NOWHERE && follows_nominal(walk, g);
    if (clause->object == NOWHERE) {
        bool inverted = clause->subject == NOWHERE && clause->is_saying;
        attach(walk->tree, group->head, clause->predicate, inverted ? RELATION("nsubj") : RELATION("obj"));
        if (inverted) clause->subject = group->head;
        else clause->object = group->head;
    } else if (again && word_has(walk, clause->predicate, CLASS_person_verb)) {
        walk->tree->tokens[clause->object].deprel = RELATION("iobj");
        attach(walk->tree, group->head, clause->predicate, RELATION("obj"));
        clause->object = group->head;
    } else if (is_near(walk, g)) join_apposition(walk, g);
    else attach(walk->tree, group->head, clause->predicate, RELATION("obl:unmarked"));
}

static void join_after_verb(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top_clause(walk);
    bool after_mark = g && walk->groups[g - 1].kind == GROUP_PUNCT;
    if (opens_clause(walk, g)) {
        int waiting = walk->depth;
        while (after_mark && waiting > 0 && walk->clauses[waiting].predicate != NOWHERE) waiting--;
        if (after_mark && !opens_saying(walk, g) && walk->clauses[waiting].predicate == NOWHERE &&
            walk->clauses[waiting].subject == NOWHERE) {
            while (walk->depth > waiting) pop_clause(walk);
            take_subject(walk, group);
        } else open_clause(walk, g);
    } else if (is_time(walk, group)) attach(walk->tree, group->head, clause->predicate, RELATION("obl:unmarked"));
    else if (after_mark && is_near(walk, g) && (clause->object != NOWHERE || is_kind(walk, g - 2, GROUP_NOMINAL)))
        join_apposition(walk, g);
    else take_object(walk, g);
}

// The last nominal of a list "A, B and C", with adverbs behind it, that begins with the one at g; g itself if it begins none.
static size_t end_of_list(const struct walk *walk, size_t g) {
    size_t i = g;
    while (is_mark(walk, i + 1, ",") && is_kind(walk, i + 2, GROUP_NOMINAL)) i += 2;
    if (!is_kind(walk, i + 1, GROUP_COORDINATOR) || !is_kind(walk, i + 2, GROUP_NOMINAL)) return g;
    for (i += 2; is_kind(walk, i + 1, GROUP_ADVERB);) i++;
    return i;
}

// "since the war began": what seemed a preposition opens a clause.
static bool open_subordinate(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    bool opens =
        word_has(walk, group->preposition, CLASS_subordinator) && group->first == group->preposition && walk->coordinator == NOWHERE;
    size_t verb = end_of_list(walk, g) + 1;
    if (!opens || !is_kind(walk, verb, GROUP_VERB) || !is_finite(&walk->groups[verb], top_clause(walk)->predicate != NOWHERE))
        return false;
    push_clause(walk, top_clause(walk)->predicate, RELATION("advcl"));
    walk->tree->tokens[group->preposition].head = -1;
    let_wait(walk, group->preposition, RELATION("mark"));
    take_subject(walk, group);
    walk->last_nominal = g;
    return true;
}

void join_nominal(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    if (open_subordinate(walk, g)) return;
    bool complete = top_clause(walk)->predicate != NOWHERE;
    bool clause_ahead = complete && opens_clause(walk, g);
    if (is_conjunction(walk, g)) {
        open_marked(walk, g, RELATION("mark"));
        return;
    }
    if (is_relative(walk, group) && is_near(walk, g) && upos_at(walk->tree, last_nominal(walk)->head) != UPOS_PRON)
        open_relative(walk, g);
    else if (is_question_word(walk, group) && complete && group->preposition == NOWHERE) {
        push_clause(walk, top_clause(walk)->predicate, RELATION("ccomp"));
        if (is_kind(walk, g + 1, GROUP_VERB)) take_subject(walk, group);
        else let_wait(walk, group->head, RELATION("obj"));
    } else if (clause_ahead || !g || !join_conjunct(walk, g)) {
        if (!clause_ahead && walk->coordinator != NOWHERE) take_coordinator(walk, group->head);
        if (group->preposition != NOWHERE) join_prepositional(walk, g);
        else if (complete) join_after_verb(walk, g);
        else join_before_verb(walk, g);
    }
    walk->last_nominal = g;
}
