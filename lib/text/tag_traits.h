/* tag_traits: what the model of parts of speech sees of the words of a sentence. May be used by: text, src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TAG_TRAITS_H
#define DATELINE_TAG_TRAITS_H

#include "text/traits.h"

// Fills traits[count] for a sentence; `wanted` as for fill_traits.
void see_words(const struct clusters *clusters, const struct token *tokens, size_t count, uint32_t wanted, word_traits *traits);

#endif
