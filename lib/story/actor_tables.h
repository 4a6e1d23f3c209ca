/* actor_tables: what names, titles, bodies and groups mean as actors, looked up in tables. May be used by: story, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ACTOR_TABLES_H
#define DATELINE_ACTOR_TABLES_H

#include "text/phrase_table.h"

enum { NAME_TABLES = 5, OVERLAYS = 0, COUNTRIES = 1, LEADERS = 4 };

// The grids as they come from lib/names and lib/rules.
struct actor_grids {
    struct grid overlays, countries, places, organisations, leaders; // alias code valid_from valid_until value kind
    struct grid titles;                                              // title code kind: offices and ranks with their sectors
    struct grid bodies;                                              // body code: ministries, parliaments, armies
    struct grid groups;                                              // noun code: rebels, residents
};

struct actor_tables {
    struct phrase_table names[NAME_TABLES]; // in the order of the grids: the user's first
    struct phrase_table titles, bodies, groups;
};

struct actor_tables *make_actor_tables(struct arena *keep, const struct actor_grids *grids);

// The cell of a row; empty for NO_ROW.
struct slice actor_cell(const struct phrase_table *table, uint32_t row, const char *column);

// The code of a name as the first row has it that was valid when the article appeared (EDTF or empty); empty if there is none.
struct slice code_of_name(const struct actor_tables *tables, struct slice name, struct slice published);
// A country's name for its ISO 3166-1 alpha-3 code; the code itself where the tables do not know it.
struct slice country_name(const struct actor_tables *tables, struct slice iso3);
// Is it the name of a country, a place or an organisation (and not of a person)?
bool is_name_of_body(const struct actor_tables *tables, struct slice name);
bool is_iso3(struct slice value);

// The row of the longest ending of a phrase: "Defense Ministry" in "Russian Defense Ministry". NO_ROW where there is none.
uint32_t find_by_ending(const struct phrase_table *table, struct slice phrase);
// "ministers" without its s.
struct slice without_plural(struct slice noun);

#endif
