// SPDX-License-Identifier: MIT
#include "text/sequence.h"

#include "text/word_scores.h"

static const char *const places[] = {"-3", "-2", "-1", "0", "1", "2", "3", NULL};
const struct feature_names sequence_names = {places, trait_names};

void look_around(const struct features *features, word_traits *traits, size_t count, size_t at, uint32_t *values) {
    for (size_t v = 0; v < features->view_count; v++) {
        size_t place = at + features->views[v].place - SEQUENCE_REACH; // below 0 it is beyond count
        values[v] = place < count ? traits[place][features->views[v].trait] : TRAIT_EDGE;
    }
}

static void score_place(const struct linear *linear, word_traits *traits, size_t count, size_t at, int32_t *scores) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES];
    look_around(&linear->features, traits, count, at, values);
    score_features(linear, hashes, hash_features(&linear->features, values, hashes), scores);
}

static size_t best_allowed(const int32_t *scores, uint64_t allowed, size_t label_count) {
    size_t best = (size_t)__builtin_ctzll(allowed);
    for (size_t label = best + 1; label < label_count; label++)
        if (allowed >> label & 1 && scores[label] > scores[best]) best = label;
    return best;
}

static int32_t lead_of(const int32_t *scores, uint64_t allowed, size_t best, size_t label_count) {
    int32_t next = INT32_MIN;
    for (size_t label = 0; label < label_count; label++)
        if (allowed >> label & 1 && label != best && scores[label] > next) next = scores[label];
    return next == INT32_MIN ? INT32_MAX : scores[best] - next;
}

void label_sequence(const struct linear *linear, const struct sequence_limits *limits, word_traits *traits, size_t count, uint8_t *labels) {
    label_with_memory(linear, NULL, limits, traits, count, labels, NULL);
}

void label_with_memory(const struct linear *linear, struct word_scores *words, const struct sequence_limits *limits, word_traits *traits,
                       size_t count, uint8_t *labels, int32_t *leads) {
    int32_t scores[MOST_LABELS];
    uint64_t all = linear->label_count == 64 ? ~UINT64_C(0) : (UINT64_C(1) << linear->label_count) - 1;
    for (size_t i = 0; i < count; i++) {
        uint64_t allowed = all & (limits && limits->allowed ? limits->allowed[i] : all);
        uint64_t follows = limits && limits->after ? limits->after[i ? labels[i - 1] : linear->label_count] : all;
        if (allowed & follows) allowed &= follows;
        if (allowed == 0) allowed = all;
        bool open = (allowed & (allowed - 1)) != 0;
        if (open && words) score_word(words, traits, count, i, scores);
        else if (open) score_place(linear, traits, count, i, scores);
        labels[i] = (uint8_t)(open ? best_allowed(scores, allowed, linear->label_count) : (size_t)__builtin_ctzll(allowed));
        if (leads) leads[i] = open ? lead_of(scores, allowed, labels[i], linear->label_count) : INT32_MAX;
        traits[i][TRAIT_label] = labels[i] + 1u;
    }
}
