/* log_linear: learns the weights of a linear classifier as a log-linear model, which stays calm where the text was marked by people who
 * do not agree. May be used by: learn, src/train.
 * ALGORITHM. Maximum entropy (Berger, Della Pietra and Della Pietra 1996), by gradient steps one example at a time, their size by AdaGrad
 * (Duchi, Hazan and Singer 2011). Nothing is drawn by lot, and the exponential is our own: the same order
 * of examples gives the same weights wherever floating point is IEEE 754. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_LOG_LINEAR_H
#define DATELINE_LOG_LINEAR_H

#include "learn/perceptron.h"

struct log_linear;

// `rate`: the size of a weight's first step; small ones keep the model from learning by heart. Free with free_log_linear.
struct log_linear *make_log_linear(size_t labels, float rate);
void free_log_linear(struct log_linear *model);

// First all features are counted; from the first lesson on only those that were counted `least` times are looked at.
void count_features(struct log_linear *model, const uint32_t *hashes, size_t count);
void keep_features(struct log_linear *model, uint32_t least);

void log_linear_scores(const struct log_linear *model, const uint32_t *hashes, size_t count, float *scores);
// One step: `right` should be likely among the `allowed` labels (bits).
void log_linear_learn(struct log_linear *model, const uint32_t *hashes, size_t count, uint64_t allowed, size_t right, float weight);

// The weights as those of a perceptron, which can be written.
struct perceptron *as_perceptron(const struct log_linear *model);

#endif
