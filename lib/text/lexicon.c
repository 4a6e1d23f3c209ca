// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include "base/utf8.h"

enum { LONGEST_WORD = 256 }; // bytes in lower case; a longer one is found only as it is written

static struct slice word_at(const struct lexicon *lexicon, uint32_t row) { return grid_cell(&lexicon->grid, row, lexicon->word); }

// Is `lower` the lower case of the row's word?
static bool is_lower_of(const struct lexicon *lexicon, uint32_t row, struct slice lower) {
    struct slice word = word_at(lexicon, row);
    if (slice_equal(word, lower)) return true;
    char bytes[LONGEST_WORD];
    return slice_equal(lower_into(word, bytes, sizeof bytes), lower);
}

// The slot of a lower case, or the free one where it would go.
static const struct lexicon_slot *find_slot(const struct lexicon *lexicon, struct slice lower, uint32_t hash) {
    size_t at = hash & lexicon->mask;
    for (; lexicon->slots[at].row; at = (at + 1) & lexicon->mask)
        if (lexicon->slots[at].hash == hash && is_lower_of(lexicon, lexicon->slots[at].row - 1, lower)) break;
    return &lexicon->slots[at];
}

// The first row with the lower case of this one. Rows of one word mostly stand together: then it is that of the row before.
static uint32_t first_row(const struct lexicon *lexicon, struct lexicon_slot *slots, uint32_t row, uint32_t before) {
    struct slice word = word_at(lexicon, row);
    if (row && slice_equal(word, word_at(lexicon, row - 1))) return before;
    char bytes[LONGEST_WORD];
    struct slice lower = lower_into(word, bytes, sizeof bytes);
    uint32_t hash = hash_slice(lower);
    struct lexicon_slot *slot = &slots[find_slot(lexicon, lower, hash) - lexicon->slots];
    if (!slot->row) *slot = (struct lexicon_slot){hash, row + 1};
    return slot->row - 1;
}

void read_lexicon(struct arena *keep, const struct grid *grid, struct lexicon *lexicon) {
    size_t rows = grid->rows, room = 64;
    while (room < rows * 2) room *= 2;
    struct lexicon_slot *slots = TAKE(keep, struct lexicon_slot, room);
    uint32_t *next = TAKE(keep, uint32_t, rows + 1), *last = TAKE(keep, uint32_t, rows + 1);
    uint8_t *tags = TAKE(keep, uint8_t, rows + 1);
    *lexicon = (struct lexicon){.grid = *grid, .word = grid_column(grid, "word"), .lemma = grid_column(grid, "lemma"),
                                .slots = slots, .mask = room - 1, .next = next, .upos = tags};
    int upos = grid_column(grid, "upos");
    for (uint32_t row = 0, first = 0; row < rows; row++) {
        tags[row] = (uint8_t)upos_of(grid_cell(grid, row, upos));
        next[row] = NO_ROW;
        first = first_row(lexicon, slots, row, first);
        if (first != row) next[last[first]] = row;
        last[first] = row;
    }
}

uint32_t find_lower(const struct lexicon *lexicon, struct slice lower) {
    uint32_t found = find_slot(lexicon, lower, hash_slice(lower))->row;
    return found ? found - 1 : NO_ROW;
}

uint32_t find_written(const struct lexicon *lexicon, uint32_t row, struct slice form) {
    while (row != NO_ROW && !slice_equal(word_at(lexicon, row), form)) row = lexicon->next[row];
    return row;
}

uint32_t tags_of_row(const struct lexicon *lexicon, uint32_t row) {
    struct slice written = word_at(lexicon, row);
    uint32_t tags = 0;
    for (; row != NO_ROW; row = find_written(lexicon, lexicon->next[row], written)) tags |= 1u << lexicon->upos[row];
    return tags;
}

struct slice word_of_row(const struct lexicon *lexicon, uint32_t row) {
    return word_at(lexicon, row);
}

struct slice lemma_of_row(const struct lexicon *lexicon, uint32_t row, enum upos upos) {
    struct slice written = word_at(lexicon, row);
    for (; row != NO_ROW; row = find_written(lexicon, lexicon->next[row], written))
        if (lexicon->upos[row] == upos) return grid_cell(&lexicon->grid, row, lexicon->lemma);
    return (struct slice){"", 0};
}
