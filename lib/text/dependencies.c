// SPDX-License-Identifier: MIT
#include "text/dependencies.h"

// Heads as they are given, those that lead nowhere or to themselves as the root, and every circle cut where it was entered.
static void read_heads(struct tree *tree, int *walk_of) {
    for (int i = 1; i <= tree->count; i++) {
        long head = tree->tokens[i - 1].head;
        tree->heads[i] = head < 0 || head > tree->count || head == i ? 0 : (int)head;
    }
    for (int i = 1; i <= tree->count; i++) {
        int at = i;
        for (; at && !walk_of[at]; at = tree->heads[at]) walk_of[at] = i;
        if (at && walk_of[at] == i) tree->heads[at] = 0;
    }
}

// Each token stretches its ancestors' ends, as far up as a sentence of any language goes.
static void find_ends(struct tree *tree) {
    enum { DEEPEST = 400 };
    for (int i = 0; i <= tree->count; i++) tree->left[i] = tree->right[i] = i;
    for (int i = 1; i <= tree->count; i++) {
        int steps = 0;
        for (int above = tree->heads[i]; above && steps++ < DEEPEST; above = tree->heads[above]) {
            if (tree->left[above] > i) tree->left[above] = i;
            if (tree->right[above] < i) tree->right[above] = i;
        }
    }
}

struct tree make_tree(struct arena *keep, const struct document *document, size_t sentence) {
    const struct sentence *s = &document->sentences.at[sentence];
    struct tree tree = {.tokens = document->tokens.at + s->first, .offset = s->first, .count = (int)s->count};
    size_t size = s->count + 1;
    tree.heads = TAKE(keep, int, size * 5);
    tree.first_child = tree.heads + size;
    tree.next_sibling = tree.first_child + size;
    tree.left = tree.next_sibling + size;
    tree.right = tree.left + size;
    read_heads(&tree, tree.left);
    for (int i = tree.count; i > 0; i--) {
        tree.next_sibling[i] = tree.first_child[tree.heads[i]];
        tree.first_child[tree.heads[i]] = i;
    }
    find_ends(&tree);
    return tree;
}

bool has_relation(const struct tree *tree, int i, const char *relation) {
    struct slice deprel = tree_token(tree, i)->deprel;
    if (deprel.length == 0 || deprel.at[0] != relation[0]) return false;
    struct slice wanted = slice_of(relation);
    return slice_starts(deprel, wanted) && (deprel.length == wanted.length || deprel.at[wanted.length] == ':');
}

int find_child(const struct tree *tree, int i, const char *relation, int after) {
    for (int child = after ? tree->next_sibling[after] : tree->first_child[i]; child; child = tree->next_sibling[child])
        if (has_relation(tree, child, relation)) return child;
    return 0;
}

bool is_passive(const struct tree *tree, int verb) {
    bool subject = false, auxiliary = false;
    FOR_CHILDREN(tree, verb, child) {
        if (slice_is(tree_token(tree, child)->deprel, "aux:pass")) return true;
        subject |= slice_is(tree_token(tree, child)->deprel, "nsubj:pass");
        auxiliary |= has_relation(tree, child, "aux");
    }
    return subject && auxiliary;
}

struct slice preposition_of(const struct tree *tree, int noun) {
    int marker = find_child(tree, noun, "case", 0);
    if (!marker || slice_is(tree_token(tree, marker)->lower, "'s")) return (struct slice){"", 0};
    return tree_token(tree, marker)->lower;
}

bool is_below(const struct tree *tree, int i, int above) {
    for (; i; i = tree_head(tree, i))
        if (i == above) return true;
    return above == 0;
}

static bool begins_clause(const struct tree *tree, int i) {
    static const char *const relations[] = {"ccomp", "advcl", "acl", "parataxis", "csubj"};
    if (tree_token(tree, i)->ner == NER_DATE || tree_token(tree, i)->ner == NER_TIME) return false; // whatever the tree says
    for (size_t r = 0; r < sizeof relations / sizeof *relations; r++)
        if (has_relation(tree, i, relations[r])) return true;
    enum upos upos = tree_token(tree, i)->upos;
    return has_relation(tree, i, "conj") && (upos == UPOS_VERB || upos == UPOS_AUX);
}

bool in_clause_of(const struct tree *tree, int i, int verb) {
    for (; i && i != verb; i = tree_head(tree, i))
        if (begins_clause(tree, i)) return false;
    return i == verb;
}

int clause_verb(const struct tree *tree, int i) {
    while (i && tree_token(tree, i)->upos != UPOS_VERB && tree_head(tree, i)) i = tree_head(tree, i);
    return i;
}
