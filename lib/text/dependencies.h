/* dependencies: a sentence's dependencies, walkable downwards. May be used by: text, story, exchange, src.
 * Tokens are numbered 1..count as in the tables; 0 is the root above them. Any heads at all make a forest that can be walked. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_DEPENDENCIES_H
#define DATELINE_DEPENDENCIES_H

#include "text/document.h"

struct tree {
    const struct token *tokens; // tokens[i - 1] is token i
    size_t offset;              // document->tokens index of token 1
    int count;
    int *heads;                 // [count + 1] 0 the root; whatever the tokens say, there are no circles
    int *first_child;           // [count + 1] leftmost child, 0 none
    int *next_sibling;          // [count + 1] next child of the same head to the right, 0 none
    int *left, *right;          // [count + 1] ends of what hangs below a token, itself included
};

// Built from token.head; lives in `keep`.
struct tree make_tree(struct arena *keep, const struct document *document, size_t sentence);

static inline const struct token *tree_token(const struct tree *tree, int i) { return &tree->tokens[i - 1]; }
static inline int tree_head(const struct tree *tree, int i) { return tree->heads[i]; }

// The relation without its subtype: nsubj:pass is a nsubj.
bool has_relation(const struct tree *tree, int i, const char *relation);
bool is_passive(const struct tree *tree, int verb);

// The first child with this relation, or 0; `after` 0 begins, else the next one after that child.
int find_child(const struct tree *tree, int i, const char *relation, int after);
// The preposition that governs a noun ("with"), in lower case; empty where there is none.
struct slice preposition_of(const struct tree *tree, int noun);
// Is `i` below `above` (or the same)?
bool is_below(const struct tree *tree, int i, int above);

// Does `i` hang below `verb` with no other clause between them?
bool in_clause_of(const struct tree *tree, int i, int verb);
// The verb (or root) at or above a token.
int clause_verb(const struct tree *tree, int i);

#define FOR_CHILDREN(tree, i, child) for (int child = (tree)->first_child[i]; child; child = (tree)->next_sibling[child])

#endif
