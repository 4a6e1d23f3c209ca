// SPDX-License-Identifier: MIT
#include "text/word_index.h"

struct word_index make_word_index(struct arena *keep, size_t room) {
    size_t slots = 64;
    while (slots < room * 2) slots *= 2;
    return (struct word_index){
        TAKE(keep, struct slice, room + 1), TAKE(keep, uint32_t, room + 1), TAKE(keep, uint32_t, slots), 0, room, slots - 1};
}

// The slot that holds the word, or the free one where it would go. There is always a free one.
static size_t find_slot(const struct word_index *index, struct slice word, uint32_t hash) {
    size_t slot = hash & index->mask;
    while (index->slots[slot]) {
        uint32_t number = index->slots[slot] - 1;
        if (index->hashes[number] == hash && slice_equal(index->words[number], word)) break;
        slot = (slot + 1) & index->mask;
    }
    return slot;
}

uint32_t add_word(struct word_index *index, struct slice word) {
    uint32_t hash = hash_slice(word);
    size_t slot = find_slot(index, word, hash);
    if (index->slots[slot]) return index->slots[slot] - 1;
    if (index->count == index->room) return NOT_INTERNED;
    index->words[index->count] = word;
    index->hashes[index->count] = hash;
    index->slots[slot] = (uint32_t)++index->count;
    return index->slots[slot] - 1;
}

uint32_t find_hashed_word(const struct word_index *index, struct slice word, uint32_t hash) {
    if (index->count == 0) return NOT_INTERNED;
    uint32_t number = index->slots[find_slot(index, word, hash)];
    return number ? number - 1 : NOT_INTERNED;
}

uint32_t find_word(const struct word_index *index, struct slice word) { return find_hashed_word(index, word, hash_slice(word)); }
