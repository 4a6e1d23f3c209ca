/* decimal: exact decimal numbers: 40000000000, 3.5, 0.25. May be used by: story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_DECIMAL_H
#define DATELINE_DECIMAL_H

#include <stdint.h>

#include "base/arena.h"

// digits * 10^-scale; neither is negative.
struct decimal {
    int64_t digits;
    int scale;
};

// These three give false, and a value nobody may use, where the result has more digits than fit.
bool multiply_by_ten(struct decimal *value, int times);
bool multiply_decimal(struct decimal *value, int64_t whole);
bool add_decimal(struct decimal *sum, struct decimal more);

bool is_less(struct decimal a, struct decimal b);
// a / b, rounded to four places; b is not 0, both are below 10^12.
struct decimal divide_wholes(int64_t a, int64_t b);

// Figures at the front of a token: 40; 1,234.5; 1,00,000; 1.200.000. *used says how many bytes they are. False where there are none, or
// too many of them.
bool parse_figures(struct slice text, struct decimal *value, size_t *used);

// Without zeros behind the point.
struct slice print_decimal(struct arena *keep, struct decimal value);

#endif
