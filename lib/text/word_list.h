/* word_list: the words of a rule table by hash, made once, asked for every word of a text. May be used by: text.
 * Case does not matter in ASCII letters; a right single quotation mark counts as an apostrophe. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_WORD_LIST_H
#define DATELINE_WORD_LIST_H

#include "base/grid.h"
#include "base/intern.h"

enum { LONGEST_ENTRY = 31 }; // bytes; longer words are in no rule table

struct word_list {
    struct interner words;
    int *values;              // [words]
    size_t room;
    uint32_t lengths[32][32]; // [first byte & 31][last byte & 31] bit l: there is a word of l bytes
};

// The word in small ASCII letters, ’ as '; empty where it is longer than LONGEST_ENTRY. Points to `bytes`.
struct slice normalise_word(struct slice word, char bytes[LONGEST_ENTRY]);

// The first value added for a word stays. Words that are empty or too long are left out.
void add_listed_word(struct word_list *list, struct slice word, int value);
// Every row's cell of one column; the value is the row's number.
void add_column(struct word_list *list, const struct grid *grid, const char *column);

// The value, or -1. find_normal wants a word that is normalised.
int find_listed_word(const struct word_list *list, struct slice word);
int find_normal(const struct word_list *list, struct slice word);

void free_word_list(struct word_list *list);

// Most words are in no table: this is answered without hashing.
static inline bool may_be_word(const struct word_list *list, struct slice word) {
    if (word.length - 1 >= LONGEST_ENTRY) return false;
    return list->lengths[word.at[0] & 31][word.at[word.length - 1] & 31] >> word.length & 1;
}

#endif
