// SPDX-License-Identifier: MIT
#include "text/tag_traits.h"

void see_words(const struct clusters *clusters, const struct token *tokens, size_t count, uint32_t wanted, word_traits *traits) {
    for (size_t i = 0; i < count; i++) fill_traits(clusters, &tokens[i], wanted, traits[i]);
}
