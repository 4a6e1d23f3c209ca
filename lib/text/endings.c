// SPDX-License-Identifier: MIT
#include "text/endings.h"

static uint16_t find_child(const struct endings *endings, uint16_t node, unsigned char letter) {
    uint16_t child = endings->nodes[node].child;
    while (child && endings->nodes[child].letter != letter) child = endings->nodes[child].sibling;
    return child;
}

static uint16_t add_node(struct endings *endings, uint16_t parent, unsigned char letter) {
    uint16_t number = (uint16_t)endings->count++;
    endings->nodes[number].letter = letter;
    if (parent) {
        endings->nodes[number].sibling = endings->nodes[parent].child;
        endings->nodes[parent].child = number;
    }
    return number;
}

static uint16_t *root_of(struct endings *endings, struct slice use, enum upos upos) {
    if (slice_is(use, "tag")) return &endings->tag;
    return slice_is(use, "name") ? &endings->name : &endings->lemma[upos];
}

static void add_ending(struct endings *endings, uint16_t *root, struct slice ending, enum upos upos, struct slice becomes) {
    if (!*root) *root = add_node(endings, 0, 0);
    uint16_t node = *root;
    for (size_t i = ending.length; i-- > 0;) {
        uint16_t child = find_child(endings, node, (unsigned char)ending.at[i]);
        node = child ? child : add_node(endings, node, (unsigned char)ending.at[i]);
    }
    if (endings->nodes[node].is_ending) return;
    endings->nodes[node].is_ending = true;
    endings->nodes[node].upos = upos;
    endings->nodes[node].length = (uint8_t)ending.length;
    endings->nodes[node].becomes = becomes;
}

void read_endings(struct arena *keep, const struct grid *grid, struct endings *endings) {
    int use = grid_column(grid, "use"), upos = grid_column(grid, "upos"), ending = grid_column(grid, "ending");
    int becomes = grid_column(grid, "becomes");
    size_t letters = 4 + 2 * UPOS_COUNT;
    for (size_t row = 0; row < grid->rows; row++) letters += grid_cell(grid, row, ending).length;
    if (letters > UINT16_MAX) letters = UINT16_MAX;
    *endings = (struct endings){.nodes = TAKE(keep, struct ending_node, letters), .count = 1};
    for (size_t row = 0; row < grid->rows; row++) {
        struct slice end = grid_cell(grid, row, ending);
        if (end.length > 32 || endings->count + end.length + 1 >= letters) continue;
        enum upos tag = upos_of(grid_cell(grid, row, upos));
        add_ending(endings, root_of(endings, grid_cell(grid, row, use), tag), end, tag, grid_cell(grid, row, becomes));
    }
}

const struct ending_node *find_ending(const struct endings *endings, uint16_t root, struct slice word) {
    const struct ending_node *best = NULL;
    size_t left = word.length;
    for (uint16_t node = root; node; node = left > 1 ? find_child(endings, node, (unsigned char)word.at[--left]) : 0)
        if (endings->nodes[node].is_ending) best = &endings->nodes[node];
    return best;
}
