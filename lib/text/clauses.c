// SPDX-License-Identifier: MIT
#include "text/clauses.h"

#include "text/ahead.h"

void open_marked(struct walk *walk, size_t g, struct slice mark) {
    const struct group *group = &walk->groups[g];
    size_t predicate = top_clause(walk)->predicate;
    bool that = is_word(walk->tree, group->head, "that"),
         whether = is_word(walk->tree, group->head, "whether") || is_word(walk->tree, group->head, "if");
    bool of_verb =
        predicate != NOWHERE && (that || ((whether || slice_is(mark, "advmod")) && word_has(walk, predicate, CLASS_content_verb)));
    if (slice_is(mark, "advmod") && follows_nominal(walk, g) && is_word(walk->tree, group->head, "where"))
        push_clause(walk, last_nominal(walk)->head, RELATION("acl:relcl"));
    else if (that && follows_nominal(walk, g) && !word_has(walk, predicate, CLASS_content_verb))
        push_clause(walk, last_nominal(walk)->head, RELATION("acl"));
    else if (walk->coordinator != NOWHERE && predicate != NOWHERE) push_clause(walk, predicate, RELATION("conj"));
    else push_clause(walk, predicate, of_verb ? RELATION("ccomp") : RELATION("advcl"));
    if (walk->coordinator != NOWHERE) let_wait(walk, walk->coordinator, RELATION("cc")), walk->coordinator = NOWHERE;
    let_wait(walk, group->head, mark);
}

static void join_adjective(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    struct clause *clause = top_clause(walk);
    if (walk->coordinator != NOWHERE && g >= 2 && walk->groups[g - 2].kind == GROUP_ADJECTIVE) {
        attach(walk->tree, group->head, walk->groups[g - 2].head, RELATION("conj"));
        take_coordinator(walk, group->head);
    } else if (clause->predicate == NOWHERE && (clause->copula != NOWHERE || clause->subject != NOWHERE) &&
               ((clause->copula != NOWHERE && is_mark(walk, g + 1, ",")) || !finite_verb_ahead(walk, g)))
        set_predicate(walk, group->head);
    else if (follows_nominal(walk, g) && !(clause->object != NOWHERE && word_has(walk, clause->predicate, CLASS_infinitive_verb)))
        attach(walk->tree, group->head, last_nominal(walk)->head, RELATION("amod"));
    else if (clause->predicate != NOWHERE) attach(walk->tree, group->head, clause->predicate, RELATION("xcomp"));
    else let_wait(walk, group->head, RELATION("advcl"));
}

static bool is_clause_adverb(const struct growing_tree *tree, size_t i) {
    return is_word(tree, i, "when") || is_word(tree, i, "where") || is_word(tree, i, "why") || is_word(tree, i, "how");
}

static void join_adverb(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    if (is_clause_adverb(walk->tree, group->head) && (g == 0 || group->first == group->last)) open_marked(walk, g, RELATION("advmod"));
    else if (is_kind(walk, g + 1, GROUP_VERB) && !walk->groups[g + 1].only_auxiliary)
        attach(walk->tree, group->head, walk->groups[g + 1].head, RELATION("advmod"));
    else if (is_kind(walk, g + 1, GROUP_NOMINAL) && word_has(walk, group->head, CLASS_focus))
        attach(walk->tree, group->head, walk->groups[g + 1].head, RELATION("advmod"));
    else let_wait(walk, group->head, RELATION("advmod"));
}

static void join_preposition(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    size_t predicate = top_clause(walk)->predicate;
    bool before_verb = is_kind(walk, g + 1, GROUP_VERB) || is_kind(walk, g + 1, GROUP_MARK);
    bool particle = predicate != NOWHERE && walk->tree->facts[predicate].particle & walk->tree->facts[group->head].preposition;
    if (before_verb && !particle && is_kind(walk, g + 1, GROUP_VERB) && walk->groups[g + 1].form == FORM_ING) {
        if (follows_nominal(walk, g)) push_clause(walk, last_nominal(walk)->head, RELATION("acl"));
        else push_clause(walk, predicate, RELATION("advcl"));
        let_wait(walk, group->head, RELATION("mark"));
    } else
        let_wait(walk, group->head,
                 particle || (g && is_kind(walk, g - 1, GROUP_VERB)) ? RELATION("compound:prt") : RELATION("advmod"));
}

static bool is_first_of_two(const struct growing_tree *tree, size_t i) {
    return is_word(tree, i, "both") || is_word(tree, i, "either") || is_word(tree, i, "neither");
}

static bool ends_clauses(const struct growing_tree *tree, size_t i) {
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
        else if (g == 0 || (g == 1 && is_kind(walk, 0, GROUP_PUNCT))) let_wait(walk, group->head, RELATION("cc"));
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

size_t join_clauses(struct arena *scratch, struct growing_tree *tree, const struct group *groups, size_t count) {
    struct walk walk = {
        .tree = tree, .groups = groups, .count = count, .coordinator = NOWHERE, .last_nominal = NOWHERE, .root = NOWHERE};
    walk.waiting = TAKE(scratch, struct waiting, tree->count + DEEPEST_CLAUSE + 1);
    walk.clauses[0] = (struct clause){.predicate = NOWHERE,
                                      .subject = NOWHERE,
                                      .object = NOWHERE,
                                      .copula = NOWHERE,
                                      .governor = NOWHERE,
                                      .relation = RELATION("root")};
    for (walk.at = 0; walk.at < count; walk.at++) join_group(&walk, walk.at);
    while (walk.depth > 0) pop_clause(&walk);
    close_clause(&walk);
    return walk.root;
}
