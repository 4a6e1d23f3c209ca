// SPDX-License-Identifier: MIT
#include "text/word_scores.h"

enum { SLOT_BITS = 13, SLOTS = 1 << SLOT_BITS };

// Traits that the form and the setting decide.
#define OF_THE_WORD (((2u << TRAIT_lowered) - 1) | 1u << TRAIT_setting)

// The place that all views of a template look at, or SEQUENCE_PLACES where there are several, or more than the word is seen.
static size_t only_place(const struct features *features, const struct template *template) {
    size_t place = features->views[template->views[0]].place;
    for (size_t i = 0; i < template->count; i++) {
        struct view view = features->views[template->views[i]];
        if (view.place != place || !(OF_THE_WORD >> view.trait & 1)) return SEQUENCE_PLACES;
    }
    return place;
}

static uint8_t number_view(struct features *features, struct view *views, struct view view) {
    for (size_t i = 0; i < features->view_count; i++)
        if (views[i].place == view.place && views[i].trait == view.trait) return (uint8_t)i;
    views[features->view_count] = view;
    return (uint8_t)features->view_count++;
}

// The classifier with the templates of one place, in their order.
static struct linear take_part(struct arena *keep, const struct linear *linear, size_t place) {
    const struct features *all = &linear->features;
    struct view *views = TAKE(keep, struct view, all->view_count + 1);
    struct template *templates = TAKE(keep, struct template, all->template_count + 1);
    struct linear part = *linear;
    part.features = (struct features){.views = views, .templates = templates, .traits = all->traits};
    for (size_t t = 0; t < all->template_count; t++) {
        if (only_place(all, &all->templates[t]) != place) continue;
        struct template *template = &templates[part.features.template_count++];
        *template = all->templates[t];
        for (size_t i = 0; i < template->count; i++) template->views[i] = number_view(&part.features, views, all->views[template->views[i]]);
        part.features.of_one += template->count == 1;
        part.features.of_two += template->count == 2;
        part.features.of_three += template->count == 3;
    }
    return part;
}

// What the word brings in each place.
static void add_up(const struct word_scores *words, const word_traits traits, int16_t *sums) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES];
    int32_t scores[MOST_LABELS];
    for (size_t p = 0; p < words->place_count; p++) {
        const struct linear *alone = &words->alone[words->places[p]];
        for (size_t v = 0; v < alone->features.view_count; v++) values[v] = traits[alone->features.views[v].trait];
        score_features(alone, hashes, hash_features(&alone->features, values, hashes), scores);
        for (size_t i = 0; i < alone->label_count; i++) sums[p * words->stride + i] = (int16_t)scores[i];
    }
}

void open_word_scores(struct arena *keep, const struct linear *linear, struct word_scores *words) {
    word_traits outside;
    *words = (struct word_scores){.together = take_part(keep, linear, SEQUENCE_PLACES)};
    for (size_t place = 0; place < SEQUENCE_PLACES; place++) {
        words->alone[place] = take_part(keep, linear, place);
        if (words->alone[place].features.template_count) words->places[words->place_count++] = place;
    }
    words->stride = (linear->label_count + 7) / 8 * 8;
    words->width = words->place_count * words->stride;
    words->keys = TAKE(keep, uint64_t, SLOTS);
    words->sums = TAKE(keep, int16_t, SLOTS * words->width);
    words->edge = TAKE(keep, int16_t, words->width);
    for (size_t t = 0; t < TRAIT_COUNT; t++) outside[t] = TRAIT_EDGE;
    add_up(words, outside, words->edge);
}

// Forms that are told apart by their hash and by their ends: 64 bits of what is seen of a word.
static uint64_t key_of(const word_traits traits) {
    uint64_t key = ((uint64_t)traits[TRAIT_form] << 32 | traits[TRAIT_setting]) * UINT64_C(0x9E3779B97F4A7C15);
    key = (key ^ key >> 29 ^ traits[TRAIT_suffix3] ^ (uint64_t)traits[TRAIT_prefix2] << 32) * UINT64_C(0xBF58476D1CE4E5B9);
    return key | 1;
}

static size_t slot_of(uint64_t key) { return (size_t)(key >> (64 - SLOT_BITS)); }

static const int16_t *recall(struct word_scores *words, uint64_t key, const word_traits traits) {
    size_t slot = slot_of(key);
    int16_t *sums = &words->sums[slot * words->width];
    if (words->keys[slot] != key) {
        words->keys[slot] = key;
        add_up(words, traits, sums);
    }
    return sums;
}

// Eight sums at once.
typedef int16_t eight_sums __attribute__((vector_size(16)));

static void add_sums(int16_t *all, const int16_t *more, size_t stride) {
    for (size_t group = 0; group < stride; group += 8) {
        eight_sums sum, one;
        memcpy(&sum, all + group, sizeof sum);
        memcpy(&one, more + group, sizeof one);
        sum += one;
        memcpy(all + group, &sum, sizeof sum);
    }
}

// What the words around bring, of which some are far away: all are sent for before the first is taken.
static size_t begin_score(const struct word_scores *words, word_traits *traits, size_t count, size_t at, uint64_t *keys, uint32_t *hashes) {
    uint32_t values[MOST_VIEWS];
    for (size_t p = 0; p < words->place_count; p++) {
        size_t place = at + words->places[p] - SEQUENCE_REACH; // below 0 it is beyond count
        keys[p] = place < count ? key_of(traits[place]) : 0;
        __builtin_prefetch(&words->keys[slot_of(keys[p])]);
        __builtin_prefetch(&words->sums[slot_of(keys[p]) * words->width + p * words->stride]);
    }
    look_around(&words->together.features, traits, count, at, values);
    size_t hash_count = hash_features(&words->together.features, values, hashes);
    fetch_features(&words->together, hashes, hash_count);
    return hash_count;
}

void score_word(struct word_scores *words, word_traits *traits, size_t count, size_t at, int32_t *scores) {
    uint64_t keys[SEQUENCE_PLACES];
    uint32_t hashes[MOST_TEMPLATES];
    int16_t alone[MOST_LABELS];
    memset(alone, 0, words->stride * sizeof *alone);
    size_t hash_count = begin_score(words, traits, count, at, keys, hashes);
    for (size_t p = 0; p < words->place_count; p++) {
        const int16_t *sums = keys[p] ? recall(words, keys[p], traits[at + words->places[p] - SEQUENCE_REACH]) : words->edge;
        add_sums(alone, sums + p * words->stride, words->stride);
    }
    score_features(&words->together, hashes, hash_count, scores);
    for (size_t i = 0; i < words->together.label_count; i++) scores[i] += alone[i];
}
