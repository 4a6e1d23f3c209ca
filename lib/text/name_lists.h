/* name_lists: in which lists of names a word or a phrase stands, as bits in a table that is used where it lies. May be used by: text,
 * src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NAME_LISTS_H
#define DATELINE_NAME_LISTS_H

#include <stdint.h>

#include "text/model.h"

// The lists of src/train/list-names; `begins` marks a word that a longer phrase begins with.
#define NAME_LISTS(LIST)                                                                                                         \
    LIST(given) LIST(surname) LIST(upper) LIST(city) LIST(region) LIST(organisation) LIST(party) LIST(person)                    \
    LIST(organisation_word) LIST(party_word) LIST(begins)
#define NAME_LIST_NAME(name) LISTED_##name,
enum listed { NAME_LISTS(NAME_LIST_NAME) LISTED_COUNT };
#undef NAME_LIST_NAME

struct name_lists {
    const uint32_t *keys;  // [slot_count] 32 bits of the phrase's hash, 0: free
    const uint16_t *bits;  // [slot_count] 1 << enum listed
    size_t slot_count;     // a power of two
};

// Sections lists.keys and lists.bits; false with the model's complaint set.
bool open_name_lists(struct model *model, struct name_lists *lists);

// The bits of a word or phrase by its hash, as the gazetteer makes it (gazetteer.h); 0 where it stands in none.
uint32_t find_listed_name(const struct name_lists *lists, uint64_t hash);

// Where a hash is sought first, and what is kept of it: for who writes the table.
static inline size_t home_of_listed(uint64_t hash, size_t slot_count) { return (size_t)(hash ^ hash >> 29) & (slot_count - 1); }
static inline uint32_t key_of_listed(uint64_t hash) { return (uint32_t)(hash >> 32) ? (uint32_t)(hash >> 32) : 1; }

#endif
