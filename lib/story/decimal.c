// SPDX-License-Identifier: MIT
#include "story/decimal.h"

bool multiply_by_ten(struct decimal *value, int times) {
    for (; times > 0; times--) {
        if (value->scale > 0) value->scale--;
        else if (__builtin_mul_overflow(value->digits, 10, &value->digits)) return false;
    }
    return true;
}

bool multiply_decimal(struct decimal *value, int64_t whole) { return !__builtin_mul_overflow(value->digits, whole, &value->digits); }

static bool widen(struct decimal *value, int scale) {
    for (; value->scale < scale; value->scale++)
        if (__builtin_mul_overflow(value->digits, 10, &value->digits)) return false;
    return true;
}

bool add_decimal(struct decimal *sum, struct decimal more) {
    return widen(sum, more.scale) && widen(&more, sum->scale) && !__builtin_add_overflow(sum->digits, more.digits, &sum->digits);
}

bool is_less(struct decimal a, struct decimal b) {
    if (!widen(&a, b.scale)) return false;
    return !widen(&b, a.scale) || a.digits < b.digits;
}

struct decimal divide_wholes(int64_t a, int64_t b) { return (struct decimal){(a * 10000 + b / 2) / b, 4}; }

struct slice print_decimal(struct arena *keep, struct decimal value) {
    while (value.scale > 0 && value.digits % 10 == 0) value.digits /= 10, value.scale--;
    char text[64], *at = text + sizeof text;
    int64_t left = value.digits;
    for (int place = 0; left || place <= value.scale; place++, left /= 10) {
        if (place && place == value.scale) *--at = '.';
        *--at = (char)('0' + left % 10);
    }
    return arena_copy(keep, slice_between(at, text + sizeof text));
}

// ---- figures

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static size_t count_digits(struct slice text, size_t from) {
    size_t i = from;
    while (i < text.length && is_digit(text.at[i])) i++;
    return i - from;
}

// How many bytes the whole part has: groups of three (of two before the last: 1,00,000) after commas; two or more groups of three after
// points (1.200.000), which no decimal fraction has.
static size_t whole_length(struct slice text) {
    size_t first = count_digits(text, 0), end = first, last = first, points = 0;
    for (char mark = ','; first && first <= 3; mark = '.') {
        while (end < text.length && text.at[end] == mark && (last = count_digits(text, end + 1)) >= 2 && last <= 3)
            end += 1 + last, points += mark == '.';
        if (mark == '.' || end > first) break;
    }
    bool is_grouped = last == 3 && points != 1;
    return is_grouped ? end : first;
}

static bool push_digits(struct decimal *value, struct slice text) {
    for (size_t i = 0; i < text.length; i++) {
        if (!is_digit(text.at[i])) continue;
        if (__builtin_mul_overflow(value->digits, 10, &value->digits)) return false;
        if (__builtin_add_overflow(value->digits, text.at[i] - '0', &value->digits)) return false;
    }
    return true;
}

bool parse_figures(struct slice text, struct decimal *value, size_t *used) {
    enum { MOST_PLACES = 12 };
    *value = (struct decimal){0, 0};
    size_t whole = whole_length(text), places;
    if (!whole || !push_digits(value, slice_first(text, whole))) return false;
    *used = whole;
    if (whole == text.length || text.at[whole] != '.' || !(places = count_digits(text, whole + 1))) return true;
    *used += 1 + places;
    if (places > MOST_PLACES) places = MOST_PLACES;
    value->scale = (int)places;
    return push_digits(value, slice_first(slice_skip(text, whole + 1), places));
}
