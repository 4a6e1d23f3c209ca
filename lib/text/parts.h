/* parts: what of a page is story and what is not: titles, captions, links. May be used by: text.
 * Marks are put on sentences; nothing is removed. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PARTS_H
#define DATELINE_PARTS_H

#include "text/tokenizer_rules.h"

// Compiles parts.tsv. A pattern's words are matched against tokens in small letters: a|b one of several, A a word with a capital,
// C one in capitals, 9 one that begins with a digit, * any number of tokens; A+ and C+ one or more of these. `where` it stands:
// start, whole, end, any (of a paragraph), sentence (its beginning). `longest`: tokens of that paragraph or sentence. It `marks`
// the paragraph (empty), line-before (also the line above), sentence (from where it stands on), sentence-before (and the one before).
void compile_patterns(struct tokenizer *rules, struct arena *keep, const struct grid *parts);

// How many of the tokens are a dateline at the beginning of a paragraph; 0: none.
size_t dateline_length(const struct tokenizer *rules, const struct token *tokens, size_t count);

// Sets `part` of all sentences.
void mark_parts(const struct tokenizer *rules, struct document *document);

#endif
