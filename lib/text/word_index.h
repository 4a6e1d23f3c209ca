/* word_index: strings to numbers, for tables that are read once and only asked from then on. May be used by: text.
 * Unlike base/intern it copies no string and lives wholly in an arena: nothing to free. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_WORD_INDEX_H
#define DATELINE_WORD_INDEX_H

#include "base/intern.h"

struct word_index {
    struct slice *words;   // [count] by number
    uint32_t *hashes;      // [count]
    uint32_t *slots;       // [mask + 1] number + 1, 0 where free; linear probing
    size_t count, room, mask;
};

// Room for so many words.
struct word_index make_word_index(struct arena *keep, size_t room);

// The number of a word; a new one gets the next, as long as there is room (else NOT_INTERNED). Its bytes must stay.
uint32_t add_word(struct word_index *index, struct slice word);

// The number, or NOT_INTERNED.
uint32_t find_word(const struct word_index *index, struct slice word);
// The same, given hash_slice of the word.
uint32_t find_hashed_word(const struct word_index *index, struct slice word, uint32_t hash);

#endif
