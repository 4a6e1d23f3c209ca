// SPDX-License-Identifier: MIT
#include "text/numbers.h"

static bool follows_money(const struct cursor *cursor) {
    size_t count = cursor->document->tokens.count;
    if (cursor->at == cursor->chunk || count == 0) return false;
    struct slice before = cursor->document->tokens.at[count - 1].form;
    return strchr("$\xA3\xA5\xAC", before.at[before.length - 1]) != NULL; // $, and the last bytes of £ ¥ €
}

// 5pm, 35mm, $380m: a number and what it is measured in are two words.
void take_number(struct cursor *cursor, const char *stop) {
    const char *unit = cursor->at;
    while (unit < stop && (is_digit(*unit) || *unit == '.' || *unit == ',' || *unit == ':')) unit++;
    if (unit < stop) {
        int money_only = find_listed_word(&cursor->rules->measures, slice_between(unit, stop));
        if (money_only == 0 || (money_only > 0 && follows_money(cursor))) take(cursor, unit);
    }
    take(cursor, stop);
}

struct groups {
    size_t count, lengths[2];
    long values[2];
    const char *last, *end; // the last group
};

// 713-853-3989, 9/11: groups of digits with one sign between them.
static struct groups read_groups(const char *at, const char *end, char sign) {
    struct groups groups = {0};
    for (; groups.count < 8; at++) { // more are no number a person would write
        const char *start = at;
        long value = 0;
        for (; at < end && is_digit(*at); at++) value = value < 100000 ? value * 10 + (*at - '0') : value;
        if (at == start) break;
        if (groups.count < 2) groups.lengths[groups.count] = (size_t)(at - start), groups.values[groups.count] = value;
        groups.count++, groups.last = start, groups.end = at;
        if (at >= end || *at != sign) break;
    }
    return groups;
}

// Telephone numbers and dates stay whole (three groups; 555-0142, 5-0142, 90210-0142), ranges do not (5-10, 1969-1970).
const char *join_dashed_number(const char *start, const char *end) {
    struct groups groups = read_groups(start, end, '-');
    if (groups.count < 2 || is_alphanumeric_at(groups.end, end)) return NULL;
    if (groups.count >= 3) return groups.last;
    return groups.lengths[1] == 4 && groups.lengths[0] % 2 == 1 ? groups.last : NULL;
}

// 9/11, 05/13/22: dates stay whole, fractions and pairs do not (3/4, 2021/22).
const char *join_slashed_number(const char *start, const char *end) {
    struct groups groups = read_groups(start, end, '/');
    long first = groups.values[0], second = groups.values[1];
    if (groups.count < 2) return NULL;
    if (groups.count >= 3) return groups.count == 3 ? groups.last : NULL;
    bool fraction = first < second && second <= 5 && groups.lengths[0] == 1 && groups.lengths[1] == 1;
    bool day = (first <= 12 && second <= 31) || (first <= 31 && second <= 12);
    return day && !fraction && groups.lengths[0] <= 2 && groups.lengths[1] <= 2 ? groups.last : NULL;
}

// 5p.m.: the hour's letters begin another word.
const char *skip_hour(const char *at, const char *end) {
    const char *digits = at;
    while (digits < end && (is_digit(*digits) || (*digits == ':' && digits > at))) digits++;
    if (end - digits < 3 || digits == at || !strchr("apAP", *digits)) return NULL;
    return digits[1] == '.' && (digits[2] | 32) == 'm' && !is_alphanumeric_at(digits + 3, end) ? digits : NULL;
}

// +44, +1602-5550142
const char *skip_signed_number(const char *at, const char *end) {
    for (at++; at < end && (is_digit(*at) || (*at == '-' && end - at > 1 && is_digit(at[1]))); at++) {}
    return at;
}
