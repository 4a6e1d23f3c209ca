/* writer: one table of the dialect on its way out. May be used by: table, exchange, src.
 * Every write is checked: lost output ends the program with EXIT_SYSTEM. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_WRITER_H
#define DATELINE_WRITER_H

#include "base/slice.h"

struct writer {
    int file;
    const char *name;     // for messages
    char *buffer;         // [room]
    size_t used, room;
    bool row_begun;       // the next cell needs a TAB before it
    bool unbuffered;      // flush after every row
};

// Standard output; flushed by exit() too, so that good rows stay when a run ends early.
void open_standard_output(struct writer *writer);
// A file made anew; dies where it cannot.
void open_writer(struct writer *writer, const char *path);

// One cell: a value, with the four escapes put in; cells as they stand in a row that was read; a number.
void write_value(struct writer *writer, struct slice value);
void write_cells(struct writer *writer, struct slice cells);
void write_number(struct writer *writer, long number);
void end_row(struct writer *writer);

// A header: names and a line end, flushed at once.
void write_header(struct writer *writer, const struct slice *names, size_t count);

void flush_writer(struct writer *writer);
// Flushes and closes; dies where bytes were lost.
void close_writer(struct writer *writer);

#endif
