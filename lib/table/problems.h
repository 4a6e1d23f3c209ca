/* problems: complaints about data, as rows: id, level, text. May be used by: table, exchange, src.
 * The first of a kind is printed with its place, the others are counted and told at the end. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PROBLEMS_H
#define DATELINE_PROBLEMS_H

#include <stdbool.h>
#include <stddef.h>

// id, is it an error (exit 1), how it is counted at the end ("3 more ...")
#define PROBLEM_KINDS(KIND)                                                                                                      \
    KIND(EMPTY_INPUT, true, "empty inputs")                                                                                      \
    KIND(EMPTY_ARTICLE, false, "empty articles")                                                                                 \
    KIND(OTHER_HEADER, true, "files with another header")                                                                        \
    KIND(BAD_HEADER, true, "bad headers")                                                                                        \
    KIND(RAGGED_ROW, true, "ragged rows skipped")                                                                                \
    KIND(BAD_VALUE, true, "rows with a bad value skipped")                                                                       \
    KIND(TWO_EVENTS, true, "rows with an event_id that another has too, left out")                                             \
    KIND(LONG_RECORD, true, "records over the length that --max-record allows, skipped")                                         \
    KIND(BYTE_ORDER_MARK, false, "byte order marks removed")                                                                     \
    KIND(CARRIAGE_RETURN, false, "lines with a carriage return before the line feed, removed")                                   \
    KIND(NUL_BYTE, false, "lines with NUL bytes, now U+FFFD")                                                                    \
    KIND(BAD_UTF8, false, "lines that are not UTF-8, mended with U+FFFD")

#define PROBLEM_NAME(id, is_error, counted) PROBLEM_##id,
enum problem { PROBLEM_KINDS(PROBLEM_NAME) PROBLEM_COUNT };
#undef PROBLEM_NAME

struct problems {
    bool strict;               // the first problem of any kind ends the run
    size_t seen[PROBLEM_COUNT];
    int exit_code;             // the worst so far
};

// "tool: FILE:LINE: WHAT"; line 0 is left out. With --strict it does not return: what was written so far is kept, exit 1.
void report(struct problems *problems, enum problem kind, const char *file, size_t line, const char *what, ...)
    __attribute__((format(printf, 5, 6)));
// Says how many more there were of each kind; returns the exit code.
int finish_problems(const struct problems *problems);

#endif
