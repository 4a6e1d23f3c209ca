/* tables: lib/rules/NAME.tsv and lib/names/NAME.tsv, which are embedded in the programs, with a user's rows on top. May be used by: src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TABLES_H
#define DATELINE_TABLES_H

#include "base/arena.h"
#include "base/grid.h"
#include "table/problems.h"

struct tables {
    struct arena keep;         // the grids of files
    struct problems *problems;
    const char *overlays[16];  // files of the user's own rows: DIR/NAME.tsv belongs to table NAME
    size_t overlay_count;
};

// Notes a file of rows that go before ours; its name without folder and .tsv is the table's. Dies after sixteen.
void add_overlay(struct tables *tables, const char *path);

// A table by name: the user's rows first, then ours, with our columns. Rows are sought from the top, so the user's win.
struct grid load_table(struct tables *tables, const char *name);

// A user's file with columns of its own (tag-entities -n FILE); dies where it cannot be read.
struct grid load_file(struct tables *tables, const char *path);

// The rows of `top` above those of `below`, with the columns of `below`.
struct grid put_above(struct tables *tables, struct grid top, struct grid below);

// What make embedded: the grids of all tables, parsed by src/build/embed-tables. Ends with a row of zeros.
extern const struct grid embedded_tables[];

#endif
