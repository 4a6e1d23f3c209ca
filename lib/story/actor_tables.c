// SPDX-License-Identifier: MIT
#include "story/actor_tables.h"

#include "base/utf8.h"
#include "story/code.h"

struct actor_tables *make_actor_tables(struct arena *keep, const struct actor_grids *grids) {
    struct actor_tables *tables = TAKE(keep, struct actor_tables, 1);
    const struct grid names[NAME_TABLES] = {grids->overlays, grids->countries, grids->places, grids->organisations, grids->leaders};
    for (int i = 0; i < NAME_TABLES; i++) tables->names[i] = make_phrase_table(keep, names[i], "alias");
    tables->titles = make_phrase_table(keep, grids->titles, "title");
    tables->bodies = make_phrase_table(keep, grids->bodies, "body");
    tables->groups = make_phrase_table(keep, grids->groups, "noun");
    return tables;
}

struct slice actor_cell(const struct phrase_table *table, uint32_t row, const char *column) {
    return row == NO_ROW ? (struct slice){"", 0} : grid_cell(&table->grid, row, grid_column(&table->grid, column));
}

bool is_iso3(struct slice value) {
    if (value.length != 3) return false;
    for (size_t i = 0; i < 3; i++)
        if (value.at[i] < 'A' || value.at[i] > 'Z') return false;
    return true;
}

// Was the row valid when the article appeared? Dates in EDTF compare as text as far as both go; an unknown date is always valid.
static bool is_valid(const struct phrase_table *table, uint32_t row, struct slice published) {
    if (published.length < 4) return true;
    struct slice from = actor_cell(table, row, "valid_from"), until = actor_cell(table, row, "valid_until");
    struct slice day = slice_first(published, 10);
    if (from.length && slice_compare(slice_first(day, from.length), slice_first(from, day.length)) < 0) return false;
    return !until.length || slice_compare(slice_first(day, until.length), slice_first(until, day.length)) <= 0;
}

struct slice code_of_name(const struct actor_tables *tables, struct slice name, struct slice published) {
    for (int i = 0; i < NAME_TABLES; i++) {
        const struct phrase_table *table = &tables->names[i];
        for (uint32_t row = find_phrase(table, name); row != NO_ROW; row = table->next_row[row])
            if (is_valid(table, row, published)) return actor_cell(table, row, "code");
    }
    return (struct slice){"", 0};
}

struct slice country_name(const struct actor_tables *tables, struct slice iso3) {
    const struct grid *grid = &tables->names[1].grid;
    int code = grid_column(grid, "code"), kind = grid_column(grid, "kind"), alias = grid_column(grid, "alias");
    for (size_t row = 0; row < grid->rows; row++)
        if (slice_equal(grid_cell(grid, row, code), iso3) && slice_is(grid_cell(grid, row, kind), "LOC")) return grid_cell(grid, row, alias);
    return iso3;
}

bool is_name_of_body(const struct actor_tables *tables, struct slice name) {
    for (int i = 1; i < NAME_TABLES - 1; i++)
        if (find_phrase(&tables->names[i], name) != NO_ROW) return true;
    return false;
}

/* Titles and bodies: "Defense Ministry" is found in "Russian Defense Ministry" by its last words. */

uint32_t find_by_ending(const struct phrase_table *table, struct slice text) {
    for (;;) {
        uint32_t row = find_phrase(table, text);
        if (row != NO_ROW) return row;
        const char *blank = text.length ? memchr(text.at, ' ', text.length) : NULL;
        if (!blank) return NO_ROW;
        text = slice_skip(text, (size_t)(blank - text.at) + 1);
    }
}

struct slice without_plural(struct slice text) {
    return text.length > 3 && text.at[text.length - 1] == 's' && text.at[text.length - 2] != 's' ? slice_drop(text, 1) : text;
}

