/* tense: which way a sentence looks at one of its expressions of time. May be used by: valuation.h.
 * Rows of class tense in lib/rules/time_words.tsv say what looks ahead or back whatever its form ("will", "scheduled", "since");
 * other verbs are told by their tags and forms. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TENSE_H
#define DATELINE_TENSE_H

#include "story/time_pattern.h"

// -1: past, 1: future, 0: nobody can say, of the expression tokens[at .. at + length - 1]. The verb of the expression's own clause
// decides: the nearest before it, or behind it where it stands at the head of its clause. The present looks ahead ("meets on Friday"),
// and so do, if `with_hints`, infinitives: good for a weekday ("agreed to meet on Friday"), too weak for a month or a year. "Friday's" looks
// back. -2 and 2, for sure: "fell in July", "are scheduled for March".
int tense_around(const struct time_rules *rules, const struct time_text *text, size_t at, size_t length, bool with_hints);

#endif
