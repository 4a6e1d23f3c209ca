/* arena: memory that is given back all at once. May be used by: everything.
 * Who takes `struct arena *keep` returns what lives as long as that arena. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ARENA_H
#define DATELINE_ARENA_H

#include "base/slice.h"

struct arena {
    struct arena_block *block; // the newest; older ones behind it
    char *next, *end;          // what is free of it
};

// `size` zero bytes, aligned for any type. Never fails (dies).
void *arena_take(struct arena *arena, size_t size);
#define TAKE(arena, type, count) ((type *)arena_take(arena, (count) * sizeof(type)))

// `size` bytes for a text: not cleared, not aligned. Never fails (dies).
char *arena_bytes(struct arena *arena, size_t size);

// Copies: a slice; two joined, with a separator between them if both have bytes;
// many joined, with a separator between all; a printf.
struct slice arena_copy(struct arena *arena, struct slice s);
struct slice arena_join(struct arena *arena, struct slice a, const char *separator, struct slice b);
struct slice arena_join_all(struct arena *arena, const struct slice *pieces, size_t count, const char *separator);
struct slice arena_print(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Everything taken is gone; the largest block stays for the next round.
void arena_reset(struct arena *arena);
void arena_free(struct arena *arena);

#endif
