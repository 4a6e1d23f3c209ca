/* oracle: which moves of a parser keep the true tree within reach. May be used by: learn, src/train.
 * ALGORITHM. Dynamic oracle (Goldberg and Nivre 2012, "A dynamic oracle for arc-eager dependency parsing"; 2013 for arc-hybrid): the cost
 * of a move is the number of true arcs that can no longer be drawn after it; it is known after wrong moves too. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ORACLE_H
#define DATELINE_ORACLE_H

#include "text/transition.h"

// The true tree of a sentence.
struct truth {
    const int *heads;          // [count + 1] 0: the root
    const uint8_t *relations;  // [count + 1]
    const int *first_child, *next_sibling; // [count + 1] children from left to right that do not stand aside, 0: none
};

// Makes one out of heads [count + 1], in `keep`. No word keeps a head that stands aside: it is lifted to the head's head. Arcs that cross others are lifted to the head's head until none does (Nivre and Nilsson
// 2005, "Pseudo-projective dependency parsing", without the marks); `heads` is changed.
struct truth make_truth(struct arena *keep, int *heads, const uint8_t *relations, const bool *aside, int count);

// Bits of those of the moves `allowed` that cost least.
uint32_t best_moves(const struct configuration *c, const struct truth *truth, uint32_t allowed);

#endif
