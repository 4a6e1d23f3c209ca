/* transition: how a dependency tree grows over a sentence, one move at a time. May be used by: text, learn, src/train.
 * ALGORITHM. Arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011): words wait in a buffer and then on a stack; the word on
 * top of the stack gets its head, once and for all, from the front of the buffer (left) or from the word below it (right). Words are
 * numbered from 1; 0 is nobody. The one word left at the end is the root: so there is exactly one, and no circle, whatever is chosen.
 * Marks of punctuation can stand aside: no move sees them, they are hung afterwards (marks.h). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TRANSITION_H
#define DATELINE_TRANSITION_H

#include <stdint.h>

#include "base/arena.h"

#define MOVES(MOVE) MOVE(shift) MOVE(left) MOVE(right)
#define MOVE_NAME(name) MOVE_##name,
enum move { MOVES(MOVE_NAME) MOVE_COUNT };
#undef MOVE_NAME

// A word in the growing tree; 0 where there is no such word yet.
struct node {
    int head;
    int left, left2, right, right2; // its outermost children and those beside them
    uint8_t relation;               // to its head, + 1
    uint8_t left_count, right_count; // of children, up to 255
    uint64_t relations;             // bits: of its children
};

enum { STACK_FLOOR = 3 }; // nobodies below the stack, so that its uppermost words can always be asked for

struct configuration {
    struct node *nodes;  // [count + 1]
    int *stack;          // [STACK_FLOOR + count]
    int depth;           // words and nobodies on the stack
    int *words;          // [word_count] those that do not stand aside, in order: the buffer
    int front;           // the buffer's next, as an index of words
    int word_count, count;
};

// A sentence of `count` words before its first move; lives in `keep`. aside[count + 1] says which words stand aside; not all do.
struct configuration begin_configuration(struct arena *keep, size_t count, const bool *aside);

// The words on top of the stack (0, 1, 2 from the top) and at the front of the buffer; 0 for nobody.
static inline int stack_word(const struct configuration *c, int below) { return c->stack[c->depth - 1 - below]; }
static inline int buffer_word(const struct configuration *c, int behind) { return c->front + behind < c->word_count ? c->words[c->front + behind] : 0; }

static inline bool is_finished(const struct configuration *c) { return c->front == c->word_count && c->depth <= STACK_FLOOR + 1; }

// Bits of the moves that can be made; at least one until it is finished.
uint32_t applicable_moves(const struct configuration *c);

// The two words of the arc that a move draws.
static inline int child_of_move(const struct configuration *c) { return stack_word(c, 0); }
static inline int head_of_move(const struct configuration *c, enum move move) {
    return move == MOVE_left ? buffer_word(c, 0) : stack_word(c, 1);
}

// `relation` is that of the arc, from 0; of no account for shift.
void perform_move(struct configuration *c, enum move move, uint8_t relation);

#endif
