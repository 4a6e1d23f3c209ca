// SPDX-License-Identifier: MIT
#include "text/linear.h"

static bool read_labels(struct arena *keep, struct model *model, struct slice text, struct linear *linear) {
    struct slice *labels = TAKE(keep, struct slice, MOST_LABELS), label;
    linear->labels = labels;
    while (slice_cut(&text, '\n', &label)) {
        if (label.length == 0) continue;
        if (linear->label_count == MOST_LABELS) return complain_of_model(model, "the model has too many labels"), false;
        labels[linear->label_count++] = label;
    }
    if (linear->label_count == 0) complain_of_model(model, "the model has no labels");
    return linear->label_count > 0;
}

bool open_linear(struct arena *keep, struct model *model, const char *name, const struct feature_names *names, struct linear *linear) {
    *linear = (struct linear){.label_count = 0};
    struct slice templates = model_part(model, name, "templates", 1), labels = model_part(model, name, "labels", 1);
    struct slice keys = model_part(model, name, "keys", sizeof(uint16_t)), weights = model_part(model, name, "weights", 1);
    if (model->complaint) return false;
    const char *fault = compile_features(keep, templates, names, &linear->features);
    if (fault) return complain_of_model(model, fault), false;
    if (!read_labels(keep, model, labels, linear)) return false;
    linear->stride = linear_stride(linear->label_count);
    linear->slot_count = keys.length / sizeof(uint16_t);
    linear->keys = (const uint16_t *)(const void *)keys.at;
    linear->weights = (const int8_t *)weights.at;
    if (linear->slot_count > UINT32_MAX || linear->slot_count % BUCKET || weights.length / linear->stride != linear->slot_count || weights.length % linear->stride)
        complain_of_model(model, "the model's keys and weights do not go together");
    return model->complaint == NULL;
}

// Eight weights at once, four in the rows of four. Sums of MOST_TEMPLATES bytes fit into 16 bits.
typedef int8_t bytes_of_eight __attribute__((vector_size(8)));
typedef int16_t sum_of_eight __attribute__((vector_size(16)));
typedef int8_t bytes_of_four __attribute__((vector_size(4)));
typedef int16_t sum_of_four __attribute__((vector_size(8)));

static void add_rows_of_four(const int8_t *const *rows, size_t count, int32_t *scores) {
    sum_of_four sum = {0};
    for (size_t i = 0; i < count; i++) {
        bytes_of_four row;
        memcpy(&row, rows[i], sizeof row);
        sum += __builtin_convertvector(row, sum_of_four);
    }
    for (size_t i = 0; i < 4; i++) scores[i] = sum[i];
}

static void add_eight_of_rows(const int8_t *const *rows, size_t count, size_t first, int32_t *scores) {
    sum_of_eight sum = {0};
    for (size_t i = 0; i < count; i++) {
        bytes_of_eight row;
        memcpy(&row, rows[i] + first, sizeof row);
        sum += __builtin_convertvector(row, sum_of_eight);
    }
    for (size_t i = 0; i < 8; i++) scores[first + i] = sum[i];
}

typedef uint16_t bucket_keys __attribute__((vector_size(2 * BUCKET)));

// The slot of a feature in its home bucket or one behind it, or slot_count; a bucket that is not full ends the search.
static size_t find_feature(const struct linear *linear, size_t bucket, uint16_t key) {
    for (size_t end = linear->slot_count / BUCKET; bucket < end; bucket++) {
        const uint16_t *keys = &linear->keys[bucket * BUCKET];
        bucket_keys here;
        uint64_t same[2];
        memcpy(&here, keys, sizeof here);
        here = (bucket_keys)(here == key);
        memcpy(same, &here, sizeof same);
        if (same[0]) return bucket * BUCKET + (size_t)__builtin_ctzll(same[0]) / 16;
        if (same[1]) return bucket * BUCKET + 4 + (size_t)__builtin_ctzll(same[1]) / 16;
        if (keys[BUCKET - 1] == 0) break;
    }
    return linear->slot_count;
}

// The rows of those features that the model has.
static size_t find_rows(const struct linear *linear, const uint32_t *hashes, size_t count, const int8_t **rows) {
    size_t found = 0, buckets = linear->slot_count / BUCKET;
    for (size_t i = 0; i < count; i++) __builtin_prefetch(&linear->keys[home_slot(hashes[i], buckets) * BUCKET]);
    for (size_t i = 0; i < count; i++) {
        size_t slot = find_feature(linear, home_slot(hashes[i], buckets), slot_key(hashes[i]));
        if (slot == linear->slot_count) continue;
        rows[found] = &linear->weights[slot * linear->stride];
        __builtin_prefetch(rows[found++]);
    }
    return found;
}

void score_features(const struct linear *linear, const uint32_t *hashes, size_t count, int32_t *scores) {
    const int8_t *rows[MOST_TEMPLATES];
    count = find_rows(linear, hashes, count, rows);
    if (linear->stride == 4) add_rows_of_four(rows, count, scores);
    else for (size_t first = 0; first < linear->stride; first += 8) add_eight_of_rows(rows, count, first, scores);
}

size_t best_label(const int32_t *scores, size_t count) {
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}
