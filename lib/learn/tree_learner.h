/* tree_learner: learns moves, relations and what marks hang on from true trees. May be used by: learn, src/train.
 * ALGORITHM. Perceptrons with a dynamic oracle and exploration (Goldberg and Nivre 2012; 2013, "Training deterministic parsers with
 * non-deterministic oracles"): the learner goes on from its own moves, right or wrong, and is told which moves were best from there.
 * At each choice some of the features are left out of sight, so that none leans on another (Søgaard 2013, "Part-of-speech tagging with
 * antagonistic adversaries"). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TREE_LEARNER_H
#define DATELINE_TREE_LEARNER_H

#include "learn/oracle.h"
#include "learn/perceptron.h"
#include "text/greedy.h"

enum tree_choice { CHOICE_moves, CHOICE_relations, CHOICE_marks, TREE_CHOICES };

struct tree_learner {
    struct features features[TREE_CHOICES];
    struct perceptron *perceptrons[TREE_CHOICES];
    size_t labels[TREE_CHOICES];
    uint32_t least;                  // updates from which on a feature counts
    const struct clusters *clusters; // or NULL
    size_t explore;                  // percent of the wrong moves that are made all the same
    size_t forget;                   // percent of the features that are left out of sight
    uint64_t chance;                 // the state of draw_number
    struct arena scratch;            // for one sentence
};

struct tree_example {
    const struct token *tokens;
    int count;
    struct truth truth;
};

// From the heads of the tokens, which live as long as the example; `relations` is [count + 1].
struct tree_example make_tree_example(struct tree_learner *learner, struct arena *keep, const struct token *tokens, int count,
                                      const uint8_t *relations);

// A sentence before its first move, in the learner's scratch memory.
struct parse begin_example(struct tree_learner *learner, const struct tree_example *example);

// Goes through the sentence once; returns how many of its own moves were wrong. In the first round no wrong move is made.
size_t learn_tree(struct tree_learner *learner, const struct tree_example *example, bool explores);

// A number below `limit`, by a linear congruence (Knuth's MMIX): the same ones from the same state.
size_t draw_number(uint64_t *state, size_t limit);

#endif
