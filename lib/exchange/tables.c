// SPDX-License-Identifier: MIT
#include "exchange/tables.h"

#include "base/die.h"
#include "base/mapped.h"
#include "table/grid_file.h"

void add_overlay(struct tables *tables, const char *path) {
    if (tables->overlay_count == sizeof tables->overlays / sizeof *tables->overlays) die("%s: too many files of rules", path);
    tables->overlays[tables->overlay_count++] = path;
}

struct grid load_file(struct tables *tables, const char *path) {
    struct slice bytes;
    struct grid grid = {0};
    if (!map_file(path, &bytes)) die("%s:", path);
    if (!parse_grid(&tables->keep, bytes, path, tables->problems, &grid)) die("%s: no table", path);
    return grid;
}

static struct grid embedded_grid(struct tables *tables, const char *name) {
    struct grid grid = {0};
    for (const struct embedded_table *table = embedded_tables; table->name; table++)
        if (strcmp(table->name, name) == 0) {
            parse_grid(&tables->keep, (struct slice){(const char *)table->bytes, table->length}, name, tables->problems, &grid);
            return grid;
        }
    die("no table %s inside", name);
}

static bool belongs_to(const char *path, const char *name) {
    const char *slash = strrchr(path, '/');
    struct slice file = slice_of(slash ? slash + 1 : path);
    if (slice_ends(file, SLICE(".tsv"))) file.length -= 4;
    return slice_is(file, name);
}

struct grid put_above(struct tables *tables, struct grid top, struct grid below) {
    if (top.rows == 0) return below;
    struct grid both = below;
    both.rows = top.rows + below.rows;
    both.cells = TAKE(&tables->keep, struct slice, both.rows * both.columns);
    for (size_t column = 0; column < below.columns; column++) {
        int from = -1;
        for (size_t c = 0; c < top.columns; c++)
            if (slice_equal(top.names[c], below.names[column])) from = (int)c;
        for (size_t row = 0; row < top.rows; row++) both.cells[row * both.columns + column] = grid_cell(&top, row, from);
    }
    memcpy(both.cells + top.rows * both.columns, below.cells, below.rows * below.columns * sizeof *below.cells);
    return both;
}

struct grid load_table(struct tables *tables, const char *name) {
    struct grid grid = embedded_grid(tables, name);
    for (size_t i = tables->overlay_count; i-- > 0;)
        if (belongs_to(tables->overlays[i], name)) grid = put_above(tables, load_file(tables, tables->overlays[i]), grid);
    return grid;
}
