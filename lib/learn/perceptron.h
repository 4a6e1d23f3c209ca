/* perceptron: learns the weights of a linear classifier from mistakes. May be used by: learn, src/train.
 * ALGORITHM. Averaged perceptron (Freund and Schapire 1999; averaging as Daumé 2006 does it, with a second sum). A feature counts only
 * after it was in `least` updates, so that what is seen once is not learnt by heart. Whole numbers only: the same order of examples
 * gives the same bytes on every machine. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PERCEPTRON_H
#define DATELINE_PERCEPTRON_H

#include "learn/model_writer.h"

struct perceptron;

// `labels` at most MOST_LABELS. Free with free_perceptron.
struct perceptron *make_perceptron(size_t labels, uint32_t least);
void free_perceptron(struct perceptron *perceptron);

// scores[labels] with the weights as they are now.
void perceptron_scores(const struct perceptron *perceptron, const uint32_t *hashes, size_t count, int32_t *scores);

// One step of time; call once for each example, before its update.
void perceptron_step(struct perceptron *perceptron);

// `right` should have won over `wrong` with these features: adds `amount` to the one, takes it from the other.
void perceptron_update(struct perceptron *perceptron, const uint32_t *hashes, size_t count, size_t right, size_t wrong, int32_t amount);
// The same for one label alone (updates over whole sequences).
void perceptron_add(struct perceptron *perceptron, const uint32_t *hashes, size_t count, size_t label, int32_t amount);

// Adds the averages of another one, taught for as many steps with the same examples in another order: what both found grows, what only
// the order brought does not (bagging: Breiman 1996).
void add_averages(struct perceptron *perceptron, const struct perceptron *other);

// Writes the averaged weights: see write_rows (row_table.h).
size_t write_perceptron(const struct perceptron *perceptron, struct model_writer *writer, const char *name, struct slice templates,
                        struct slice labels, size_t most);

#endif
