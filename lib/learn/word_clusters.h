/* word_clusters: sorts words into classes by their neighbours in running text. May be used by: learn, src/train.
 * ALGORITHM. Exchange (Kneser and Ney 1993, "Improved clustering techniques for class-based statistical language modelling"; Martin,
 * Liermann and Ney 1998): with so many classes, find those that make the text most likely under P(class | class before) P(word | class).
 * The words begin dealt out by turns, the most frequent first; then, round after round, each word is taken out of its class and put
 * where it makes the text most likely.
 * What makes it quick: what a word would bring is added up for all classes at once, over the classes its neighbours are in. A cell that
 * grows from N by n brings the integral of log N, taken here as n log(N + 0.4 n), and the logarithm is a floating number's own bits
 * (Mitchell 1962). Only sums and products of single floats in a fixed order: the same classes on every machine. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_WORD_CLUSTERS_H
#define DATELINE_WORD_CLUSTERS_H

#include <stddef.h>
#include <stdint.h>

// A word that stands next to another, and how often.
struct neighbour {
    uint32_t word, count;
};

// Text as pairs of words. The last `fixed` words are no words but signs (edges of sentences, rare words): each has a class of its own
// that no word joins.
struct bigrams {
    size_t words, fixed;              // `words` counts the fixed ones too; the others stand by falling frequency
    const size_t *before_from;        // [words + 1] into before
    const struct neighbour *before;   // who stands before each word
    const size_t *after_from;         // [words + 1] into after
    const struct neighbour *after;
};

// Text larger than this in words is beyond what single floats can count.
enum { MOST_TEXT_WORDS = 1 << 24 };

// classes[words - fixed] from 0 to count - 1, learnt in so many rounds. Returns how many words moved in the last.
size_t cluster_words(const struct bigrams *bigrams, size_t count, size_t rounds, uint16_t *classes);

#endif
