/* tokenizer: text into words and sentences, and what each sentence is of the page. May be used by: exchange, src.
 * Words are those of Universal Dependencies for English: do|n't, we|'re, Google|'s, long|-|term. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TOKENIZER_H
#define DATELINE_TOKENIZER_H

#include "base/grid.h"
#include "text/document.h"

struct tokenizer;

// The tables of lib/rules it works from. All have an `example`, and what it is cut into: `words`, | between words and / between
// sentences (parts: some sentence of the example is the part).
struct tokenizer_tables {
    struct grid abbreviations; // abbreviation (written with a capital, it needs one), follows: name, more, number, any
    struct grid addresses;     // ending of a host's or a file's name, kind
    struct grid contractions;  // cut: can|not; *|n't is cut off any word
    struct grid courtesies;    // courtesy: closes a letter, "Regards,"
    struct grid hyphens;       // part: anti- or -fold; makes one word with what it is joined to
    struct grid measures;      // measure: cut off its number; after: money, if only there
    struct grid openers;       // opener: a word that opens sentences
    struct grid parts;         // part, where, longest, marks, pattern: see compile_patterns in parts.h
    struct grid signs;         // sign: some signs that are one word
};

// Compiled rules; they live in `keep` (but for the hash tables, which free_tokenizer gives back), and the grids' cells have to
// live as long.
struct tokenizer *make_tokenizer(struct arena *keep, const struct tokenizer_tables *tables);
void free_tokenizer(struct tokenizer *tokenizer);

// Fills tokens (form, start, end) and sentences of a cleared document from valid UTF-8. Forms are slices of `text`.
void tokenize_text(const struct tokenizer *tokenizer, struct slice text, struct document *document);

#endif
