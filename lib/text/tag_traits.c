// SPDX-License-Identifier: MIT
#include "text/tag_traits.h"

#include "base/utf8.h"

bool begins_with_letter(struct slice lower) {
    size_t length;
    if (lower.length == 0) return false;
    if ((unsigned char)lower.at[0] < 128) return lower.at[0] >= 'a' && lower.at[0] <= 'z';
    return char_class(utf8_decode(lower, &length)) == CLASS_LETTER;
}

static bool has_capital(const struct token *token) { return token->form.length && token->form.at[0] != token->lower.at[0]; }

bool is_shouting(const struct token *tokens, size_t count) {
    size_t words = 0, capitals = 0;
    for (size_t i = 0; i < count && i < 64; i++) {
        if (tokens[i].form.length < 4 || !begins_with_letter(tokens[i].lower)) continue;
        words++;
        capitals += has_capital(&tokens[i]);
    }
    return words >= 4 && capitals * 4 >= words * 3;
}

static uint32_t setting_of(const struct token *tokens, size_t count) {
    if (is_shouting(tokens, count)) return 1;
    for (size_t i = 0; i < count; i++)
        if (has_capital(&tokens[i])) return 3;
    return 2;
}

static void see_lower(const struct clusters *clusters, const struct token *token, word_traits traits) {
    bool known = traits[TRAIT_fine] != 0;
    if (known && !has_capital(token)) {
        traits[TRAIT_lowered] = traits[TRAIT_fine];
        return;
    }
    const uint16_t *classes = clusters ? find_clusters(clusters, traits[TRAIT_lower]) : NULL;
    if (classes == NULL) return;
    traits[TRAIT_lowered] = classes[CLUSTER_fine] + 1u;
    if (known) return;
    traits[TRAIT_coarse] = classes[CLUSTER_coarse] + 1u;
    traits[TRAIT_middle] = classes[CLUSTER_middle] + 1u;
    traits[TRAIT_fine] = classes[CLUSTER_fine] + 1u;
}

static void see_word(const struct clusters *clusters, struct seen_word *memory, const struct token *token, uint32_t wanted, word_traits traits) {
    struct seen_word *seen;
    if (recall_traits(memory, token->form, traits, &seen)) return;
    fill_traits(clusters, token, wanted | 1u << TRAIT_lower | 1u << TRAIT_fine, traits);
    see_lower(clusters, token, traits);
    keep_traits(seen, token->form, traits);
}

void see_words(const struct clusters *clusters, struct seen_word *memory, const struct token *tokens, size_t count, uint32_t wanted,
               word_traits *traits) {
    bool opening = true;
    uint32_t setting = setting_of(tokens, count) * 2;
    for (size_t i = 0; i < count; i++) {
        see_word(clusters, memory, &tokens[i], wanted, traits[i]);
        traits[i][TRAIT_setting] = setting + opening;
        opening = opening && !begins_with_letter(tokens[i].lower);
    }
}
