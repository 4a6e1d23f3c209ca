/* numbers: numbers in digits and words, exact: 1,234.5; 40 billion; five lakh crore; three and a half. May be used by: story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NUMBERS_H
#define DATELINE_NUMBERS_H

#include "story/time_words.h"

// digits * 10^-scale; scale is not negative.
struct decimal {
    int64_t digits;
    int scale;
};

struct quantity {
    struct decimal value;
    bool is_vague;   // "several", "a few", "a couple": no value but what is said loosely (2), else 0
    bool is_plural;  // "dozens", "thousands": at least two of the value
    bool is_short;   // "380m": a magnitude as one letter, which may be metres as well
    bool has_digits; // written in figures
};

// Classes that numbers are made of, found once.
struct number_words {
    const struct word_table *table;
    uint64_t digit, tens, hundred, magnitude, letter, plural, vague, half;
    uint32_t a, an, and_, of, hyphen;
};

// `table` must know the words of number_literals (ended by a zero slice).
extern const struct slice number_literals[];
struct number_words find_number_words(const struct word_table *table);

// Reads the number that begins at tokens[at], up to tokens[end]: how many tokens it has, 0 for none. `words` are the tokens' numbers
// in the table. A number too large for 18 digits is none.
size_t read_number(const struct number_words *known, const struct token *tokens, const uint32_t *words, size_t at, size_t end,
                   struct quantity *quantity);

// Figures alone, as in one token: digits with commas between groups of three and a decimal point; *used says how many bytes they are.
bool parse_figures(struct slice text, struct decimal *value, size_t *used);

bool multiply_by_ten(struct decimal *value, int times);
// 40000000000, 3.5, 0.25.
struct slice print_decimal(struct arena *keep, struct decimal value);

#endif
