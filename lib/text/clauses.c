// SPDX-License-Identifier: MIT
#include "text/clauses.h"

enum { DEEPEST_CLAUSE = 32, FARTHEST_LOOK = 10 };

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
    struct tree *tree;
    const struct group *groups;
    size_t count, at;                  // groups, and the one in hand
    struct clause clauses[DEEPEST_CLAUSE];
    int depth;                         // the clause on top
    struct waiting *waiting;
    size_t waiting_count;
    size_t coordinator;                // an "and" whose second part is awaited
    size_t last_nominal;               // group of the last nominal, or NOWHERE
    size_t root;
};

static struct clause *top(struct walk *walk) { return &walk->clauses[walk->depth]; }

static void wait(struct walk *walk, size_t token, struct slice relation) {
    if (top(walk)->predicate != NOWHERE) attach(walk->tree, token, top(walk)->predicate, relation);
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
static void set_predicate(struct walk *walk, size_t predicate) {
    struct clause *clause = top(walk);
    clause->predicate = predicate;
    for (size_t i = clause->waiting; i < walk->waiting_count; i++)
        attach(walk->tree, walk->waiting[i].token, predicate, as_passive(clause, walk->waiting[i].relation));
    walk->waiting_count = clause->waiting;
    hang_clause(walk, clause);
}

static void push_clause(struct walk *walk, size_t governor, struct slice relation);

// A clause ends without a verb: its copula or the first noun that waits stands for it.
static void close_clause(struct walk *walk) {
    struct clause *clause = top(walk);
    if (clause->predicate != NOWHERE) return;
    if (clause->copula != NOWHERE) set_predicate(walk, clause->copula);
    else if (clause->subject != NOWHERE) set_predicate(walk, clause->subject);
    else if (clause->waiting < walk->waiting_count) set_predicate(walk, walk->waiting[walk->waiting_count - 1].token);
}

static void pop_clause(struct walk *walk) {
    close_clause(walk);
    if (walk->depth > 0) walk->depth--;
}

static void push_clause(struct walk *walk, size_t governor, struct slice relation) {
    if (walk->depth + 1 == DEEPEST_CLAUSE) pop_clause(walk);
    walk->clauses[++walk->depth] = (struct clause){.predicate = NOWHERE, .subject = NOWHERE, .object = NOWHERE, .copula = NOWHERE,
                                                   .governor = governor, .relation = relation, .waiting = walk->waiting_count};
}

static const struct group *group_at(const struct walk *walk, size_t g) { return g < walk->count ? &walk->groups[g] : NULL; }
static bool is_kind(const struct walk *walk, size_t g, enum group_kind kind) { return g < walk->count && walk->groups[g].kind == kind; }
static bool is_mark(const struct walk *walk, size_t g, const char *mark) {
    return is_kind(walk, g, GROUP_PUNCT) && is_word(walk->tree, walk->groups[g].head, mark);
}
static bool has(const struct walk *walk, size_t token, enum word_class class) {
    return token != NOWHERE && has_class(&walk->tree->facts[token], class);
}

// A verb group that can carry a clause for sure, or (`perhaps`) at least may.
static bool is_finite(const struct group *group, bool perhaps) {
    if (group->kind != GROUP_VERB || group->infinitive) return false;
    if (group->has_auxiliary || group->only_auxiliary) return true;
    if (group->form == FORM_PRESENT || group->form == FORM_PAST) return true;
    return perhaps && (group->form == FORM_PAST_OR_PARTICIPLE || group->form == FORM_BASE);
}

// After the nominal at g: does a verb come that has it as its subject? Prepositional groups and adverbs may stand between.
static bool verb_follows(const struct walk *walk, size_t g, bool perhaps) {
    size_t predicate = walk->clauses[walk->depth].predicate;
    bool may_be_joined = predicate == NOWHERE || has(walk, predicate, CLASS_content_verb);
    for (size_t i = g + 1; i < walk->count && i < g + FARTHEST_LOOK; i++) {
        const struct group *group = &walk->groups[i];
        if (group->kind == GROUP_VERB) return is_finite(group, perhaps);
        if (group->kind == GROUP_ADVERB || (group->kind == GROUP_NOMINAL && group->preposition != NOWHERE)) continue;
        if (may_be_joined && group->kind == GROUP_COORDINATOR && is_kind(walk, i + 1, GROUP_NOMINAL)) {
            i++;
            continue;
        }
        return false;
    }
    return false;
}

static bool is_subject_pronoun(const struct tree *tree, size_t i) {
    static const char *const words[] = {"i", "he", "she", "we", "they"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (is_word(tree, i, words[k])) return true;
    return false;
}

static bool is_time(const struct walk *walk, const struct group *group) {
    enum ner ner = walk->tree->tokens[group->head].ner;
    if (ner == NER_DATE || ner == NER_TIME || ner == NER_DURATION || ner == NER_SET) return true;
    return has(walk, group->head, CLASS_time_noun) && walk->tree->tokens[group->head].ner == NER_NONE;
}

// "..., he said": a nominal behind a comma or quote, then, perhaps behind an apposition, a verb of saying that has nothing more to say.
static bool opens_saying(const struct walk *walk, size_t g) {
    size_t i = g + 1, commas = 0;
    if (walk->root == NOWHERE || walk->coordinator != NOWHERE || g == 0 || walk->groups[g - 1].kind != GROUP_PUNCT) return false;
    for (; i < walk->count && i < g + FARTHEST_LOOK && walk->groups[i].kind != GROUP_VERB; i++) {
        if (is_mark(walk, i, ",")) {
            if (commas++) return false;
            for (i++; i < walk->count && i < g + 2 * FARTHEST_LOOK && !is_mark(walk, i, ","); i++) continue;
            commas++;
        } else if (walk->groups[i].kind != GROUP_ADVERB && walk->groups[i].kind != GROUP_NOMINAL) return false;
        else if (walk->groups[i].kind == GROUP_NOMINAL && walk->groups[i].preposition == NOWHERE && !is_mark(walk, i - 1, ",")) return false;
    }
    if (!is_kind(walk, i, GROUP_VERB) || !is_finite(&walk->groups[i], true) || !has(walk, walk->groups[i].head, CLASS_content_verb)) return false;
    if (commas % 2 || is_kind(walk, i + 1, GROUP_MARK) || is_mark(walk, i + 1, ":")) return false;
    const struct group *next = group_at(walk, i + 1);
    if (has(walk, walk->groups[i].head, CLASS_person_verb) && !verb_follows(walk, i + 1, true)) return true;
    return !(next && next->kind == GROUP_NOMINAL && next->preposition == NOWHERE && !is_time(walk, next));
}

// Does the nominal at g open a clause of its own, though the clause on top has its predicate?
static bool opens_clause(const struct walk *walk, size_t g) {
    const struct clause *clause = &walk->clauses[walk->depth];
    const struct group *group = &walk->groups[g];
    if (group->preposition != NOWHERE) return false;
    if (opens_saying(walk, g)) return true;
    bool free = walk->coordinator != NOWHERE || has(walk, clause->predicate, CLASS_content_verb) ||
                is_subject_pronoun(walk->tree, group->head) || (g && walk->groups[g - 1].kind == GROUP_PUNCT) || clause->object != NOWHERE;
    return verb_follows(walk, g, free);
}

static bool is_relative(const struct walk *walk, const struct group *group) {
    static const char *const words[] = {"who", "which", "that", "whom", "whose"};
    size_t i = group->head;
    if (upos_at(walk->tree, i) != UPOS_PRON && !is_word(walk->tree, group->first, "whose")) return false;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (is_word(walk->tree, i, words[k]) || (k == 4 && is_word(walk->tree, group->first, words[k]))) return true;
    return false;
}

static bool is_question_word(const struct walk *walk, const struct group *group) {
    return is_word(walk->tree, group->head, "what") || is_word(walk->tree, group->head, "who") || is_word(walk->tree, group->head, "which") ||
           is_word(walk->tree, group->first, "what") || is_word(walk->tree, group->first, "which");
}

static const struct group *last_nominal(const struct walk *walk) {
    return walk->last_nominal == NOWHERE ? NULL : &walk->groups[walk->last_nominal];
}

// Is the last nominal the group before this one, or before it and a comma?
static bool is_near(const struct walk *walk, size_t g) {
    size_t last = walk->last_nominal;
    return last != NOWHERE && (last + 1 == g || (last + 2 == g && walk->groups[g - 1].kind == GROUP_PUNCT));
}

static bool follows_nominal(const struct walk *walk, size_t g) { return walk->last_nominal != NOWHERE && walk->last_nominal + 1 == g; }

// Clauses that are complete give way to an outer one that still waits for its verb and has its subject.
static bool return_to_waiting(struct walk *walk) {
    int depth = walk->depth;
    while (depth >= 0 && (walk->clauses[depth].predicate != NOWHERE || walk->clauses[depth].subject == NOWHERE)) depth--;
    if (depth < 0) return false;
    while (walk->depth > depth) pop_clause(walk);
    return true;
}

static void take_coordinator(struct walk *walk, size_t head) {
    if (walk->coordinator != NOWHERE) attach(walk->tree, walk->coordinator, head, RELATION("cc"));
    walk->coordinator = NOWHERE;
}

// ---- nominals

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
    struct clause *clause = top(walk);
    if (clause->copula != NOWHERE && clause->predicate == NOWHERE && clause->subject != NOWHERE && !is_kind(walk, g - 1, GROUP_PUNCT)) {
        set_predicate(walk, group->head);
        return;
    }
    bool by_agent = clause->passive && is_word(walk->tree, group->preposition, "by");
    if (follows_nominal(walk, g) && !by_agent && goes_to_noun(walk, group, clause->predicate)) {
        attach(walk->tree, group->head, last_nominal(walk)->head, RELATION("nmod"));
        return;
    }
    wait(walk, group->head, by_agent ? RELATION("obl:agent") : RELATION("obl"));
}

static bool coordinator_ahead(const struct walk *walk, size_t g) {
    for (size_t i = g + 1; i < walk->count && i < g + FARTHEST_LOOK; i++) {
        if (walk->groups[i].kind == GROUP_COORDINATOR) return is_kind(walk, i + 1, GROUP_NOMINAL) && !verb_follows(walk, i + 1, true);
        if (walk->groups[i].kind != GROUP_NOMINAL && !is_mark(walk, i, ",")) return false;
    }
    return false;
}

// UD hangs all of "A, B and C" on A.
static size_t first_conjunct(const struct tree *tree, size_t i) {
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
    if (group->preposition != NOWHERE) wait(walk, group->head, RELATION("obl"));
    else if (subject) wait(walk, group->head, RELATION("nsubj")), top(walk)->subject = group->head;
    else wait(walk, group->head, RELATION("obj"));
}

static void take_subject(struct walk *walk, const struct group *group) {
    wait(walk, group->head, is_word(walk->tree, group->head, "there") ? RELATION("expl") : RELATION("nsubj"));
    top(walk)->subject = group->head;
}

// A nominal with a verb behind it, where the clause on top is complete: a new clause.
static void open_clause(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top(walk);
    size_t predicate = clause->predicate;
    bool after_mark = g && walk->groups[g - 1].kind == GROUP_PUNCT;
    if (opens_saying(walk, g)) {
        while (walk->depth > 0) pop_clause(walk);
        push_clause(walk, NOWHERE, RELATION("root"));
        top(walk)->is_saying = true;
    } else if (walk->coordinator != NOWHERE) {
        while (walk->depth > 0 && (slice_is(top(walk)->relation, "acl:relcl") || top(walk)->form == FORM_BASE || top(walk)->form == FORM_ING)) pop_clause(walk);
        predicate = top(walk)->predicate != NOWHERE ? top(walk)->predicate : predicate;
        push_clause(walk, predicate, RELATION("conj"));
    } else if (has(walk, predicate, CLASS_content_verb) && !slice_is(clause->relation, "parataxis")) push_clause(walk, predicate, RELATION("ccomp"));
    else if (!after_mark && follows_nominal(walk, g)) push_clause(walk, last_nominal(walk)->head, RELATION("acl:relcl"));
    else push_clause(walk, walk->root != NOWHERE ? walk->root : predicate, RELATION("parataxis"));
    if (walk->coordinator != NOWHERE) wait(walk, walk->coordinator, RELATION("cc")), walk->coordinator = NOWHERE;
    take_subject(walk, group);
}

// A name behind "the chairman of the board," is the chairman's, not the board's.
static void join_apposition(struct walk *walk, size_t g) {
    size_t host = walk->last_nominal;
    if (upos_at(walk->tree, walk->groups[g].head) == UPOS_PROPN)
        while (host > 0 && is_kind(walk, host - 1, GROUP_NOMINAL) && is_word(walk->tree, walk->groups[host].preposition, "of")) host--;
    attach(walk->tree, walk->groups[g].head, walk->groups[host].head, RELATION("appos"));
}

// "What did he say": what seemed the subject is the object.
static void turn_question(struct walk *walk, const struct group *subject) {
    struct clause *clause = top(walk);
    for (size_t i = clause->waiting; i < walk->waiting_count; i++)
        if (walk->waiting[i].token == clause->subject) walk->waiting[i].relation = RELATION("obj");
    take_subject(walk, subject);
}

static void join_before_verb(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top(walk);
    bool time = is_time(walk, group);
    if (clause->copula != NOWHERE && clause->subject != NOWHERE && is_kind(walk, g + 1, GROUP_VERB) && !walk->groups[g + 1].has_auxiliary &&
        !walk->groups[g + 1].infinitive && is_kind(walk, g - 1, GROUP_VERB)) turn_question(walk, group);
    else if (clause->copula != NOWHERE && clause->subject != NOWHERE) {
        bool be = slice_is(walk->tree->tokens[clause->copula].lemma, "be");
        if (be && !verb_follows(walk, g, true) && (is_word(walk->tree, clause->subject, "what") || is_word(walk->tree, clause->subject, "who"))) {
            set_predicate(walk, clause->subject);
            attach(walk->tree, group->head, clause->subject, RELATION("nsubj"));
            return;
        }
        set_predicate(walk, be ? group->head : clause->copula);
        if (!be) attach(walk->tree, group->head, clause->copula, RELATION("obj"));
    } else if (time && (clause->subject != NOWHERE || !verb_follows(walk, g, true))) wait(walk, group->head, RELATION("obl:unmarked"));
    else if (clause->subject == NOWHERE) take_subject(walk, group);
    else if (follows_nominal(walk, g) && verb_follows(walk, g, true)) {
        push_clause(walk, last_nominal(walk)->head, RELATION("acl:relcl"));
        take_subject(walk, group);
    } else if (is_near(walk, g)) join_apposition(walk, g);
    else wait(walk, group->head, RELATION("dislocated"));
}

static void take_object(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top(walk);
    bool again = clause->object != NOWHERE && follows_nominal(walk, g);
    if (clause->object == NOWHERE) {
        bool inverted = clause->subject == NOWHERE && clause->is_saying;
        attach(walk->tree, group->head, clause->predicate, inverted ? RELATION("nsubj") : RELATION("obj"));
        if (inverted) clause->subject = group->head;
        else clause->object = group->head;
    } else if (again && has(walk, clause->predicate, CLASS_person_verb)) {
        walk->tree->tokens[clause->object].deprel = RELATION("iobj");
        attach(walk->tree, group->head, clause->predicate, RELATION("obj"));
        clause->object = group->head;
    } else if (is_near(walk, g)) join_apposition(walk, g);
    else attach(walk->tree, group->head, clause->predicate, RELATION("obl:unmarked"));
}

static void join_after_verb(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top(walk);
    bool after_mark = g && walk->groups[g - 1].kind == GROUP_PUNCT;
    if (opens_clause(walk, g)) {
        int waiting = walk->depth;
        while (after_mark && waiting > 0 && walk->clauses[waiting].predicate != NOWHERE) waiting--;
        if (after_mark && !opens_saying(walk, g) && walk->clauses[waiting].predicate == NOWHERE && walk->clauses[waiting].subject == NOWHERE) {
            while (walk->depth > waiting) pop_clause(walk);
            take_subject(walk, group);
        } else open_clause(walk, g);
    } else if (is_time(walk, group)) attach(walk->tree, group->head, clause->predicate, RELATION("obl:unmarked"));
    else if (after_mark && is_near(walk, g) && (clause->object != NOWHERE || is_kind(walk, g - 2, GROUP_NOMINAL))) join_apposition(walk, g);
    else take_object(walk, g);
}

// "told reporters that he would": no relative, although it follows a noun and may be tagged as a pronoun.
static bool is_conjunction(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    if (!is_word(walk->tree, group->head, "that") || group->first != group->last || !has(walk, top(walk)->predicate, CLASS_content_verb)) return false;
    return is_kind(walk, g + 1, GROUP_NOMINAL) && walk->groups[g + 1].preposition == NOWHERE && verb_follows(walk, g + 1, true);
}

static void open_marked(struct walk *walk, size_t g, struct slice mark);

static void join_nominal(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    bool complete = top(walk)->predicate != NOWHERE;
    bool clause_ahead = complete && opens_clause(walk, g);
    if (is_conjunction(walk, g)) {
        open_marked(walk, g, RELATION("mark"));
        return;
    }
    if (is_relative(walk, group) && is_near(walk, g) && upos_at(walk->tree, last_nominal(walk)->head) != UPOS_PRON) open_relative(walk, g);
    else if (is_question_word(walk, group) && complete && group->preposition == NOWHERE) {
        push_clause(walk, top(walk)->predicate, RELATION("ccomp"));
        if (is_kind(walk, g + 1, GROUP_VERB)) take_subject(walk, group);
        else wait(walk, group->head, RELATION("obj"));
    } else if (!clause_ahead && g && join_conjunct(walk, g)) complete = true;
    else {
        if (!clause_ahead && walk->coordinator != NOWHERE) take_coordinator(walk, group->head);
        if (group->preposition != NOWHERE) join_prepositional(walk, g);
        else if (complete) join_after_verb(walk, g);
        else join_before_verb(walk, g);
    }
    walk->last_nominal = g;
}

// ---- verbs

static bool finite_verb_ahead(const struct walk *walk, size_t g) {
    for (size_t i = g + 1; i < walk->count && i < g + FARTHEST_LOOK; i++) {
        const struct group *group = &walk->groups[i];
        bool bare = group->kind == GROUP_NOMINAL && group->preposition == NOWHERE && walk->groups[g].form != FORM_ING;
        if (bare && !is_time(walk, group)) return false;
        if (group->kind == GROUP_MARK || group->kind == GROUP_COORDINATOR || (group->kind == GROUP_PUNCT && !is_mark(walk, i, ","))) return false;
        if (group->kind == GROUP_NOMINAL && is_relative(walk, group)) return false;
        if (group->kind == GROUP_NOMINAL && is_subject_pronoun(walk->tree, group->head)) return false;
        if (group->kind == GROUP_VERB && is_finite(group, true)) return true;
    }
    return false;
}

static bool outer_clause_waits(const struct walk *walk) {
    for (int depth = walk->depth; depth-- > 0;)
        if (walk->clauses[depth].predicate == NOWHERE && walk->clauses[depth].subject != NOWHERE) return true;
    return false;
}

// "Asked about it, he ..."
static bool clause_follows_comma(const struct walk *walk) {
    for (size_t i = 1; i < walk->count && i < FARTHEST_LOOK; i++)
        if (is_mark(walk, i, ",")) return is_kind(walk, i + 1, GROUP_NOMINAL) && walk->groups[i + 1].preposition == NOWHERE && verb_follows(walk, i + 1, true);
    return false;
}

// A participle without auxiliary that no clause can rest on: "attack aimed at", "talking to reporters".
static bool is_reduced(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top(walk);
    if (group->has_auxiliary || group->infinitive || group->only_auxiliary) return false;
    bool relative = clause->predicate == NOWHERE && clause->subject != NOWHERE && slice_is(clause->relation, "acl:relcl");
    if (walk->coordinator != NOWHERE || relative) return false;
    if (clause->predicate == NOWHERE && clause->copula != NOWHERE) return false;
    if (has(walk, group->head, CLASS_past)) return false;
    if (group->form == FORM_ING || group->form == FORM_PARTICIPLE)
        return clause->predicate != NOWHERE || clause->subject == NOWHERE ? clause->governor == NOWHERE || clause->predicate != NOWHERE
                                                                          : finite_verb_ahead(walk, g);
    if (group->form != FORM_PAST_OR_PARTICIPLE) return false;
    const struct group *next = group_at(walk, g + 1);
    bool by = next && next->preposition != NOWHERE && is_word(walk->tree, next->preposition, "by");
    if (g == 0 && clause_follows_comma(walk)) return true;
    if (clause->predicate == NOWHERE) return clause->subject != NOWHERE && follows_nominal(walk, g) && (by || finite_verb_ahead(walk, g));
    if (!by && outer_clause_waits(walk) && !finite_verb_ahead(walk, g)) return false;
    if (is_kind(walk, g - 1, GROUP_PUNCT)) return !(has(walk, group->head, CLASS_content_verb) && next && next->kind == GROUP_NOMINAL);
    return follows_nominal(walk, g);
}

static void open_reduced(struct walk *walk, size_t g) {
    struct clause *clause = top(walk);
    bool direct = g && is_kind(walk, g - 1, GROUP_VERB) && has(walk, clause->predicate, CLASS_infinitive_verb);
    if (direct) push_clause(walk, clause->predicate, RELATION("xcomp"));
    else if (follows_nominal(walk, g)) push_clause(walk, last_nominal(walk)->head, RELATION("acl"));
    else push_clause(walk, clause->predicate, RELATION("advcl"));
}

static void open_infinitive(struct walk *walk, size_t g) {
    struct clause *clause = top(walk);
    size_t predicate = clause->predicate;
    bool after_nominal = follows_nominal(walk, g);
    if (after_nominal && predicate != NOWHERE && is_time(walk, last_nominal(walk))) after_nominal = false;
    if (after_nominal && (predicate == NOWHERE || (has(walk, last_nominal(walk)->head, CLASS_infinitive_noun) && !clause->passive)))
        push_clause(walk, last_nominal(walk)->head, RELATION("acl"));
    else if (predicate == NOWHERE && clause->copula != NOWHERE && clause->subject != NOWHERE) return;
    else if (g && is_kind(walk, g - 1, GROUP_ADJECTIVE)) push_clause(walk, walk->groups[g - 1].head, RELATION("xcomp"));
    else if (has(walk, predicate, CLASS_infinitive_verb)) push_clause(walk, predicate, RELATION("xcomp"));
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
    while (depth > 0 && !(walk->clauses[depth].predicate != NOWHERE && same_kind_of_form(walk->clauses[depth].form, group->form))) depth--;
    if (walk->clauses[depth].predicate == NOWHERE || !same_kind_of_form(walk->clauses[depth].form, group->form)) depth = walk->depth;
    while (walk->depth > depth) pop_clause(walk);
    push_clause(walk, top(walk)->predicate, RELATION("conj"));
    wait(walk, walk->coordinator, RELATION("cc"));
    walk->coordinator = NOWHERE;
}

// The object of the verb before turns out to be the subject of this one.
static void steal_object(struct walk *walk) {
    struct clause *clause = top(walk);
    size_t object = clause->object, predicate = clause->predicate;
    clause->object = NOWHERE;
    walk->tree->tokens[object].head = -1;
    push_clause(walk, predicate, has(walk, predicate, CLASS_content_verb) ? RELATION("ccomp") : RELATION("parataxis"));
    wait(walk, object, RELATION("nsubj"));
    top(walk)->subject = object;
}

static void open_finite(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top(walk);
    bool after_mark = g && walk->groups[g - 1].kind == GROUP_PUNCT;
    if (walk->coordinator != NOWHERE) open_conjunct(walk, group);
    else if (return_to_waiting(walk)) return;
    else if (after_mark && has(walk, group->head, CLASS_content_verb) && walk->root != NOWHERE) {
        push_clause(walk, NOWHERE, RELATION("root"));
        top(walk)->is_saying = true;
    } else if (clause->object != NOWHERE && follows_nominal(walk, g) && last_nominal(walk)->head == clause->object) steal_object(walk);
    else if (g && is_kind(walk, g - 1, GROUP_VERB) && group->form == FORM_BASE) push_clause(walk, clause->predicate, RELATION("xcomp"));
    else if (group->form == FORM_BASE && has(walk, clause->predicate, CLASS_infinitive_verb)) push_clause(walk, clause->predicate, RELATION("xcomp"));
    else push_clause(walk, clause->predicate, RELATION("parataxis"));
}

static void wait_for_predicate(struct walk *walk, const struct group *group) {
    struct tree *tree = walk->tree;
    for (size_t i = group->first; i <= group->last; i++) {
        bool copula = i == group->head && slice_is(tree->tokens[i].lemma, "be");
        enum upos upos = upos_at(tree, i);
        wait(walk, i, copula ? RELATION("cop") : upos == UPOS_AUX ? RELATION("aux") : upos == UPOS_PART && is_word(tree, i, "to") ? RELATION("mark") : RELATION("advmod"));
    }
    top(walk)->copula = group->head;
}

static void join_verb(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    bool inverted = top(walk)->predicate == NOWHERE && top(walk)->copula != NOWHERE;
    if (!inverted && group->infinitive && (top(walk)->predicate != NOWHERE || top(walk)->subject != NOWHERE || walk->at == 0) && walk->coordinator == NOWHERE)
        open_infinitive(walk, g);
    else if (is_reduced(walk, g)) open_reduced(walk, g);
    else if (top(walk)->predicate != NOWHERE) open_finite(walk, g);
    struct clause *clause = top(walk);
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

// ---- the rest

static void open_marked(struct walk *walk, size_t g, struct slice mark) {
    const struct group *group = &walk->groups[g];
    size_t predicate = top(walk)->predicate;
    bool that = is_word(walk->tree, group->head, "that"), whether = is_word(walk->tree, group->head, "whether") || is_word(walk->tree, group->head, "if");
    bool of_verb = predicate != NOWHERE && (that || ((whether || slice_is(mark, "advmod")) && has(walk, predicate, CLASS_content_verb)));
    if (slice_is(mark, "advmod") && follows_nominal(walk, g) && is_word(walk->tree, group->head, "where"))
        push_clause(walk, last_nominal(walk)->head, RELATION("acl:relcl"));
    else if (that && follows_nominal(walk, g) && !has(walk, predicate, CLASS_content_verb)) push_clause(walk, last_nominal(walk)->head, RELATION("acl"));
    else if (walk->coordinator != NOWHERE && predicate != NOWHERE) push_clause(walk, predicate, RELATION("conj"));
    else push_clause(walk, predicate, of_verb ? RELATION("ccomp") : RELATION("advcl"));
    if (walk->coordinator != NOWHERE) wait(walk, walk->coordinator, RELATION("cc")), walk->coordinator = NOWHERE;
    wait(walk, group->head, mark);
}

static void join_adjective(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top(walk);
    if (walk->coordinator != NOWHERE && g >= 2 && walk->groups[g - 2].kind == GROUP_ADJECTIVE) {
        attach(walk->tree, group->head, walk->groups[g - 2].head, RELATION("conj"));
        take_coordinator(walk, group->head);
    } else if (clause->predicate == NOWHERE && (clause->copula != NOWHERE || clause->subject != NOWHERE) && !finite_verb_ahead(walk, g)) set_predicate(walk, group->head);
    else if (follows_nominal(walk, g) && !(clause->object != NOWHERE && has(walk, clause->predicate, CLASS_infinitive_verb)))
        attach(walk->tree, group->head, last_nominal(walk)->head, RELATION("amod"));
    else if (clause->predicate != NOWHERE) attach(walk->tree, group->head, clause->predicate, RELATION("xcomp"));
    else wait(walk, group->head, RELATION("advcl"));
}

static bool is_clause_adverb(const struct tree *tree, size_t i) {
    return is_word(tree, i, "when") || is_word(tree, i, "where") || is_word(tree, i, "why") || is_word(tree, i, "how");
}

static void join_adverb(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    if (is_clause_adverb(walk->tree, group->head) && (g == 0 || group->first == group->last)) open_marked(walk, g, RELATION("advmod"));
    else if (is_kind(walk, g + 1, GROUP_VERB) && !walk->groups[g + 1].only_auxiliary)
        attach(walk->tree, group->head, walk->groups[g + 1].head, RELATION("advmod"));
    else if (is_kind(walk, g + 1, GROUP_NOMINAL) && has(walk, group->head, CLASS_focus))
        attach(walk->tree, group->head, walk->groups[g + 1].head, RELATION("advmod"));
    else wait(walk, group->head, RELATION("advmod"));
}

static void join_preposition(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    size_t predicate = top(walk)->predicate;
    bool before_verb = is_kind(walk, g + 1, GROUP_VERB) || is_kind(walk, g + 1, GROUP_MARK);
    bool particle = predicate != NOWHERE && walk->tree->facts[predicate].particle & walk->tree->facts[group->head].preposition;
    if (before_verb && !particle && is_kind(walk, g + 1, GROUP_VERB) && walk->groups[g + 1].form == FORM_ING) {
        if (follows_nominal(walk, g)) push_clause(walk, last_nominal(walk)->head, RELATION("acl"));
        else push_clause(walk, predicate, RELATION("advcl"));
        wait(walk, group->head, RELATION("mark"));
    } else wait(walk, group->head, g && is_kind(walk, g - 1, GROUP_VERB) ? RELATION("compound:prt") : particle ? RELATION("compound:prt") : RELATION("advmod"));
}

static bool is_first_of_two(const struct tree *tree, size_t i) {
    return is_word(tree, i, "both") || is_word(tree, i, "either") || is_word(tree, i, "neither");
}

static bool ends_clauses(const struct tree *tree, size_t i) {
    return is_word(tree, i, ";") || is_word(tree, i, "?") || is_word(tree, i, "!") || is_word(tree, i, ".");
}

// What comes behind a semicolon or a stop inside the sentence is a clause beside the first.
static void end_clauses(struct walk *walk, size_t g) {
    size_t next = g + 1;
    while (is_kind(walk, next, GROUP_PUNCT)) next++;
    if (next >= walk->count) return;
    while (walk->depth > 0) pop_clause(walk);
    close_clause(walk);
    if (walk->root == NOWHERE) return;
    push_clause(walk, walk->root, RELATION("parataxis"));
    walk->last_nominal = NOWHERE;
}

static void join_group(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    switch (group->kind) {
    case GROUP_NOMINAL: join_nominal(walk, g); break;
    case GROUP_VERB: join_verb(walk, g); break;
    case GROUP_ADJECTIVE: join_adjective(walk, g); break;
    case GROUP_ADVERB: join_adverb(walk, g); break;
    case GROUP_MARK: open_marked(walk, g, RELATION("mark")); break;
    case GROUP_COORDINATOR:
        if (is_kind(walk, g + 1, GROUP_NOMINAL) && is_first_of_two(walk->tree, group->head))
            attach(walk->tree, group->head, walk->groups[g + 1].head, RELATION("cc:preconj"));
        else if (g == 0 || (g == 1 && is_kind(walk, 0, GROUP_PUNCT))) wait(walk, group->head, RELATION("cc"));
        else if (walk->coordinator != NOWHERE) attach(walk->tree, group->head, walk->coordinator, RELATION("cc"));
        else walk->coordinator = group->head;
        break;
    case GROUP_PREPOSITION: join_preposition(walk, g); break;
    case GROUP_PUNCT:
        if (ends_clauses(walk->tree, group->head)) end_clauses(walk, g);
        break;
    default: break;
    }
}

size_t join_clauses(struct arena *scratch, struct tree *tree, const struct group *groups, size_t count) {
    struct walk walk = {.tree = tree, .groups = groups, .count = count, .coordinator = NOWHERE, .last_nominal = NOWHERE, .root = NOWHERE};
    walk.waiting = TAKE(scratch, struct waiting, tree->count + DEEPEST_CLAUSE + 1);
    walk.clauses[0] = (struct clause){.predicate = NOWHERE, .subject = NOWHERE, .object = NOWHERE, .copula = NOWHERE, .governor = NOWHERE, .relation = RELATION("root")};
    for (walk.at = 0; walk.at < count; walk.at++) join_group(&walk, walk.at);
    while (walk.depth > 0) pop_clause(&walk);
    close_clause(&walk);
    return walk.root;
}
