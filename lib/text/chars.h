/* chars: what a character is to the tokenizer. May be used by: text.
 * ASCII is one look into a table; the rest is asked of Unicode's data. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CHARS_H
#define DATELINE_CHARS_H

#include "base/utf8.h"

enum kind {
    KIND_SPACE,
    KIND_LETTER,     // with marks, and what joins letters without being seen
    KIND_DIGIT,
    KIND_APOSTROPHE, // ' ’
    KIND_MARK,       // . ! ? and their like in other scripts
    KIND_LINE,       // what rules and arrows are drawn with: - = * _ ~ < > | ^
    KIND_OPEN,       // ( [ { “ « ‘
    KIND_CLOSE,      // ) ] } ” »
    KIND_PICTURE,    // emoji and other symbols that may be parts of one
    KIND_OTHER,
    KIND_WIDE,       // first byte of a character above U+007F: ask kind_of_wide
};

extern const unsigned char byte_kinds[256];

// The kind of the character at `at` and its length in bytes; at < end.
enum kind kind_of_wide(const char *at, const char *end, size_t *length);
static inline enum kind kind_at(const char *at, const char *end, size_t *length) {
    enum kind kind = (enum kind)byte_kinds[(unsigned char)*at];
    if (kind != KIND_WIDE) return *length = 1, kind;
    return kind_of_wide(at, end, length);
}
static inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Behind the letters and digits that begin at `at`.
const char *skip_alphanumeric(const char *at, const char *end);
static inline bool is_alphanumeric_at(const char *at, const char *end) {
    size_t length;
    if (at >= end) return false;
    enum kind kind = kind_at(at, end, &length);
    return kind == KIND_LETTER || kind == KIND_DIGIT;
}
// Length in bytes of the apostrophe at `at`, or 0. Some keyboards make a grave accent of it.
static inline size_t apostrophe_at(const char *at, const char *end) {
    if (at < end && (*at == '\'' || *at == '`')) return 1;
    return end - at >= 3 && memcmp(at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}
// Behind the emoji that begins at `at`: with its skin tone, joiners and what they join, a flag's second letter.
const char *skip_picture(const char *at, const char *end);

#endif
