/* packed_form: a short word as two numbers, so that tables of what was found out about words lately compare it at once. May be used
 * by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PACKED_FORM_H
#define DATELINE_PACKED_FORM_H

#include <stdint.h>

#include "base/slice.h"

// Sixteen bytes: the word's, zeros, and last its length; all zeros is no word.
struct packed_form {
    uint64_t first, last;
};

// `count` bytes as a number, the first the lowest.
static inline uint64_t load_bytes(const char *at, size_t count) {
    uint64_t number = 0;
    memcpy(&number, at, count);
    return number;
}

// False where the word is empty or has more than 15 bytes. Pieces that overlap, so that nothing is copied byte by byte.
static inline bool pack_form(struct slice form, struct packed_form *packed) {
    size_t length = form.length;
    if (length == 0 || length > 15) return false;
    *packed = (struct packed_form){0, (uint64_t)length << 56};
    if (length >= 8) {
        packed->first = load_bytes(form.at, 8);
        packed->last |= load_bytes(form.at + length - 8, 8) >> 8 >> 8 * (15 - length);
    } else if (length >= 4) packed->first = load_bytes(form.at, 4) | load_bytes(form.at + length - 4, 4) >> 8 * (8 - length) << 32;
    else packed->first = load_bytes(form.at, 1) | load_bytes(form.at + length / 2, 1) << 8 | load_bytes(form.at + length - 1, 1) << 16;
    return true;
}

static inline bool is_packed(struct packed_form a, struct packed_form b) { return a.first == b.first && a.last == b.last; }

// Its slot in a table of 1 << bits.
static inline size_t home_of_packed(struct packed_form form, unsigned bits) {
    uint64_t hash = (form.first ^ (form.last << 31 | form.last >> 33)) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)((hash ^ hash >> 29) * UINT64_C(0xBF58476D1CE4E5B9) >> (64 - bits));
}

#endif
