// SPDX-License-Identifier: MIT
#include "learn/perceptron.h"

#include <stdlib.h>

#include "base/die.h"
#include "learn/row_table.h"
#include "text/linear.h"

struct perceptron {
    size_t labels;
    uint32_t least;
    int64_t steps;
    uint32_t *hashes;        // [row_count]
    uint32_t *updates;       // [row_count] how often a row was changed
    int32_t *weights;        // [row_count][labels] as they are now
    int64_t *changes;        // [row_count][labels] the sum of each change times when it came
    size_t row_count, row_room;
    uint32_t *slots;         // [slot_count] row + 1, 0: free; linear probing
    size_t slot_count;       // a power of two
};

struct perceptron *make_perceptron(size_t labels, uint32_t least) {
    struct perceptron *perceptron = take_memory(NULL, 1, sizeof *perceptron);
    *perceptron = (struct perceptron){.labels = labels, .least = least, .slot_count = 1 << 16};
    perceptron->slots = take_memory(NULL, perceptron->slot_count, sizeof *perceptron->slots);
    memset(perceptron->slots, 0, perceptron->slot_count * sizeof *perceptron->slots);
    return perceptron;
}

void free_perceptron(struct perceptron *perceptron) {
    free(perceptron->hashes);
    free(perceptron->updates);
    free(perceptron->weights);
    free(perceptron->changes);
    free(perceptron->slots);
    free(perceptron);
}

// Where a feature's row is noted, or the free slot where it would be.
static uint32_t *find_slot(const struct perceptron *perceptron, uint32_t hash) {
    size_t mask = perceptron->slot_count - 1, slot = (hash * UINT64_C(0x9E3779B97F4A7C15) >> 32) & mask;
    while (perceptron->slots[slot] && perceptron->hashes[perceptron->slots[slot] - 1] != hash) slot = (slot + 1) & mask;
    return &perceptron->slots[slot];
}

static void grow_slots(struct perceptron *perceptron) {
    free(perceptron->slots);
    perceptron->slot_count *= 2;
    perceptron->slots = take_memory(NULL, perceptron->slot_count, sizeof *perceptron->slots);
    memset(perceptron->slots, 0, perceptron->slot_count * sizeof *perceptron->slots);
    for (size_t row = 0; row < perceptron->row_count; row++) *find_slot(perceptron, perceptron->hashes[row]) = (uint32_t)row + 1;
}

static void make_room(struct perceptron *perceptron) {
    if (perceptron->row_count < perceptron->row_room) return;
    size_t room = perceptron->row_room ? perceptron->row_room * 2 : 1 << 14;
    perceptron->hashes = take_memory(perceptron->hashes, room, sizeof *perceptron->hashes);
    perceptron->updates = take_memory(perceptron->updates, room, sizeof *perceptron->updates);
    perceptron->weights = take_memory(perceptron->weights, room * perceptron->labels, sizeof *perceptron->weights);
    perceptron->changes = take_memory(perceptron->changes, room * perceptron->labels, sizeof *perceptron->changes);
    perceptron->row_room = room;
}

static size_t take_row(struct perceptron *perceptron, uint32_t hash) {
    uint32_t *slot = find_slot(perceptron, hash);
    if (*slot) return *slot - 1;
    make_room(perceptron);
    size_t row = perceptron->row_count++;
    perceptron->hashes[row] = hash;
    perceptron->updates[row] = 0;
    memset(&perceptron->weights[row * perceptron->labels], 0, perceptron->labels * sizeof *perceptron->weights);
    memset(&perceptron->changes[row * perceptron->labels], 0, perceptron->labels * sizeof *perceptron->changes);
    *slot = (uint32_t)row + 1;
    if (perceptron->row_count * 2 > perceptron->slot_count) grow_slots(perceptron);
    return row;
}

void perceptron_scores(const struct perceptron *perceptron, const uint32_t *hashes, size_t count, int32_t *scores) {
    memset(scores, 0, perceptron->labels * sizeof *scores);
    for (size_t i = 0; i < count; i++) {
        uint32_t row = *find_slot(perceptron, hashes[i]);
        if (row-- == 0 || perceptron->updates[row] < perceptron->least) continue;
        const int32_t *weights = &perceptron->weights[row * perceptron->labels];
        for (size_t label = 0; label < perceptron->labels; label++) scores[label] += weights[label];
    }
}

void perceptron_step(struct perceptron *perceptron) { perceptron->steps++; }

static void change_weight(struct perceptron *perceptron, size_t row, size_t label, int32_t amount) {
    perceptron->weights[row * perceptron->labels + label] += amount;
    perceptron->changes[row * perceptron->labels + label] += amount * perceptron->steps;
}

void perceptron_update(struct perceptron *perceptron, const uint32_t *hashes, size_t count, size_t right, size_t wrong, int32_t amount) {
    for (size_t i = 0; i < count; i++) {
        size_t row = take_row(perceptron, hashes[i]);
        perceptron->updates[row]++;
        change_weight(perceptron, row, right, amount);
        change_weight(perceptron, row, wrong, -amount);
    }
}

void perceptron_add(struct perceptron *perceptron, const uint32_t *hashes, size_t count, size_t label, int32_t amount) {
    for (size_t i = 0; i < count; i++) {
        size_t row = take_row(perceptron, hashes[i]);
        perceptron->updates[row]++;
        change_weight(perceptron, row, label, amount);
    }
}

// Writing: averages times `steps`, which is the same for all, brought down to a byte.

static int64_t average(const struct perceptron *perceptron, size_t row, size_t label) {
    size_t at = row * perceptron->labels + label;
    return perceptron->updates[row] < perceptron->least ? 0 : perceptron->weights[at] * (perceptron->steps + 1) - perceptron->changes[at];
}

static void add_average(struct perceptron *perceptron, size_t row, const struct perceptron *other, size_t added) {
    for (size_t label = 0; label < perceptron->labels; label++) {
        size_t at = row * perceptron->labels + label;
        int64_t both = average(perceptron, row, label) + average(other, added, label);
        perceptron->changes[at] = perceptron->weights[at] * (perceptron->steps + 1) - both;
    }
    if (perceptron->updates[row] < perceptron->least) perceptron->updates[row] = perceptron->least;
}

void add_averages(struct perceptron *perceptron, const struct perceptron *other) {
    for (size_t row = 0; row < other->row_count; row++)
        if (other->updates[row] >= other->least) add_average(perceptron, take_row(perceptron, other->hashes[row]), other, row);
}

size_t perceptron_best(const struct perceptron *perceptron, const uint32_t *hashes, size_t count) {
    int64_t scores[MOST_LABELS] = {0};
    size_t best = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t row = *find_slot(perceptron, hashes[i]);
        for (size_t label = 0; row && label < perceptron->labels; label++) scores[label] += average(perceptron, row - 1, label);
    }
    for (size_t label = 1; label < perceptron->labels; label++)
        if (scores[label] > scores[best]) best = label;
    return best;
}

size_t write_perceptron(const struct perceptron *perceptron, struct model_writer *writer, const char *name, struct slice templates,
                        struct slice labels, size_t most) {
    int64_t *averages = take_memory(NULL, perceptron->row_count * perceptron->labels + 1, sizeof *averages);
    for (size_t row = 0; row < perceptron->row_count; row++)
        for (size_t label = 0; label < perceptron->labels; label++)
            averages[row * perceptron->labels + label] = average(perceptron, row, label);
    struct learnt_rows rows = {perceptron->row_count, perceptron->labels, perceptron->hashes, averages};
    size_t written = write_rows(&rows, writer, name, templates, labels, most);
    free(averages);
    return written;
}
