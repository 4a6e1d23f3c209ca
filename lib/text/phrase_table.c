// SPDX-License-Identifier: MIT
#include "text/phrase_table.h"

#include "base/utf8.h"

enum { LONGEST_PHRASE = 256 };

// Copied only where it changes.
static struct slice lower_phrase(struct arena *keep, struct slice phrase) {
    char bytes[LONGEST_PHRASE];
    struct slice lower = lower_into(phrase, bytes, sizeof bytes);
    return slice_equal(lower, phrase) ? phrase : arena_copy(keep, lower);
}

struct phrase_table make_phrase_table(struct arena *keep, struct grid grid, const char *column) {
    struct phrase_table table = {.grid = grid};
    int c = grid_column(&grid, column);
    table.first_row = TAKE(keep, uint32_t, grid.rows + 1);
    table.next_row = TAKE(keep, uint32_t, grid.rows + 1);
    uint32_t *last_row = TAKE(keep, uint32_t, grid.rows + 1);
    table.phrases = make_word_index(keep, grid.rows);
    for (uint32_t row = 0; row < grid.rows; row++) {
        size_t known = table.phrases.count;
        uint32_t phrase = add_word(&table.phrases, lower_phrase(keep, grid_cell(&grid, row, c)));
        table.next_row[row] = NO_ROW;
        if (phrase == known) table.first_row[phrase] = row;
        else table.next_row[last_row[phrase]] = row;
        last_row[phrase] = row;
    }
    return table;
}

uint32_t find_phrase(const struct phrase_table *table, struct slice phrase) {
    char lower[LONGEST_PHRASE];
    uint32_t number = find_word(&table->phrases, lower_into(phrase, lower, sizeof lower));
    return number == NOT_INTERNED ? NO_ROW : table->first_row[number];
}
