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

static struct grid embedded_grid(const char *name) {
    for (const struct grid *table = embedded_tables; table->names; table++)
        if (slice_is(table->name, name)) return *table;
    die("no table %s inside", name);
}

static bool belongs_to(const char *path, const char *name) {
    const char *slash = strrchr(path, '/');
    struct slice file = slice_of(slash ? slash + 1 : path);
    if (slice_ends(file, SLICE(".tsv"))) file.length -= 4;
    return slice_is(file, name);
}

struct grid put_above(struct tables *tables, struct grid top, struct grid below) { return stack_grids(&tables->keep, &top, &below); }

struct grid load_table(struct tables *tables, const char *name) {
    struct grid grid = embedded_grid(name);
    for (size_t i = tables->overlay_count; i-- > 0;)
        if (belongs_to(tables->overlays[i], name)) grid = put_above(tables, load_file(tables, tables->overlays[i]), grid);
    return grid;
}
