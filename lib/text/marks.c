// SPDX-License-Identifier: MIT
#include "text/marks.h"

// Opening and closing marks; those that are the same open and close by turns.
static const struct pair {
    struct slice open, close;
} pairs[] = {
    {SLICE_INIT("("), SLICE_INIT(")")}, {SLICE_INIT("["), SLICE_INIT("]")}, {SLICE_INIT("{"), SLICE_INIT("}")},
    {SLICE_INIT("“"), SLICE_INIT("”")}, {SLICE_INIT("«"), SLICE_INIT("»")}, {SLICE_INIT("\""), SLICE_INIT("\"")},
    {SLICE_INIT("‘"), SLICE_INIT("’")}, {SLICE_INIT("'"), SLICE_INIT("'")}, {SLICE_INIT("``"), SLICE_INIT("''")},
};
enum { PAIRS = sizeof pairs / sizeof *pairs };

void pair_marks(const struct token *tokens, size_t count, int *partners) {
    int open[PAIRS] = {0};
    for (size_t i = 0; i < count; i++) {
        if (!is_mark(&tokens[i])) continue;
        for (int p = 0; p < PAIRS; p++) {
            int mark = (int)i + 1;
            if (open[p] && slice_equal(tokens[i].form, pairs[p].close)) {
                partners[mark] = open[p], partners[open[p]] = mark, open[p] = 0;
                break;
            }
            if (slice_equal(tokens[i].form, pairs[p].open)) {
                open[p] = mark;
                break;
            }
        }
    }
}

// From a word upwards, as long as the head stands on the same side of the mark.
static size_t climb(const struct node *nodes, int word, int mark, int *candidates) {
    bool right = word > mark;
    size_t count = 0;
    for (; word && (word > mark) == right && count < MOST_ABOVE; word = nodes[word].head) candidates[count++] = word;
    return count;
}

size_t find_candidates(const struct node *nodes, const bool *aside, int count, int mark, int *candidates) {
    int left = mark - 1, right = mark + 1;
    while (left > 0 && aside[left]) left--;
    while (right <= count && aside[right]) right++;
    size_t found = climb(nodes, left, mark, candidates);
    return found + (right <= count ? climb(nodes, right, mark, candidates + found) : 0);
}

// Where the candidate stands: on which side, whether its head is on the other side of the mark or nobody, and between partners.
static uint32_t standing(const struct node *nodes, const int *partners, int candidate, int mark) {
    int head = nodes[candidate].head, partner = partners[mark];
    bool right = candidate > mark, root = head == 0, top = root || (head > mark) != right;
    uint32_t bits = (uint32_t)right | (uint32_t)root << 1 | (uint32_t)top << 2;
    if (partner == 0) return bits + 2;
    int from = partner < mark ? partner : mark, to = partner < mark ? mark : partner;
    bool inside = candidate > from && candidate < to, outside = head < from || head > to;
    return (bits | 8u | (uint32_t)inside << 4 | (uint32_t)outside << 5 | (uint32_t)(partner < mark) << 6) + 2;
}

void look_at_mark(const struct features *features, const struct configuration *c, const int *partners, int candidate, int mark,
                  word_traits *traits, uint32_t *values) {
    traits[mark][TRAIT_label] = standing(c->nodes, partners, candidate, mark);
    look_at_arc(features, c, candidate, mark, traits, values);
}
