/* greedy: a tree by the best move at each step, out of a model. May be used by: text, learn, src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_GREEDY_H
#define DATELINE_GREEDY_H

#include "text/linear.h"
#include "text/marks.h"

// The classifiers: which move, which relation the arc has that it draws, and what marks hang on.
struct greedy {
    struct linear moves, relations, marks;
};

// From sections moves.*, relations.* and marks.* of a model of kind "parses"; false with the model's complaint set.
bool open_greedy(struct arena *keep, struct model *model, struct greedy *greedy);

// The traits that the templates look at: bits.
uint32_t traits_of_greedy(const struct greedy *greedy);

// A sentence while it is parsed.
struct parse {
    struct configuration configuration;
    word_traits *traits; // [count + 1]
    bool *aside;         // [count + 1] marks
    int *partners;       // [count + 1] of marks
};

// Before the first move; lives in `keep`. Where there are only marks, they are words.
struct parse begin_parse(struct arena *keep, const struct clusters *clusters, const struct token *tokens, size_t count, uint32_t wanted);

// Makes all moves, then hangs the marks.
void parse_greedily(const struct greedy *greedy, struct parse *parse);

#endif
