// SPDX-License-Identifier: MIT
#include "text/signs.h"

#include "text/numbers.h"

static const char *skip_sign(const struct cursor *cursor) {
    const char *at = cursor->at, *end = cursor->end;
    size_t longest = cursor->rules->longest_sign[(unsigned char)*at];
    if (longest > (size_t)(end - at)) longest = (size_t)(end - at);
    for (size_t length = longest; length >= 2; length--)
        if (find_listed_word(&cursor->rules->signs, slice_between(at, at + length)) >= 0)
            if (!is_alphanumeric_at(at + length, end) || byte_kinds[(unsigned char)at[length - 1]] > KIND_DIGIT) return at + length;
    return NULL;
}

static const char *skip_kind(const char *at, const char *end, enum kind kind) {
    size_t length;
    while (at < end && kind_at(at, end, &length) == kind) at += length;
    return at;
}

// A word that begins with an apostrophe: 'em, '72, and clitics that stand alone: 's
static const char *skip_apostrophe(const struct cursor *cursor, size_t length) {
    char bytes[LONGEST_ENTRY];
    const char *at = cursor->at, *next = at + length, *stop = next, *end = cursor->end;
    if (apostrophe_at(next, end)) return next + apostrophe_at(next, end);
    while (stop < end && stop - next < LONGEST_ENTRY && is_alphanumeric_at(stop, stop + 1)) stop++;
    struct slice word = normalise_word(slice_between(at, stop), bytes);
    if (find_normal(&cursor->rules->contractions, word) >= 0) return stop;
    if (at == cursor->chunk && find_normal(&cursor->rules->clitics, word) >= 0 && stop == end) return stop;
    bool year = stop - next >= 2 && is_digit(next[0]) && is_digit(next[1]) && (stop - next == 2 || (stop - next == 3 && next[2] == 's'));
    return year ? stop : next;
}

static const char *skip_marks(const struct cursor *cursor) {
    const char *at = cursor->at, *end = cursor->end;
    if (*at == '.' && at + 1 < end && is_alphanumeric_at(at + 1, end)) {
        const char *stop = skip_alphanumeric(at + 1, end);
        if (is_digit(at[1]) && (at == cursor->chunk || !is_alphanumeric_at(at - 1, at))) return stop; // .265
        if (at == cursor->chunk && find_listed_word(&cursor->rules->endings, slice_between(at + 1, stop)) >= 0) return stop; // .doc
    }
    return skip_kind(at, end, KIND_MARK);
}

// @name, #tag; a run of $ or #; else one character.
static const char *skip_other(const struct cursor *cursor, size_t length) {
    const char *at = cursor->at, *next = at + length, *end = cursor->end;
    bool alone = at == cursor->chunk || !is_alphanumeric_at(at - 1, at);
    if ((*at == '@' || *at == '#') && alone && is_alphanumeric_at(next, end) && !is_digit(*next)) return skip_alphanumeric(next, end);
    while ((*at == '#' || *at == '$' || *at == '`') && next < end && *next == *at) next++;
    return next;
}

// ‘ or ’: two of them are a double quotation mark.
static bool is_single_quote(const char *at) { return memcmp(at, "\xE2\x80\x98", 3) == 0 || memcmp(at, "\xE2\x80\x99", 3) == 0; }

void cut_sign(struct cursor *cursor, enum kind kind, size_t length) {
    const char *sign = skip_sign(cursor), *at = cursor->at, *end = cursor->end;
    if (sign) take(cursor, sign);
    else if (kind == KIND_APOSTROPHE) take(cursor, skip_apostrophe(cursor, length));
    else if (kind == KIND_MARK) take(cursor, skip_marks(cursor));
    else if (*at == '+' && at == cursor->chunk && end - at > 1 && is_digit(at[1])) take(cursor, skip_signed_number(at, end));
    else if (kind == KIND_LINE) take(cursor, skip_kind(at, end, KIND_LINE));
    else if (kind == KIND_PICTURE) take(cursor, skip_picture(at, end));
    else if (kind == KIND_OTHER) take(cursor, skip_other(cursor, length));
    else if (length == 3 && end - at >= 6 && is_single_quote(at) && is_single_quote(at + 3)) take(cursor, at + 6);
    else take(cursor, at + length);
}
