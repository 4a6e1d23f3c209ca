/* slice: a run of bytes that somebody else owns, passed by value. May be used by: everything.
 * No slice ends in NUL; an empty one may have at == NULL. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_SLICE_H
#define DATELINE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *at;
    size_t length;
};

// A string literal as a slice; SLICE_INIT is the same where only constants may stand.
#define SLICE(literal) ((struct slice){literal, sizeof(literal) - 1})
#define SLICE_INIT(literal) {literal, sizeof(literal) - 1}
// The two arguments of printf's %.*s.
#define SHOW(slice) (int)(slice).length, (slice).at ? (slice).at : ""

static inline struct slice slice_of(const char *text) { return (struct slice){text, text ? strlen(text) : 0}; }

static inline struct slice slice_between(const char *from, const char *to) { return (struct slice){from, (size_t)(to - from)}; }

static inline bool slice_equal(struct slice a, struct slice b) {
    return a.length == b.length && (a.length == 0 || (a.at[0] == b.at[0] && memcmp(a.at, b.at, a.length) == 0));
}

static inline bool slice_is(struct slice a, const char *text) { return slice_equal(a, slice_of(text)); }

static inline bool slice_starts(struct slice s, struct slice prefix) {
    return s.length >= prefix.length && (prefix.length == 0 || memcmp(s.at, prefix.at, prefix.length) == 0);
}

static inline bool slice_ends(struct slice s, struct slice suffix) {
    return s.length >= suffix.length && (suffix.length == 0 || memcmp(s.at + s.length - suffix.length, suffix.at, suffix.length) == 0);
}

// Without the first (or last) `count` bytes; empty if there are no more.
static inline struct slice slice_skip(struct slice s, size_t count) {
    return count >= s.length ? (struct slice){s.at ? s.at + s.length : NULL, 0} : (struct slice){s.at + count, s.length - count};
}
static inline struct slice slice_drop(struct slice s, size_t count) {
    return (struct slice){s.at, count >= s.length ? 0 : s.length - count};
}
static inline struct slice slice_first(struct slice s, size_t count) {
    return (struct slice){s.at, count < s.length ? count : s.length};
}

// Byte order, as strcmp has it: < 0, 0, > 0.
int slice_compare(struct slice a, struct slice b);

// Without white space (ASCII) at both ends.
struct slice slice_trim(struct slice s);

// Takes the piece up to `separator` off the front of *rest, both without it. False when nothing is left:
//     while (slice_cut(&list, ';', &item)) ...
bool slice_cut(struct slice *rest, char separator, struct slice *piece);

// Where `part` begins in `whole`, or -1.
ptrdiff_t slice_find(struct slice whole, struct slice part);

// A whole number in decimal digits, with or without a minus; false (and *value kept) if the slice is anything else or too large.
bool slice_number(struct slice s, long *value);

#endif
