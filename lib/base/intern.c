// SPDX-License-Identifier: MIT
#include "base/intern.h"

#include <stdlib.h>

#include "base/die.h"

uint32_t hash_slice(struct slice s) {
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < s.length; i++) hash = (hash ^ (unsigned char)s.at[i]) * 0x100000001b3u;
    return (uint32_t)((hash * 0x9e3779b97f4a7c15u) >> 32);
}

// The slot that holds the string, or the free one where it would go.
static size_t find_slot(const struct interner *interner, struct slice s, uint32_t hash) {
    size_t mask = interner->slot_count - 1, slot = hash & mask;
    while (interner->slots[slot]) {
        uint32_t number = interner->slots[slot] - 1;
        if (interner->hashes[number] == hash && slice_equal(interner->names[number], s)) break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

enum { FEWEST_SLOTS = 64 };

static void grow_slots(struct interner *interner) {
    free(interner->slots);
    interner->slot_count = interner->slot_count ? interner->slot_count * 2 : FEWEST_SLOTS;
    interner->slots = take_memory(NULL, interner->slot_count, sizeof *interner->slots);
    memset(interner->slots, 0, interner->slot_count * sizeof *interner->slots);
    for (uint32_t number = 0; number < interner->count; number++) {
        size_t slot = interner->hashes[number] & (interner->slot_count - 1);
        while (interner->slots[slot]) slot = (slot + 1) & (interner->slot_count - 1);
        interner->slots[slot] = number + 1;
    }
}

static uint32_t add_name(struct interner *interner, struct slice s, uint32_t hash) {
    if (interner->count == interner->room) {
        interner->room = interner->room ? interner->room * 2 : 32;
        interner->names = take_memory(interner->names, interner->room, sizeof *interner->names);
        interner->hashes = take_memory(interner->hashes, interner->room, sizeof *interner->hashes);
    }
    interner->names[interner->count] = arena_copy(&interner->strings, s);
    interner->hashes[interner->count] = hash;
    return (uint32_t)interner->count++;
}

uint32_t intern(struct interner *interner, struct slice s) {
    if (interner->count * 2 >= interner->slot_count) grow_slots(interner);
    uint32_t hash = hash_slice(s);
    size_t slot = find_slot(interner, s, hash);
    if (!interner->slots[slot]) interner->slots[slot] = add_name(interner, s, hash) + 1;
    return interner->slots[slot] - 1;
}

uint32_t intern_find(const struct interner *interner, struct slice s) {
    if (interner->count == 0) return NOT_INTERNED;
    uint32_t number = interner->slots[find_slot(interner, s, hash_slice(s))];
    return number ? number - 1 : NOT_INTERNED;
}

void interner_reset(struct interner *interner) {
    arena_reset(&interner->strings);
    interner->count = 0;
    if (interner->slot_count > FEWEST_SLOTS) { // to clear many for a few strings would cost more
        free(interner->slots);
        interner->slots = NULL;
        interner->slot_count = 0;
    } else if (interner->slot_count) memset(interner->slots, 0, interner->slot_count * sizeof *interner->slots);
}

void interner_free(struct interner *interner) {
    arena_free(&interner->strings);
    free(interner->names);
    free(interner->slots);
    free(interner->hashes);
    *interner = (struct interner){0};
}
