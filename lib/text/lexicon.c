// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include "base/utf8.h"

static bool is_lower_ascii(struct slice word) {
    for (size_t i = 0; i < word.length; i++)
        if ((word.at[i] >= 'A' && word.at[i] <= 'Z') || (unsigned char)word.at[i] > 127) return false;
    return true;
}

static struct slice lower_of(struct slice word, char *bytes, size_t room) {
    return is_lower_ascii(word) ? word : lower_into(word, bytes, room);
}

static void link_row(struct lexicon *lexicon, uint32_t *last, uint32_t row) {
    char bytes[256];
    uint32_t number = intern(&lexicon->lowers, lower_of(grid_cell(&lexicon->grid, row, lexicon->word), bytes, sizeof bytes));
    if (lexicon->first[number] == NO_ROW) lexicon->first[number] = row;
    else lexicon->next[last[number]] = row;
    last[number] = row;
}

void read_lexicon(struct arena *keep, const struct grid *grid, struct lexicon *lexicon) {
    *lexicon = (struct lexicon){.grid = *grid, .word = grid_column(grid, "word"), .lemma = grid_column(grid, "lemma")};
    int upos = grid_column(grid, "upos");
    size_t rows = grid->rows;
    lexicon->first = TAKE(keep, uint32_t, rows + 1);
    lexicon->next = TAKE(keep, uint32_t, rows + 1);
    lexicon->upos = TAKE(keep, uint8_t, rows + 1);
    uint32_t *last = TAKE(keep, uint32_t, rows + 1);
    memset(lexicon->first, 0xFF, rows * sizeof *lexicon->first);
    memset(lexicon->next, 0xFF, rows * sizeof *lexicon->next);
    for (uint32_t row = 0; row < rows; row++) {
        lexicon->upos[row] = (uint8_t)upos_of(grid_cell(grid, row, upos));
        link_row(lexicon, last, row);
    }
    lexicon->lower_count = lexicon->lowers.count;
}

uint32_t find_lower(const struct lexicon *lexicon, struct slice lower, uint32_t *number) {
    *number = intern_find(&lexicon->lowers, lower);
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

struct slice lemma_of_row(const struct lexicon *lexicon, uint32_t row, enum upos upos) {
    struct slice written = grid_cell(&lexicon->grid, row, lexicon->word);
    for (; row != NO_ROW; row = find_written(lexicon, lexicon->next[row], written))
        if (lexicon->upos[row] == upos) return grid_cell(&lexicon->grid, row, lexicon->lemma);
    return (struct slice){"", 0};
}
