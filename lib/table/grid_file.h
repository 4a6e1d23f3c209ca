/* grid_file: a whole table of the dialect read into memory as a grid. May be used by: exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_GRID_FILE_H
#define DATELINE_GRID_FILE_H

#include "base/arena.h"
#include "base/grid.h"
#include "table/problems.h"

// Parses bytes that are a table; the grid lives in `keep`. `name`, which must stay, goes into messages and into the grid.
// Ragged rows are reported and left out. False where there is no header.
bool parse_grid(struct arena *keep, struct slice bytes, const char *name, struct problems *problems, struct grid *grid);

// The rows of `top` above those of `below`, with the columns of `below`; in `keep`, unless one of them has no rows.
struct grid stack_grids(struct arena *keep, const struct grid *top, const struct grid *below);

#endif
