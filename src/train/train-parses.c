// train-parses: learns the model of dependencies from token tables with lemma, upos, head and deprel.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/intern.h"
#include "base/mapped.h"
#include "exchange/token_rows.h"
#include "learn/oracle.h"
#include "learn/perceptron.h"
#include "text/greedy.h"

struct options {
    struct slice moves, relations, marks;
    const char *model, *clusters, *measure;
    size_t rounds, least, most_moves, most_relations, margin, explore, forget;
};

static const struct option_row own[] = {
    {'t', "moves", "FILE", "what is looked at before a move: templates, one a line"},
    {'T', "relations", "FILE", "what is looked at before the relation of an arc is chosen"},
    {'p', "marks", "FILE", "what is looked at of a mark and a word it may hang on"},
    {'m', "model", "FILE", "write the model here"},
    {'c', "clusters", "FILE", "clusters of words for the traits coarse, middle, fine"},
    {'e', "measure", "FILE", "parse these trees at the end and say how many heads and relations are right"},
    {'i', "rounds", "N", "how often all sentences are gone through: 10"},
    {'l', "least", "N", "a feature counts from so many updates on: 3"},
    {'s', "most-moves", "N", "keep so many features of moves: 0 is all"},
    {'S', "most-relations", "N", "keep so many features of relations: 0 is all"},
    {'g', "margin", "N", "the right one should win by so much: 0"},
    {'f', "forget", "N", "percent of the features that are left out of sight at each choice, others each time: 0"},
    {'x', "explore", "N", "percent of the moves that are the model's own, right or wrong, from the second round on: 90"},
    {0, NULL, NULL, NULL},
};

struct example {
    const struct token *tokens;
    int count;
    struct truth truth;
};
typedef LIST(struct example) example_list;

enum { OF_MOVES, OF_RELATIONS, OF_MARKS, LEARNERS };

struct lesson {
    struct features features[LEARNERS];
    example_list examples;
    LIST(struct document) documents;
    struct clusters clusters;
    bool clustered;
    uint32_t wanted;             // bits of traits
    struct interner relations;
    struct perceptron *learners[LEARNERS];
    struct arena keep, scratch;
    uint64_t chance;
};

#define MOVE_TEXT(name) #name,

static struct slice read_whole(const char *path) {
    struct slice bytes;
    if (!map_file(path, &bytes)) die("%s:", path);
    return bytes;
}

static struct options read_options(struct command *command, int argc, char **argv) {
    struct options options = {.rounds = 10, .least = 3, .explore = 90};
    const char *argument;
    for (int id; (id = next_option(command, argc, argv, &argument)) != -1;) switch (id) {
        case 't': options.moves = read_whole(argument); break;
        case 'T': options.relations = read_whole(argument); break;
        case 'p': options.marks = read_whole(argument); break;
        case 'm': options.model = argument; break;
        case 'c': options.clusters = argument; break;
        case 'e': options.measure = argument; break;
        case 'i': options.rounds = option_number(command, "--rounds", argument); break;
        case 'l': options.least = option_number(command, "--least", argument); break;
        case 's': options.most_moves = option_number(command, "--most-moves", argument); break;
        case 'S': options.most_relations = option_number(command, "--most-relations", argument); break;
        case 'g': options.margin = option_number(command, "--margin", argument); break;
        case 'f': options.forget = option_number(command, "--forget", argument); break;
        case 'x': options.explore = option_number(command, "--explore", argument); break;
        }
    if (!options.moves.at || !options.relations.at || !options.marks.at || !options.model)
        usage_error(command, "--moves, --relations, --marks and --model are needed");
    return options;
}

// Examples.

static struct example make_example(struct lesson *lesson, const struct token *tokens, int count) {
    int *heads = TAKE(&lesson->keep, int, (size_t)count + 1);
    uint8_t *relations = TAKE(&lesson->keep, uint8_t, (size_t)count + 1);
    arena_reset(&lesson->scratch);
    struct parse parse = begin_parse(&lesson->scratch, NULL, tokens, (size_t)count, 0);
    for (int i = 1; i <= count; i++) {
        heads[i] = tokens[i - 1].head < 0 || tokens[i - 1].head > count ? 0 : (int)tokens[i - 1].head;
        relations[i] = (uint8_t)intern(&lesson->relations, tokens[i - 1].deprel);
    }
    return (struct example){tokens, count, make_truth(&lesson->keep, heads, relations, parse.aside, count)};
}

static void add_examples(struct lesson *lesson, const struct document *document, example_list *examples) {
    for (size_t s = 0; s < document->sentences.count; s++) {
        struct sentence place = document->sentences.at[s];
        *list_push(examples) = make_example(lesson, document->tokens.at + place.first, (int)place.count);
    }
}

static void read_examples(struct lesson *lesson, struct token_reader *tokens, example_list *examples) {
    for (struct document document = {0}; read_document(tokens, &document); document = (struct document){0}) {
        *list_push(&lesson->documents) = document;
        add_examples(lesson, &lesson->documents.at[lesson->documents.count - 1], examples);
    }
}

// Learning.

// A number below `limit`: a linear congruence (Knuth's MMIX).
static size_t draw(uint64_t *state, size_t limit) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)((*state >> 33) % limit);
}

// The best of those in `among`, or count if there is none.
static size_t best_among(const int32_t *scores, size_t count, uint64_t among) {
    size_t best = count;
    for (size_t i = 0; i < count; i++)
        if (among >> i & 1 && (best == count || scores[i] > scores[best])) best = i;
    return best;
}

static size_t lab_forget; static uint64_t lab_chance = 5;
// Learns that one of `right` should win among `allowed`; what the learner says itself is returned.
static size_t learn_choice(struct perceptron *learner, const struct features *features, const uint32_t *values, size_t labels,
                           uint64_t allowed, uint64_t right, int32_t margin, size_t *should) {
    uint32_t hashes[MOST_TEMPLATES];
    int32_t scores[MOST_LABELS];
    size_t count = hash_features(features, values, hashes);
    if (lab_forget) { size_t k = 0; for (size_t i = 0; i < count; i++) if (draw(&lab_chance, 100) >= lab_forget) hashes[k++] = hashes[i]; count = k; }
    perceptron_scores(learner, hashes, count, scores);
    perceptron_step(learner);
    size_t best = best_among(scores, labels, allowed), good = best_among(scores, labels, right), bad = best_among(scores, labels, allowed & ~right);
    if (bad < labels && scores[good] - margin <= scores[bad] && (margin || !(right >> best & 1)))
        perceptron_update(learner, hashes, count, good, bad, 1);
    *should = good;
    return best;
}

static uint8_t learn_relation(struct lesson *lesson, const struct options *options, const struct configuration *c, const struct truth *truth,
                              enum move move, word_traits *traits) {
    uint32_t values[MOST_VIEWS];
    int head = head_of_move(c, move), child = child_of_move(c);
    size_t labels = lesson->relations.count, should;
    look_at_arc(&lesson->features[OF_RELATIONS], c, head, child, traits, values);
    uint64_t all = (UINT64_C(1) << labels) - 1;
    if (truth->heads[child] == head)
        return (uint8_t)learn_choice(lesson->learners[OF_RELATIONS], &lesson->features[OF_RELATIONS], values, labels, all,
                                     UINT64_C(1) << truth->relations[child], (int32_t)options->margin, &should);
    uint32_t hashes[MOST_TEMPLATES];
    int32_t scores[MOST_LABELS];
    perceptron_scores(lesson->learners[OF_RELATIONS], hashes, hash_features(&lesson->features[OF_RELATIONS], values, hashes), scores);
    return (uint8_t)best_label(scores, labels);
}

// Marks are learnt on the true trees.
static void learn_mark(struct lesson *lesson, const struct parse *parse, int mark, int head) {
    const struct features *features = &lesson->features[OF_MARKS];
    struct perceptron *learner = lesson->learners[OF_MARKS];
    uint32_t values[MOST_VIEWS], hashes[MOST_CANDIDATES][MOST_TEMPLATES];
    int32_t scores[MOST_CANDIDATES];
    size_t counts[MOST_CANDIDATES], best = 0;
    int candidates[MOST_CANDIDATES];
    const struct configuration *c = &parse->configuration;
    size_t count = find_candidates(c->nodes, parse->aside, c->count, mark, candidates), right = count;
    for (size_t i = 0; i < count; i++) {
        look_at_mark(features, c, parse->partners, candidates[i], mark, parse->traits, values);
        counts[i] = hash_features(features, values, hashes[i]);
        perceptron_scores(learner, hashes[i], counts[i], &scores[i]);
        if (candidates[i] == head) right = i;
        if (scores[i] > scores[best]) best = i;
    }
    perceptron_step(learner);
    if (right == count || best == right) return;
    perceptron_add(learner, hashes[right], counts[right], 0, 1);
    perceptron_add(learner, hashes[best], counts[best], 0, -1);
}

// Draws the true tree by the oracle's moves.
static void learn_marks(struct lesson *lesson, const struct example *example, struct parse *parse) {
    struct configuration *c = &parse->configuration;
    while (!is_finished(c)) {
        uint32_t right = best_moves(c, &example->truth, applicable_moves(c));
        enum move move = (enum move)__builtin_ctz(right);
        int child = child_of_move(c);
        perform_move(c, move, example->truth.relations[child]);
        if (move != MOVE_shift) show_arc(c, child, parse->traits);
    }
    for (int mark = 1; mark <= c->count; mark++)
        if (parse->aside[mark]) learn_mark(lesson, parse, mark, example->truth.heads[mark]);
}

static size_t learn_moves(struct lesson *lesson, const struct options *options, const struct example *example, bool explores, struct parse *parse) {
    struct configuration *c = &parse->configuration;
    size_t wrong = 0;
    while (!is_finished(c)) {
        uint32_t values[MOST_VIEWS], allowed = applicable_moves(c), right = best_moves(c, &example->truth, allowed);
        size_t move = best_among((int32_t[MOVE_COUNT]){0}, MOVE_COUNT, allowed), should = move;
        if (allowed & (allowed - 1)) {
            look_at_moves(&lesson->features[OF_MOVES], c, parse->traits, values);
            move = learn_choice(lesson->learners[OF_MOVES], &lesson->features[OF_MOVES], values, MOVE_COUNT, allowed, right,
                                (int32_t)options->margin, &should);
        }
        wrong += !(right >> move & 1);
        if (!(right >> move & 1) && !(explores && draw(&lesson->chance, 100) < options->explore)) move = should;
        uint8_t relation = move == MOVE_shift ? 0 : learn_relation(lesson, options, c, &example->truth, (enum move)move, parse->traits);
        int child = child_of_move(c);
        perform_move(c, (enum move)move, relation);
        if (move != MOVE_shift) show_arc(c, child, parse->traits);
    }
    return wrong;
}

static struct parse begin_example(struct lesson *lesson, const struct example *example) {
    arena_reset(&lesson->scratch);
    return begin_parse(&lesson->scratch, lesson->clustered ? &lesson->clusters : NULL, example->tokens, (size_t)example->count, lesson->wanted);
}

static size_t learn_example(struct lesson *lesson, const struct options *options, const struct example *example, bool explores) {
    struct parse parse = begin_example(lesson, example);
    size_t wrong = learn_moves(lesson, options, example, explores, &parse);
    parse = begin_example(lesson, example);
    learn_marks(lesson, example, &parse);
    return wrong;
}

// Fisher and Yates.
static void shuffle(size_t *order, size_t count, uint64_t *state) {
    for (size_t i = count; i > 1; i--) {
        size_t other = draw(state, i), kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

static void learn(struct lesson *lesson, const struct options *options) {
    size_t count = lesson->examples.count, *order = take_memory(NULL, count + 1, sizeof *order);
    for (size_t e = 0; e < count; e++) order[e] = e;
    for (size_t round = 0; round < options->rounds; round++) {
        size_t wrong = 0;
        shuffle(order, count, &lesson->chance);
        for (size_t i = 0; i < count; i++) wrong += learn_example(lesson, options, &lesson->examples.at[order[i]], round > 0);
        fprintf(stderr, "round %zu: %zu wrong moves\n", round + 1, wrong);
    }
    free(order);
}

// Writing and measuring.

static void write_parses(struct lesson *lesson, const struct options *options) {
    static const char *const moves[] = {MOVES(MOVE_TEXT)};
    struct model_writer writer = {.kind = "parses"};
    struct slice labels[MOVE_COUNT];
    for (int move = 0; move < MOVE_COUNT; move++) labels[move] = slice_of(moves[move]);
    size_t rows = write_perceptron(lesson->learners[OF_MOVES], &writer, "moves", options->moves,
                                   arena_join_all(&lesson->keep, labels, MOVE_COUNT, "\n"), options->most_moves);
    size_t more = write_perceptron(lesson->learners[OF_RELATIONS], &writer, "relations", options->relations,
                                   arena_join_all(&lesson->keep, lesson->relations.names, lesson->relations.count, "\n"), options->most_relations);
    write_perceptron(lesson->learners[OF_MARKS], &writer, "marks", options->marks, SLICE("here"), 0);
    write_model(&writer, options->model);
    fprintf(stderr, "%zu features of moves, %zu of relations\n", rows, more);
}

static struct slice before_colon(struct slice name) {
    struct slice piece = {0};
    slice_cut(&name, ':', &piece);
    return piece;
}

static void measure(struct lesson *lesson, const char *model_path, struct command *command, const char *path) {
    struct token_reader tokens;
    struct model model;
    struct greedy greedy = {0};
    example_list examples = {0};
    struct command other = *command;
    other.operands = (char *[]){(char *)path, NULL};
    if (!open_tokens(&tokens, &other, NULL)) return;
    size_t known = lesson->relations.count;
    read_examples(lesson, &tokens, &examples);
    lesson->relations.count = known;
    if (!open_model(&model, read_whole(model_path), "parses") || !open_greedy(&lesson->keep, &model, &greedy)) die("%s: %s", model_path, model.complaint);
    size_t all = 0, heads = 0, universal = 0, whole = 0;
    for (size_t e = 0; e < examples.count; e++) {
        struct example *example = &examples.at[e];
        struct parse parse = begin_example(lesson, example);
        const struct node *nodes = parse.configuration.nodes;
        parse_greedily(&greedy, &parse);
        for (int i = 1; i <= example->count; i++) {
            struct slice deprel = example->tokens[i - 1].deprel, given = nodes[i].head ? greedy.relations.labels[nodes[i].relation - 1] : SLICE("root");
            if (parse.aside[i]) given = SLICE("punct");
            bool head = nodes[i].head == example->tokens[i - 1].head;
            all++, heads += head, whole += head && slice_equal(given, deprel);
            universal += head && slice_equal(before_colon(given), before_colon(deprel));
        }
    }
    fprintf(stderr, "%s: UAS %.2f LAS %.2f with subtypes %.2f\n", path, 100.0 * (double)heads / (double)all, 100.0 * (double)universal / (double)all,
            100.0 * (double)whole / (double)all);
}

int main(int argc, char **argv) {
    struct command command = {.name = "train-parses", .purpose = "learns the model of dependencies", .own = own};
    struct options options = read_options(&command, argc, argv);
    struct lesson lesson = {.chance = 1};
    struct model clusters;
    struct writer writer;
    struct token_reader tokens;
    if (options.clusters) {
        if (!open_model(&clusters, read_whole(options.clusters), "clusters") || !open_clusters(&lesson.clusters, &clusters))
            die("%s: %s", options.clusters, clusters.complaint);
        lesson.clustered = true;
    }
    const struct slice templates[] = {options.moves, options.relations, options.marks};
    for (int of = OF_MOVES; of < LEARNERS; of++) {
        const char *fault = compile_features(&lesson.keep, templates[of], &parser_names, &lesson.features[of]);
        if (fault) die("%s", fault);
        lesson.wanted |= lesson.features[of].traits;
    }
    open_output(&command, &writer);
    if (!open_tokens(&tokens, &command, &writer)) return finish_command(&command, &writer);
    read_examples(&lesson, &tokens, &lesson.examples);
    lesson.learners[OF_MOVES] = make_perceptron(MOVE_COUNT, (uint32_t)options.least);
    lesson.learners[OF_RELATIONS] = make_perceptron(lesson.relations.count, (uint32_t)options.least);
    lesson.learners[OF_MARKS] = make_perceptron(1, (uint32_t)options.least);
    lab_forget = options.forget;
    learn(&lesson, &options);
    write_parses(&lesson, &options);
    for (struct slice rest = slice_of(options.measure), path; slice_cut(&rest, ',', &path);)
        measure(&lesson, options.model, &command, arena_print(&lesson.keep, "%.*s", SHOW(path)).at);
    return finish_command(&command, &writer);
}
