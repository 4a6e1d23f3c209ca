// SPDX-License-Identifier: MIT
#include "text/outlook.h"

#include "base/intern.h"

#define PLACE_TEXT(name, text) text,
static const char *const place_names[] = {PARSER_PLACES(PLACE_TEXT) NULL};
#undef PLACE_TEXT
const struct feature_names parser_names = {place_names, trait_names};

#define BIT(tag) (1u << UPOS_##tag)
static const uint32_t closed_tags = BIT(ADP) | BIT(AUX) | BIT(CCONJ) | BIT(DET) | BIT(PART) | BIT(PRON) | BIT(SCONJ) | BIT(PUNCT) | BIT(SYM);

// How an open word is bent, as far as its ending tells.
static uint32_t inflection_of(const struct token *token) {
    struct slice word = token->lower;
    if (slice_equal(word, token->lemma)) return 1;
    if (slice_ends(word, SLICE("ing"))) return 2;
    if (slice_ends(word, SLICE("s"))) return 3;
    if (slice_ends(word, SLICE("ed"))) return 4;
    return slice_ends(word, SLICE("n")) ? 5 : 6;
}

// The tag made finer: with the word itself where words of the tag can be counted, with the inflection elsewhere.
static uint32_t fine_tag(const struct token *token) {
    uint32_t finer = closed_tags >> token->upos & 1 ? hash_slice(token->lower) : inflection_of(token);
    return (finer << 5 | (uint32_t)token->upos) + 2;
}

void fill_parser_traits(const struct clusters *clusters, const struct token *tokens, size_t count, uint32_t wanted, word_traits *traits) {
    for (int t = 0; t < TRAIT_COUNT; t++) traits[0][t] = TRAIT_EDGE;
    for (size_t i = 0; i < count; i++) {
        const struct token *token = &tokens[i];
        uint32_t *of_word = traits[i + 1];
        fill_traits(clusters, token, wanted, of_word);
        of_word[TRAIT_upos] = (uint32_t)token->upos + 2;
        if (wanted & 1u << TRAIT_tag) of_word[TRAIT_tag] = fine_tag(token);
        if (wanted & 1u << TRAIT_lemma) of_word[TRAIT_lemma] = hash_slice(token->lemma) | 2;
        of_word[TRAIT_ner] = (uint32_t)token->ner * 2 + token->ner_begins + 2;
        of_word[TRAIT_left_count] = of_word[TRAIT_right_count] = of_word[TRAIT_relations] = 2;
    }
}

static uint32_t few(uint8_t count) { return count < 3 ? count + 2u : 5u; }

void show_arc(const struct configuration *c, int child, word_traits *traits) {
    int head = c->nodes[child].head;
    const struct node *above = &c->nodes[head];
    traits[child][TRAIT_deprel] = c->nodes[child].relation + 1u;
    traits[head][TRAIT_left_count] = few(above->left_count);
    traits[head][TRAIT_right_count] = few(above->right_count);
    traits[head][TRAIT_relations] = (uint32_t)(above->relations * UINT64_C(0x9E3779B97F4A7C15) >> 32) | 2;
}

// 1, 2, 3, 4, 5-6, 7-10, more; never 0 nor TRAIT_EDGE.
static uint32_t distance_class(int distance) {
    if (distance <= 4) return (uint32_t)distance + 2;
    return distance <= 6 ? 7 : distance <= 10 ? 8 : 9;
}

static void find_move_places(const struct configuration *c, int *places) {
    const struct node *nodes = c->nodes;
    int s0 = stack_word(c, 0), s1 = stack_word(c, 1), s2 = stack_word(c, 2), b0 = buffer_word(c, 0);
    places[PLACE_s0] = s0, places[PLACE_s1] = s1, places[PLACE_s2] = s2;
    places[PLACE_b0] = b0, places[PLACE_b1] = buffer_word(c, 1), places[PLACE_b2] = buffer_word(c, 2), places[PLACE_b3] = buffer_word(c, 3);
    places[PLACE_s0_left] = nodes[s0].left, places[PLACE_s0_left2] = nodes[s0].left2;
    places[PLACE_s0_right] = nodes[s0].right, places[PLACE_s0_right2] = nodes[s0].right2;
    places[PLACE_s1_left] = nodes[s1].left, places[PLACE_s1_left2] = nodes[s1].left2;
    places[PLACE_s1_right] = nodes[s1].right, places[PLACE_s1_right2] = nodes[s1].right2;
    places[PLACE_b0_left] = nodes[b0].left, places[PLACE_b0_left2] = nodes[b0].left2;
    places[PLACE_s0_left_left] = nodes[nodes[s0].left].left;
    places[PLACE_s0_right_right] = nodes[nodes[s0].right].right, places[PLACE_s0_right_left] = nodes[nodes[s0].right].left;
    places[PLACE_s1_right_right] = nodes[nodes[s1].right].right, places[PLACE_s1_right_left] = nodes[nodes[s1].right].left;
    places[PLACE_b0_left_left] = nodes[nodes[b0].left].left;
    places[PLACE_s0_before] = s0 ? s0 - 1 : 0, places[PLACE_s0_after] = s0 < c->count && s0 ? s0 + 1 : 0;
    places[PLACE_s1_before] = s1 ? s1 - 1 : 0, places[PLACE_s1_after] = s1 ? s1 + 1 : 0;
    places[PLACE_b0_before] = b0 ? b0 - 1 : c->count;
    places[PLACE_b0_after] = b0 && b0 < c->count ? b0 + 1 : 0;
    places[PLACE_s2_right] = nodes[s2].right;
}

static void find_arc_places(const struct configuration *c, int head, int child, int *places) {
    const struct node *nodes = c->nodes, *above = &nodes[head], *below = &nodes[child];
    places[PLACE_head] = head, places[PLACE_child] = child;
    places[PLACE_head_left] = above->left, places[PLACE_head_left2] = above->left2;
    places[PLACE_head_right] = above->right, places[PLACE_head_right2] = above->right2;
    places[PLACE_child_left] = below->left, places[PLACE_child_left2] = below->left2;
    places[PLACE_child_right] = below->right, places[PLACE_child_right2] = below->right2;
    places[PLACE_head_before] = head - 1, places[PLACE_head_after] = head < c->count ? head + 1 : 0;
    places[PLACE_child_before] = child - 1, places[PLACE_child_after] = child < c->count ? child + 1 : 0;
    places[PLACE_child_left_left] = nodes[below->left].left, places[PLACE_child_right_left] = nodes[below->right].left;
}

static void look(const struct features *features, const int *places, word_traits *traits, uint32_t *values) {
    for (size_t v = 0; v < features->view_count; v++) values[v] = traits[places[features->views[v].place]][features->views[v].trait];
}

void look_at_moves(const struct features *features, const struct configuration *c, word_traits *traits, uint32_t *values) {
    int places[PLACE_COUNT] = {0}, s0 = stack_word(c, 0), s1 = stack_word(c, 1);
    find_move_places(c, places);
    if (s0) traits[s0][TRAIT_distance] = distance_class((buffer_word(c, 0) ? buffer_word(c, 0) : c->count + 1) - s0);
    if (s1) traits[s1][TRAIT_distance] = distance_class(s0 - s1);
    look(features, places, traits, values);
}

void look_at_arc(const struct features *features, const struct configuration *c, int head, int child, word_traits *traits, uint32_t *values) {
    int places[PLACE_COUNT] = {0};
    find_move_places(c, places);
    find_arc_places(c, head, child, places);
    traits[child][TRAIT_distance] = head > child ? distance_class(head - child) + 16 : distance_class(child - head);
    look(features, places, traits, values);
}
