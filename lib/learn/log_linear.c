// SPDX-License-Identifier: MIT
#include "learn/log_linear.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/linear.h"

struct log_linear {
    size_t labels;
    float rate;
    uint32_t *slots, *hashes, *counts; // slots: row + 1
    size_t slot_count, row_count, row_room;
    float *weights, *squares;          // [row_count][labels] squares: sum of squared gradients
};

struct log_linear *make_log_linear(size_t labels, float rate) {
    struct log_linear *model = take_memory(NULL, 1, sizeof *model);
    *model = (struct log_linear){.labels = labels, .rate = rate, .slot_count = 1 << 16};
    model->slots = take_memory(NULL, model->slot_count, sizeof *model->slots);
    memset(model->slots, 0, model->slot_count * sizeof *model->slots);
    return model;
}

void free_log_linear(struct log_linear *model) {
    free(model->slots);
    free(model->hashes);
    free(model->counts);
    free(model->weights);
    free(model->squares);
    free(model);
}

static uint32_t *find_slot(const struct log_linear *model, uint32_t hash) {
    size_t mask = model->slot_count - 1, slot = (hash * UINT64_C(0x9E3779B97F4A7C15) >> 32) & mask;
    while (model->slots[slot] && model->hashes[model->slots[slot] - 1] != hash) slot = (slot + 1) & mask;
    return &model->slots[slot];
}

static void grow_slots(struct log_linear *model) {
    free(model->slots);
    model->slot_count *= 2;
    model->slots = take_memory(NULL, model->slot_count, sizeof *model->slots);
    memset(model->slots, 0, model->slot_count * sizeof *model->slots);
    for (size_t row = 0; row < model->row_count; row++) *find_slot(model, model->hashes[row]) = (uint32_t)row + 1;
}

void count_features(struct log_linear *model, const uint32_t *hashes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t *slot = find_slot(model, hashes[i]);
        if (*slot) {
            model->counts[*slot - 1]++;
            continue;
        }
        if (model->row_count == model->row_room) {
            model->row_room = model->row_room ? 2 * model->row_room : 1 << 14;
            model->hashes = take_memory(model->hashes, model->row_room, sizeof *model->hashes);
            model->counts = take_memory(model->counts, model->row_room, sizeof *model->counts);
        }
        model->hashes[model->row_count] = hashes[i];
        model->counts[model->row_count++] = 1;
        *slot = (uint32_t)model->row_count;
        if (model->row_count * 2 > model->slot_count) grow_slots(model);
    }
}

void keep_features(struct log_linear *model, uint32_t least) {
    size_t kept = 0;
    for (size_t row = 0; row < model->row_count; row++)
        if (model->counts[row] >= least) model->hashes[kept] = model->hashes[row], model->counts[kept++] = model->counts[row];
    model->row_count = kept;
    memset(model->slots, 0, model->slot_count * sizeof *model->slots);
    for (size_t row = 0; row < kept; row++) *find_slot(model, model->hashes[row]) = (uint32_t)row + 1;
    model->weights = take_memory(NULL, kept * model->labels + 1, sizeof *model->weights);
    model->squares = take_memory(NULL, kept * model->labels + 1, sizeof *model->squares);
    for (size_t i = 0; i < kept * model->labels; i++) model->weights[i] = model->squares[i] = 0;
}

void log_linear_scores(const struct log_linear *model, const uint32_t *hashes, size_t count, float *scores) {
    for (size_t l = 0; l < model->labels; l++) scores[l] = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t row = *find_slot(model, hashes[i]);
        if (row == 0) continue;
        const float *weights = &model->weights[(row - 1) * model->labels];
        for (size_t l = 0; l < model->labels; l++) scores[l] += weights[l];
    }
}

// e^x for x <= 0, by (1 + x / 1024) ^ 1024: near enough, and the same everywhere.
static float exponential(float x) {
    double power = 1 + (double)x / 4096;
    if (x < -80) return 0;
    for (int i = 0; i < 12; i++) power *= power;
    return (float)power;
}

// Newton's way from a guess that halves the exponent.
static float square_root(float x) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    bits = (bits >> 1) + 0x1FBD1DF5;
    float root;
    memcpy(&root, &bits, sizeof root);
    for (int i = 0; i < 3; i++) root = 0.5f * (root + x / root);
    return root;
}

void log_linear_learn(struct log_linear *model, const uint32_t *hashes, size_t count, uint64_t allowed, size_t right, float weight) {
    float scores[MOST_LABELS], largest = -1e30f, sum = 0;
    log_linear_scores(model, hashes, count, scores);
    for (size_t l = 0; l < model->labels; l++)
        if (allowed >> l & 1 && scores[l] > largest) largest = scores[l];
    for (size_t l = 0; l < model->labels; l++) sum += scores[l] = allowed >> l & 1 ? exponential(scores[l] - largest) : 0;
    for (size_t l = 0; l < model->labels; l++) scores[l] = weight * ((float)(l == right) - scores[l] / sum);
    for (size_t i = 0; i < count; i++) {
        uint32_t row = *find_slot(model, hashes[i]);
        if (row == 0) continue;
        float *weights = &model->weights[(row - 1) * model->labels], *squares = &model->squares[(row - 1) * model->labels];
        for (size_t l = 0; l < model->labels; l++) {
            float gradient = scores[l];
            if (gradient == 0) continue;
            squares[l] += gradient * gradient;
            weights[l] += model->rate * gradient / square_root(squares[l] + 1e-6f);
        }
    }
}

struct perceptron *as_perceptron(const struct log_linear *model) {
    struct perceptron *perceptron = make_perceptron(model->labels, 0);
    for (size_t row = 0; row < model->row_count; row++)
        for (size_t l = 0; l < model->labels; l++) {
            float weight = model->weights[row * model->labels + l] * 4096;
            int32_t rounded = (int32_t)(weight < 0 ? weight - 0.5f : weight + 0.5f);
            if (rounded) perceptron_add(perceptron, &model->hashes[row], 1, l, rounded);
        }
    return perceptron;
}
