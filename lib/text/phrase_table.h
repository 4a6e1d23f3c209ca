/* phrase_table: rows of a grid found by a phrase, whatever its case. May be used by: text, story, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PHRASE_TABLE_H
#define DATELINE_PHRASE_TABLE_H

#include "base/grid.h"
#include "text/word_index.h"

struct phrase_table {
    struct grid grid;
    struct word_index phrases; // in lower case
    uint32_t *first_row;       // [phrases.count]
    uint32_t *next_row;        // [grid.rows] the next row with the same phrase, or NO_ROW
};

#define NO_ROW ((uint32_t)-1)

// From one column of a grid, whose cells have to stay; the table itself lives in `keep`.
struct phrase_table make_phrase_table(struct arena *keep, struct grid grid, const char *column);

// The first row of a phrase, or NO_ROW; further ones by next_row[row].
uint32_t find_phrase(const struct phrase_table *table, struct slice phrase);

#endif
