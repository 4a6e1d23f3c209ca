/* linear: a linear classifier out of a model file: for each feature a row of small weights, one a label. May be used by: text, learn,
 * src/train.
 * Sections, NAME being the classifier's: NAME.templates and NAME.labels (text, one a line), NAME.rows (dateline-model(5)).
 * ALGORITHM. Rows lie in buckets of four, found by the feature's hash; eight bits of it are the row's key. So a feature that was never
 * learnt is taken for another one in one of 64 cases, which weighs little: feature hashing (Weinberger et al. 2009) lives with far
 * more. A look-up touches one place and has no branch, which nobody could foresee. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_LINEAR_H
#define DATELINE_LINEAR_H

#include "text/features.h"

enum { MOST_LABELS = 64, BUCKET_ROWS = 4 };

struct linear {
    struct features features;
    const struct slice *labels;   // [label_count]
    size_t label_count;
    size_t bucket_count;
    const unsigned char *buckets; // [bucket_count] each BUCKET_ROWS keys, then BUCKET_ROWS rows of label_count signed bytes
};

// Sections have so many bytes behind the last bucket, since rows are read many weights at a time.
enum { BYTES_BEHIND_BUCKETS = MOST_LABELS };

// Finds and checks the sections; what is small is compiled into `keep`. False with the model's complaint set.
bool open_linear(struct arena *keep, struct model *model, const char *name, const struct feature_names *names, struct linear *linear);

// Adds up the rows of at most MOST_TEMPLATES features: scores[label_count] is overwritten.
void score_features(const struct linear *linear, const uint32_t *hashes, size_t count, int32_t *scores);

// Has the rows brought near, for who will score them a little later.
void fetch_features(const struct linear *linear, const uint32_t *hashes, size_t count);

// The label with the highest score, the first of equals.
size_t best_label(const int32_t *scores, size_t count);

// Where a feature is at home, and what is kept of its hash there (never 0, which is a free row).
static inline size_t home_bucket(uint32_t hash, size_t buckets) { return (size_t)(((uint64_t)hash * buckets) >> 32); }
static inline unsigned char row_key(uint32_t hash) { return (unsigned char)((hash & 0xFF) == 0 ? 1 : hash & 0xFF); }
static inline size_t bucket_length(size_t labels) { return BUCKET_ROWS * (1 + labels); }

#endif
