// SPDX-License-Identifier: MIT
#include "text/ahead.h"

enum { FARTHEST_LOOK = 10 };

// A verb group that can carry a clause for sure, or (`perhaps`) at least may.
bool is_finite(const struct group *group, bool perhaps) {
    if (group->kind != GROUP_VERB || group->infinitive) return false;
    if (group->has_auxiliary || group->only_auxiliary) return true;
    if (group->form == FORM_PRESENT || group->form == FORM_PAST) return true;
    return perhaps && (group->form == FORM_PAST_OR_PARTICIPLE || group->form == FORM_BASE);
}

bool is_time(const struct walk *walk, const struct group *group) {
    enum ner ner = walk->tree->tokens[group->head].ner;
    if (ner == NER_DATE || ner == NER_TIME || ner == NER_DURATION || ner == NER_SET) return true;
    return word_has(walk, group->head, CLASS_time_noun) && walk->tree->tokens[group->head].ner == NER_NONE;
}

bool verb_follows(const struct walk *walk, size_t g, bool perhaps) {
    size_t predicate = walk->clauses[walk->depth].predicate;
    bool may_be_joined = predicate == NOWHERE || word_has(walk, predicate, CLASS_content_verb);
    for (size_t i = g + 1; i < walk->count && i < g + FARTHEST_LOOK; i++) {
        const struct group *group = &walk->groups[i];
        if (group->kind == GROUP_VERB) return is_finite(group, perhaps);
        bool passed = group->kind == GROUP_NOMINAL && (group->preposition != NOWHERE || is_time(walk, group));
        if (passed || group->kind == GROUP_ADVERB) continue;
        if (may_be_joined && group->kind == GROUP_COORDINATOR && is_kind(walk, i + 1, GROUP_NOMINAL)) {
            i++;
            continue;
        }
        return false;
    }
    return false;
}

static bool is_subject_pronoun(const struct growing_tree *tree, size_t i) {
    static const char *const words[] = {"i", "he", "she", "we", "they"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (is_word(tree, i, words[k])) return true;
    return false;
}

bool opens_saying(const struct walk *walk, size_t g) {
    size_t i = g + 1, commas = 0;
    if (walk->root == NOWHERE || walk->coordinator != NOWHERE || g == 0 || walk->groups[g - 1].kind != GROUP_PUNCT) return false;
    for (; i < walk->count && i < g + FARTHEST_LOOK && walk->groups[i].kind != GROUP_VERB; i++) {
        if (is_mark(walk, i, ",")) {
            if (commas++) return false;
            for (i++; i < walk->count && i < g + 2 * FARTHEST_LOOK && !is_mark(walk, i, ","); i++) continue;
            commas++;
        } else if (walk->groups[i].kind != GROUP_ADVERB && walk->groups[i].kind != GROUP_NOMINAL) return false;
        else if (walk->groups[i].kind == GROUP_NOMINAL && walk->groups[i].preposition == NOWHERE && !is_mark(walk, i - 1, ","))
            return false;
    }
    if (!is_kind(walk, i, GROUP_VERB) || !is_finite(&walk->groups[i], true) ||
        !word_has(walk, walk->groups[i].head, CLASS_content_verb))
        return false;
    if (commas % 2 || is_kind(walk, i + 1, GROUP_MARK) || is_mark(walk, i + 1, ":")) return false;
    const struct group *next = group_at(walk, i + 1);
    if (word_has(walk, walk->groups[i].head, CLASS_person_verb) && !verb_follows(walk, i + 1, true)) return true;
    return !(next && next->kind == GROUP_NOMINAL && next->preposition == NOWHERE && !is_time(walk, next));
}

bool opens_clause(const struct walk *walk, size_t g) {
    const struct clause *clause = &walk->clauses[walk->depth];
    const struct group *group = &walk->groups[g];
    if (group->preposition != NOWHERE) return false;
    if (opens_saying(walk, g)) return true;
    bool free = walk->coordinator != NOWHERE || word_has(walk, clause->predicate, CLASS_content_verb) ||
                is_subject_pronoun(walk->tree, group->head) || (g && walk->groups[g - 1].kind == GROUP_PUNCT) ||
                clause->object != NOWHERE;
    return verb_follows(walk, g, free);
}

bool is_relative(const struct walk *walk, const struct group *group) {
    static const char *const words[] = {"who", "which", "that", "whom", "whose"};
    size_t i = group->head;
    if (upos_at(walk->tree, i) != UPOS_PRON && !is_word(walk->tree, group->first, "whose")) return false;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (is_word(walk->tree, i, words[k]) || (k == 4 && is_word(walk->tree, group->first, words[k]))) return true;
    return false;
}

bool is_question_word(const struct walk *walk, const struct group *group) {
    return is_word(walk->tree, group->head, "what") || is_word(walk->tree, group->head, "who") ||
           is_word(walk->tree, group->head, "which") || is_word(walk->tree, group->first, "what") ||
           is_word(walk->tree, group->first, "which");
}

bool is_near(const struct walk *walk, size_t g) {
    size_t last = walk->last_nominal;
    return last != NOWHERE && (last + 1 == g || (last + 2 == g && walk->groups[g - 1].kind == GROUP_PUNCT));
}

bool coordinator_ahead(const struct walk *walk, size_t g) {
    const struct clause *clause = &walk->clauses[walk->depth];
    const struct group *before = last_nominal(walk);
    bool alone = before && (before->preposition == NOWHERE || clause->subject == before->head) && !is_time(walk, before);
    bool subjects = clause->predicate == NOWHERE && alone; // "A, B and C met": the verb is that of them all; not "In May, B and C met"
    for (size_t i = g + 1; i < walk->count && i < g + FARTHEST_LOOK; i++) {
        if (walk->groups[i].kind == GROUP_COORDINATOR)
            return is_kind(walk, i + 1, GROUP_NOMINAL) && (subjects || !verb_follows(walk, i + 1, true));
        if (walk->groups[i].kind != GROUP_NOMINAL && !is_mark(walk, i, ",")) return false;
    }
    return false;
}

// "..., reported Reuters": behind a comma, with nobody but its subject behind it.
static bool is_saying_behind(const struct walk *walk, size_t i) {
    const struct group *next = group_at(walk, i + 1);
    return is_mark(walk, i - 1, ",") && word_has(walk, walk->groups[i].head, CLASS_content_verb) && next &&
           next->kind == GROUP_NOMINAL && next->preposition == NOWHERE && (i + 2 >= walk->count || is_kind(walk, i + 2, GROUP_PUNCT));
}

bool finite_verb_ahead(const struct walk *walk, size_t g) {
    for (size_t i = g + 1; i < walk->count && i < g + FARTHEST_LOOK; i++) {
        const struct group *group = &walk->groups[i];
        bool bare = group->kind == GROUP_NOMINAL && group->preposition == NOWHERE && walk->groups[g].form != FORM_ING;
        if (bare && !is_time(walk, group)) return false;
        if (group->kind == GROUP_MARK || group->kind == GROUP_COORDINATOR || (group->kind == GROUP_PUNCT && !is_mark(walk, i, ",")))
            return false;
        if (group->kind == GROUP_NOMINAL && is_relative(walk, group)) return false;
        if (group->kind == GROUP_NOMINAL && is_subject_pronoun(walk->tree, group->head)) return false;
        if (group->kind == GROUP_VERB && is_finite(group, true)) return !is_saying_behind(walk, i);
    }
    return false;
}

bool is_inserted(const struct walk *walk, size_t g) {
    if (!is_mark(walk, g - 1, ",") || !is_kind(walk, g - 2, GROUP_NOMINAL)) return false;
    for (size_t i = g + 1; i < walk->count && i < g + 2 * FARTHEST_LOOK; i++)
        if (is_mark(walk, i, ",") && is_kind(walk, i + 1, GROUP_VERB)) return is_finite(&walk->groups[i + 1], true);
    return false;
}

bool outer_clause_waits(const struct walk *walk) {
    for (int depth = walk->depth; depth-- > 0;)
        if (walk->clauses[depth].predicate == NOWHERE && walk->clauses[depth].subject != NOWHERE) return true;
    return false;
}

bool clause_follows_comma(const struct walk *walk) {
    for (size_t i = 1; i < walk->count && i < FARTHEST_LOOK; i++)
        if (is_mark(walk, i, ","))
            return is_kind(walk, i + 1, GROUP_NOMINAL) && walk->groups[i + 1].preposition == NOWHERE &&
                   verb_follows(walk, i + 1, true);
    return false;
}

bool is_conjunction(struct walk *walk, size_t g) {
    const struct group *group = &walk->groups[g];
    if (!is_word(walk->tree, group->head, "that") || group->first != group->last ||
        !word_has(walk, top_clause(walk)->predicate, CLASS_content_verb))
        return false;
    return is_kind(walk, g + 1, GROUP_NOMINAL) && walk->groups[g + 1].preposition == NOWHERE && verb_follows(walk, g + 1, true);
}
