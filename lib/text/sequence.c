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

// The allowed label with the highest score, the first of equals, and by how much it won. Nobody could foresee the branches, so there are
// none: what is not allowed has the lowest of all scores.
static size_t best_allowed(const int32_t *scores, uint64_t allowed, size_t label_count, int32_t *lead) {
    size_t best = (size_t)__builtin_ctzll(allowed);
    int32_t top = INT32_MIN, next = INT32_MIN;
    for (size_t label = 0; label < label_count; label++) {
        int32_t score = allowed >> label & 1 ? scores[label] : INT32_MIN, lower = score < top ? score : top;
        best = score > top ? label : best;
        top = score > top ? score : top;
        next = lower > next ? lower : next;
    }
    *lead = next == INT32_MIN ? INT32_MAX : top - next;
    return best;
}

void label_sequence(const struct linear *linear, struct word_scores *words, const struct sequence_limits *limits, word_traits *traits,
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
        int32_t lead = INT32_MAX;
        labels[i] = (uint8_t)(open ? best_allowed(scores, allowed, linear->label_count, &lead) : (size_t)__builtin_ctzll(allowed));
        if (leads) leads[i] = lead;
        traits[i][TRAIT_label] = labels[i] + 1u;
    }
}
