/* sequence: labels for the words of a sentence, one after the other, each with the ones before it in view. May be used by: text, learn,
 * src/train.
 * ALGORITHM. Greedy left to right with a linear classifier whose features may see labels already given (Collins 2002, "Discriminative
 * training methods for hidden Markov models", without the search). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_SEQUENCE_H
#define DATELINE_SEQUENCE_H

#include "text/linear.h"
#include "text/traits.h"

// Places of templates: "-3" to "3".
enum { SEQUENCE_REACH = 3 };
extern const struct feature_names sequence_names;

// What the templates see at position `at` of traits[count]: values[view_count].
void look_around(const struct features *features, word_traits *traits, size_t count, size_t at, uint32_t *values);

// Where to decide, and what may be chosen; both may be NULL.
struct sequence_limits {
    const uint64_t *allowed;                        // [count] bits of labels for each word; where it is a single one, it is not asked for
    const uint64_t *after;                          // [labels + 1] bits of labels that may follow a label; [labels] begins a sentence
};

struct word_scores;

// labels[count] from traits[count]; TRAIT_label of the words is filled as it goes. `words` is what is remembered of words (word_scores.h),
// or NULL. leads[count], unless NULL, is by how much each label won over the next best; INT32_MAX where it was not asked for.
void label_sequence(const struct linear *linear, struct word_scores *words, const struct sequence_limits *limits, word_traits *traits,
                    size_t count, uint8_t *labels, int32_t *leads);

#endif
