/* linear: a linear classifier out of a model file: for each feature a row of small weights, one a label. May be used by: text, learn,
 * src/train.
 * Sections, NAME being the classifier's: NAME.templates and NAME.labels (text, one a line), NAME.keys, NAME.weights (dateline-model(5)). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_LINEAR_H
#define DATELINE_LINEAR_H

#include "text/features.h"

enum { MOST_LABELS = 64, BUCKET = 8 };

// Rows have four weights or a multiple of eight, so that they are added many at a time.
static inline size_t linear_stride(size_t labels) { return labels <= 4 ? 4 : (labels + 7) / 8 * 8; }

struct linear {
    struct features features;
    const struct slice *labels; // [label_count]
    size_t label_count, stride; // a row has `stride` weights (linear_stride), the first label_count of them count
    size_t slot_count;
    const uint16_t *keys;       // [slot_count] 16 bits of the feature's hash, 0: free
    const int8_t *weights;      // [slot_count][stride]
};

// Finds and checks the sections; what is small is compiled into `keep`. False with the model's complaint set.
bool open_linear(struct arena *keep, struct model *model, const char *name, const struct feature_names *names, struct linear *linear);

// Adds up the rows of at most MOST_TEMPLATES features: scores[stride] is overwritten, and what is behind label_count means nothing.
void score_features(const struct linear *linear, const uint32_t *hashes, size_t count, int32_t *scores);

// The label with the highest score, the first of equals.
size_t best_label(const int32_t *scores, size_t count);

// Where a feature is sought first, and what is kept of its hash there (never 0): for those who write the table. A bucket fills from its
// first slot on; what finds it full is in the next one.
static inline size_t home_slot(uint32_t hash, size_t homes) { return (size_t)(((uint64_t)hash * homes) >> 32); }
static inline uint16_t slot_key(uint32_t hash) { return (uint16_t)((hash & 0xFFFF) == 0 ? 1 : hash & 0xFFFF); }

#endif
