// SPDX-License-Identifier: MIT
#include "learn/oracle.h"

// Is `word` at or below `above`?
static bool hangs_below(const int *heads, int word, int above) {
    while (word && word != above) word = heads[word];
    return word == above;
}

// A word between an arc's ends that does not hang below its head: the arc crosses another.
static bool crosses(const int *heads, const bool *aside, int child) {
    int head = heads[child], from = head < child ? head : child, to = head < child ? child : head;
    for (int between = from + 1; between < to; between++)
        if (!aside[between] && !hangs_below(heads, between, head)) return true;
    return false;
}

// The shortest arc that crosses another, as its child; 0: none. Arcs from the root (0) are never lifted.
static int find_crossing(const int *heads, const bool *aside, int count) {
    int shortest = 0, length = count + 1;
    for (int child = 1; child <= count; child++) {
        int reach = heads[child] > child ? heads[child] - child : child - heads[child];
        if (heads[child] && !aside[child] && reach < length && crosses(heads, aside, child)) shortest = child, length = reach;
    }
    return shortest;
}

struct truth make_truth(struct arena *keep, int *heads, const uint8_t *relations, const bool *aside, int count) {
    for (int i = 1; i <= count; i++)
        for (int steps = 0; steps < count && aside[heads[i]]; steps++) heads[i] = heads[heads[i]];
    for (int child; (child = find_crossing(heads, aside, count)) && heads[heads[child]];) heads[child] = heads[heads[child]];
    int *first_child = TAKE(keep, int, (size_t)count + 1), *next_sibling = TAKE(keep, int, (size_t)count + 1);
    for (int i = count; i > 0; i--) {
        if (aside[i]) continue;
        next_sibling[i] = first_child[heads[i]];
        first_child[heads[i]] = i;
    }
    return (struct truth){heads, relations, first_child, next_sibling};
}

// The word at the buffer's front; one past the last where it is empty.
static int front_word(const struct configuration *c) { return c->front < c->word_count ? c->words[c->front] : c->count + 1; }

// Children of a word that wait in the buffer.
static int waiting_children(const struct configuration *c, const struct truth *truth, int word) {
    int waiting = 0;
    for (int child = truth->first_child[word]; child; child = truth->next_sibling[child]) waiting += child >= front_word(c);
    return waiting;
}

static bool is_on_stack(const struct configuration *c, int word) { return word > 0 && word < front_word(c) && !c->nodes[word].head; }

// The root's head is nobody, whom we think of as standing behind the last word.
static bool waits(const struct configuration *c, int head) { return head == 0 || head >= front_word(c); }

static int cost_of_shift(const struct configuration *c, const struct truth *truth) {
    int word = front_word(c), head = truth->heads[word];
    int cost = is_on_stack(c, head) && head != stack_word(c, 0);
    for (int child = truth->first_child[word]; child && child < word; child = truth->next_sibling[child]) cost += is_on_stack(c, child);
    return cost;
}

static int cost_of(const struct configuration *c, const struct truth *truth, enum move move) {
    if (move == MOVE_shift) return cost_of_shift(c, truth);
    int word = stack_word(c, 0), head = truth->heads[word];
    int cost = waiting_children(c, truth, word);
    if (move == MOVE_right) return cost + waits(c, head);
    return cost + ((waits(c, head) && head != front_word(c)) || (head && head == stack_word(c, 1)));
}

uint32_t best_moves(const struct configuration *c, const struct truth *truth, uint32_t allowed) {
    uint32_t best = 0;
    int least = -1;
    for (int move = 0; move < MOVE_COUNT; move++) {
        if (!(allowed >> move & 1)) continue;
        int cost = cost_of(c, truth, (enum move)move);
        if (least < 0 || cost < least) least = cost, best = 0;
        if (cost == least) best |= 1u << move;
    }
    return best;
}
