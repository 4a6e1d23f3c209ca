/* lemma: a word's lemma from its tag, by the lexicon and by endings. May be used by: text.
 * As UD has it: lower case for common words, names as they are, "be" for "'s", "not" for "n't". */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_LEMMA_H
#define DATELINE_LEMMA_H

#include "text/endings.h"
#include "text/lexicon.h"

// The lemma of a token whose upos is known. `row` is its row in the lexicon or NO_ROW. New strings are taken from `keep`;
// else the slice points into the token or the lexicon.
struct slice find_lemma(struct arena *keep, const struct lexicon *lexicon, const struct endings *endings, const struct token *token,
                        uint32_t row);

#endif
