// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include "base/utf8.h"

enum { LONGEST_WORD = 256 }; // bytes in lower case; a longer one is found only as it is written

static struct slice word_at(const struct lexicon *lexicon, uint32_t row) { return grid_cell(&lexicon->grid, row, lexicon->word); }

// Is `lower` the lower case of the words with this number?
static bool is_number_of(const struct lexicon *lexicon, uint32_t number, struct slice lower) {
    struct slice word = word_at(lexicon, lexicon->first[number]);
    if (slice_equal(word, lower)) return true;
    char bytes[LONGEST_WORD];
    return slice_equal(lower_into(word, bytes, sizeof bytes), lower);
}

// The slot of a lower case, or the free one where it would go.
static size_t find_slot(const struct lexicon *lexicon, struct slice lower, uint32_t hash) {
    size_t slot = hash & lexicon->mask;
    for (; lexicon->slots[slot]; slot = (slot + 1) & lexicon->mask) {
        uint32_t number = lexicon->slots[slot] - 1;
        if (lexicon->hashes[number] == hash && is_number_of(lexicon, number, lower)) break;
    }
    return slot;
}

// What read_lexicon fills; the lexicon itself only reads.
struct arrays {
    uint32_t *slots, *hashes, *first, *next, *last;
    uint8_t *upos;
};

static struct arrays make_arrays(struct arena *keep, struct lexicon *lexicon) {
    size_t rows = lexicon->grid.rows, slots = 64;
    while (slots < rows * 2) slots *= 2;
    struct arrays arrays = {TAKE(keep, uint32_t, slots),    TAKE(keep, uint32_t, rows + 1), TAKE(keep, uint32_t, rows + 1),
                            TAKE(keep, uint32_t, rows + 1), TAKE(keep, uint32_t, rows + 1), TAKE(keep, uint8_t, rows + 1)};
    lexicon->slots = arrays.slots, lexicon->mask = slots - 1, lexicon->hashes = arrays.hashes;
    lexicon->first = arrays.first, lexicon->next = arrays.next, lexicon->upos = arrays.upos;
    return arrays;
}

// The number of the row's lower case. Rows of one word mostly stand together: then it is that of the row before.
static uint32_t number_row(struct lexicon *lexicon, struct arrays *arrays, uint32_t row, uint32_t before) {
    struct slice word = word_at(lexicon, row);
    if (row && slice_equal(word, word_at(lexicon, row - 1))) return before;
    char bytes[LONGEST_WORD];
    struct slice lower = lower_into(word, bytes, sizeof bytes);
    uint32_t hash = hash_slice(lower);
    size_t slot = find_slot(lexicon, lower, hash);
    if (!lexicon->slots[slot]) {
        arrays->first[lexicon->count] = NO_ROW;
        arrays->hashes[lexicon->count] = hash;
        arrays->slots[slot] = (uint32_t)++lexicon->count;
    }
    return lexicon->slots[slot] - 1;
}

void read_lexicon(struct arena *keep, const struct grid *grid, struct lexicon *lexicon) {
    *lexicon = (struct lexicon){.grid = *grid, .word = grid_column(grid, "word"), .lemma = grid_column(grid, "lemma")};
    struct arrays arrays = make_arrays(keep, lexicon);
    int upos = grid_column(grid, "upos");
    for (uint32_t row = 0, number = 0; row < grid->rows; row++) {
        arrays.upos[row] = (uint8_t)upos_of(grid_cell(grid, row, upos));
        arrays.next[row] = NO_ROW;
        number = number_row(lexicon, &arrays, row, number);
        if (arrays.first[number] == NO_ROW) arrays.first[number] = row;
        else arrays.next[arrays.last[number]] = row;
        arrays.last[number] = row;
    }
}

void make_room_for_others(struct arena *keep, struct lexicon *lexicon, size_t room) { lexicon->others = make_word_index(keep, room); }

uint32_t number_lower(struct lexicon *lexicon, struct slice lower) {
    uint32_t number;
    if (find_lower(lexicon, lower, &number) != NO_ROW) return number;
    number = add_word(&lexicon->others, lower);
    return number == NOT_INTERNED ? NOT_INTERNED : (uint32_t)lexicon->count + number;
}

uint32_t find_lower(const struct lexicon *lexicon, struct slice lower, uint32_t *number) {
    uint32_t hash = hash_slice(lower), found = lexicon->slots[find_slot(lexicon, lower, hash)];
    if (found) return *number = found - 1, lexicon->first[found - 1];
    *number = find_hashed_word(&lexicon->others, lower, hash);
    if (*number != NOT_INTERNED) *number += (uint32_t)lexicon->count;
    return NO_ROW;
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
