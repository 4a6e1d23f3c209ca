/* numbers: numbers in digits and words, exact: 1,234.5; 40 billion; five lakh crore; three and a half; tens of thousands. May be used by:
 * story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NUMBERS_H
#define DATELINE_NUMBERS_H

#include "story/decimal.h"
#include "story/time_words.h"

struct quantity {
    struct decimal value;       // of a range the least
    struct decimal least, most; // is_plural, and is_vague where most is not 0: the bounds
    int zeros;                  // that magnitudes add: 9 in "40 billion"
    bool is_vague;              // "several", "a few", "a couple": the value is what is said loosely (2), else 0
    bool is_plural;             // "dozens", "several hundred": a range
    bool is_short;              // "380m": a magnitude as one letter, which may be metres as well
    bool is_dozen;              // "three dozen"
    bool has_digits;            // written in figures
};

// Classes that numbers are made of, found once.
struct number_words {
    const struct word_table *table;
    uint64_t digit, tens, hundred, magnitude, letter, plural, plural_of, vague, half, piece;
    uint32_t a, an, and_, of, hyphen, slash, comma;
};

// `table` must know the words of number_literals (ended by a zero slice).
extern const struct slice number_literals[];
struct number_words find_number_words(const struct word_table *table);

// Reads the number that begins at tokens[at], up to tokens[end]: how many tokens it has, 0 for none. `words` are the tokens' numbers
// in the table. A number too large for 18 digits is none.
size_t read_number(const struct number_words *known, const struct token *tokens, const uint32_t *words, size_t at, size_t end,
                   struct quantity *quantity);

#endif
