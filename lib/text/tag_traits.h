/* tag_traits: what the model of parts of speech sees of the words of a sentence. May be used by: text, src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TAG_TRAITS_H
#define DATELINE_TAG_TRAITS_H

#include "text/traits.h"

bool begins_with_letter(struct slice lower);

// Where capitals say nothing: most longer words of the sentence have them (a headline in title case or in capitals).
bool is_shouting(const struct token *tokens, size_t count);

// Fills traits[count] for a sentence; `wanted` as for fill_traits. Beyond it: `lowered`, `setting` (of the sentence: shouting, without
// any capital, or neither; of the word: is it the first), and a word without clusters has those of its lower case.
// The memory, or NULL, is for one `wanted`.
void see_words(const struct clusters *clusters, struct seen_word *memory, const struct token *tokens, size_t count, uint32_t wanted,
               word_traits *traits);

#endif
