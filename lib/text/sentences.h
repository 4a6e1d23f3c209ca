/* sentences: where the sentences of a paragraph end. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_SENTENCES_H
#define DATELINE_SENTENCES_H

#include "text/tokenizer_rules.h"

// Appends the sentences of the document's tokens from `first` to the last; they are of one paragraph, in body.
void split_sentences(const struct tokenizer *rules, struct document *document, size_t first, long paragraph);

// Appends one sentence of `count` tokens.
void add_sentence(struct document *document, size_t first, size_t count, long paragraph, enum part part);

// Is it an end mark: . ! ? ... and runs of these?
bool is_end_mark(struct slice form);

#endif
