// SPDX-License-Identifier: MIT
#include "text/chars.h"

#define L KIND_LETTER
#define R KIND_LINE
#define O KIND_OTHER
#define M KIND_MARK
#define W8 KIND_WIDE, KIND_WIDE, KIND_WIDE, KIND_WIDE, KIND_WIDE, KIND_WIDE, KIND_WIDE, KIND_WIDE
#define D KIND_DIGIT
#define L8 L, L, L, L, L, L, L, L
#define O8 O, O, O, O, O, O, O, O
const unsigned char byte_kinds[256] = {
    O8, O, KIND_SPACE, KIND_SPACE, KIND_SPACE, KIND_SPACE, KIND_SPACE, O, O,                                 // 00
    O8, O, O, O, O, KIND_SPACE, KIND_SPACE, KIND_SPACE, KIND_SPACE,                                         // 10
    KIND_SPACE, M, O, O, O, O, O, KIND_APOSTROPHE, KIND_OPEN, KIND_CLOSE, R, R, O, R, M, O,                 //  !"#$%&'()*+,-./
    D, D, D, D, D, D, D, D, D, D, O, O, R, R, R, M,                                                         // 0-9 :;<=>?
    O, L, L, L, L, L, L, L, L8, L8, L, L, L, KIND_OPEN, O, KIND_CLOSE, R, L,                                // @A-Z[\]^_
    O, L, L, L, L, L, L, L, L8, L8, L, L, L, KIND_OPEN, R, KIND_CLOSE, R, O,                                // `a-z{|}~
    W8, W8, W8, W8, W8, W8, W8, W8, W8, W8, W8, W8, W8, W8, W8, W8,
};
#undef L
#undef R
#undef O
#undef M
#undef D
#undef W8
#undef L8
#undef O8

static bool is_picture(uint32_t c) {
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2300 && c <= 0x23FF) ||
           (c >= 0x2B00 && c <= 0x2BFF) || c == 0x3030 || c == 0x303D || c == 0x3297 || c == 0x3299;
}

static enum kind kind_of_punctuation(uint32_t c) {
    switch (c) {
    case 0x2019: return KIND_APOSTROPHE;
    case 0x2026: case 0x203C: case 0x2047: case 0x2048: case 0x2049: case 0x3002: case 0xFF01: case 0xFF0E: case 0xFF1F:
    case 0x061F: case 0x06D4: case 0x0964: return KIND_MARK;
    case 0xAB: case 0x2018: case 0x201C: case 0x201E: case 0x201A: case 0x2039: case 0x300C: case 0x300E: case 0xFF08: return KIND_OPEN;
    case 0xBB: case 0x201D: case 0x203A: case 0x300D: case 0x300F: case 0xFF09: return KIND_CLOSE;
    default: return KIND_OTHER;
    }
}

enum kind kind_of_wide(const char *at, const char *end, size_t *length) {
    uint32_t c = utf8_decode(slice_between(at, end), length);
    if (c == 0x200B || c == 0xFEFF || c == 0x2060) return KIND_SPACE; // no width, but they part words
    if (is_picture(c)) return KIND_PICTURE;
    if (c >= 0xB2 && c <= 0xBE && c != 0xB5 && c != 0xBA) return c == 0xBB ? KIND_CLOSE : KIND_OTHER; // superscripts, fractions
    switch (char_class(c)) {
    case CLASS_SPACE: return KIND_SPACE;
    case CLASS_LETTER: case CLASS_MARK: return KIND_LETTER;
    case CLASS_DIGIT: return KIND_DIGIT;
    case CLASS_PUNCTUATION: return kind_of_punctuation(c);
    case CLASS_OTHER: return c == 0xAD || (c >= 0x200C && c <= 0x200F) ? KIND_LETTER : KIND_OTHER;
    default: return KIND_OTHER;
    }
}

const char *skip_alphanumeric(const char *at, const char *end) {
    size_t length;
    for (; at < end; at += length) {
        enum kind kind = kind_at(at, end, &length);
        if (kind != KIND_LETTER && kind != KIND_DIGIT) break;
    }
    return at;
}

static bool is_flag_letter(uint32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

const char *skip_picture(const char *at, const char *end) {
    size_t length;
    uint32_t first = utf8_decode(slice_between(at, end), &length), c;
    at += length;
    if (is_flag_letter(first)) return at < end && is_flag_letter(utf8_decode(slice_between(at, end), &length)) ? at + length : at;
    while (at < end) {
        c = utf8_decode(slice_between(at, end), &length);
        if (c == 0x200D && at + length < end) { // joins the next picture
            at += length;
            utf8_decode(slice_between(at, end), &length);
        } else if (c != 0xFE0E && c != 0xFE0F && c != 0x20E3 && !(c >= 0x1F3FB && c <= 0x1F3FF) && !(c >= 0xE0020 && c <= 0xE007F)) break;
        at += length;
    }
    return at;
}
