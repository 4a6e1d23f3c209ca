// SPDX-License-Identifier: MIT
#include "text/abbreviations.h"

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
bool is_abbreviation(const struct cursor *cursor, struct slice word) {
    int value = find_listed_word(&cursor->rules->abbreviations, word);
    if (value < 0 || ((value & NEEDS_CAPITAL) && !is_capital(word.at[0]))) return false;
    int follows = value & FOLLOWS_MASK;
    if (follows == FOLLOWS_ANY && is_small(word.at[0]) && is_last_dot(word)) return !ends_sentence(cursor, word.at + word.length);
    if (follows != FOLLOWS_NUMBER) return true;
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
const char *skip_abbreviation(const struct cursor *cursor, const char *dot) {
    const char *start = cursor->at, *run = dot + 1, *acronym = dot == start + 1 ? skip_acronym(start, cursor->end) : NULL;
    if (dot - start >= LONGEST_ENTRY) return NULL;
    while (run < cursor->end && run - start < LONGEST_ENTRY && (*run == '.' || is_capital(*run) || is_small(*run))) run++;
    for (; run > dot; run--)
        if (run[-1] == '.' && is_abbreviation(cursor, slice_between(start, run))) return run;
    if (acronym) return acronym;
    return dot == start + 1 && is_initial(cursor, start) ? dot + 1 : NULL;
}
