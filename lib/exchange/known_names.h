/* known_names: all tables that names are found with, and the gazetteer that make compiled of them. May be used by: src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_KNOWN_NAMES_H
#define DATELINE_KNOWN_NAMES_H

#include "exchange/tables.h"
#include "text/name_tables.h"

// The tables of lib/names and lib/rules as make_names wants them, under `own_count` files of a user's own names, which may be NULL
// for none. `ready` is used where no row of the user's is among them: then nothing has to be entered at the start.
struct names_tables load_known_names(struct tables *tables, const struct grid *own, size_t own_count, const struct ready_names *ready);

// Of the embedded tables, made by src/build/embed-gazetteer.
extern const struct ready_names embedded_names;

#endif
