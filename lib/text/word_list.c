// SPDX-License-Identifier: MIT
#include "text/word_list.h"

#include <stdlib.h>

#include "base/die.h"

struct slice normalise_word(struct slice word, char bytes[LONGEST_ENTRY]) {
    size_t used = 0;
    for (size_t i = 0; i < word.length; i++) {
        char c = word.at[i];
        if (used == LONGEST_ENTRY) return (struct slice){bytes, 0};
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        else if (c == '\xE2' && word.length - i >= 3 && word.at[i + 1] == '\x80' && word.at[i + 2] == '\x99') c = '\'', i += 2;
        else if (c == '`') c = '\'';
        bytes[used++] = c;
    }
    return (struct slice){bytes, used};
}

void add_listed_word(struct word_list *list, struct slice word, int value) {
    char bytes[LONGEST_ENTRY];
    word = normalise_word(word, bytes);
    if (word.length == 0) return;
    size_t known = list->words.count;
    uint32_t number = intern(&list->words, word);
    if (number < known) return;
    if (number >= list->room) {
        list->room = list->room ? list->room * 2 : 64;
        list->values = take_memory(list->values, list->room, sizeof *list->values);
    }
    list->values[number] = value;
    list->lengths[word.at[0] & 31][word.at[word.length - 1] & 31] |= (uint32_t)1 << word.length;
}

void add_column(struct word_list *list, const struct grid *grid, const char *column) {
    int number = grid_column(grid, column);
    for (size_t row = 0; row < grid->rows; row++) add_listed_word(list, grid_cell(grid, row, number), (int)row);
}

int find_normal(const struct word_list *list, struct slice word) {
    if (word.length == 0 || !may_be_word(list, word)) return -1;
    uint32_t number = intern_find(&list->words, word);
    return number == NOT_INTERNED ? -1 : list->values[number];
}

int find_listed_word(const struct word_list *list, struct slice word) {
    char bytes[LONGEST_ENTRY];
    if (word.length == 0 || !may_be_word(list, word)) return -1;
    return find_normal(list, normalise_word(word, bytes));
}

void free_word_list(struct word_list *list) {
    interner_free(&list->words);
    free(list->values);
    *list = (struct word_list){0};
}
