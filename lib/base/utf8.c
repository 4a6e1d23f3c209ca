// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <utf8proc.h>

static bool is_tail(const unsigned char *p, size_t count) {
    for (size_t i = 1; i <= count; i++)
        if ((p[i] & 0xC0) != 0x80) return false;
    return true;
}

uint32_t utf8_decode(struct slice s, size_t *length) {
    const unsigned char *p = (const unsigned char *)s.at;
    *length = 1;
    if (p[0] < 0x80) return p[0];
    uint32_t c = 0xFFFD;
    if (p[0] >= 0xC2 && p[0] <= 0xDF && s.length >= 2 && is_tail(p, 1)) {
        *length = 2;
        c = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    } else if ((p[0] & 0xF0) == 0xE0 && s.length >= 3 && is_tail(p, 2)) {
        c = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        if (c < 0x800 || (c >= 0xD800 && c <= 0xDFFF)) return 0xFFFD;
        *length = 3;
    } else if (p[0] >= 0xF0 && p[0] <= 0xF4 && s.length >= 4 && is_tail(p, 3)) {
        c = (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
        if (c < 0x10000 || c > 0x10FFFF) return 0xFFFD;
        *length = 4;
    }
    return c;
}

size_t utf8_encode(uint32_t c, char bytes[4]) {
    if (c < 0x80) return bytes[0] = (char)c, 1;
    if (c < 0x800) return bytes[0] = (char)(0xC0 | c >> 6), bytes[1] = (char)(0x80 | (c & 0x3F)), 2;
    if (c < 0x10000) {
        bytes[0] = (char)(0xE0 | c >> 12);
        bytes[1] = (char)(0x80 | (c >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | c >> 18);
    bytes[1] = (char)(0x80 | (c >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (c >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

bool utf8_valid(struct slice s) {
    while (s.length) {
        if ((unsigned char)s.at[0] < 0x80) {
            s.at++, s.length--;
            continue;
        }
        size_t length;
        // U+FFFD itself is three bytes long, a fault is one.
        if (utf8_decode(s, &length) == 0xFFFD && length == 1) return false;
        s = slice_skip(s, length);
    }
    return true;
}

size_t utf8_count(struct slice s) {
    size_t count = 0;
    for (size_t i = 0; i < s.length; i++) count += ((unsigned char)s.at[i] & 0xC0) != 0x80;
    return count;
}

static enum char_class ascii_class(uint32_t c) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) return CLASS_SPACE;
    if (c < ' ' || c == 127) return CLASS_OTHER;
    if (c >= '0' && c <= '9') return CLASS_DIGIT;
    if ((c | 32) >= 'a' && (c | 32) <= 'z') return CLASS_LETTER;
    return strchr("$+<=>^`|~", (int)c) ? CLASS_SYMBOL : CLASS_PUNCTUATION;
}

enum char_class char_class(uint32_t c) {
    if (c < 128) return ascii_class(c);
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO: return CLASS_LETTER;
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME: return CLASS_MARK;
    case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO: return CLASS_DIGIT;
    case UTF8PROC_CATEGORY_PC: case UTF8PROC_CATEGORY_PD: case UTF8PROC_CATEGORY_PS: case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI: case UTF8PROC_CATEGORY_PF: case UTF8PROC_CATEGORY_PO: return CLASS_PUNCTUATION;
    case UTF8PROC_CATEGORY_SM: case UTF8PROC_CATEGORY_SC: case UTF8PROC_CATEGORY_SK: case UTF8PROC_CATEGORY_SO: return CLASS_SYMBOL;
    case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP: return CLASS_SPACE;
    default: return c == 0x85 ? CLASS_SPACE : CLASS_OTHER;
    }
}

bool char_is_upper(uint32_t c) {
    return c < 128 ? c >= 'A' && c <= 'Z' : utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU;
}

bool char_is_lower(uint32_t c) {
    return c < 128 ? c >= 'a' && c <= 'z' : utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LL;
}

uint32_t char_lower(uint32_t c) {
    if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

// Letters whose stroke or shape Unicode does not take apart.
static const uint32_t whole_letters[][2] = {{0xDF, 's'}, {0xE6, 'a'}, {0xF0, 'd'}, {0xF8, 'o'}, {0x111, 'd'}, {0x131, 'i'}, {0x142, 'l'}, {0x153, 'o'}};

uint32_t char_base(uint32_t c) {
    utf8proc_int32_t parts[8];
    int boundary = 0;
    if (c < 128) return c;
    for (size_t i = 0; i < sizeof whole_letters / sizeof *whole_letters; i++)
        if (whole_letters[i][0] == c) return whole_letters[i][1];
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
    return count > 0 && count <= 8 ? (uint32_t)parts[0] : c;
}

bool is_capitalised(struct slice word) {
    size_t length;
    return word.length && char_is_upper(utf8_decode(word, &length));
}

bool is_all_capitals(struct slice word) {
    size_t capitals = 0, length;
    for (; word.length; word = slice_skip(word, length)) {
        uint32_t c = utf8_decode(word, &length);
        if (char_is_lower(c)) return false;
        capitals += char_is_upper(c);
    }
    return capitals >= 2;
}

struct slice lower_into(struct slice word, char *bytes, size_t room) {
    size_t used = 0, length;
    for (const size_t most = word.length < room ? word.length : room; used < most && (unsigned char)word.at[used] < 128; used++)
        bytes[used] = (char)(word.at[used] + ((unsigned)(word.at[used] - 'A') < 26 ? 32 : 0));
    for (word = slice_skip(word, used); word.length; word = slice_skip(word, length)) {
        char encoded[4];
        size_t size = utf8_encode(char_lower(utf8_decode(word, &length)), encoded);
        if (used + size > room) break;
        memcpy(bytes + used, encoded, size);
        used += size;
    }
    return (struct slice){bytes, used};
}
