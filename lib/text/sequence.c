// SPDX-License-Identifier: MIT
#include "text/sequence.h"

static const char *const places[] = {"-3", "-2", "-1", "0", "1", "2", "3", NULL};
const struct feature_names sequence_names = {places, trait_names};

void look_around(const struct features *features, word_traits *traits, size_t count, size_t at, uint32_t *values) {
    for (size_t v = 0; v < features->view_count; v++) {
        size_t place = at + features->views[v].place - SEQUENCE_REACH; // below 0 it is beyond count
        values[v] = place < count ? traits[place][features->views[v].trait] : TRAIT_EDGE;
    }
}

static size_t choose(const struct linear *linear, uint64_t allowed, word_traits *traits, size_t count, size_t at) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES];
    int32_t scores[MOST_LABELS];
    look_around(&linear->features, traits, count, at, values);
    score_features(linear, hashes, hash_features(&linear->features, values, hashes), scores);
    size_t best = (size_t)__builtin_ctzll(allowed);
    for (size_t label = best + 1; label < linear->label_count; label++)
        if (allowed >> label & 1 && scores[label] > scores[best]) best = label;
    return best;
}

void label_sequence(const struct linear *linear, const struct sequence_limits *limits, word_traits *traits, size_t count, uint8_t *labels) {
    uint64_t all = linear->label_count == 64 ? ~UINT64_C(0) : (UINT64_C(1) << linear->label_count) - 1;
    for (size_t i = 0; i < count; i++) {
        uint64_t allowed = all & (limits && limits->allowed ? limits->allowed[i] : all);
        uint64_t follows = limits && limits->after ? limits->after[i ? labels[i - 1] : linear->label_count] : all;
        if (allowed & follows) allowed &= follows;
        if (allowed == 0) allowed = all;
        bool open = (allowed & (allowed - 1)) != 0;
        labels[i] = (uint8_t)(open ? choose(linear, allowed, traits, count, i) : (size_t)__builtin_ctzll(allowed));
        traits[i][TRAIT_label] = labels[i] + 1u;
    }
}
