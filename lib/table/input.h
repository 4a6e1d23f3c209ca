/* input: the files a tool was given, or standard input, one after another, in blocks. May be used by: table, exchange, src.
 * Before a read that would block it flushes the writer, so that what is finished is seen at once. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_INPUT_H
#define DATELINE_INPUT_H

#include "table/problems.h"
#include "table/writer.h"

struct input {
    char **operands;          // file names, NULL at the end; none: standard input
    size_t next_operand;
    const char *name;         // of the open file, as messages have it
    int file;                 // -1: none open
    struct writer *flush;     // may be NULL
    struct problems *problems;
    char *data;               // [room]; bytes begin..end are there; INPUT_PADDING free bytes follow
    size_t begin, end, room;
    bool at_end;              // nothing more in this file
};

enum { INPUT_PADDING = 64 };

void open_input(struct input *input, char **operands, struct problems *problems, struct writer *flush);

// Opens the next file and drops what was left of the last; false after the last one. A file that cannot be opened
// is a message and EXIT_SYSTEM at the end, and the next one is taken.
bool next_file(struct input *input);

// Reads more of the file behind `end`; data may move, `begin` too. False (and at_end) when there is no more.
bool read_more(struct input *input);

void close_input(struct input *input);

#endif
