/* packed_form: a short word as two numbers, so that tables of what was found out about words lately compare it at once. May be used
 * by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PACKED_FORM_H
#define DATELINE_PACKED_FORM_H

#include <stdint.h>

#include "base/slice.h"

// The bytes, zeros, and in the last byte the length; all zeros is no word.
struct packed_form {
    uint64_t first, last;
};

// False where the word is empty or has more than 15 bytes.
static inline bool pack_form(struct slice form, struct packed_form *packed) {
    char bytes[sizeof *packed] = {0};
    if (form.length == 0 || form.length >= sizeof bytes) return false;
    memcpy(bytes, form.at, form.length);
    bytes[sizeof bytes - 1] = (char)form.length;
    memcpy(packed, bytes, sizeof bytes);
    return true;
}

static inline bool is_packed(struct packed_form a, struct packed_form b) { return a.first == b.first && a.last == b.last; }

// Its slot in a table of 1 << bits.
static inline size_t home_of_packed(struct packed_form form, unsigned bits) {
    uint64_t hash = (form.first ^ (form.last << 31 | form.last >> 33)) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)((hash ^ hash >> 29) * UINT64_C(0xBF58476D1CE4E5B9) >> (64 - bits));
}

#endif
