// SPDX-License-Identifier: MIT
#include "table/grid_file.h"

#include "table/reader.h"

static size_t count_pieces(struct slice s, char separator) {
    size_t count = 1;
    for (const char *at = s.at, *end = s.at + s.length; s.length && (at = memchr(at, separator, (size_t)(end - at))); at++) count++;
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

// Cuts a line at its TABs and returns how many cells that makes; those beyond `columns` are counted only.
static size_t split_cells(struct slice line, struct slice *cells, size_t columns) {
    const char *cell = line.at, *end = line.at + line.length;
    size_t count = 0;
    for (const char *at = cell; at < end; at++) {
        if (*at != '\t') continue;
        if (count < columns) cells[count] = slice_between(cell, at);
        count++;
        cell = at + 1;
    }
    if (count < columns) cells[count] = slice_between(cell, end);
    return count + 1;
}

static void unescape_cells(struct arena *keep, struct slice *cells, size_t count) {
    for (size_t c = 0; c < count; c++) cells[c] = unescape(keep, cells[c]);
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
    split_cells(header, grid->names, grid->columns);
    unescape_cells(keep, grid->names, grid->columns);
    grid->cells = TAKE(keep, struct slice, (count_pieces(bytes, '\n') + 1) * grid->columns);
    bool has_escapes = bytes.length && memchr(bytes.at, '\\', bytes.length);
    for (size_t number = 2; take_line(&bytes, &line); number++) {
        size_t fields = split_cells(line, grid->cells + grid->rows * grid->columns, grid->columns);
        if (fields == grid->columns) grid->rows++;
        else report(problems, PROBLEM_RAGGED_ROW, name, number, "%zu fields, header has %zu", fields, grid->columns);
    }
    if (has_escapes) unescape_cells(keep, grid->cells, grid->rows * grid->columns);
    return true;
}
