// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include <stdlib.h>

#include "base/die.h"

struct slice normalise_word(struct slice word, char bytes[LONGEST_ENTRY]) {
    size_t used = 0;
    for (size_t i = 0; i < word.length; i++) {
        char c = word.at[i];
        if (used == LONGEST_ENTRY) return (struct slice){bytes, 0};
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        else if (c == '\xE2' && word.length - i >= 3 && word.at[i + 1] == '\x80' && word.at[i + 2] == '\x99') c = '\'', i += 2;
        bytes[used++] = c;
    }
    return (struct slice){bytes, used};
}

void add_word(struct lexicon *lexicon, struct slice word, int value) {
    char bytes[LONGEST_ENTRY];
    word = normalise_word(word, bytes);
    if (word.length == 0) return;
    size_t known = lexicon->words.count;
    uint32_t number = intern(&lexicon->words, word);
    if (number < known) return;
    if (number >= lexicon->room) {
        lexicon->room = lexicon->room ? lexicon->room * 2 : 64;
        lexicon->values = take_memory(lexicon->values, lexicon->room, sizeof *lexicon->values);
    }
    lexicon->values[number] = value;
    lexicon->lengths[word.at[0] & 31][word.at[word.length - 1] & 31] |= (uint32_t)1 << word.length;
}

void add_column(struct lexicon *lexicon, const struct grid *grid, const char *column) {
    int number = grid_column(grid, column);
    for (size_t row = 0; row < grid->rows; row++) add_word(lexicon, grid_cell(grid, row, number), (int)row);
}

int find_normal(const struct lexicon *lexicon, struct slice word) {
    if (word.length == 0 || !may_be_word(lexicon, word)) return -1;
    uint32_t number = intern_find(&lexicon->words, word);
    return number == NOT_INTERNED ? -1 : lexicon->values[number];
}

int find_word(const struct lexicon *lexicon, struct slice word) {
    char bytes[LONGEST_ENTRY];
    if (word.length == 0 || !may_be_word(lexicon, word)) return -1;
    return find_normal(lexicon, normalise_word(word, bytes));
}

void free_lexicon(struct lexicon *lexicon) {
    interner_free(&lexicon->words);
    free(lexicon->values);
    *lexicon = (struct lexicon){0};
}
