// SPDX-License-Identifier: MIT
#include "base/slice.h"

#include <limits.h>

int slice_compare(struct slice a, struct slice b) {
    size_t common = a.length < b.length ? a.length : b.length;
    int order = common ? memcmp(a.at, b.at, common) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

struct slice slice_trim(struct slice s) {
    while (s.length && is_space(s.at[0])) s = slice_skip(s, 1);
    while (s.length && is_space(s.at[s.length - 1])) s.length--;
    return s;
}

bool slice_cut(struct slice *rest, char separator, struct slice *piece) {
    if (!rest->at) return false;
    const char *end = rest->length ? memchr(rest->at, separator, rest->length) : NULL;
    if (end) {
        *piece = slice_between(rest->at, end);
        *rest = slice_skip(*rest, piece->length + 1);
    } else {
        *piece = *rest;
        *rest = (struct slice){NULL, 0};
    }
    return end || piece->length;
}

ptrdiff_t slice_find(struct slice whole, struct slice part) {
    if (part.length == 0) return 0;
    for (size_t i = 0; i + part.length <= whole.length; i++) {
        const char *hit = memchr(whole.at + i, part.at[0], whole.length - i - part.length + 1);
        if (!hit) return -1;
        i = (size_t)(hit - whole.at);
        if (memcmp(hit, part.at, part.length) == 0) return (ptrdiff_t)i;
    }
    return -1;
}

enum { SAFE_DIGITS = sizeof(long) > 4 ? 18 : 9 }; // so many never overflow

bool slice_number(struct slice s, long *value) {
    bool minus = s.length && s.at[0] == '-';
    if (minus) s = slice_skip(s, 1);
    if (s.length == 0) return false;
    long sum = 0;
    for (size_t i = 0; i < s.length; i++) {
        unsigned digit = (unsigned char)s.at[i] - (unsigned)'0';
        if (digit > 9) return false;
        if (i >= SAFE_DIGITS && sum > (LONG_MAX - (long)digit) / 10) return false;
        sum = sum * 10 + (long)digit;
    }
    *value = minus ? -sum : sum;
    return true;
}
