// SPDX-License-Identifier: MIT
#include "learn/sequence_learner.h"

// ALGORITHM. Fisher and Yates 1938, with the numbers of a linear congruence (Knuth's MMIX).
void shuffle_order(size_t *order, size_t count, uint64_t round) {
    uint64_t state = round * UINT64_C(0x9E3779B97F4A7C15) + 1;
    for (size_t i = count; i > 1; i--) {
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        size_t other = (size_t)((state >> 33) % i), kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

#define NO_LABEL ((size_t)-1)

// The best label among `set`, the first of equals; NO_LABEL where the set is empty.
static size_t best_among(const int32_t *scores, uint64_t set) {
    size_t best = NO_LABEL;
    for (; set; set &= set - 1) {
        size_t label = (size_t)__builtin_ctzll(set);
        if (best == NO_LABEL || scores[label] > scores[best]) best = label;
    }
    return best;
}

static size_t teach_word(struct perceptron *perceptron, const struct features *features, const struct lesson *lesson, size_t at,
                         int32_t margin) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES];
    int32_t scores[MOST_LABELS];
    uint64_t allowed = lesson->allowed[at], right = lesson->right[at] & allowed;
    if ((allowed & (allowed - 1)) == 0) return (size_t)__builtin_ctzll(allowed);
    look_around(features, lesson->traits, lesson->count, at, values);
    size_t count = hash_features(features, values, hashes);
    perceptron_scores(perceptron, hashes, count, scores);
    size_t good = best_among(scores, right), bad = best_among(scores, allowed & ~right);
    if (good == NO_LABEL) return bad;
    perceptron_step(perceptron);
    if (bad == NO_LABEL || scores[good] > scores[bad] + margin) return good;
    size_t chosen = scores[good] + (good < bad) > scores[bad] ? good : bad; // the first of equals
    perceptron_update(perceptron, hashes, count, good, bad, 1);
    return chosen;
}

size_t teach_round(struct perceptron *perceptron, const struct features *features, const struct lesson *lessons,
                   size_t *order, size_t count, int32_t margin) {
    size_t wrong = 0;
    for (size_t n = 0; n < count; n++) {
        const struct lesson *lesson = &lessons[order[n]];
        for (size_t i = 0; i < lesson->count; i++) {
            size_t label = teach_word(perceptron, features, lesson, i, margin);
            wrong += lesson->right[i] && !(lesson->right[i] >> label & 1);
            lesson->traits[i][TRAIT_label] = (uint32_t)label + 1;
        }
    }
    return wrong;
}
