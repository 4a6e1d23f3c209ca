// SPDX-License-Identifier: MIT
/* A run without white space ("chunk") is cut from the left. A word is letters and digits and what joins them: dots of
 * abbreviations and numbers, apostrophes, hyphens after prefixes, slashes of dates. Then clitics are cut off its right end.
 * Whatever is no word is a sign: a run of end marks or of lines, an emoji, or one character. Every step looks ahead no further
 * than the longest entry of a table, or remembers how far it looked, so that the time is linear in the text. */
#include "text/words.h"

#include "text/abbreviations.h"
#include "text/addresses.h"
#include "text/contractions.h"
#include "text/numbers.h"
#include "text/signs.h"

/* What joins letters and digits into one word. Each returns where the word goes on, or NULL where it ends. */

static const char *join_hyphen(const struct cursor *cursor, const char *part, const char *at) {
    const char *end = cursor->end, *next = at + 1, *right = next;
    if (!is_alphanumeric_at(next, end)) return NULL;
    bool acronym = at - part > 1 && is_capital(part[0]) && is_capital(part[1]) && !is_capital(*next); // UN-led is no un-led
    if (!acronym && find_listed_word(&cursor->rules->prefixes, slice_between(part, at)) >= 0) return next;
    if (is_digit(*part)) return part == cursor->at ? join_dashed_number(part, end) : NULL;
    while (right < end && right - next <= LONGEST_ENTRY && is_alphanumeric_at(right, right + 1)) right++;
    if (find_listed_word(&cursor->rules->suffixes, slice_between(next, right)) >= 0) return next;
    bool digits = right - next >= 4;
    for (const char *p = next; p < right; p++) digits = digits && is_digit(*p);
    return digits && (part == at - 1 || is_digit(at[-1])) ? next : NULL; // x3-9890
}

static const char *join_dot(const char *part, const char *at, const char *end) {
    bool digits = is_digit(at[-1]) && is_digit(*part) && at + 1 < end && is_digit(at[1]);
    return digits ? at + 1 : NULL;
}

static const char *join_comma(const char *part, const char *at, const char *end) {
    if (end - at < 4 || at - part > 3 || !is_digit(at[-1]) || !is_digit(*part)) return NULL;
    return is_digit(at[1]) && is_digit(at[2]) && is_digit(at[3]) && !(end - at > 4 && is_digit(at[4])) ? at + 1 : NULL;
}

static const char *join_slash(const struct cursor *cursor, const char *part, const char *at) {
    if (part != cursor->at || !is_alphanumeric_at(at + 1, cursor->end)) return NULL;
    if (is_digit(*part)) return join_slashed_number(part, cursor->end);
    bool listed = part > cursor->chunk && part[-1] == '/'; // f/b/o
    bool letters = !listed && at == part + 1 && !is_digit(at[1]) && !is_alphanumeric_at(at + 2, cursor->end); // w/o, N/A
    return letters && !(at + 2 < cursor->end && at[2] == '/') ? at + 1 : NULL;
}

// AT&T, R&D: capitals, few of them.
static const char *join_ampersand(const struct cursor *cursor, const char *part, const char *at) {
    const char *end = cursor->end;
    if (part != cursor->at || at - part > 3 || at + 1 >= end) return NULL;
    for (const char *p = part; p < at; p++)
        if (!is_capital(*p) && at - part > 1) return NULL;
    return is_alphanumeric_at(at + 1, end) && !is_alphanumeric_at(at + 2, end) ? at + 1 : NULL;
}

static const char *join_word(const struct cursor *cursor, const char *part, const char *at, bool *apostrophe) {
    const char *end = cursor->end;
    size_t length = apostrophe_at(at, end);
    if (length && is_alphanumeric_at(at + length, end) && !is_digit(at[length])) return *apostrophe = true, at + length;
    switch (*at) {
    case '.': return join_dot(part, at, end);
    case ',': return join_comma(part, at, end);
    case ':': return is_digit(at[-1]) && at + 1 < end && is_digit(at[1]) && is_digit(*cursor->at) ? at + 1 : NULL;
    case '-': return join_hyphen(cursor, part, at);
    case '/': return join_slash(cursor, part, at);
    case '&': return join_ampersand(cursor, part, at);
    case '*': return is_alphanumeric_at(at + 1, end) && !is_digit(at[-1]) && !is_digit(at[1]) ? at + 1 : NULL; // d*mn
    default: return NULL;
    }
}

static void take_word(struct cursor *cursor, const char *stop, bool apostrophe) {
    if (apostrophe) {
        take_with_apostrophe(cursor, stop);
        return;
    }
    if (is_digit(*cursor->at)) {
        take_number(cursor, stop);
        return;
    }
    int row = find_listed_word(&cursor->rules->contractions, slice_between(cursor->at, stop));
    if (row >= 0) take_pieces(cursor, stop, &cursor->rules->cuts[row]);
    else take(cursor, stop);
}

static void cut_word(struct cursor *cursor) {
    const char *address = skip_address(cursor->rules, cursor->at, cursor->end, &cursor->tried);
    if (address > cursor->at) {
        take(cursor, address);
        return;
    }
    const char *part = cursor->at, *at = skip_alphanumeric(part, cursor->end), *next;
    bool apostrophe = false;
    if (at < cursor->end && *at == '.') {
        const char *stop = is_digit(*part) ? skip_hour(part, cursor->end) : skip_abbreviation(cursor, at);
        if (stop) {
            take(cursor, stop);
            return;
        }
    }
    while (at < cursor->end && (next = join_word(cursor, part, at, &apostrophe))) {
        part = next;
        at = skip_alphanumeric(next, cursor->end);
    }
    if (apostrophe && at < cursor->end && *at == '.' && is_abbreviation(cursor, slice_between(cursor->at, at + 1))) { // Int'l.
        take(cursor, at + 1);
        return;
    }
    if (at < cursor->end && *at == '$' && at - cursor->at <= 2 && is_capital(at[-1])) { // US$
        take(cursor, at + 1);
        return;
    }
    take_word(cursor, at, apostrophe);
}

static void cut_chunk(struct cursor *cursor) {
    size_t length;
    while (cursor->at < cursor->end) {
        enum kind kind = kind_at(cursor->at, cursor->end, &length);
        if (kind == KIND_LETTER || kind == KIND_DIGIT) cut_word(cursor);
        else cut_sign(cursor, kind, length);
    }
}

// Behind the chunk that begins at `at`; *seen gets a bit for every kind of byte in it.
static const char *skip_chunk(const char *at, const char *end, unsigned *seen) {
    size_t length;
    while (at < end) {
        enum kind kind = (enum kind)byte_kinds[(unsigned char)*at];
        length = 1;
        if (kind == KIND_WIDE && kind_of_wide(at, end, &length) == KIND_SPACE) break;
        if (kind == KIND_SPACE) break;
        *seen |= 1u << kind;
        at += length;
    }
    return at;
}

long cut_words(const struct tokenizer *rules, struct slice text, long character, struct document *document) {
    const char *at = text.at, *end = text.at + text.length;
    size_t length;
    while (at < end) {
        if (kind_at(at, end, &length) == KIND_SPACE) {
            at += length;
            character++;
            continue;
        }
        unsigned seen = 0;
        const char *stop = skip_chunk(at, end, &seen);
        struct cursor cursor = {rules, document, at, at, stop, end, at, character, (seen & 1u << KIND_WIDE) != 0};
        if (seen == 1u << KIND_LETTER) take_word(&cursor, stop, false);
        else cut_chunk(&cursor);
        character = cursor.character;
        at = stop;
    }
    return character;
}
