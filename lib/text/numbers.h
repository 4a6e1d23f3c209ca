/* numbers: numbers with what is written into them: units, dates, telephone numbers, ranges, hours. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NUMBERS_H
#define DATELINE_NUMBERS_H

#include "text/cursor.h"

// Takes the number from the cursor to `stop`, its unit apart.
void take_number(struct cursor *cursor, const char *stop);

// Where the number that begins at `start` goes on behind its first hyphen (or slash), or NULL where it ends before it.
const char *join_dashed_number(const char *start, const char *end);
const char *join_slashed_number(const char *start, const char *end);

// Behind the digits of 5p.m., or NULL.
const char *skip_hour(const char *at, const char *end);
// Behind a number with its sign: +44, +1602-5550142.
const char *skip_signed_number(const char *at, const char *end);

#endif
