/* timex: expressions of time, numbers and money in a document, marked and given a value. May be used by: exchange, src.
 * Kinds: DATE TIME DURATION SET MONEY PERCENT NUMBER. Values: EDTF (dates, intervals), TIMEX3 (P28M, TNI, PRESENT_REF), decimals. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TIMEX_H
#define DATELINE_TIMEX_H

#include "base/grid.h"
#include "text/document.h"

// Of lib/rules. The patterns have the columns rule, kind, pattern, value; the words class, word, value, case. Of two patterns that
// fit the same words the upper one counts, of two tables the first.
enum { TIMEX_PATTERNS = 3, TIMEX_WORDS = 2 };
struct timex_tables {
    struct grid patterns[TIMEX_PATTERNS]; // times, holidays, quantities
    struct grid words[TIMEX_WORDS];       // time_words, numbers
    struct grid known_events;
};

struct timex;

// What the tables do not say.
struct timex_choices {
    bool check_events; // known_events are compiled at once, so that wrong rows of a user's are told of
    bool day_first; // 05/06/22 is of June, where the document's other dates in figures do not tell
};

// Compiled rules; they live in `keep`, and the grids' cells have to live as long. Dies where a row is wrong, saying which.
struct timex *make_timex(struct arena *keep, const struct timex_tables *tables, struct timex_choices choices);

// Marks the tokens of each sentence: ner, ner_begins, and `value` on the first token. Tokens that have an ner already stay as they
// are and are in no expression. Relative expressions count from document->published where that is a day; else their value is what
// can be said without it (XXXX-WXX-5, XXXX-05-13), or empty. Needs token.lower. `rules`, where it is not NULL, has a place for each
// token: at the first of an expression stands then which row found it, `times/month-day`; it lives in the document's memory.
void find_times(const struct timex *timex, struct document *document, struct slice *rules);

// Marks ordinals ("the third call": NUMBER, 3rd) on tokens that have no ner: to be called after names are found, of which they may be a
// part ("Third Reich"). As find_times otherwise.
void find_ordinals(const struct timex *timex, struct document *document, struct slice *rules);

#endif
