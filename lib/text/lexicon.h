/* lexicon: the words of lib/rules/words.tsv, found by their lower case. May be used by: text, exchange, src/build.
 * Columns: word (as it is written: "may" and "May" are two words), upos, lemma (empty: endings.tsv knows it). A word has a row for
 * each of its tags, the most frequent first. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_LEXICON_H
#define DATELINE_LEXICON_H

#include <stdint.h>

#include "base/grid.h"
#include "base/intern.h"
#include "text/document.h"

#define NO_ROW ((uint32_t)-1)

struct lexicon_slot {
    uint32_t hash; // of the word in lower case
    uint32_t row;  // the first with that lower case, + 1; 0: free
};

struct lexicon {
    struct grid grid;                 // cells live where the grid's do
    int word, lemma;                  // columns
    const struct lexicon_slot *slots; // [mask + 1] linear probing
    size_t mask;
    const uint32_t *next;             // [rows] the next row with the same lower case, or NO_ROW
    const uint8_t *upos;              // [rows]
};

// Reads the table into `keep`.
void read_lexicon(struct arena *keep, const struct grid *grid, struct lexicon *lexicon);

// The first row of a word of this lower case, or NO_ROW.
uint32_t find_lower(const struct lexicon *lexicon, struct slice lower);

// The row, from `row` on, whose word is written exactly so; NO_ROW if there is none.
uint32_t find_written(const struct lexicon *lexicon, uint32_t row, struct slice form);

// The tags of all rows from `row` on that are written as `row` is: bit 1 << upos.
uint32_t tags_of_row(const struct lexicon *lexicon, uint32_t row);

// The word of a row as it is written.
struct slice word_of_row(const struct lexicon *lexicon, uint32_t row);

// The lemma that the rows from `row` on give to a word written as `row` is, with that tag; empty where they give none.
struct slice lemma_of_row(const struct lexicon *lexicon, uint32_t row, enum upos upos);

#endif
