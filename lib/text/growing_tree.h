/* growing_tree: a sentence while its dependency tree grows, and what makes a tree of any heap of arcs. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_GROWING_TREE_H
#define DATELINE_GROWING_TREE_H

#include "text/word_classes.h"

#define NOWHERE ((size_t)-1)

struct growing_tree {
    struct token *tokens;     // [count] head is -1 until it is known
    struct word_facts *facts; // [count]
    size_t count;
};

#define RELATION(name) ((struct slice)SLICE_INIT(name))

// Hangs `child` under `head` (both 0-based); the first to do so wins. NOWHERE and itself are no heads.
static inline void attach(struct growing_tree *tree, size_t child, size_t head, struct slice deprel) {
    if (child >= tree->count || head >= tree->count || child == head || tree->tokens[child].head >= 0) return;
    tree->tokens[child].head = (long)head + 1;
    tree->tokens[child].deprel = deprel;
}

static inline bool is_free(const struct growing_tree *tree, size_t i) { return tree->tokens[i].head < 0; }
static inline bool is_word(const struct growing_tree *tree, size_t i, const char *word) {
    return i < tree->count && slice_is(tree->tokens[i].lower, word);
}
// The tag as the parser sees it: a content word in a person's name is a name, whatever the tagger thought ("Jane Black").
static inline enum upos upos_at(const struct growing_tree *tree, size_t i) {
    const uint32_t content = 1u << UPOS_ADJ | 1u << UPOS_NOUN | 1u << UPOS_VERB | 1u << UPOS_ADV | 1u << UPOS_AUX | 1u << UPOS_X;
    if (i >= tree->count) return UPOS_NONE;
    enum upos upos = tree->tokens[i].upos;
    return tree->tokens[i].ner == NER_PER && content >> upos & 1 ? UPOS_PROPN : upos;
}

// Makes `root` the root (the first word, if NOWHERE), hangs what is left under it, cuts cycles, and then hangs the punctuation.
void finish_tree(struct growing_tree *tree, size_t root);

#endif
