/* rank: ordinals: "the third call", "the 35th president", "her twenty-first visit". May be used by: story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_RANK_H
#define DATELINE_RANK_H

#include "story/time_pattern.h"

// The ordinal that begins at tokens[at]: how many tokens it has, 0 for none; *value is then 3, 35, 21. Tokens with an
// ner are in none; words only where they are tagged as adjectives or numbers, and nothing that looks like a part of a name ("Second World
// War", "Sixth Fleet").
size_t read_rank(const struct time_rules *rules, const struct document *document, const struct sentence *sentence, size_t at, long *value);

// 1st, 2nd, 3rd, 11th.
struct slice print_rank(struct arena *keep, long value);

#endif
