// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include "base/utf8.h"

static bool is_lower_ascii(struct slice word) {
    for (size_t i = 0; i < word.length; i++)
        if ((word.at[i] >= 'A' && word.at[i] <= 'Z') || (unsigned char)word.at[i] > 127) return false;
    return true;
}

static struct slice lower_of(struct arena *keep, struct slice word) {
    if (is_lower_ascii(word)) return word;
    size_t room = word.length * 2 + 4; // a letter may grow by a byte
    return lower_into(word, arena_take(keep, room), room);
}

// Rows of one word mostly stand together: then the number is that of the row before.
static uint32_t number_row(struct arena *keep, struct lexicon *lexicon, uint32_t row, uint32_t before) {
    struct slice word = grid_cell(&lexicon->grid, row, lexicon->word);
    if (row && slice_equal(word, grid_cell(&lexicon->grid, row - 1, lexicon->word))) return before;
    return add_word(&lexicon->lowers, lower_of(keep, word));
}

void read_lexicon(struct arena *keep, const struct grid *grid, size_t others, struct lexicon *lexicon) {
    *lexicon = (struct lexicon){.grid = *grid, .word = grid_column(grid, "word"), .lemma = grid_column(grid, "lemma")};
    int upos = grid_column(grid, "upos");
    size_t rows = grid->rows;
    lexicon->lowers = make_word_index(keep, rows + others);
    lexicon->first = TAKE(keep, uint32_t, rows + 1);
    lexicon->next = TAKE(keep, uint32_t, rows + 1);
    lexicon->upos = TAKE(keep, uint8_t, rows + 1);
    uint32_t *last = TAKE(keep, uint32_t, rows + 1);
    memset(lexicon->first, 0xFF, rows * sizeof *lexicon->first);
    memset(lexicon->next, 0xFF, rows * sizeof *lexicon->next);
    for (uint32_t row = 0, number = 0; row < rows; row++) {
        lexicon->upos[row] = (uint8_t)upos_of(grid_cell(grid, row, upos));
        number = number_row(keep, lexicon, row, number);
        if (lexicon->first[number] == NO_ROW) lexicon->first[number] = row;
        else lexicon->next[last[number]] = row;
        last[number] = row;
    }
    lexicon->lower_count = lexicon->lowers.count;
}

uint32_t find_lower(const struct lexicon *lexicon, struct slice lower, uint32_t *number) {
    *number = find_word(&lexicon->lowers, lower);
    return *number < lexicon->lower_count ? lexicon->first[*number] : NO_ROW;
}

uint32_t find_written(const struct lexicon *lexicon, uint32_t row, struct slice form) {
    while (row != NO_ROW && !slice_equal(grid_cell(&lexicon->grid, row, lexicon->word), form)) row = lexicon->next[row];
    return row;
}

uint32_t tags_of_row(const struct lexicon *lexicon, uint32_t row) {
    struct slice written = grid_cell(&lexicon->grid, row, lexicon->word);
    uint32_t tags = 0;
    for (; row != NO_ROW; row = find_written(lexicon, lexicon->next[row], written)) tags |= 1u << lexicon->upos[row];
    return tags;
}

struct slice word_of_row(const struct lexicon *lexicon, uint32_t row) {
    return grid_cell(&lexicon->grid, row, lexicon->word);
}

struct slice lemma_of_row(const struct lexicon *lexicon, uint32_t row, enum upos upos) {
    struct slice written = grid_cell(&lexicon->grid, row, lexicon->word);
    for (; row != NO_ROW; row = find_written(lexicon, lexicon->next[row], written))
        if (lexicon->upos[row] == upos) return grid_cell(&lexicon->grid, row, lexicon->lemma);
    return (struct slice){"", 0};
}
