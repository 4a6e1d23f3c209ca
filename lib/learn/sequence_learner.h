/* sequence_learner: teaches a perceptron to label sentences word by word (text/sequence.h). May be used by: learn, src/train.
 * ALGORITHM. The labels in view to the left are the perceptron's own, right or wrong, as they will be when it works alone (Daumé,
 * Langford and Marcu 2009, "Search-based structured prediction", say why). A right label has to win by a margin (Krauth and Mézard
 * 1987). A word may have several right labels: then the one the perceptron likes best counts, so that text of which only a coarser tag is
 * known teaches too. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_SEQUENCE_LEARNER_H
#define DATELINE_SEQUENCE_LEARNER_H

#include "learn/perceptron.h"
#include "text/sequence.h"

struct lesson {
    word_traits *traits; // [count]; TRAIT_label is written over
    uint64_t *right;     // [count] bits of labels that are right; 0: nobody knows, nothing is learnt
    uint64_t *allowed;   // [count] bits of labels to choose from, never 0
    size_t count;
};

// Goes over all lessons once, in an order of the round's own. `order` is [lessons], all numbers of lessons, and is shuffled further.
// Returns how many words got a wrong label.
size_t teach_round(struct perceptron *perceptron, const struct features *features, const struct lesson *lessons,
                   size_t *order, size_t count, int32_t margin);

// A permutation of order[count] that is the same on every machine; `round` numbers it.
void shuffle_order(size_t *order, size_t count, uint64_t round);

#endif
