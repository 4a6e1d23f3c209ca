/* word_scores: a linear classifier over sequences, with what each word alone brings remembered. May be used by: text.
 * ALGORITHM. Most templates look at one place and see nothing there that is not of the word itself: what they add to the scores is the
 * same wherever the word stands so. It is added up once for each word and place, and kept in a table where a newer word takes the place
 * of an older one; only templates that look at several places, or at labels, are sought anew. The sums are the same to the last bit. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_WORD_SCORES_H
#define DATELINE_WORD_SCORES_H

#include "text/sequence.h"

enum { SEQUENCE_PLACES = 2 * SEQUENCE_REACH + 1 };

struct word_scores {
    struct linear alone[SEQUENCE_PLACES]; // the templates of one place, which see only the word there
    struct linear together;               // the others
    size_t places[SEQUENCE_PLACES], place_count; // those with templates of their own
    size_t stride, width;                 // labels, rounded up to eight; sums of one word: [place_count][stride]
    uint64_t *keys;                       // [slots] 0: free
    int16_t *sums;                        // [slots][width]
    int16_t *edge;                        // [width] of what is outside the sentence
};

// The classifier must stay as long; what is remembered is in `keep`. For one thread.
void open_word_scores(struct arena *keep, const struct linear *linear, struct word_scores *words);

// scores[MOST_LABELS] of the word at `at`, as look_around, hash_features and score_features would have them.
void score_word(struct word_scores *words, word_traits *traits, size_t count, size_t at, int32_t *scores);

#endif
