// SPDX-License-Identifier: MIT
#include "text/groups.h"

#include "text/noun_groups.h"

enum verb_form form_of_verb(const struct token *token, const struct word_facts *facts) {
    struct slice lower = token->lower;
    if (has_class(facts, CLASS_past)) return FORM_PAST;
    if (has_class(facts, CLASS_participle)) return FORM_PARTICIPLE;
    if (slice_equal(lower, token->lemma)) return FORM_BASE;
    if (slice_ends(lower, SLICE("ing")) || slice_ends(lower, SLICE("in'"))) return FORM_ING;
    if (slice_ends(lower, SLICE("s")) || slice_is(lower, "am") || slice_is(lower, "are")) return FORM_PRESENT;
    return FORM_PAST_OR_PARTICIPLE;
}

static bool is_not(const struct growing_tree *tree, size_t i) { return slice_is(tree->tokens[i].lemma, "not"); }

static bool begins_verb_group(const struct growing_tree *tree, size_t i) {
    enum upos upos = upos_at(tree, i);
    if (upos == UPOS_VERB || upos == UPOS_AUX) return true;
    if (upos != UPOS_PART || !(is_word(tree, i, "to") || is_not(tree, i))) return false;
    size_t next = i + 1;
    while (next < i + 4 && (upos_at(tree, next) == UPOS_ADV || upos_at(tree, next) == UPOS_PART)) next++;
    return upos_at(tree, next) == UPOS_VERB || upos_at(tree, next) == UPOS_AUX;
}

// Does an adverb at i stand inside a verb group, that is, with more of the group to come?
static bool adverbs_lead_on(const struct growing_tree *tree, size_t i) {
    size_t next = i;
    while (next < i + 4 && (upos_at(tree, next) == UPOS_ADV || (upos_at(tree, next) == UPOS_PART && is_not(tree, next)))) next++;
    return next > i && (upos_at(tree, next) == UPOS_VERB || upos_at(tree, next) == UPOS_AUX);
}

static size_t end_of_verb_group(const struct growing_tree *tree, size_t i, size_t *verb) {
    *verb = NOWHERE;
    for (; i < tree->count && *verb == NOWHERE; i++) {
        enum upos upos = upos_at(tree, i);
        if (upos == UPOS_VERB) *verb = i;
        else if (upos == UPOS_AUX || (upos == UPOS_PART && (is_not(tree, i) || is_word(tree, i, "to")))) continue;
        else if (!adverbs_lead_on(tree, i)) break;
    }
    return i;
}

static bool is_be(const struct token *token) { return slice_is(token->lemma, "be") || slice_is(token->lemma, "get"); }

static void join_verb_group(struct growing_tree *tree, struct group *group) {
    size_t verb = group->head;
    size_t last_auxiliary = NOWHERE;
    for (size_t i = group->first; i < verb; i++)
        if (upos_at(tree, i) == UPOS_AUX) last_auxiliary = i;
    group->form = form_of_verb(&tree->tokens[verb], &tree->facts[verb]);
    bool infinitive = verb > group->first && is_word(tree, verb - 1, "to"); // "was to meet"
    group->passive = last_auxiliary != NOWHERE && is_be(&tree->tokens[last_auxiliary]) && group->form != FORM_ING && !infinitive;
    group->has_auxiliary = last_auxiliary != NOWHERE;
    for (size_t i = group->first; i < verb; i++) {
        enum upos upos = upos_at(tree, i);
        if (upos == UPOS_AUX) attach(tree, i, verb, group->passive && i == last_auxiliary ? RELATION("aux:pass") : RELATION("aux"));
        else if (upos == UPOS_PART && !is_not(tree, i)) attach(tree, i, verb, RELATION("mark"));
        else attach(tree, i, verb, RELATION("advmod"));
    }
}

static size_t take_verb_group(struct growing_tree *tree, size_t i, struct group *group) {
    size_t verb, end = end_of_verb_group(tree, i, &verb);
    *group = (struct group){.kind = GROUP_VERB, .first = i, .last = end - 1, .head = verb, .preposition = NOWHERE};
    group->infinitive = is_word(tree, i, "to") || (is_not(tree, i) && is_word(tree, i + 1, "to"));
    if (verb != NOWHERE) {
        join_verb_group(tree, group);
        return end;
    }
    group->only_auxiliary = true;
    for (size_t k = i; k < end; k++)
        if (upos_at(tree, k) == UPOS_AUX) group->head = k;
    if (group->head == NOWHERE) group->head = i;
    group->form = form_of_verb(&tree->tokens[group->head], &tree->facts[group->head]);
    return end;
}

static bool is_fixed(const struct growing_tree *tree, size_t i) {
    return i + 1 < tree->count && tree->facts[i].fixed & tree->facts[i + 1].preposition;
}

// "including", "according to": participles that are prepositions, where a noun follows.
static bool is_prepositional_verb(const struct growing_tree *tree, size_t i) {
    if (upos_at(tree, i) != UPOS_VERB || !has_class(&tree->facts[i], CLASS_as_preposition)) return false;
    return begins_nominal(tree, i + (upos_at(tree, i + 1) == UPOS_ADP ? 2 : 1));
}

static bool is_preposition(const struct growing_tree *tree, size_t i) {
    if (upos_at(tree, i) == UPOS_ADP || is_prepositional_verb(tree, i)) return true;
    return is_fixed(tree, i) && upos_at(tree, i + 1) == UPOS_ADP && upos_at(tree, i) != UPOS_NOUN && begins_nominal(tree, i + 2);
}

// "more than $ 40 billion": no preposition, it only qualifies the number.
static bool is_comparison(const struct growing_tree *tree, size_t i) {
    enum upos upos = upos_at(tree, i), next = upos_at(tree, i + 2);
    return (upos == UPOS_ADJ || upos == UPOS_ADV) && is_word(tree, i + 1, "than") && (next == UPOS_NUM || next == UPOS_SYM);
}

static size_t take_compared(struct growing_tree *tree, size_t i, struct group *group) {
    size_t end = take_nominal(tree, i + 2, group);
    attach(tree, i + 1, i, RELATION("fixed"));
    attach(tree, i, i + 2, RELATION("advmod"));
    group->first = i;
    return end;
}

// "made up the story": the verb's particle, although a noun follows.
static bool is_particle(const struct growing_tree *tree, size_t i) {
    if (i == 0 || upos_at(tree, i - 1) != UPOS_VERB || upos_at(tree, i) != UPOS_ADP) return false;
    const struct word_facts *verb = &tree->facts[i - 1];
    return verb->particle & ~verb->verb & tree->facts[i].preposition;
}

// A preposition and the nominal behind it. The second word of a fixed one ("because of") hangs on the first.
static size_t take_prepositional(struct growing_tree *tree, size_t i, struct group *group) {
    size_t first = i, at = i + 1;
    while (upos_at(tree, at) == UPOS_ADP && at < first + 3) at++;
    for (size_t k = first; k + 1 < at; k++)
        if (is_fixed(tree, k)) attach(tree, k + 1, k, RELATION("fixed"));
    if (upos_at(tree, at) == UPOS_ADV && begins_nominal(tree, at + 1)) at++;
    if (is_particle(tree, i)) at = tree->count;
    size_t end = is_comparison(tree, at)    ? take_compared(tree, at, group)
                 : begins_nominal(tree, at) ? take_nominal(tree, at, group)
                                            : at;
    if (end == at) {
        *group = (struct group){.kind = GROUP_PREPOSITION, .first = i, .last = i, .head = i, .preposition = NOWHERE};
        return i + 1;
    }
    size_t near = at - 1;
    while (near > first && (upos_at(tree, near) != UPOS_ADP || !is_free(tree, near))) near--;
    for (size_t k = first; k < at; k++)
        attach(tree, k, group->head, upos_at(tree, k) == UPOS_ADP || k == first ? RELATION("case") : RELATION("advmod"));
    group->first = first;
    group->preposition = near;
    return end;
}

static enum group_kind kind_of_word(const struct growing_tree *tree, size_t i) {
    switch (upos_at(tree, i)) {
    case UPOS_SCONJ: return GROUP_MARK;
    case UPOS_CCONJ: return GROUP_COORDINATOR;
    case UPOS_PUNCT: return GROUP_PUNCT;
    case UPOS_ADV: return GROUP_ADVERB;
    case UPOS_ADJ: return GROUP_ADJECTIVE;
    default: return GROUP_OTHER;
    }
}

static size_t take_word(struct growing_tree *tree, size_t i, struct group *group) {
    *group = (struct group){.kind = kind_of_word(tree, i), .first = i, .last = i, .head = i, .preposition = NOWHERE};
    size_t end = i + 1;
    while (group->kind == GROUP_ADVERB && upos_at(tree, end) == UPOS_ADV && end < i + 3 &&
           has_class(&tree->facts[end - 1], CLASS_intensifier))
        end++;
    bool before_adjective = group->kind == GROUP_ADVERB && upos_at(tree, end) == UPOS_ADJ;
    if (before_adjective) end++;
    if (group->kind == GROUP_ADVERB && end > i + 1) {
        group->kind = before_adjective ? GROUP_ADJECTIVE : GROUP_ADVERB;
        group->last = group->head = end - 1;
        for (size_t k = i; k < end - 1; k++) attach(tree, k, end - 1, RELATION("advmod"));
    }
    return end;
}

static void move_prepositions(struct growing_tree *tree, const struct group *from, size_t to) {
    for (size_t i = from->first; i < from->last && from->preposition != NOWHERE && i <= from->preposition; i++)
        if (tree->tokens[i].head == (long)from->head + 1) tree->tokens[i].head = (long)to + 1;
}

// "Secretary of Defense" and "Jane Smith", where names are known: three groups, the last of them groups[last], become one.
static bool join_title(struct growing_tree *tree, struct group *groups, size_t last) {
    if (last < 2) return false;
    struct group *title = &groups[last - 2], *field = &groups[last - 1], *person = &groups[last];
    if (title->kind != GROUP_NOMINAL || field->kind != GROUP_NOMINAL || person->kind != GROUP_NOMINAL) return false;
    if (person->preposition != NOWHERE || person->first != field->last + 1 || tree->tokens[person->first].ner != NER_PER) return false;
    if (field->preposition == NOWHERE || field->first != title->last + 1) return false;
    if (tree->tokens[title->head].ner != NER_TITLE && !has_class(&tree->facts[title->head], CLASS_rank)) return false;
    attach(tree, field->head, title->head, RELATION("nmod"));
    size_t head = title->has_article ? title->head : person->head;
    if (title->has_article) attach(tree, person->head, title->head, RELATION("appos"));
    else move_prepositions(tree, title, head), attach(tree, title->head, head, RELATION("nmod:desc"));
    title->last = person->last;
    title->head = head;
    return true;
}

size_t build_groups(struct growing_tree *tree, struct group *groups) {
    size_t count = 0;
    for (size_t i = 0; i < tree->count; count++) {
        struct group *group = &groups[count];
        if (is_comparison(tree, i)) i = take_compared(tree, i, group);
        else if (is_preposition(tree, i)) i = take_prepositional(tree, i, group);
        else if (begins_verb_group(tree, i)) i = take_verb_group(tree, i, group);
        else if (begins_nominal(tree, i)) i = take_nominal(tree, i, group);
        else i = take_word(tree, i, group);
        if (join_title(tree, groups, count)) count -= 2;
    }
    return count;
}
