/* counted: what a number counts: "five Russian missiles" are missiles, "20 of the soldiers" soldiers. May be used by: story.
 * Found by the tags of the tokens behind the number, not by a tree: numbers are found before anything is parsed. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_COUNTED_H
#define DATELINE_COUNTED_H

#include "story/time_pattern.h"

// How a noun has to look for what stands before it.
enum counted_form {
    COUNTED_MANY, // two and more: a plural, or one of class countable ("aircraft", "dead")
    COUNTED_ONE,  // "one soldier"
    COUNTED_ANY,  // "half of the army"
};

// The lemma, in lower case, of what the number in tokens[at .. at + length - 1] counts; empty where it counts nothing that is said, or is
// the number of a thing ("Article 5", "Boeing 737").
struct slice counted_noun(struct arena *keep, const struct time_rules *rules, const struct time_text *text, size_t at, size_t length,
                          enum counted_form form);

#endif
