/* utf8: decoding, checking and mending UTF-8; classes and case of characters. May be used by: everything.
 * Classes and case come from Unicode's data by way of libutf8proc; ASCII is answered here. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_UTF8_H
#define DATELINE_UTF8_H

#include <stdint.h>

#include "base/slice.h"

enum char_class { CLASS_SPACE, CLASS_LETTER, CLASS_MARK, CLASS_DIGIT, CLASS_PUNCTUATION, CLASS_SYMBOL, CLASS_OTHER };

#define REPLACEMENT "\xEF\xBF\xBD" // U+FFFD

// The character at s.at[0] and its length in bytes; U+FFFD and length 1 where the bytes are no character
// (overlong forms, surrogates and what lies above U+10FFFF are none). s must not be empty.
uint32_t utf8_decode(struct slice s, size_t *length);
// Writes 1 to 4 bytes, returns how many.
size_t utf8_encode(uint32_t character, char bytes[4]);

bool utf8_valid(struct slice s);
// Characters in valid UTF-8.
size_t utf8_count(struct slice s);

enum char_class char_class(uint32_t character);
bool char_is_upper(uint32_t character);
bool char_is_lower(uint32_t character);
uint32_t char_lower(uint32_t character);
// The letter without its marks: e for é, l for ł; the character itself where it has none.
uint32_t char_base(uint32_t character);

// Does the first letter of a word stand in upper case? Do all, and are there at least two?
bool is_capitalised(struct slice word);
bool is_all_capitals(struct slice word);
// The word in lower case, at most `room` bytes into `bytes` (cut at a character); the slice points there.
struct slice lower_into(struct slice word, char *bytes, size_t room);

#endif
