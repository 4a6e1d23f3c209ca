// SPDX-License-Identifier: MIT
/* A run without white space ("chunk") is cut from the left. A word is letters and digits and what joins them: dots of
 * abbreviations and numbers, apostrophes, hyphens after prefixes, slashes of dates. Then clitics are cut off its right end.
 * Whatever is no word is a sign: a run of end marks or of lines, an emoji, or one character. Every step looks ahead no further
 * than the longest entry of a table, or remembers how far it looked, so that the time is linear in the text. */
#include "text/words.h"

#include "text/addresses.h"
#include "text/chars.h"

struct cursor {
    const struct tokenizer *rules;
    struct document *document;
    const char *chunk, *at, *end; // the chunk, and what is left of it
    const char *text_end;
    const char *tried;            // see skip_address
    long character;               // of `at`
    bool wide;                    // the chunk is not all ASCII
};

static void take(struct cursor *cursor, const char *stop) {
    struct slice form = slice_between(cursor->at, stop);
    long length = (long)(cursor->wide ? utf8_count(form) : form.length);
    struct token *token = list_push(&cursor->document->tokens);
    *token = (struct token){.form = form, .start = cursor->character, .end = cursor->character + length, .head = -1};
    cursor->character += length;
    cursor->at = stop;
}

/* Contractions. */

static void take_pieces(struct cursor *cursor, const char *stop, const struct cut *cut) {
    for (int piece = 0; piece + 1 < cut->pieces; piece++) {
        const char *end = cursor->at;
        for (int i = 0; i < cut->lengths[piece]; i++) {
            size_t apostrophe = apostrophe_at(end, stop);
            end += apostrophe ? apostrophe : 1;
        }
        take(cursor, end);
    }
    take(cursor, stop);
}

// 1990's, 60's: a decade in the plural, not something a year has.
static bool is_decade(struct slice stem) {
    if ((stem.length != 2 && stem.length != 4) || stem.at[stem.length - 1] != '0') return false;
    for (size_t i = 0; i < stem.length; i++)
        if (!is_digit(stem.at[i])) return false;
    return true;
}

static const char *last_apostrophe(const char *at, const char *stop) {
    for (const char *p = stop; p-- > at;)
        if (apostrophe_at(p, stop)) return p;
    return NULL;
}

// Where the clitic of a word begins, or NULL.
static const char *find_clitic(const struct tokenizer *rules, const char *at, const char *stop) {
    char bytes[LONGEST_ENTRY];
    const char *apostrophe = last_apostrophe(at, stop);
    if (!apostrophe || apostrophe == at) return NULL;
    if (apostrophe > at + 1 && find_normal(&rules->clitics, normalise_word(slice_between(apostrophe - 1, stop), bytes)) >= 0) return apostrophe - 1;
    if (find_normal(&rules->clitics, normalise_word(slice_between(apostrophe, stop), bytes)) < 0) return NULL;
    return is_decade(slice_between(at, apostrophe)) ? NULL : apostrophe;
}

static void take_with_apostrophe(struct cursor *cursor, const char *stop) {
    enum { LONGEST = 64, MOST_CLITICS = 3 };
    const char *cuts[MOST_CLITICS + 1] = {stop};
    char bytes[LONGEST_ENTRY];
    int count = 0;
    if (stop - cursor->at <= LONGEST)
        for (; count < MOST_CLITICS; count++) {
            if (find_normal(&cursor->rules->contractions, normalise_word(slice_between(cursor->at, cuts[count]), bytes)) >= 0) break;
            const char *clitic = find_clitic(cursor->rules, cursor->at, cuts[count]);
            if (!clitic) break;
            cuts[count + 1] = clitic;
        }
    int row = find_normal(&cursor->rules->contractions, normalise_word(slice_between(cursor->at, cuts[count]), bytes));
    if (row >= 0) take_pieces(cursor, cuts[count], &cursor->rules->cuts[row]);
    else take(cursor, cuts[count]);
    while (count-- > 0) take(cursor, cuts[count]);
}

/* Numbers. */

static bool follows_money(const struct cursor *cursor) {
    size_t count = cursor->document->tokens.count;
    if (cursor->at == cursor->chunk || count == 0) return false;
    struct slice before = cursor->document->tokens.at[count - 1].form;
    return strchr("$\xA3\xA5\xAC", before.at[before.length - 1]) != NULL; // $, and the last bytes of £ ¥ €
}

// 5pm, 35mm, $380m: a number and what it is measured in are two words.
static void take_number(struct cursor *cursor, const char *stop) {
    const char *unit = cursor->at;
    while (unit < stop && (is_digit(*unit) || *unit == '.' || *unit == ',' || *unit == ':')) unit++;
    if (unit < stop) {
        int money_only = find_listed_word(&cursor->rules->measures, slice_between(unit, stop));
        if (money_only == 0 || (money_only > 0 && follows_money(cursor))) take(cursor, unit);
    }
    take(cursor, stop);
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
static const char *join_dashed_number(const char *start, const char *end) {
    struct groups groups = read_groups(start, end, '-');
    if (groups.count < 2 || is_alphanumeric_at(groups.end, end)) return NULL;
    if (groups.count >= 3) return groups.last;
    return groups.lengths[1] == 4 && groups.lengths[0] % 2 == 1 ? groups.last : NULL;
}

// 9/11, 05/13/22: dates stay whole, fractions and pairs do not (3/4, 2021/22).
static const char *join_slashed_number(const char *start, const char *end) {
    struct groups groups = read_groups(start, end, '/');
    long first = groups.values[0], second = groups.values[1];
    if (groups.count < 2) return NULL;
    if (groups.count >= 3) return groups.count == 3 ? groups.last : NULL;
    bool fraction = first < second && second <= 5 && groups.lengths[0] == 1 && groups.lengths[1] == 1;
    bool day = (first <= 12 && second <= 31) || (first <= 31 && second <= 12);
    return day && !fraction && groups.lengths[0] <= 2 && groups.lengths[1] <= 2 ? groups.last : NULL;
}

/* What joins letters and digits into one word. Each returns where the word goes on, or NULL where it ends. */

static const char *join_hyphen(const struct cursor *cursor, const char *part, const char *at) {
    const char *end = cursor->end, *next = at + 1, *right = next;
    if (!is_alphanumeric_at(next, end)) return NULL;
    if (find_listed_word(&cursor->rules->prefixes, slice_between(part, at)) >= 0) return next;
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

/* Abbreviations. */

// J.K., U.S, p.m.: letters with dots between them, two letters at least.
static const char *skip_acronym(const char *start, const char *end) {
    const char *at = start;
    size_t letters = 0;
    while (letters < 16 && end - at >= 2 && (is_capital(*at) || is_small(*at)) && at[1] == '.') at += 2, letters++;
    if (at < end && letters && (is_capital(*at) || is_small(*at)) && !is_alphanumeric_at(at + 1, end)) at++, letters++;
    return letters >= 2 ? at : NULL;
}

static const char *skip_blanks(const char *at, const char *end) {
    while (at < end && *at == ' ') at++;
    return at;
}

// Does a word that opens sentences begin at `at`?
static bool is_opener_at(const struct cursor *cursor, const char *at) {
    const char *stop = at, *end = cursor->text_end;
    while (stop < end && stop - at <= LONGEST_ENTRY && (is_capital(*stop) || is_small(*stop))) stop++;
    return stop > at && is_capital(*at) && find_listed_word(&cursor->rules->openers, slice_between(at, stop)) >= 0;
}

static bool ends_sentence(const struct cursor *cursor, const char *at) {
    at = skip_blanks(at, cursor->text_end);
    return at == cursor->text_end || is_opener_at(cursor, at);
}

static bool is_last_dot(struct slice word) { return memchr(word.at, '.', word.length) == word.at + word.length - 1; }

// Is this abbreviation, with its dot, one here? Those before numbers need the number; those in capitals need the capital.
// At the end of a sentence the dot of a small word (etc) is the end mark.
static bool is_abbreviation(const struct cursor *cursor, struct slice word) {
    int value = find_listed_word(&cursor->rules->abbreviations, word);
    if (value < 0 || ((value & NEEDS_CAPITAL) && !is_capital(word.at[0]))) return false;
    if ((value & FOLLOWS_MASK) == FOLLOWS_ANY && is_small(word.at[0]) && is_last_dot(word)) return !ends_sentence(cursor, word.at + word.length);
    if ((value & FOLLOWS_MASK) != FOLLOWS_NUMBER) return true;
    const char *next = skip_blanks(word.at + word.length, cursor->text_end);
    return next < cursor->text_end && (is_digit(*next) || *next == '#');
}

// A capital and a dot before a name: J. Smith. Before a word that opens sentences it ends one: plan B. The
static bool is_initial(const struct cursor *cursor, const char *letter) {
    const char *next = letter + 2, *end = cursor->text_end;
    if (!is_capital(*letter) || *letter == 'I') return false;
    if (next < end && *next == ',') return true;
    next = skip_blanks(next, end);
    return next < end && next > letter + 2 && is_capital(*next) && !is_opener_at(cursor, next);
}

// Behind the abbreviation whose first dot is at `dot`, or NULL.
static const char *skip_abbreviation(const struct cursor *cursor, const char *dot) {
    const char *start = cursor->at, *run = dot + 1, *acronym = dot == start + 1 ? skip_acronym(start, cursor->end) : NULL;
    if (dot - start >= LONGEST_ENTRY) return NULL;
    while (run < cursor->end && run - start < LONGEST_ENTRY && (*run == '.' || is_capital(*run) || is_small(*run))) run++;
    for (; run > dot; run--)
        if (run[-1] == '.' && is_abbreviation(cursor, slice_between(start, run))) return run;
    if (acronym) return acronym;
    return dot == start + 1 && is_initial(cursor, start) ? dot + 1 : NULL;
}

// 5p.m.: the hour's letters begin another word.
static const char *skip_hour(const char *at, const char *end) {
    const char *digits = at;
    while (digits < end && (is_digit(*digits) || (*digits == ':' && digits > at))) digits++;
    if (end - digits < 3 || digits == at || !strchr("apAP", *digits)) return NULL;
    return digits[1] == '.' && (digits[2] | 32) == 'm' && !is_alphanumeric_at(digits + 3, end) ? digits : NULL;
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

/* Signs. */

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

// +44, +1602-5550142
static const char *skip_signed_number(const char *at, const char *end) {
    for (at++; at < end && (is_digit(*at) || (*at == '-' && end - at > 1 && is_digit(at[1]))); at++) {}
    return at;
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

static void cut_sign(struct cursor *cursor, enum kind kind, size_t length) {
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
