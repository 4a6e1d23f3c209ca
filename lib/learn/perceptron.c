// SPDX-License-Identifier: MIT
#include "learn/perceptron.h"

#include <stdlib.h>

#include "base/die.h"
#include "learn/row_table.h"
#include "text/linear.h"

// A feature's place in the table: its row and how often that was changed stand beside its hash, so that most look-ups touch one line.
struct slot {
    uint32_t hash, row; // row + 1; 0: free
    uint32_t updates;
};

struct perceptron {
    size_t labels, stride;
    uint32_t least;
    int64_t steps;
    int32_t *now;        // [row_count][stride] the weights now
    int64_t *changes;    // [row_count][labels] the sum of each change times when it came
    size_t row_count, row_room;
    struct slot *slots;  // [slot_count]; linear probing
    size_t slot_count;   // a power of two
};

static struct slot *free_slots(size_t count) {
    struct slot *slots = take_memory(NULL, count, sizeof *slots);
    return memset(slots, 0, count * sizeof *slots);
}

struct perceptron *make_perceptron(size_t labels, uint32_t least) {
    struct perceptron *perceptron = take_memory(NULL, 1, sizeof *perceptron);
    *perceptron = (struct perceptron){.labels = labels, .stride = (labels + 3) / 4 * 4, .least = least, .slot_count = 1 << 16};
    perceptron->slots = free_slots(perceptron->slot_count);
    return perceptron;
}

void free_perceptron(struct perceptron *perceptron) {
    free(perceptron->now);
    free(perceptron->changes);
    free(perceptron->slots);
    free(perceptron);
}

static size_t home_of(const struct perceptron *perceptron, uint32_t hash) {
    return (hash * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (perceptron->slot_count - 1);
}

// A feature's slot, or the free one where it would be.
static struct slot *find_slot(const struct perceptron *perceptron, uint32_t hash) {
    size_t mask = perceptron->slot_count - 1, slot = home_of(perceptron, hash);
    while (perceptron->slots[slot].row && perceptron->slots[slot].hash != hash) slot = (slot + 1) & mask;
    return &perceptron->slots[slot];
}

static void grow_slots(struct perceptron *perceptron) {
    struct slot *old = perceptron->slots;
    size_t count = perceptron->slot_count;
    perceptron->slot_count *= 2;
    perceptron->slots = free_slots(perceptron->slot_count);
    for (size_t i = 0; i < count; i++)
        if (old[i].row) *find_slot(perceptron, old[i].hash) = old[i];
    free(old);
}

static void make_room(struct perceptron *perceptron) {
    if (perceptron->row_count < perceptron->row_room) return;
    size_t room = perceptron->row_room ? perceptron->row_room * 2 : 1 << 14;
    perceptron->now = take_memory(perceptron->now, room * perceptron->stride, sizeof *perceptron->now);
    perceptron->changes = take_memory(perceptron->changes, room * perceptron->labels, sizeof *perceptron->changes);
    perceptron->row_room = room;
}

static struct slot *take_slot(struct perceptron *perceptron, uint32_t hash) {
    struct slot *slot = find_slot(perceptron, hash);
    if (slot->row) return slot;
    if (perceptron->row_count * 2 >= perceptron->slot_count) grow_slots(perceptron), slot = find_slot(perceptron, hash);
    make_room(perceptron);
    size_t row = perceptron->row_count++;
    memset(&perceptron->now[row * perceptron->stride], 0, perceptron->stride * sizeof *perceptron->now);
    memset(&perceptron->changes[row * perceptron->labels], 0, perceptron->labels * sizeof *perceptron->changes);
    *slot = (struct slot){hash, (uint32_t)row + 1, 0};
    return slot;
}

void perceptron_scores(const struct perceptron *perceptron, const uint32_t *hashes, size_t count, int32_t *scores) {
    size_t stride = perceptron->stride;
    int32_t sums[MOST_LABELS + 8] = {0};
    const int32_t *rows[MOST_TEMPLATES] = {NULL};
    size_t found = 0;
    for (size_t i = 0; i < count; i++) __builtin_prefetch(&perceptron->slots[home_of(perceptron, hashes[i])]);
    for (size_t i = 0; i < count; i++) {
        const struct slot *slot = find_slot(perceptron, hashes[i]);
        if (slot->row == 0 || slot->updates < perceptron->least) continue;
        rows[found] = &perceptron->now[(slot->row - 1) * stride];
        __builtin_prefetch(rows[found++]);
    }
    for (size_t i = 0; i < found; i++)
        for (size_t first = 0; first < stride; first += 4)
            for (size_t label = 0; label < 4; label++) sums[first + label] += rows[i][first + label];
    memcpy(scores, sums, perceptron->labels * sizeof *scores);
}

void perceptron_step(struct perceptron *perceptron) { perceptron->steps++; }

static void change_weight(struct perceptron *perceptron, size_t row, size_t label, int32_t amount) {
    perceptron->now[row * perceptron->stride + label] += amount;
    perceptron->changes[row * perceptron->labels + label] += amount * perceptron->steps;
}

void perceptron_update(struct perceptron *perceptron, const uint32_t *hashes, size_t count, size_t right, size_t wrong, int32_t amount) {
    for (size_t i = 0; i < count; i++) {
        struct slot *slot = take_slot(perceptron, hashes[i]);
        slot->updates++;
        change_weight(perceptron, slot->row - 1, right, amount);
        change_weight(perceptron, slot->row - 1, wrong, -amount);
    }
}

void perceptron_add(struct perceptron *perceptron, const uint32_t *hashes, size_t count, size_t label, int32_t amount) {
    for (size_t i = 0; i < count; i++) {
        struct slot *slot = take_slot(perceptron, hashes[i]);
        slot->updates++;
        change_weight(perceptron, slot->row - 1, label, amount);
    }
}

// Writing: averages times `steps`, which is the same for all.

static int64_t average(const struct perceptron *perceptron, size_t row, size_t label) {
    return perceptron->now[row * perceptron->stride + label] * (perceptron->steps + 1) - perceptron->changes[row * perceptron->labels + label];
}

static void add_average(struct perceptron *perceptron, struct slot *slot, const struct perceptron *other, size_t added) {
    size_t row = slot->row - 1;
    for (size_t label = 0; label < perceptron->labels; label++) {
        int64_t own = slot->updates < perceptron->least ? 0 : average(perceptron, row, label);
        int64_t now = perceptron->now[row * perceptron->stride + label];
        perceptron->changes[row * perceptron->labels + label] = now * (perceptron->steps + 1) - own - average(other, added, label);
    }
    if (slot->updates < perceptron->least) slot->updates = perceptron->least;
}

void add_averages(struct perceptron *perceptron, const struct perceptron *other) {
    for (size_t i = 0; i < other->slot_count; i++)
        if (other->slots[i].row && other->slots[i].updates >= other->least)
            add_average(perceptron, take_slot(perceptron, other->slots[i].hash), other, other->slots[i].row - 1);
}

// By row: the hash, and the averages of those that were changed often enough; zeros for the others.
static void take_averages(const struct perceptron *perceptron, uint32_t *hashes, int64_t *averages) {
    for (size_t i = 0; i < perceptron->slot_count; i++) {
        const struct slot *slot = &perceptron->slots[i];
        if (slot->row == 0) continue;
        size_t row = slot->row - 1;
        hashes[row] = slot->hash;
        for (size_t label = 0; label < perceptron->labels; label++)
            averages[row * perceptron->labels + label] = slot->updates < perceptron->least ? 0 : average(perceptron, row, label);
    }
}

size_t write_perceptron(const struct perceptron *perceptron, struct model_writer *writer, const char *name, struct slice templates,
                        struct slice labels, size_t most) {
    uint32_t *hashes = take_memory(NULL, perceptron->row_count + 1, sizeof *hashes);
    int64_t *averages = take_memory(NULL, perceptron->row_count * perceptron->labels + 1, sizeof *averages);
    take_averages(perceptron, hashes, averages);
    struct learnt_rows rows = {perceptron->row_count, perceptron->labels, hashes, averages};
    size_t written = write_rows(&rows, writer, name, templates, labels, most);
    free(averages);
    free(hashes);
    return written;
}
