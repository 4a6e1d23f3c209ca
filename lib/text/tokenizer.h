/* tokenizer: text into words and sentences, and what each sentence is of the page. May be used by: exchange, src.
 * Words are those of Universal Dependencies for English: do|n't, we|'re, Google|'s, long|-|term. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TOKENIZER_H
#define DATELINE_TOKENIZER_H

#include "base/grid.h"
#include "text/document.h"

struct tokenizer;

// The tables of lib/rules it works from; see their headers for the columns.
struct tokenizer_tables {
    struct grid abbreviations, addresses, contractions, courtesies, hyphens, measures, openers, parts, signs;
};

// Compiled rules; they live in `keep` (but for the hash tables, which free_tokenizer gives back), and the grids' cells have to
// live as long.
struct tokenizer *make_tokenizer(struct arena *keep, const struct tokenizer_tables *tables);
void free_tokenizer(struct tokenizer *tokenizer);

// Fills tokens (form, start, end) and sentences of a cleared document from valid UTF-8. Forms are slices of `text`.
void tokenize_text(const struct tokenizer *tokenizer, struct slice text, struct document *document);

#endif
