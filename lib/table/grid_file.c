// SPDX-License-Identifier: MIT
#include "table/grid_file.h"

#include "table/reader.h"

static size_t count_pieces(struct slice s, char separator) {
    size_t count = 1;
    for (size_t i = 0; i < s.length; i++) count += s.at[i] == separator;
    return count;
}

static struct slice without_return(struct slice line) {
    return line.length && line.at[line.length - 1] == '\r' ? slice_drop(line, 1) : line;
}

static bool take_line(struct slice *rest, struct slice *line) {
    if (rest->length == 0) return false;
    const char *feed = memchr(rest->at, '\n', rest->length);
    *line = without_return(slice_first(*rest, feed ? (size_t)(feed - rest->at) : rest->length));
    *rest = feed ? slice_skip(*rest, (size_t)(feed - rest->at) + 1) : (struct slice){NULL, 0};
    return true;
}

static void split_cells(struct arena *keep, struct slice line, struct slice *cells, size_t columns) {
    for (size_t c = 0; c < columns; c++) {
        const char *tab = line.length ? memchr(line.at, '\t', line.length) : NULL;
        size_t length = tab ? (size_t)(tab - line.at) : line.length;
        cells[c] = unescape(keep, slice_first(line, length));
        line = slice_skip(line, length + 1);
    }
}

bool parse_grid(struct arena *keep, struct slice bytes, const char *name, struct problems *problems, struct grid *grid) {
    struct slice header, line;
    if (slice_starts(bytes, SLICE("\xEF\xBB\xBF"))) bytes = slice_skip(bytes, 3);
    *grid = (struct grid){.name = slice_of(name)};
    if (!take_line(&bytes, &header)) {
        report(problems, PROBLEM_EMPTY_INPUT, name, 0, "no header line (empty input)");
        return false;
    }
    grid->columns = count_pieces(header, '\t');
    grid->names = TAKE(keep, struct slice, grid->columns);
    split_cells(keep, header, grid->names, grid->columns);
    grid->cells = TAKE(keep, struct slice, (count_pieces(bytes, '\n') + 1) * grid->columns);
    for (size_t number = 2; take_line(&bytes, &line); number++) {
        size_t fields = count_pieces(line, '\t');
        if (fields != grid->columns)
            report(problems, PROBLEM_RAGGED_ROW, name, number, "%zu fields, header has %zu", fields, grid->columns);
        else split_cells(keep, line, grid->cells + grid->rows++ * grid->columns, grid->columns);
    }
    return true;
}
