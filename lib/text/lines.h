/* lines: what the line breaks of a text mean. May be used by: text.
 * A blank line always ends a paragraph. A single break does so too, unless the text is one that was wrapped at some width. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_LINES_H
#define DATELINE_LINES_H

#include "base/slice.h"

struct lines {
    struct slice rest;
    size_t width;  // bytes of the longest line; 0 where the text is not wrapped
};

struct lines begin_lines(struct slice text);
// The next paragraph, without the break behind it; false at the end. It may hold nothing but white space.
bool next_paragraph(struct lines *lines, struct slice *paragraph);

#endif
