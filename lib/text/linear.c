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
    struct slice rows = model_part(model, name, "rows", 1);
    if (model->complaint) return false;
    const char *fault = compile_features(keep, templates, names, &linear->features);
    if (fault) return complain_of_model(model, fault), false;
    if (!read_labels(keep, model, labels, linear)) return false;
    size_t length = bucket_length(linear->label_count), all = rows.length < BYTES_BEHIND_BUCKETS ? 0 : rows.length - BYTES_BEHIND_BUCKETS;
    linear->bucket_count = all / length;
    linear->buckets = (const unsigned char *)rows.at;
    if (linear->bucket_count == 0 || linear->bucket_count > UINT32_MAX || all % length)
        complain_of_model(model, "the model's rows and labels do not go together");
    return model->complaint == NULL;
}

// The row of a feature in its bucket, or one of zeros. The lowest byte of the keys that is equal is found as a zero byte of a difference
// (Mycroft 1987).
static inline const int8_t *find_row(const unsigned char *bucket, size_t labels, unsigned char key) {
    static const int8_t nothing[MOST_LABELS];
    uint32_t keys;
    memcpy(&keys, bucket, sizeof keys);
    uint32_t other = keys ^ key * UINT32_C(0x01010101), equal = (other - UINT32_C(0x01010101)) & ~other & UINT32_C(0x80808080);
    uintptr_t found = -(uintptr_t)(equal != 0), row = (unsigned)__builtin_ctz(equal | UINT32_C(0x80000000)) / 8;
    return (const int8_t *)((((uintptr_t)bucket + BUCKET_ROWS + row * labels) & found) | ((uintptr_t)nothing & ~found));
}

static inline const unsigned char *find_bucket(const struct linear *linear, uint32_t hash) {
    return linear->buckets + home_bucket(hash, linear->bucket_count) * bucket_length(linear->label_count);
}

void fetch_features(const struct linear *linear, const uint32_t *hashes, size_t count) {
    for (size_t i = 0; i < count; i++) __builtin_prefetch(find_bucket(linear, hashes[i]));
}

static void find_rows(const struct linear *linear, const uint32_t *hashes, size_t count, const int8_t **rows) {
    const unsigned char *buckets[MOST_TEMPLATES];
    for (size_t i = 0; i < count; i++) {
        buckets[i] = find_bucket(linear, hashes[i]);
        __builtin_prefetch(buckets[i]);
    }
    for (size_t i = 0; i < count; i++) {
        rows[i] = find_row(buckets[i], linear->label_count, row_key(hashes[i]));
        __builtin_prefetch(rows[i]); // a long bucket's row is not where its keys are
    }
}

// Sixteen weights at once, as eight numbers of two weights each: their sum, and the sum of the upper weights, give both. The lower ones
// are made positive by 128. Sums of MOST_TEMPLATES bytes fit into 16 bits.
typedef int16_t eight_pairs __attribute__((vector_size(16)));
typedef uint16_t eight_sums __attribute__((vector_size(16)));

static void add_sixteen(const int8_t *const *rows, size_t count, size_t first, int32_t *scores, size_t labels) {
    eight_sums both = {0}, upper = {0};
    for (size_t i = 0; i < count; i++) {
        eight_pairs pairs;
        memcpy(&pairs, rows[i] + first, sizeof pairs);
        pairs ^= 128;
        both += (eight_sums)pairs;
        upper += (eight_sums)(pairs >> 8);
    }
    eight_sums lower = both - (upper << 8) - (uint16_t)(128 * count);
    for (size_t pair = 0; pair < 8 && first + 2 * pair < labels; pair++) {
        scores[first + 2 * pair] = (int16_t)lower[pair];
        if (first + 2 * pair + 1 < labels) scores[first + 2 * pair + 1] = (int16_t)upper[pair];
    }
}

void score_features(const struct linear *linear, const uint32_t *hashes, size_t count, int32_t *scores) {
    const int8_t *rows[MOST_TEMPLATES];
    find_rows(linear, hashes, count, rows);
    for (size_t first = 0; first < linear->label_count; first += 16) add_sixteen(rows, count, first, scores, linear->label_count);
}

size_t best_label(const int32_t *scores, size_t count) {
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}
