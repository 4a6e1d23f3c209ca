/* grid: a rectangle of cells with named columns, in memory. May be used by: everything.
 * It is how tables of rules and names reach the language floors, which do not know what a TSV file is. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_GRID_H
#define DATELINE_GRID_H

#include <stdint.h>

#include "base/slice.h"

struct grid {
    struct slice name;        // what the table is called, for messages and for `rule`
    const struct slice *names; // [columns]
    const char *bytes;        // of all cells, one byte behind each
    const uint32_t *starts;   // [rows * columns + 1] where each cell begins in `bytes`, and where one more would
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
    if (column < 0) return (struct slice){"", 0};
    const uint32_t *start = &grid->starts[row * grid->columns + (size_t)column];
    return (struct slice){grid->bytes + start[0], start[1] - start[0] - 1};
}

#endif
