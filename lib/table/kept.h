/* kept: the columns that --keep names, carried along where rows change their grain. May be used by: exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_KEPT_H
#define DATELINE_KEPT_H

#include "table/reader.h"

struct kept_columns {
    int at[32];
    size_t count;
};

// Finds the columns of a list with commas between; a message and exit where one is missing. NULL is no columns.
void find_kept(struct kept_columns *kept, const struct reader *reader, const char *list);
// Their cells in a row of that table, TAB between, as they stand there; in `keep`. Without columns .at is NULL.
struct slice kept_cells(struct arena *keep, const struct kept_columns *kept, struct slice row);
// The same for what is not in a table: as many empty cells.
struct slice empty_kept_cells(struct arena *keep, const char *list);
// Their names, at the end of a header.
void write_kept_names(struct writer *writer, const char *list);

#endif
