/* signs: what is no word: marks, quotes, lines, emoji, and words that begin with a sign. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_SIGNS_H
#define DATELINE_SIGNS_H

#include "text/cursor.h"

// Takes the sign at the cursor; it is of this kind and begins with a character of `length` bytes.
void cut_sign(struct cursor *cursor, enum kind kind, size_t length);

#endif
