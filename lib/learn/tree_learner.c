// SPDX-License-Identifier: MIT
#include "learn/tree_learner.h"

size_t draw_number(uint64_t *state, size_t limit) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)((*state >> 33) % limit);
}

// Examples.

// Heads as they are given; those that lead nowhere or round in a circle are roots.
static void read_heads(const struct token *tokens, int count, int *heads) {
    for (int i = 1; i <= count; i++) heads[i] = tokens[i - 1].head < 0 || tokens[i - 1].head > count ? 0 : (int)tokens[i - 1].head;
    for (int i = 1; i <= count; i++) {
        int above = heads[i], steps = 0;
        while (above && above != i && steps++ < count) above = heads[above];
        if (above) heads[i] = 0;
    }
}

struct tree_example make_tree_example(struct tree_learner *learner, struct arena *keep, const struct token *tokens, int count,
                                      const uint8_t *relations) {
    int *heads = TAKE(keep, int, (size_t)count + 1);
    arena_reset(&learner->scratch);
    struct parse parse = begin_parse(&learner->scratch, NULL, tokens, (size_t)count, 0);
    read_heads(tokens, count, heads);
    return (struct tree_example){tokens, count, make_truth(keep, heads, relations, parse.aside, count)};
}

struct parse begin_example(struct tree_learner *learner, const struct tree_example *example) {
    uint32_t wanted = 0;
    for (int choice = 0; choice < TREE_CHOICES; choice++) wanted |= learner->features[choice].traits;
    arena_reset(&learner->scratch);
    return begin_parse(&learner->scratch, learner->clusters, example->tokens, (size_t)example->count, wanted);
}

// One choice.

// The best of those in `among`, or count if there is none.
static size_t best_among(const int32_t *scores, size_t count, uint64_t among) {
    size_t best = count;
    for (size_t i = 0; i < count; i++)
        if (among >> i & 1 && (best == count || scores[i] > scores[best])) best = i;
    return best;
}

// Some of the features, others each time.
static size_t forget_some(struct tree_learner *learner, uint32_t *hashes, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (draw_number(&learner->chance, 100) >= learner->forget) hashes[kept++] = hashes[i];
    return kept;
}

// Learns that one of `right` should win among `allowed`; *should is the best of them. Returns what the learner would have chosen.
static size_t learn_choice(struct tree_learner *learner, enum tree_choice choice, const uint32_t *values, uint64_t allowed, uint64_t right,
                           size_t *should) {
    uint32_t hashes[MOST_TEMPLATES];
    int32_t scores[MOST_LABELS];
    size_t labels = learner->labels[choice], count = hash_features(&learner->features[choice], values, hashes);
    if (learner->forget) count = forget_some(learner, hashes, count);
    perceptron_scores(learner->perceptrons[choice], hashes, count, scores);
    perceptron_step(learner->perceptrons[choice]);
    size_t best = best_among(scores, labels, allowed);
    *should = best_among(scores, labels, right);
    if (!(right >> best & 1)) perceptron_update(learner->perceptrons[choice], hashes, count, *should, best, 1);
    return best;
}

static size_t learn_move(struct tree_learner *learner, const struct tree_example *example, struct parse *parse, bool *wrong, size_t *should) {
    uint32_t values[MOST_VIEWS], allowed = applicable_moves(&parse->configuration);
    uint32_t right = best_moves(&parse->configuration, &example->truth, allowed);
    size_t move = *should = (size_t)__builtin_ctz(allowed);
    if (allowed & (allowed - 1)) {
        look_at_moves(&learner->features[CHOICE_moves], &parse->configuration, parse->traits, values);
        move = learn_choice(learner, CHOICE_moves, values, allowed, right, should);
    }
    *wrong = !(right >> move & 1);
    return move;
}

// The relation is learnt on true arcs; on others it is only chosen.
static uint8_t learn_relation(struct tree_learner *learner, const struct truth *truth, const struct parse *parse, enum move move) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES];
    int32_t scores[MOST_LABELS];
    const struct features *features = &learner->features[CHOICE_relations];
    int head = head_of_move(&parse->configuration, move), child = child_of_move(&parse->configuration);
    size_t should;
    look_at_arc(features, &parse->configuration, head, child, parse->traits, values);
    if (truth->heads[child] == head)
        return (uint8_t)learn_choice(learner, CHOICE_relations, values, UINT64_MAX, UINT64_C(1) << truth->relations[child], &should);
    perceptron_scores(learner->perceptrons[CHOICE_relations], hashes, hash_features(features, values, hashes), scores);
    return (uint8_t)best_label(scores, learner->labels[CHOICE_relations]);
}

static void make_move(struct parse *parse, enum move move, uint8_t relation) {
    int child = child_of_move(&parse->configuration);
    perform_move(&parse->configuration, move, relation);
    if (move != MOVE_shift) show_arc(&parse->configuration, child, parse->traits);
}

static size_t learn_moves(struct tree_learner *learner, const struct tree_example *example, bool explores) {
    struct parse parse = begin_example(learner, example);
    size_t mistakes = 0, should;
    while (!is_finished(&parse.configuration)) {
        bool wrong;
        size_t move = learn_move(learner, example, &parse, &wrong, &should);
        mistakes += wrong;
        if (wrong && !(explores && draw_number(&learner->chance, 100) < learner->explore)) move = should;
        uint8_t relation = move == MOVE_shift ? 0 : learn_relation(learner, &example->truth, &parse, (enum move)move);
        make_move(&parse, (enum move)move, relation);
    }
    return mistakes;
}

// Marks are learnt on the true tree.

static void draw_true_tree(const struct tree_example *example, struct parse *parse) {
    struct configuration *c = &parse->configuration;
    while (!is_finished(c)) {
        enum move move = (enum move)__builtin_ctz(best_moves(c, &example->truth, applicable_moves(c)));
        make_move(parse, move, example->truth.relations[child_of_move(c)]);
    }
}

static void learn_mark(struct tree_learner *learner, const struct parse *parse, int mark, int head) {
    const struct features *features = &learner->features[CHOICE_marks];
    struct perceptron *perceptron = learner->perceptrons[CHOICE_marks];
    uint32_t values[MOST_VIEWS], hashes[MOST_CANDIDATES][MOST_TEMPLATES];
    int32_t scores[MOST_CANDIDATES];
    size_t counts[MOST_CANDIDATES], best = 0;
    int candidates[MOST_CANDIDATES];
    const struct configuration *c = &parse->configuration;
    size_t count = find_candidates(c->nodes, parse->aside, c->count, mark, candidates), right = count;
    for (size_t i = 0; i < count; i++) {
        look_at_mark(features, c, parse->partners, candidates[i], mark, parse->traits, values);
        counts[i] = hash_features(features, values, hashes[i]);
        perceptron_scores(perceptron, hashes[i], counts[i], &scores[i]);
        if (candidates[i] == head) right = i;
        if (scores[i] > scores[best]) best = i;
    }
    perceptron_step(perceptron);
    if (right == count || best == right) return;
    perceptron_add(perceptron, hashes[right], counts[right], 0, 1);
    perceptron_add(perceptron, hashes[best], counts[best], 0, -1);
}

size_t learn_tree(struct tree_learner *learner, const struct tree_example *example, bool explores) {
    size_t mistakes = learn_moves(learner, example, explores);
    struct parse parse = begin_example(learner, example);
    draw_true_tree(example, &parse);
    for (int mark = 1; mark <= example->count; mark++)
        if (parse.aside[mark]) learn_mark(learner, &parse, mark, example->truth.heads[mark]);
    return mistakes;
}
