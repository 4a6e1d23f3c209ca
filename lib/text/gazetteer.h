/* gazetteer: many phrases, found in text at one hash a token. May be used by: text, exchange, src/build.
 * A phrase is kept as the hash of its characters in lower case, one blank for white space, whatever its words are cut into:
 * "al-Qaeda" is found where the tokens are al|-|Qaeda and where they are one. Every place where a phrase could be cut is in the
 * table too, as a beginning, so that a search ends at the first token that leads nowhere. 64 bits of hash stand for the phrase. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_GAZETTEER_H
#define DATELINE_GAZETTEER_H

#include <stdint.h>

#include "text/document.h"

struct gazetteer_slot {
    uint64_t hash;      // 0: free
    uint32_t first_row; // of the rows this phrase has, 0: none; see next_row
    uint32_t marks;     // bits that the caller gave a word, and GAZETTEER_BEGINS
};

enum { GAZETTEER_BEGINS = 1 << 30 }; // a longer phrase begins like this

struct gazetteer_row {
    uint32_t next; // of the same phrase, 0: none
    uint32_t list, row; // the caller's numbers
};

struct gazetteer {
    const struct gazetteer_slot *slots; // [mask + 1], linear probing
    size_t mask;
    const struct gazetteer_row *rows;   // the first is nobody's
};

// One that is being made.
struct gazetteer_maker {
    struct gazetteer_slot *slots; // [mask + 1]
    size_t mask, used;            // it grows when three of four are used
    struct arena *keep;
    struct gazetteer_row *rows;   // [row_room]
    size_t row_count, row_room;
};

// Room for about so many phrases and words, and for `rows` rows at most.
void begin_gazetteer(struct arena *keep, struct gazetteer_maker *maker, size_t phrases, size_t rows);
// A phrase in any case, with a row of the caller's. Rows of one phrase stay in the order in which they came.
void add_phrase(struct gazetteer_maker *maker, struct slice phrase, uint32_t list, uint32_t row);
// Marks for a word.
void mark_word(struct gazetteer_maker *maker, struct slice word, uint32_t marks);
// What was made, in the maker's memory.
struct gazetteer made_gazetteer(const struct gazetteer_maker *maker);

// A search is a hash that grows token by token; find_hash gives the slot of a phrase or of a beginning, or NULL.
uint64_t begin_search(const struct token *token);
uint64_t go_on_search(uint64_t hash, const struct token *token, bool after_blank);
const struct gazetteer_slot *find_hash(const struct gazetteer *gazetteer, uint64_t hash);
// Fetches the slot where find_hash will look, for who knows the hash some time before.
static inline void fetch_hash(const struct gazetteer *gazetteer, uint64_t hash) {
    __builtin_prefetch(&gazetteer->slots[(hash ^ hash >> 32) & gazetteer->mask]);
}

#endif
