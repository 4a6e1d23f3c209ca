// SPDX-License-Identifier: MIT
#include "table/kept.h"

#include "base/die.h"

void find_kept(struct kept_columns *kept, const struct reader *reader, const char *list) {
    struct arena scratch = {0};
    struct slice rest = slice_of(list), name;
    kept->count = 0;
    while (slice_cut(&rest, ',', &name)) {
        if (kept->count == sizeof kept->at / sizeof *kept->at) die("--keep: more than %zu columns", kept->count);
        struct slice terminated = arena_print(&scratch, "%.*s", SHOW(name));
        kept->at[kept->count++] = need_column(reader, terminated.at, "--keep asks for it");
    }
    arena_free(&scratch);
}

static struct slice cell_of(struct slice row, int column) {
    struct slice cell = {"", 0};
    for (int c = 0; c <= column; c++) {
        const char *tab = row.length ? memchr(row.at, '\t', row.length) : NULL;
        cell = slice_first(row, tab ? (size_t)(tab - row.at) : row.length);
        row = slice_skip(row, cell.length + 1);
    }
    return cell;
}

struct slice kept_cells(struct arena *keep, const struct kept_columns *kept, struct slice row) {
    struct slice cells = {kept->count ? "" : NULL, 0};
    for (size_t i = 0; i < kept->count; i++)
        cells = arena_print(keep, "%.*s%s%.*s", SHOW(cells), i ? "\t" : "", SHOW(cell_of(row, kept->at[i])));
    return cells;
}

struct slice empty_kept_cells(struct arena *keep, const char *list) {
    struct slice cells = {list ? "" : NULL, 0};
    for (const char *comma = list ? strchr(list, ',') : NULL; comma; comma = strchr(comma + 1, ','))
        cells = arena_print(keep, "%.*s\t", SHOW(cells));
    return cells;
}

void write_kept_names(struct writer *writer, const char *list) {
    struct slice rest = slice_of(list), name;
    while (slice_cut(&rest, ',', &name)) write_cells(writer, name);
}
