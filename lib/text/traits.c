// SPDX-License-Identifier: MIT
#include "text/traits.h"

#include "base/intern.h"

#define TRAIT_TEXT(name) #name,
const char *const trait_names[TRAIT_COUNT + 1] = {TRAITS(TRAIT_TEXT) NULL};
#undef TRAIT_TEXT

#define WANTED(trait) (wanted & 1u << TRAIT_##trait)

enum { LONGEST_WORD = 64 }; // what is behind that says nothing about a word

// The word with every digit as 0, at most LONGEST_WORD bytes of it.
static struct slice without_digits(struct slice word, char bytes[LONGEST_WORD]) {
    size_t length = word.length < LONGEST_WORD ? word.length : LONGEST_WORD;
    for (size_t i = 0; i < length; i++) bytes[i] = word.at[i] >= '0' && word.at[i] <= '9' ? '0' : word.at[i];
    return (struct slice){bytes, length};
}

// Never 0, which is "nothing to see".
static uint32_t number_of(struct slice piece) {
    uint32_t hash = hash_slice(piece);
    return hash ? hash : 1;
}

static char class_of(char byte) {
    if (byte >= 'A' && byte <= 'Z') return 'X';
    if ((byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 128) return 'x';
    return byte; // digits are 0 by now; marks stand for themselves
}

// "Xx", "X.X.", "0-x": one letter for a run of a class, at most twelve.
static uint32_t shape_of(struct slice word) {
    char shape[12];
    size_t length = 0;
    for (size_t i = 0; i < word.length && length < sizeof shape; i++) {
        char class = class_of(word.at[i]);
        if (length == 0 || shape[length - 1] != class) shape[length++] = class;
    }
    return number_of((struct slice){shape, length});
}

static uint32_t last_bytes(struct slice word, size_t count) {
    return word.length > count ? number_of(slice_skip(word, word.length - count)) : 0;
}

static uint32_t first_bytes(struct slice word, size_t count) { return word.length > count ? number_of(slice_first(word, count)) : 0; }

void fill_traits(const struct clusters *clusters, const struct token *token, uint32_t wanted, word_traits traits) {
    char form_bytes[LONGEST_WORD], lower_bytes[LONGEST_WORD];
    struct slice form = without_digits(token->form, form_bytes), lower = without_digits(token->lower, lower_bytes);
    memset(traits, 0, sizeof(word_traits));
    traits[TRAIT_any] = 1;
    traits[TRAIT_form] = number_of(form);
    if (WANTED(lower)) traits[TRAIT_lower] = number_of(lower);
    if (WANTED(suffix1)) traits[TRAIT_suffix1] = last_bytes(lower, 1);
    if (WANTED(suffix2)) traits[TRAIT_suffix2] = last_bytes(lower, 2);
    if (WANTED(suffix3)) traits[TRAIT_suffix3] = last_bytes(lower, 3);
    if (WANTED(suffix4)) traits[TRAIT_suffix4] = last_bytes(lower, 4);
    if (WANTED(prefix1)) traits[TRAIT_prefix1] = first_bytes(lower, 1);
    if (WANTED(prefix2)) traits[TRAIT_prefix2] = first_bytes(lower, 2);
    if (WANTED(prefix3)) traits[TRAIT_prefix3] = first_bytes(lower, 3);
    if (WANTED(shape)) traits[TRAIT_shape] = shape_of(form);
    const uint16_t *classes = clusters && wanted & (1u << TRAIT_coarse | 1u << TRAIT_middle | 1u << TRAIT_fine)
                                  ? find_clusters(clusters, traits[TRAIT_form]) : NULL;
    if (classes == NULL) return;
    traits[TRAIT_coarse] = classes[CLUSTER_coarse] + 1u;
    traits[TRAIT_middle] = classes[CLUSTER_middle] + 1u;
    traits[TRAIT_fine] = classes[CLUSTER_fine] + 1u;
}

struct seen_word *make_trait_memory(struct arena *keep) { return TAKE(keep, struct seen_word, 1 << SEEN_BITS); }

bool recall_traits(struct seen_word *memory, struct slice form, word_traits traits, struct seen_word **seen) {
    struct packed_form packed;
    *seen = NULL;
    if (memory == NULL || !pack_form(form, &packed)) return false;
    *seen = &memory[home_of_packed(packed, SEEN_BITS)];
    if (!is_packed((*seen)->form, packed)) return false;
    memcpy(traits, (*seen)->traits, sizeof (*seen)->traits);
    memset(traits + SEEN_TRAITS, 0, sizeof(word_traits) - sizeof (*seen)->traits);
    return true;
}

void keep_traits(struct seen_word *seen, struct slice form, const word_traits traits) {
    if (seen == NULL) return;
    pack_form(form, &seen->form);
    memcpy(seen->traits, traits, sizeof seen->traits);
}
