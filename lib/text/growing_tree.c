// SPDX-License-Identifier: MIT
#include "text/growing_tree.h"

enum { LONGEST_CHAIN = 48 }; // how far up punctuation looks for its constituent

static struct slice relation_of_rest(enum upos upos) {
    switch (upos) {
    case UPOS_PUNCT: return RELATION("punct");
    case UPOS_ADV: return RELATION("advmod");
    case UPOS_AUX: return RELATION("aux");
    case UPOS_CCONJ: return RELATION("cc");
    case UPOS_ADP:
    case UPOS_SCONJ: return RELATION("mark");
    case UPOS_INTJ: return RELATION("discourse");
    case UPOS_DET: return RELATION("det");
    case UPOS_PART: return RELATION("mark");
    default: return RELATION("parataxis");
    }
}

// A root that is no punctuation, where there is one.
static size_t any_root(const struct growing_tree *tree) {
    size_t best = 0;
    for (size_t i = 0; i < tree->count; i++) {
        if (is_free(tree, i) && tree->tokens[i].upos != UPOS_PUNCT) return i;
        if (tree->tokens[best].upos == UPOS_PUNCT) best = i;
    }
    return best;
}

// Walks up from every word; a walk that comes back to itself is cut and hung under the root. `walk` is the walk that came by a word.
static void cut_cycles(struct growing_tree *tree, size_t root) {
    for (size_t i = 0; i < tree->count; i++) {
        size_t at = i, below = i;
        while (at != root && tree->tokens[at].upos != UPOS_PUNCT && !tree->facts[at].walk) {
            tree->facts[at].walk = (uint32_t)i + 1;
            below = at;
            at = (size_t)tree->tokens[at].head - 1;
        }
        if (at == root || tree->facts[at].walk != i + 1) continue;
        tree->tokens[below].head = (long)root + 1;
        tree->tokens[below].deprel = RELATION("parataxis");
    }
}

// Climbs from i as long as heads lie in first .. last.
static size_t climb_within(const struct growing_tree *tree, size_t i, size_t first, size_t last) {
    for (int step = 0; step < LONGEST_CHAIN; step++) {
        long head = tree->tokens[i].head;
        if (head <= 0 || (size_t)(head - 1) < first || (size_t)(head - 1) > last) break;
        i = (size_t)(head - 1);
    }
    return i;
}

static bool is_mark_at(const struct growing_tree *tree, size_t i) { return upos_at(tree, i) == UPOS_PUNCT; }

// A mark hangs on the constituent behind it, if that one hangs on what is before the mark; else on the constituent before, if it was
// set off by a mark of its own (`opened`) or hangs on something behind; else on the root.
static size_t head_of_mark(const struct growing_tree *tree, size_t mark, size_t opened, size_t root) {
    size_t after = mark + 1, before = mark;
    while (is_mark_at(tree, after) && after < mark + 8) after++;
    while (before > 0 && is_mark_at(tree, before - 1) && before + 8 > mark) before--;
    if (after >= tree->count || is_mark_at(tree, after)) return root;
    size_t next = climb_within(tree, after, mark, tree->count);
    if (before == 0 || is_mark_at(tree, before - 1) || tree->tokens[next].head > 0) return next;
    size_t last = climb_within(tree, before - 1, opened, mark);
    return tree->tokens[last].head > 0 ? last : root;
}

static bool is_bracket(struct slice form, const char *list) { return form.length == 1 && form.at[0] && strchr(list, form.at[0]); }

// Between brackets: the top of what stands there.
static size_t head_between(const struct growing_tree *tree, size_t open, size_t close) {
    size_t i = open + 1;
    while (i < close && is_mark_at(tree, i)) i++;
    return i < close ? climb_within(tree, i, open, close) : NOWHERE;
}

static void attach_brackets(struct growing_tree *tree, size_t root) {
    size_t open = NOWHERE;
    for (size_t i = 0; i < tree->count; i++) {
        if (!is_mark_at(tree, i)) continue;
        if (is_bracket(tree->tokens[i].form, "([{")) open = i;
        if (!is_bracket(tree->tokens[i].form, ")]}") || open == NOWHERE || i == root || open == root) continue;
        size_t head = head_between(tree, open, i);
        if (head != NOWHERE) attach(tree, open, head, RELATION("punct")), attach(tree, i, head, RELATION("punct"));
        open = NOWHERE;
    }
}

static void attach_punctuation(struct growing_tree *tree, size_t root) {
    size_t opened = 0;
    attach_brackets(tree, root);
    for (size_t i = 0; i < tree->count; i++) {
        if (!is_mark_at(tree, i)) continue;
        if (i != root && is_free(tree, i)) attach(tree, i, head_of_mark(tree, i, opened, root), RELATION("punct"));
        if (is_word(tree, i, ",") || is_word(tree, i, "-") || is_word(tree, i, "--") || is_word(tree, i, "–")) opened = i;
    }
}

void finish_tree(struct growing_tree *tree, size_t root) {
    if (root == NOWHERE) root = any_root(tree);
    tree->tokens[root].head = 0;
    tree->tokens[root].deprel = RELATION("root");
    for (size_t i = 0; i < tree->count; i++)
        if (i != root && tree->tokens[i].head <= 0 && tree->tokens[i].upos != UPOS_PUNCT)
            tree->tokens[i].head = -1, attach(tree, i, root, relation_of_rest(tree->tokens[i].upos));
    cut_cycles(tree, root);
    attach_punctuation(tree, root);
}
