// train-parses: learns the model of dependencies from token tables with lemma, upos, head and deprel.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/intern.h"
#include "exchange/token_rows.h"
#include "learn/lesson_files.h"
#include "learn/tree_learner.h"

enum { LONGEST = 256 }; // words of a sentence: making a tree without crossing arcs of it takes time with the cube of them

struct options {
    struct slice templates[TREE_CHOICES];
    const char *model, *clusters, *measure;
    size_t rounds, bag, least, most_moves, most_relations, explore, forget;
};

static const struct option_row own[] = {
    {'t', "moves", "FILE", "what is looked at before a move: templates, one a line"},
    {'T', "relations", "FILE", "what is looked at before the relation of an arc is chosen"},
    {'p', "marks", "FILE", "what is looked at of a mark and a word it may hang on"},
    {'m', "model", "FILE", "write the model here"},
    {'c', "clusters", "FILE", "clusters of words for the traits coarse, middle, fine"},
    {'e', "measure", "FILE,...", "parse these trees at the end and say how many heads and relations are right"},
    {'i', "rounds", "N", "how often all sentences are gone through: 30"},
    {'b', "bag", "N", "learn so many times in different orders, and average: 3"},
    {'l', "least", "N", "a feature counts from so many updates on: 5"},
    {'s', "most-moves", "N", "keep so many features of moves: 0 is all"},
    {'S', "most-relations", "N", "keep so many features of relations: 0 is all"},
    {'x', "explore", "N", "percent of the wrong moves that are made all the same, from the second round on: 100"},
    {'f', "forget", "N", "percent of the features that are left out of sight at each choice: 30"},
    {0, NULL, NULL, NULL},
};

typedef LIST(struct tree_example) example_list;

struct school {
    struct tree_learner learner;
    struct clusters clusters;
    struct interner relations;
    LIST(struct document) documents;
    struct arena keep;
};

static struct options read_options(struct command *command, int argc, char **argv) {
    struct options options = {.rounds = 30, .bag = 3, .least = 5, .explore = 100, .forget = 30};
    const char *argument;
    for (int id; (id = next_option(command, argc, argv, &argument)) != -1;) switch (id) {
        case 't': options.templates[CHOICE_moves] = read_lesson_file(argument); break;
        case 'T': options.templates[CHOICE_relations] = read_lesson_file(argument); break;
        case 'p': options.templates[CHOICE_marks] = read_lesson_file(argument); break;
        case 'm': options.model = argument; break;
        case 'c': options.clusters = argument; break;
        case 'e': options.measure = argument; break;
        case 'i': options.rounds = option_number(command, "--rounds", argument); break;
        case 'b': options.bag = option_number(command, "--bag", argument); break;
        case 'l': options.least = option_number(command, "--least", argument); break;
        case 's': options.most_moves = option_number(command, "--most-moves", argument); break;
        case 'S': options.most_relations = option_number(command, "--most-relations", argument); break;
        case 'x': options.explore = option_number(command, "--explore", argument); break;
        case 'f': options.forget = option_number(command, "--forget", argument); break;
        }
    bool complete = options.model && options.bag;
    for (int choice = 0; choice < TREE_CHOICES; choice++) complete = complete && options.templates[choice].at;
    if (!complete) usage_error(command, "--moves, --relations, --marks and --model are needed");
    return options;
}

// UD's name for a relation that nobody named.
static struct slice named(struct slice relation) { return relation.length ? relation : SLICE("dep"); }

// Numbers of relations, in order of arrival; the root has none, since no arc is drawn to it.
static struct tree_example read_example(struct school *school, const struct token *tokens, size_t count) {
    uint8_t *relations = TAKE(&school->keep, uint8_t, count + 1);
    for (size_t i = 0; i < count; i++)
        if (!slice_is(tokens[i].deprel, "root")) relations[i + 1] = (uint8_t)intern(&school->relations, named(tokens[i].deprel));
    if (school->relations.count > MOST_LABELS) die("there are more than %d relations", MOST_LABELS);
    return make_tree_example(&school->learner, &school->keep, tokens, (int)count, relations);
}

static void read_examples(struct school *school, struct token_reader *tokens, example_list *examples) {
    const char *const needed[] = {"upos", "head", "deprel"};
    for (int n = 0; n < 3; n++) need_column(&tokens->reader, needed[n], "a treebank has it");
    for (struct document document = {0}; read_document(tokens, &document); document = (struct document){0}) {
        *list_push(&school->documents) = document;
        for (size_t s = 0; s < document.sentences.count; s++) {
            struct sentence place = document.sentences.at[s];
            if (place.count <= LONGEST) *list_push(examples) = read_example(school, document.tokens.at + place.first, place.count);
            else warn("a sentence of %zu words is left out", place.count);
        }
    }
}

// Fisher and Yates.
static void shuffle(size_t *order, size_t count, uint64_t *chance) {
    for (size_t i = count; i > 1; i--) {
        size_t other = draw_number(chance, i), kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

static void learn_once(struct tree_learner *learner, const example_list *examples, size_t rounds) {
    size_t *order = take_memory(NULL, examples->count + 1, sizeof *order);
    for (size_t e = 0; e < examples->count; e++) order[e] = e;
    for (size_t round = 0; round < rounds; round++) {
        size_t wrong = 0;
        shuffle(order, examples->count, &learner->chance);
        for (size_t i = 0; i < examples->count; i++) wrong += learn_tree(learner, &examples->at[order[i]], round > 0);
        fprintf(stderr, "round %zu: %zu wrong moves\n", round + 1, wrong);
    }
    free(order);
}

// The average of so many learners, each with an order and a chance of its own.
static void learn(struct tree_learner *learner, const example_list *examples, size_t rounds, size_t bag) {
    struct perceptron *sums[TREE_CHOICES] = {NULL};
    for (size_t one = 0; one < bag; one++) {
        for (int choice = 0; choice < TREE_CHOICES; choice++) learner->perceptrons[choice] = make_perceptron(learner->labels[choice], learner->least);
        learner->chance = one + 1;
        learn_once(learner, examples, rounds);
        for (int choice = 0; choice < TREE_CHOICES; choice++) {
            if (one == 0) sums[choice] = learner->perceptrons[choice];
            else add_averages(sums[choice], learner->perceptrons[choice]), free_perceptron(learner->perceptrons[choice]);
        }
    }
    memcpy(learner->perceptrons, sums, sizeof sums);
}

static void write_parses(struct school *school, const struct options *options) {
#define MOVE_TEXT(name) #name "\n"
    const struct slice moves = SLICE(MOVES(MOVE_TEXT));
    struct perceptron **perceptrons = school->learner.perceptrons;
    struct model_writer writer = {.kind = "parses"};
    struct slice relations = arena_join_all(&school->keep, school->relations.names, school->relations.count, "\n");
    size_t of_moves = write_perceptron(perceptrons[CHOICE_moves], &writer, "moves", options->templates[CHOICE_moves], moves, options->most_moves);
    size_t of_relations = write_perceptron(perceptrons[CHOICE_relations], &writer, "relations", options->templates[CHOICE_relations], relations,
                                           options->most_relations);
    size_t of_marks = write_perceptron(perceptrons[CHOICE_marks], &writer, "marks", options->templates[CHOICE_marks], SLICE("here"), 0);
    write_model(&writer, options->model);
    fprintf(stderr, "%zu features of moves, %zu of relations, %zu of marks\n", of_moves, of_relations, of_marks);
}

// Measuring, with the model as it was written.

static struct slice universal(struct slice relation) {
    struct slice piece = {0};
    slice_cut(&relation, ':', &piece);
    return piece;
}

struct figures {
    size_t all, heads, universal, whole;
};

static void count_right(const struct greedy *greedy, const struct parse *parse, const struct tree_example *example, struct figures *figures) {
    for (int i = 1; i <= example->count; i++) {
        const struct token *token = &example->tokens[i - 1];
        const struct node *node = &parse->configuration.nodes[i];
        struct slice relation = parse->aside[i] ? SLICE("punct") : node->head ? greedy->relations.labels[node->relation - 1] : SLICE("root");
        bool head = node->head == token->head;
        figures->all++, figures->heads += head, figures->whole += head && slice_equal(relation, token->deprel);
        figures->universal += head && slice_equal(universal(relation), universal(token->deprel));
    }
}

static void measure(struct school *school, const struct options *options, const struct command *command, const char *path) {
    struct command reading = *command;
    struct token_reader tokens;
    struct model model;
    struct greedy greedy;
    example_list examples = {0};
    struct figures figures = {0};
    reading.operands = (char *[]){(char *)path, NULL};
    if (!open_tokens(&tokens, &reading, NULL)) return;
    read_examples(school, &tokens, &examples);
    if (!open_model(&model, read_lesson_file(options->model), "parses") || !open_greedy(&school->keep, &model, &greedy)) die("%s: %s", options->model, model.complaint);
    for (size_t e = 0; e < examples.count; e++) {
        struct parse parse = begin_example(&school->learner, &examples.at[e]);
        parse_greedily(&greedy, &parse);
        count_right(&greedy, &parse, &examples.at[e], &figures);
    }
    double all = (double)figures.all / 100;
    fprintf(stderr, "%s: UAS %.2f LAS %.2f with subtypes %.2f\n", path, (double)figures.heads / all, (double)figures.universal / all,
            (double)figures.whole / all);
}

static void prepare(struct school *school, const struct options *options) {
    struct tree_learner *learner = &school->learner;
    *learner = (struct tree_learner){.explore = options->explore, .forget = options->forget, .chance = 1};
    for (int choice = 0; choice < TREE_CHOICES; choice++)
        read_templates(&school->keep, options->templates[choice], &parser_names, &learner->features[choice]);
    if (options->clusters == NULL) return;
    read_clusters(options->clusters, &school->clusters);
    learner->clusters = &school->clusters;
}

int main(int argc, char **argv) {
    struct command command = {.name = "train-parses", .manual = "dateline-train", .purpose = "learns the model of dependencies", .own = own};
    struct options options = read_options(&command, argc, argv);
    struct school school = {.clusters = {0}};
    struct writer writer;
    struct token_reader tokens;
    example_list examples = {0};
    prepare(&school, &options);
    open_output(&command, &writer);
    if (!open_tokens(&tokens, &command, &writer)) return finish_command(&command, &writer);
    read_examples(&school, &tokens, &examples);
    if (school.relations.count == 0) die("the tables have no arc to learn from");
    const size_t labels[TREE_CHOICES] = {MOVE_COUNT, school.relations.count, 1};
    memcpy(school.learner.labels, labels, sizeof labels);
    school.learner.least = (uint32_t)options.least;
    learn(&school.learner, &examples, options.rounds, options.bag);
    write_parses(&school, &options);
    for (struct slice rest = slice_of(options.measure), path; slice_cut(&rest, ',', &path);)
        measure(&school, &options, &command, arena_print(&school.keep, "%.*s", SHOW(path)).at);
    return finish_command(&command, &writer);
}
