// SPDX-License-Identifier: MIT
#include "learn/row_table.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/linear.h"

struct ranked_row {
    int64_t largest; // of its weights, without the sign
    uint32_t hash;
    size_t row;
};

static int by_largest(const void *a, const void *b) {
    const struct ranked_row *one = a, *other = b;
    if (one->largest != other->largest) return one->largest < other->largest ? 1 : -1;
    return (one->hash > other->hash) - (one->hash < other->hash);
}

static int64_t largest_weight(const int64_t *weights, size_t labels) {
    int64_t largest = 0;
    for (size_t label = 0; label < labels; label++)
        if (llabs(weights[label]) > largest) largest = llabs(weights[label]);
    return largest;
}

// Those that weigh anything, the heaviest first.
static size_t rank_rows(const struct learnt_rows *rows, struct ranked_row *ranked) {
    size_t count = 0;
    for (size_t row = 0; row < rows->count; row++) {
        int64_t largest = largest_weight(&rows->weights[row * rows->labels], rows->labels);
        if (largest) ranked[count++] = (struct ranked_row){largest, rows->hashes[row], row};
    }
    qsort(ranked, count, sizeof *ranked, by_largest);
    return count;
}

// What 127 stands for: all but one row in a thousand have no larger weight. Those few are cut to it.
static int64_t find_scale(const struct ranked_row *rows, size_t count) {
    return count == 0 || rows[count / 1000].largest == 0 ? 1 : rows[count / 1000].largest;
}

static int8_t as_byte(int64_t value, int64_t scale) {
    int64_t scaled = (llabs(value) * 127 + scale / 2) / scale;
    if (scaled > 127) scaled = 127;
    return (int8_t)(value < 0 ? -scaled : scaled);
}

struct table {
    unsigned char *bytes;
    size_t labels, buckets;
};

// Where the weights of a feature go, its key being written; NULL where its home has no room, or a row with the same key.
static int8_t *take_row(const struct table *table, uint32_t hash) {
    unsigned char *bucket = table->bytes + home_bucket(hash, table->buckets) * bucket_length(table->labels);
    for (size_t i = 0; i < BUCKET_ROWS; i++) {
        if (bucket[i] == row_key(hash)) return NULL;
        if (bucket[i]) continue;
        bucket[i] = row_key(hash);
        return (int8_t *)bucket + BUCKET_ROWS + i * table->labels;
    }
    return NULL;
}

// Rows with large weights take their places first.
static size_t fill_table(const struct learnt_rows *rows, const struct ranked_row *ranked, size_t count, int64_t scale, const struct table *table) {
    size_t placed = 0;
    for (size_t i = 0; i < count; i++) {
        int8_t *row = take_row(table, ranked[i].hash);
        if (row == NULL) continue;
        for (size_t label = 0; label < rows->labels; label++) row[label] = as_byte(rows->weights[ranked[i].row * rows->labels + label], scale);
        placed++;
    }
    return placed;
}

static void add_part(struct model_writer *writer, const char *prefix, const char *name, struct slice bytes) {
    add_section(writer, arena_print(&writer->keep, "%s.%s", prefix, name).at, bytes);
}

size_t write_rows(const struct learnt_rows *rows, struct model_writer *writer, const char *name, struct slice templates,
                  struct slice labels, size_t most) {
    struct ranked_row *ranked = take_memory(NULL, rows->count + 1, sizeof *ranked);
    size_t count = rank_rows(rows, ranked);
    int64_t scale = find_scale(ranked, count);
    while (count && as_byte(ranked[count - 1].largest, scale) == 0) count--;
    if (most && count > most) count = most;
    struct table table = {.labels = rows->labels, .buckets = count * 3 / 10 + 1}; // five rows for six places
    size_t length = table.buckets * bucket_length(rows->labels) + BYTES_BEHIND_BUCKETS;
    table.bytes = take_memory(NULL, length, 1);
    memset(table.bytes, 0, length);
    size_t placed = fill_table(rows, ranked, count, scale, &table);
    add_part(writer, name, "templates", templates);
    add_part(writer, name, "labels", labels);
    add_part(writer, name, "rows", (struct slice){(const char *)table.bytes, length});
    free(table.bytes);
    free(ranked);
    return placed;
}
