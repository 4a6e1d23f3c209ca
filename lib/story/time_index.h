/* time_index: which rules can begin with a word, and which words can come second in them, so that most words ask nothing.
 * May be used by: time_rules.c. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TIME_INDEX_H
#define DATELINE_TIME_INDEX_H

#include "story/time_pattern.h"

// Fills `starting`, `single` and each rule's `second`, of rules whose elements are compiled. What it makes lives in `keep`.
void index_rules(struct arena *keep, struct time_rules *rules);

// Sets the bit of a word of the table; of NOT_INTERNED none.
static inline void mark_word(uint64_t *begins, uint32_t word) {
    if (word != NOT_INTERNED) begins[word / 64] |= 1ull << word % 64;
}

#endif
