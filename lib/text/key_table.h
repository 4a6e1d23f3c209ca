/* key_table: what was found under a key, as a number; grows in an arena. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_KEY_TABLE_H
#define DATELINE_KEY_TABLE_H

#include <stdint.h>

#include "base/arena.h"

struct key_slot {
    uint64_t key;    // 0: free
    uint32_t number; // 0: nothing yet
};

struct key_table {
    struct arena *keep;
    struct key_slot *slots; // [mask + 1], linear probing
    size_t mask, used;
};

void make_key_table(struct arena *keep, struct key_table *table, size_t keys);
// The number under a key, for reading and writing; 0 where there was none. Valid until the next call.
uint32_t *number_under(struct key_table *table, uint64_t key);
// The same for reading alone.
uint32_t find_number(const struct key_table *table, uint64_t key);

#endif
