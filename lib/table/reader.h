/* reader: rows of a table of the dialect (man 5 dateline) on their way in. May be used by: table, exchange, src.
 * A row's cells are slices into the reader's own buffer, escaped as they stand in the file, good until the next read. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_READER_H
#define DATELINE_READER_H

#include "base/arena.h"
#include "table/input.h"

struct reader_options {
    const char *columns;  // names, comma between, where the input has no header; NULL: it has one
    bool raw;             // a backslash is an ordinary byte
    size_t max_record;    // bytes; 0: no limit
};

struct reader {
    struct reader_options options;
    struct input input;
    struct slice *names;  // [columns]
    size_t columns;
    struct slice *cells;  // [columns] of the row that was read last
    struct slice row;     // that row, without its line end
    size_t line;          // its number in its file
    bool in_file;
    struct slice header;  // the header's own bytes
    struct arena keep;    // names and header
    char *mended;         // a row that had to be put in order
    size_t mended_room;
};

void open_reader(struct reader *reader, const struct reader_options *options, char **operands, struct problems *problems,
                 struct writer *flush);

// Reads the header. False: there is no table (said so, EXIT_DATA).
bool read_header(struct reader *reader);

// The next good row; false at the end. Bad ones are reported and skipped, repeated headers skipped in silence.
bool read_row(struct reader *reader);

// The steps of these two, for who reads files of several shapes: opens the next file (false: none left); reads the header
// of the open file; the next good row of the open file.
bool next_table_file(struct reader *reader);
bool begin_table(struct reader *reader);
bool read_row_here(struct reader *reader);

// The number of a column, or -1.
int find_column(const struct reader *reader, const char *name);
// The same, but a message that lists the columns there are and `advice` ("tag-entities adds it"), and exit, where it is missing.
int need_column(const struct reader *reader, const char *name, const char *advice);

// What a cell means: its escapes undone. Where there are none the cell itself, else in `keep`.
struct slice unescape(struct arena *keep, struct slice cell);

// True where the first line of these bytes is a header with this column (used to tell tables from plain text).
bool is_header_with(struct slice bytes, struct slice column);

void close_reader(struct reader *reader);

#endif
