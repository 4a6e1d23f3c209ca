/* rank: ordinals: "the third call", "the 35th president", "her twenty-first visit". May be used by: story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_RANK_H
#define DATELINE_RANK_H

#include "story/time_pattern.h"

// The ordinal that begins at tokens[at]: how many tokens it has, 0 for none; *value is then 3, 35, 21. "first" only where it is tagged as an
// adjective, and none that looks like a part of a name ("Second World War", "Sixth Fleet").
size_t read_rank(const struct time_rules *rules, const struct time_text *text, size_t at, long *value);

// 1st, 2nd, 3rd, 11th.
struct slice print_rank(struct arena *keep, long value);

#endif
