/* timex: expressions of time, numbers and money in a document, marked and given a value. May be used by: exchange, src.
 * Kinds: DATE TIME DURATION SET MONEY PERCENT NUMBER. Values: EDTF (dates, intervals), TIMEX3 (P28M, TNI, PRESENT_REF), decimals. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TIMEX_H
#define DATELINE_TIMEX_H

#include "base/grid.h"
#include "text/document.h"

// Of lib/rules: times (rule kind pattern value example expect bare), time_words and numbers (class word value case).
struct timex_tables {
    struct grid times, time_words, numbers;
};

struct timex;

// Compiled rules; they live in `keep`, and the grids' cells have to live as long. Dies where a row is wrong, saying which.
struct timex *make_timex(struct arena *keep, const struct timex_tables *tables);

// Marks the tokens of each sentence: ner, ner_begins, and `value` on the first token. Tokens that have an ner already stay as they
// are and are in no expression. Relative expressions count from document->published where that is a day; else their value is what
// can be said without it (XXXX-WXX-5, XXXX-05-13), or empty. Needs token.lower.
void find_times(const struct timex *timex, struct document *document);

#endif
