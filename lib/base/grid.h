/* grid: a rectangle of cells with named columns, in memory. May be used by: everything.
 * It is how tables of rules and names reach the language floors, which do not know what a TSV file is. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_GRID_H
#define DATELINE_GRID_H

#include "base/slice.h"

struct grid {
    struct slice name;   // what the table is called, for messages and for `rule`
    struct slice *names; // [columns]
    struct slice *cells; // [rows][columns]
    size_t rows, columns;
};

// The number of a column, or -1.
static inline int grid_column(const struct grid *grid, const char *name) {
    for (size_t c = 0; c < grid->columns; c++)
        if (slice_is(grid->names[c], name)) return (int)c;
    return -1;
}

// A cell; empty for column -1.
static inline struct slice grid_cell(const struct grid *grid, size_t row, int column) {
    return column < 0 ? (struct slice){"", 0} : grid->cells[row * grid->columns + (size_t)column];
}

#endif
