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
    if (linear->slot_count > UINT32_MAX || weights.length / linear->stride != linear->slot_count || weights.length % linear->stride)
        complain_of_model(model, "the model's keys and weights do not go together");
    return model->complaint == NULL;
}

// Rows of four are the parser's moves, most often asked for.
static void add_row_of_four(const int8_t *row, int32_t *scores) {
    for (size_t i = 0; i < 4; i++) scores[i] += row[i];
}

static void add_row(const int8_t *row, size_t stride, int32_t *scores) {
    for (size_t first = 0; first < stride; first += 8)
        for (size_t i = 0; i < 8; i++) scores[first + i] += row[first + i];
}

void score_features(const struct linear *linear, const uint32_t *hashes, size_t count, int32_t *scores) {
    size_t stride = linear->stride, homes[MOST_TEMPLATES];
    memset(scores, 0, stride * sizeof *scores);
    for (size_t i = 0; i < count; i++) {
        homes[i] = home_slot(hashes[i], linear->slot_count);
        __builtin_prefetch(&linear->keys[homes[i]]);
        __builtin_prefetch(&linear->weights[homes[i] * stride]);
    }
    for (size_t i = 0; i < count; i++) {
        uint16_t key = slot_key(hashes[i]);
        size_t slot = homes[i];
        while (slot < linear->slot_count && linear->keys[slot] != key && linear->keys[slot] != 0) slot++;
        if (slot == linear->slot_count || linear->keys[slot] == 0) continue;
        const int8_t *row = &linear->weights[slot * stride];
        if (stride == 4) add_row_of_four(row, scores);
        else add_row(row, stride, scores);
    }
}

size_t best_label(const int32_t *scores, size_t count) {
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}
