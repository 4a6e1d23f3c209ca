/* words: cutting a run of text without white space into words. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_WORDS_H
#define DATELINE_WORDS_H

#include "text/tokenizer_rules.h"

// Appends the words of `text` to the document's tokens. `character` is the place of the text's first character in the article;
// the place behind its last one is returned.
long cut_words(const struct tokenizer *rules, struct slice text, long character, struct document *document);

#endif
