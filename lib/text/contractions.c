// SPDX-License-Identifier: MIT
#include "text/contractions.h"

void take_pieces(struct cursor *cursor, const char *stop, const struct cut *cut) {
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
    struct slice negation = normalise_word(slice_between(apostrophe - 1, stop), bytes); // n't
    if (apostrophe > at + 1 && find_normal(&rules->clitics, negation) >= 0) return apostrophe - 1;
    if (find_normal(&rules->clitics, normalise_word(slice_between(apostrophe, stop), bytes)) < 0) return NULL;
    return is_decade(slice_between(at, apostrophe)) ? NULL : apostrophe;
}

void take_with_apostrophe(struct cursor *cursor, const char *stop) {
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
