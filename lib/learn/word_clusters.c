// SPDX-License-Identifier: MIT
#include "learn/word_clusters.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"

// Classes are worked on in groups of so many, which fit into a machine's wide registers.
enum { GROUP = 16 };

// A word's neighbours on one side, by class.
struct side {
    float *counts;        // [stride] 0 where there are none
    uint16_t *classes;    // [count] those that have some
    size_t count;
};

struct exchange {
    const struct bigrams *bigrams;
    size_t count;         // classes that words may join; those of the fixed words stand behind
    size_t stride;        // all classes, rounded up to a GROUP
    uint16_t *classes;    // [words]
    float *follows;       // [stride][stride] how often class B follows A: follows[A][B]
    float *precedes;      // [stride][stride] the same, precedes[B][A]
    float *sizes;         // [stride] how much of the text is of a class
    float *gains;         // [stride] what it brings if the word joins a class
    struct side before, after;
    float own, whole;     // how often the word follows itself; stands in the text
};

// The logarithm to base 2 of x > 0 times 2^23: exact at powers of 2, straight between them.
static inline float rough_log(float x) {
    int32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return (float)(bits - 0x3F800000);
}

// What `more` in each of a row of cells brings.
static void add_gains(float *gains, const float *cells, size_t stride, float more) {
    float ahead = 0.4f * more;
    for (size_t group = 0; group < stride; group += GROUP)
        for (size_t i = group; i < group + GROUP; i++) gains[i] += more * rough_log(cells[i] + ahead);
}

// Sums up a word's neighbours by class, without the word itself.
static void gather(struct exchange *work, struct side *side, uint32_t word, const size_t *from, const struct neighbour *neighbours) {
    for (size_t i = 0; i < side->count; i++) side->counts[side->classes[i]] = 0;
    side->count = 0;
    for (size_t i = from[word]; i < from[word + 1]; i++) {
        float count = (float)neighbours[i].count;
        uint16_t class = work->classes[neighbours[i].word];
        work->whole += count;
        if (neighbours[i].word == word) {
            work->own = count;
            continue;
        }
        if (side->counts[class] == 0) side->classes[side->count++] = class;
        side->counts[class] += count;
    }
}

static void gather_both(struct exchange *work, uint32_t word) {
    const struct bigrams *bigrams = work->bigrams;
    work->own = 0;
    gather(work, &work->before, word, bigrams->before_from, bigrams->before);
    work->whole = 0; // counted on one side only
    gather(work, &work->after, word, bigrams->after_from, bigrams->after);
}

// Takes the word that was gathered into a class (sign 1) or out of it (-1).
static void count_word(struct exchange *work, size_t class, float sign) {
    size_t stride = work->stride;
    for (size_t i = 0; i < work->before.count; i++) {
        size_t other = work->before.classes[i];
        work->follows[other * stride + class] += sign * work->before.counts[other];
        work->precedes[class * stride + other] += sign * work->before.counts[other];
    }
    for (size_t i = 0; i < work->after.count; i++) {
        size_t other = work->after.classes[i];
        work->follows[class * stride + other] += sign * work->after.counts[other];
        work->precedes[other * stride + class] += sign * work->after.counts[other];
    }
    work->follows[class * stride + class] += sign * work->own;
    work->precedes[class * stride + class] += sign * work->own;
    work->sizes[class] += sign * work->whole;
}

// The class that the word, which is in none now, fits best; the first of equals.
static size_t find_class(struct exchange *work) {
    size_t stride = work->stride, best = 0;
    memset(work->gains, 0, stride * sizeof *work->gains);
    add_gains(work->gains, work->sizes, stride, work->whole);
    for (size_t k = 0; k < work->count; k++) work->gains[k] *= -2;
    for (size_t i = 0; i < work->before.count; i++)
        add_gains(work->gains, work->follows + work->before.classes[i] * stride, stride, work->before.counts[work->before.classes[i]]);
    for (size_t i = 0; i < work->after.count; i++)
        add_gains(work->gains, work->precedes + work->after.classes[i] * stride, stride, work->after.counts[work->after.classes[i]]);
    for (size_t k = 0; k < work->count && work->own > 0; k++)
        work->gains[k] += work->own * rough_log(work->follows[k * stride + k] + 0.4f * work->own);
    for (size_t k = 1; k < work->count; k++)
        if (work->gains[k] > work->gains[best]) best = k;
    return best;
}

static size_t exchange_once(struct exchange *work) {
    size_t moved = 0;
    for (uint32_t word = 0; word < work->bigrams->words - work->bigrams->fixed; word++) {
        gather_both(work, word);
        count_word(work, work->classes[word], -1);
        size_t class = find_class(work);
        moved += class != work->classes[word];
        work->classes[word] = (uint16_t)class;
        count_word(work, class, 1);
    }
    return moved;
}

// Every word in the class it begins in, every pair counted.
static void deal_out(struct exchange *work) {
    const struct bigrams *bigrams = work->bigrams;
    size_t free_words = bigrams->words - bigrams->fixed;
    for (size_t w = 0; w < bigrams->words; w++)
        work->classes[w] = (uint16_t)(w < free_words ? w % work->count : work->count + w - free_words);
    for (size_t w = 0; w < bigrams->words; w++)
        for (size_t i = bigrams->after_from[w]; i < bigrams->after_from[w + 1]; i++) {
            size_t from = work->classes[w], to = work->classes[bigrams->after[i].word];
            work->follows[from * work->stride + to] += (float)bigrams->after[i].count;
            work->precedes[to * work->stride + from] += (float)bigrams->after[i].count;
            work->sizes[from] += (float)bigrams->after[i].count;
        }
}

static void *take_zeros(size_t count, size_t size) {
    void *memory = take_memory(NULL, count + 1, size);
    return memset(memory, 0, (count + 1) * size);
}

static void make_exchange(struct exchange *work, const struct bigrams *bigrams, size_t count) {
    size_t stride = (count + bigrams->fixed + GROUP - 1) / GROUP * GROUP;
    *work = (struct exchange){.bigrams = bigrams, .count = count, .stride = stride};
    work->classes = take_zeros(bigrams->words, sizeof *work->classes);
    work->follows = take_zeros(stride * stride, sizeof *work->follows);
    work->precedes = take_zeros(stride * stride, sizeof *work->precedes);
    work->sizes = take_zeros(stride, sizeof *work->sizes);
    work->gains = take_zeros(stride, sizeof *work->gains);
    for (struct side *side = &work->before;; side = &work->after) {
        side->counts = take_zeros(stride, sizeof *side->counts);
        side->classes = take_zeros(stride, sizeof *side->classes);
        if (side == &work->after) break;
    }
}

static void free_exchange(struct exchange *work) {
    void *all[] = {work->classes, work->follows, work->precedes, work->sizes, work->gains,
                   work->before.counts, work->before.classes, work->after.counts, work->after.classes};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) free(all[i]);
}

size_t cluster_words(const struct bigrams *bigrams, size_t count, size_t rounds, uint16_t *classes) {
    struct exchange work;
    size_t moved = 0;
    make_exchange(&work, bigrams, count);
    deal_out(&work);
    for (size_t round = 0; round < rounds; round++) moved = exchange_once(&work);
    memcpy(classes, work.classes, (bigrams->words - bigrams->fixed) * sizeof *classes);
    free_exchange(&work);
    return moved;
}
