// SPDX-License-Identifier: MIT
#include "text/greedy.h"

bool open_greedy(struct arena *keep, struct model *model, struct greedy *greedy) {
    if (!open_linear(keep, model, "moves", &parser_names, &greedy->moves)) return false;
    if (!open_linear(keep, model, "relations", &parser_names, &greedy->relations)) return false;
    if (!open_linear(keep, model, "marks", &parser_names, &greedy->marks)) return false;
    if (greedy->moves.label_count != MOVE_COUNT) complain_of_model(model, "the model has other moves");
    return model->complaint == NULL;
}

uint32_t traits_of_greedy(const struct greedy *greedy) {
    return greedy->moves.features.traits | greedy->relations.features.traits | greedy->marks.features.traits;
}

struct parse begin_parse(struct arena *keep, const struct clusters *clusters, const struct token *tokens, size_t count, uint32_t wanted) {
    struct parse parse = {
        .traits = arena_take(keep, (count + 1) * sizeof(word_traits)),
        .aside = TAKE(keep, bool, count + 1),
        .partners = TAKE(keep, int, count + 1),
    };
    size_t marks = 0;
    for (size_t i = 0; i < count; i++) marks += parse.aside[i + 1] = is_mark(&tokens[i]);
    if (marks == count) memset(parse.aside, 0, (count + 1) * sizeof *parse.aside);
    else if (marks > 1) pair_marks(tokens, count, parse.partners);
    parse.configuration = begin_configuration(keep, count, parse.aside);
    fill_parser_traits(clusters, tokens, count, wanted, parse.traits);
    return parse;
}

// The applicable one with the highest score, the first of equals.
static enum move best_move(const int32_t *scores, uint32_t applicable) {
    int best = -1;
    for (int move = 0; move < MOVE_COUNT; move++)
        if (applicable >> move & 1 && (best < 0 || scores[move] > scores[best])) best = move;
    return (enum move)best;
}

// How much more one of the labels `among` has than any other.
static int32_t lead_of(const int32_t *scores, size_t count, uint64_t among) {
    int32_t first = INT32_MIN / 2, second = INT32_MIN / 2;
    for (size_t i = 0; i < count; i++) {
        if (!(among >> i & 1) || scores[i] <= second) continue;
        second = scores[i] > first ? first : scores[i];
        if (scores[i] > first) first = scores[i];
    }
    return first - second;
}

// Scores by the first templates, and by the others where those leave it open.
static void score_labels(const struct linear *linear, const uint32_t *values, uint64_t among, int32_t *scores) {
    uint32_t hashes[MOST_TEMPLATES];
    int32_t more[MOST_LABELS];
    const struct features *features = &linear->features;
    score_features(linear, hashes, hash_stage(features, values, hashes), scores);
    if (features->then == NULL || lead_of(scores, linear->label_count, among) >= features->enough) return;
    score_features(linear, hashes, hash_stage(features->then, values, hashes), more);
    for (size_t i = 0; i < linear->label_count; i++) scores[i] += more[i];
}

static enum move choose_move(const struct linear *moves, const struct configuration *c, word_traits *traits) {
    uint32_t values[MOST_VIEWS], applicable = applicable_moves(c);
    int32_t scores[MOST_LABELS] = {0};
    if ((applicable & (applicable - 1)) == 0) return best_move(scores, applicable);
    look_at_moves(&moves->features, c, traits, values);
    score_labels(moves, values, applicable, scores);
    return best_move(scores, applicable);
}

static uint8_t choose_relation(const struct linear *relations, const struct configuration *c, enum move move, word_traits *traits) {
    uint32_t values[MOST_VIEWS];
    int32_t scores[MOST_LABELS];
    look_at_arc(&relations->features, c, head_of_move(c, move), child_of_move(c), traits, values);
    score_labels(relations, values, UINT64_MAX, scores);
    return (uint8_t)best_label(scores, relations->label_count);
}

static int choose_candidate(const struct linear *marks, const struct parse *parse, int mark) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES];
    int32_t scores[MOST_LABELS], highest = 0;
    int candidates[MOST_CANDIDATES], best = 0;
    const struct configuration *c = &parse->configuration;
    size_t count = find_candidates(c->nodes, parse->aside, c->count, mark, candidates);
    for (size_t i = 0; i < count; i++) {
        look_at_mark(&marks->features, c, parse->partners, candidates[i], mark, parse->traits, values);
        score_features(marks, hashes, hash_features(&marks->features, values, hashes), scores);
        if (best == 0 || scores[0] > highest) best = candidates[i], highest = scores[0];
    }
    return best;
}

void parse_greedily(const struct greedy *greedy, struct parse *parse) {
    struct configuration *c = &parse->configuration;
    while (!is_finished(c)) {
        enum move move = choose_move(&greedy->moves, c, parse->traits);
        int child = child_of_move(c);
        perform_move(c, move, move == MOVE_shift ? 0 : choose_relation(&greedy->relations, c, move, parse->traits));
        if (move != MOVE_shift) show_arc(c, child, parse->traits);
    }
    for (int mark = 1; mark <= c->count; mark++)
        if (parse->aside[mark]) c->nodes[mark].head = choose_candidate(&greedy->marks, parse, mark);
}
