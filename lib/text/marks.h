/* marks: what marks of punctuation hang on, once the words have their tree. May be used by: text, learn, src/train.
 * A mark between two words can hang on those of their ancestors that the words' side of the mark holds: the arcs in between are then not
 * crossed. Which of them it is, a linear classifier says (after the marks as properties of words of Ma, Zhang and Zhu 2014). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MARKS_H
#define DATELINE_MARKS_H

#include "text/outlook.h"

enum { MOST_ABOVE = 12, MOST_CANDIDATES = 2 * MOST_ABOVE };

// Does the token stand aside from the moves?
static inline bool is_mark(const struct token *token) { return token->upos == UPOS_PUNCT; }

// partners[count + 1]: of brackets and quotation marks the other one, else 0.
void pair_marks(const struct token *tokens, size_t count, int *partners);

// What the mark can hang on: candidates[MOST_CANDIDATES]; returns how many, at least one where any word does not stand aside.
size_t find_candidates(const struct node *nodes, const bool *aside, int count, int mark, int *candidates);

// values[view_count] of the templates' views, with the candidate as `head` and the mark as `child`; its trait `label` says where the
// candidate stands among the others and between partners.
void look_at_mark(const struct features *features, const struct configuration *c, const int *partners, int candidate, int mark,
                  word_traits *traits, uint32_t *values);

#endif
