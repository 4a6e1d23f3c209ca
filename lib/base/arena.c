// SPDX-License-Identifier: MIT
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"

struct arena_block {
    struct arena_block *older;
    size_t room;
    _Alignas(16) char bytes[];
};

enum { FIRST_BLOCK = 1 << 14, USUAL_BLOCK = 1 << 21, ALIGNMENT = 16 }; // blocks double up to the usual one: what is left over stays small

static void add_block(struct arena *arena, size_t least) {
    size_t room = arena->block ? arena->block->room * 2 : FIRST_BLOCK;
    if (room > USUAL_BLOCK) room = USUAL_BLOCK;
    while (room < least) room *= 2;
    struct arena_block *block = take_memory(NULL, 1, sizeof *block + room);
    *block = (struct arena_block){arena->block, room};
    arena->block = block;
    arena->next = block->bytes;
    arena->end = block->bytes + room;
}

void *arena_take(struct arena *arena, size_t size) {
    size_t whole = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1), gap = -(uintptr_t)arena->next & (ALIGNMENT - 1);
    if (whole < size) die("out of memory");
    if (!arena->block || (size_t)(arena->end - arena->next) < whole + gap) add_block(arena, whole), gap = 0;
    void *memory = arena->next + gap;
    arena->next += whole + gap;
    return memset(memory, 0, whole);
}

char *arena_bytes(struct arena *arena, size_t size) {
    if (!arena->block || (size_t)(arena->end - arena->next) < size) add_block(arena, size);
    char *memory = arena->next;
    arena->next += size;
    return memory;
}

struct slice arena_copy(struct arena *arena, struct slice s) {
    if (s.length == 0) return (struct slice){"", 0};
    char *copy = arena_bytes(arena, s.length);
    memcpy(copy, s.at, s.length);
    return (struct slice){copy, s.length};
}

struct slice arena_join(struct arena *arena, struct slice a, const char *separator, struct slice b) {
    if (a.length == 0) return b;
    if (b.length == 0) return a;
    size_t between = strlen(separator);
    char *text = arena_bytes(arena, a.length + between + b.length);
    memcpy(text, a.at, a.length);
    memcpy(text + a.length, separator, between);
    memcpy(text + a.length + between, b.at, b.length);
    return (struct slice){text, a.length + between + b.length};
}

struct slice arena_join_all(struct arena *arena, const struct slice *pieces, size_t count, const char *separator) {
    size_t between = strlen(separator), length = count * between;
    for (size_t i = 0; i < count; i++) length += pieces[i].length;
    char *text = arena_bytes(arena, length), *to = text;
    for (size_t i = 0; i < count; i++) {
        if (i) memcpy(to, separator, between), to += between;
        if (pieces[i].length) memcpy(to, pieces[i].at, pieces[i].length), to += pieces[i].length;
    }
    return slice_between(text, to);
}

struct slice arena_print(struct arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) die("cannot format a text");
    char *text = arena_bytes(arena, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return (struct slice){text, (size_t)length};
}

static void free_older(struct arena_block *block) {
    while (block) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
}

void arena_reset(struct arena *arena) {
    if (!arena->block) return;
    free_older(arena->block->older);
    arena->block->older = NULL;
    arena->next = arena->block->bytes;
    arena->end = arena->block->bytes + arena->block->room;
}

void arena_free(struct arena *arena) {
    free_older(arena->block);
    *arena = (struct arena){0};
}
