/* contractions: words with an apostrophe, and others that are two words written as one. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CONTRACTIONS_H
#define DATELINE_CONTRACTIONS_H

#include "text/cursor.h"

// Takes the word from the cursor to `stop`, which has an apostrophe in it: its clitics are words of their own.
void take_with_apostrophe(struct cursor *cursor, const char *stop);
// Takes a word in the pieces that a row of contractions.tsv says.
void take_pieces(struct cursor *cursor, const char *stop, const struct cut *cut);

#endif
