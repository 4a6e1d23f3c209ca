// SPDX-License-Identifier: MIT
#include "text/transition.h"

struct configuration begin_configuration(struct arena *keep, size_t count, const bool *aside) {
    struct configuration c = {
        .nodes = TAKE(keep, struct node, count + 1),
        .stack = TAKE(keep, int, count + STACK_FLOOR),
        .depth = STACK_FLOOR,
        .words = TAKE(keep, int, count + 1),
        .count = (int)count,
    };
    for (int i = 1; i <= c.count; i++)
        if (!aside[i]) c.words[c.word_count++] = i;
    return c;
}

uint32_t applicable_moves(const struct configuration *c) {
    int words = c->depth - STACK_FLOOR;
    bool waiting = c->front < c->word_count;
    return (uint32_t)waiting << MOVE_shift | (uint32_t)(waiting && words > 0) << MOVE_left | (uint32_t)(words > 1) << MOVE_right;
}

static uint8_t one_more(uint8_t count) { return count < 255 ? count + 1 : count; }

static void draw_arc(struct node *nodes, int head, int child, uint8_t relation) {
    struct node *above = &nodes[head];
    nodes[child].head = head;
    nodes[child].relation = relation + 1;
    above->relations |= UINT64_C(1) << (relation & 63);
    if (child < head) {
        above->left2 = above->left;
        above->left = child;
        above->left_count = one_more(above->left_count);
    } else {
        above->right2 = above->right;
        above->right = child;
        above->right_count = one_more(above->right_count);
    }
}

void perform_move(struct configuration *c, enum move move, uint8_t relation) {
    if (move == MOVE_shift) {
        c->stack[c->depth++] = c->words[c->front++];
        return;
    }
    draw_arc(c->nodes, head_of_move(c, move), child_of_move(c), relation);
    c->depth--;
}
