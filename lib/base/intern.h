/* intern: strings become small integers at the door, 0, 1, 2 ... in order of arrival. May be used by: everything. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_INTERN_H
#define DATELINE_INTERN_H

#include <stdint.h>

#include "base/arena.h"

struct interner {
    struct arena strings;
    struct slice *names;  // [count] by number
    uint32_t *slots;      // [slot_count] number + 1, 0 where free; linear probing
    uint32_t *hashes;     // [count]
    size_t count, room, slot_count;
};

#define NOT_INTERNED ((uint32_t)-1)

// FNV-1a (Fowler, Noll, Vo 1991), finished with a multiply-shift so that low bits are good.
uint32_t hash_slice(struct slice s);

// The number of a string; a new one is copied and gets the next number.
uint32_t intern(struct interner *interner, struct slice s);
// The number, or NOT_INTERNED.
uint32_t intern_find(const struct interner *interner, struct slice s);
// Forgets all strings, keeps memory for the next.
void interner_reset(struct interner *interner);
void interner_free(struct interner *interner);

#endif
