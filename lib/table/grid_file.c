// SPDX-License-Identifier: MIT
#include "table/grid_file.h"

#include "base/die.h"
#include "table/reader.h"

// Cells on their way into a grid, one behind the other.
struct cells {
    char *bytes;
    uint32_t *starts;
    size_t count;
};

// Room for `count` cells of `length` bytes together.
static struct cells make_cells(struct arena *keep, size_t count, size_t length) {
    if (length + count >= UINT32_MAX) die("a table of more than 4 GB");
    return (struct cells){arena_take(keep, length + count), TAKE(keep, uint32_t, count + 1), 0};
}

static void add_cell(struct cells *cells, struct slice cell) {
    uint32_t start = cells->starts[cells->count];
    if (cell.length) memcpy(cells->bytes + start, cell.at, cell.length);
    cells->starts[++cells->count] = start + (uint32_t)cell.length + 1;
}

static size_t count_pieces(struct slice s, char separator) {
    size_t count = 1;
    const char *end = s.at + s.length;
    for (const char *at = s.at; s.length && (at = memchr(at, separator, (size_t)(end - at))); at++) count++;
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

// Takes the piece up to the next TAB off the front of a line.
static struct slice take_cell(struct arena *keep, struct slice *line) {
    const char *tab = line->length ? memchr(line->at, '\t', line->length) : NULL;
    struct slice cell = slice_first(*line, tab ? (size_t)(tab - line->at) : line->length);
    *line = slice_skip(*line, cell.length + 1);
    return unescape(keep, cell);
}

static void set_names(struct arena *keep, struct slice header, struct grid *grid) {
    grid->columns = count_pieces(header, '\t');
    struct slice *names = TAKE(keep, struct slice, grid->columns);
    for (size_t c = 0; c < grid->columns; c++) names[c] = take_cell(keep, &header);
    grid->names = names;
}

bool parse_grid(struct arena *keep, struct slice bytes, const char *name, struct problems *problems, struct grid *grid) {
    struct slice header, line;
    if (slice_starts(bytes, SLICE("\xEF\xBB\xBF"))) bytes = slice_skip(bytes, 3);
    *grid = (struct grid){.name = slice_of(name)};
    if (!take_line(&bytes, &header)) {
        report(problems, PROBLEM_EMPTY_INPUT, name, 0, "no header line (empty input)");
        return false;
    }
    set_names(keep, header, grid);
    struct cells cells = make_cells(keep, (count_pieces(bytes, '\n') + 1) * grid->columns, bytes.length);
    for (size_t number = 2; take_line(&bytes, &line); number++) {
        size_t fields = count_pieces(line, '\t');
        if (fields != grid->columns) {
            report(problems, PROBLEM_RAGGED_ROW, name, number, "%zu fields, header has %zu", fields, grid->columns);
            continue;
        }
        for (size_t c = 0; c < grid->columns; c++) add_cell(&cells, take_cell(keep, &line));
        grid->rows++;
    }
    grid->bytes = cells.bytes;
    grid->starts = cells.starts;
    return true;
}

static size_t bytes_of(const struct grid *grid) { return grid->starts[grid->rows * grid->columns]; }

static bool same_columns(const struct grid *a, const struct grid *b) {
    if (a->columns != b->columns) return false;
    for (size_t c = 0; c < a->columns; c++)
        if (!slice_equal(a->names[c], b->names[c])) return false;
    return true;
}

static void add_all_cells(struct cells *cells, const struct grid *grid) {
    uint32_t *starts = cells->starts + cells->count, start = *starts;
    size_t count = grid->rows * grid->columns;
    memcpy(cells->bytes + start, grid->bytes, bytes_of(grid));
    for (size_t i = 0; i <= count; i++) starts[i] = start + grid->starts[i];
    cells->count += count;
}

// Cells of `grid` in the columns of `like`.
static void add_like(struct cells *cells, const struct grid *grid, const struct grid *like) {
    for (size_t row = 0; row < grid->rows; row++)
        for (size_t c = 0; c < like->columns; c++) {
            int from = -1;
            for (size_t i = 0; i < grid->columns; i++)
                if (slice_equal(grid->names[i], like->names[c])) from = (int)i;
            add_cell(cells, grid_cell(grid, row, from));
        }
}

struct grid stack_grids(struct arena *keep, const struct grid *top, const struct grid *below) {
    if (top->rows == 0) return *below;
    struct grid both = *below;
    both.rows = top->rows + below->rows;
    struct cells cells = make_cells(keep, both.rows * both.columns, bytes_of(top) + bytes_of(below));
    if (same_columns(top, below)) add_all_cells(&cells, top);
    else add_like(&cells, top, below);
    add_all_cells(&cells, below);
    both.bytes = cells.bytes;
    both.starts = cells.starts;
    return both;
}
