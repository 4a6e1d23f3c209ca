// SPDX-License-Identifier: MIT
#include "learn/perceptron.h"

#include <stdlib.h>

#include "base/die.h"
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

static int64_t largest_average(const struct perceptron *perceptron, size_t row) {
    int64_t largest = 0;
    for (size_t label = 0; label < perceptron->labels; label++) {
        int64_t size = llabs(average(perceptron, row, label));
        if (size > largest) largest = size;
    }
    return largest;
}

struct kept_row {
    uint32_t hash;
    size_t row;
    int64_t largest;
};

static int by_largest(const void *a, const void *b) {
    const struct kept_row *one = a, *other = b;
    if (one->largest != other->largest) return one->largest < other->largest ? 1 : -1;
    return (one->hash > other->hash) - (one->hash < other->hash);
}

static int by_hash(const void *a, const void *b) {
    const struct kept_row *one = a, *other = b;
    return (one->hash > other->hash) - (one->hash < other->hash);
}

// What 127 stands for: all but one row in a thousand have no larger weight. Those few are cut to it.
static int64_t find_scale(const struct kept_row *rows, size_t count) {
    if (count == 0 || rows[0].largest == 0) return 1;
    return rows[count / 1000].largest;
}

static int8_t as_byte(int64_t value, int64_t scale) {
    int64_t scaled = (llabs(value) * 127 + scale / 2) / scale;
    if (scaled > 127) scaled = 127;
    return (int8_t)(value < 0 ? -scaled : scaled);
}

struct table {
    uint16_t *keys;
    int8_t *weights;
    size_t buckets;
};

// The next free slot from a bucket on, or the number of slots.
static size_t find_free(const struct table *table, size_t bucket) {
    size_t slot = bucket * BUCKET;
    while (slot < table->buckets * BUCKET && table->keys[slot]) slot++;
    return slot;
}

// Rows in the order of their hashes; false if the last ones do not fit in.
static bool fill_table(const struct perceptron *perceptron, const struct kept_row *rows, size_t count, int64_t scale, struct table *table) {
    size_t stride = linear_stride(perceptron->labels);
    memset(table->keys, 0, table->buckets * BUCKET * sizeof *table->keys);
    memset(table->weights, 0, table->buckets * BUCKET * stride);
    for (size_t i = 0; i < count; i++) {
        size_t slot = find_free(table, home_slot(rows[i].hash, table->buckets));
        if (slot == table->buckets * BUCKET) return false;
        table->keys[slot] = slot_key(rows[i].hash);
        for (size_t label = 0; label < perceptron->labels; label++)
            table->weights[slot * stride + label] = as_byte(average(perceptron, rows[i].row, label), scale);
    }
    return true;
}

static void add_part(struct model_writer *writer, const char *prefix, const char *name, struct slice bytes) {
    char whole[2 * MODEL_NAME_ROOM];
    size_t length = strlen(prefix);
    if (length + strlen(name) + 2 > sizeof whole) die("a classifier's name is too long: %s", prefix);
    memcpy(whole, prefix, length);
    whole[length] = '.';
    strcpy(whole + length + 1, name);
    add_section(writer, whole, bytes);
}

static void write_table(const struct perceptron *perceptron, struct model_writer *writer, const char *name, const struct kept_row *rows,
                        size_t count, int64_t scale) {
    size_t stride = linear_stride(perceptron->labels);
    struct table table = {.buckets = count / BUCKET * 5 / 4}; // four slots of five are used
    do {
        table.buckets += count / BUCKET / 64 + 1;
        table.keys = take_memory(table.keys, table.buckets * BUCKET, sizeof *table.keys);
        table.weights = take_memory(table.weights, table.buckets * BUCKET, stride);
    } while (!fill_table(perceptron, rows, count, scale, &table));
    add_part(writer, name, "keys", (struct slice){(const char *)table.keys, table.buckets * BUCKET * sizeof *table.keys});
    add_part(writer, name, "weights", (struct slice){(const char *)table.weights, table.buckets * BUCKET * stride});
    free(table.keys);
    free(table.weights);
}

size_t write_perceptron(const struct perceptron *perceptron, struct model_writer *writer, const char *name, struct slice templates,
                        struct slice labels, size_t most) {
    struct kept_row *rows = take_memory(NULL, perceptron->row_count + 1, sizeof *rows);
    size_t count = 0;
    for (size_t row = 0; row < perceptron->row_count; row++) {
        int64_t largest = largest_average(perceptron, row);
        if (largest) rows[count++] = (struct kept_row){perceptron->hashes[row], row, largest};
    }
    qsort(rows, count, sizeof *rows, by_largest);
    int64_t scale = find_scale(rows, count);
    while (count && as_byte(rows[count - 1].largest, scale) == 0) count--;
    if (most && count > most) count = most;
    qsort(rows, count, sizeof *rows, by_hash);
    add_part(writer, name, "templates", templates);
    add_part(writer, name, "labels", labels);
    write_table(perceptron, writer, name, rows, count, scale);
    free(rows);
    return count;
}
