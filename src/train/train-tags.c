// train-tags: learns the model of parts of speech from token tables with upos; with --jackknife=N it writes the tables instead, each Nth
// of the sentences tagged by what the others taught.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mapped.h"
#include "exchange/token_rows.h"
#include "learn/perceptron.h"
#include "text/sequence.h"

enum { RUN = 20 };

struct options {
    struct slice templates;
    const char *model, *clusters;
    size_t rounds, least, most, jackknife;
};

static const struct option_row own[] = {
    {'t', "templates", "FILE", "what the model looks at: templates, one a line"},
    {'m', "model", "FILE", "write the model here"},
    {'c', "clusters", "FILE", "clusters of words for the traits coarse, middle, fine"},
    {'i', "rounds", "N", "how often all sentences are gone through: 10"},
    {'u', "least", "N", "a feature counts from so many updates on: 3"},
    {'s', "most", "N", "keep so many features: 0 is all"},
    {'j', "jackknife", "N", "write the tables with the tags that N models give, each to what it was not taught on"},
    {0, NULL, NULL, NULL},
};

struct example {
    struct token *tokens;
    size_t count;
    word_traits *traits; // [count]
    uint8_t *labels;     // [count] upos - 1
};

struct lesson {
    struct features features;
    LIST(struct example) examples;
    LIST(struct document) documents;
    struct clusters clusters;
    bool clustered;
    struct arena keep;
};

static struct slice read_whole(const char *path) {
    struct slice bytes;
    if (!map_file(path, &bytes)) die("%s:", path);
    return bytes;
}

static struct options read_options(struct command *command, int argc, char **argv) {
    struct options options = {.rounds = 10, .least = 3};
    const char *argument;
    for (int id; (id = next_option(command, argc, argv, &argument)) != -1;) switch (id) {
        case 't': options.templates = read_whole(argument); break;
        case 'm': options.model = argument; break;
        case 'c': options.clusters = argument; break;
        case 'i': options.rounds = option_number(command, "--rounds", argument); break;
        case 'u': options.least = option_number(command, "--least", argument); break;
        case 's': options.most = option_number(command, "--most", argument); break;
        case 'j': options.jackknife = option_number(command, "--jackknife", argument); break;
        }
    if (options.templates.at == NULL || (options.model == NULL) == (options.jackknife == 0))
        usage_error(command, "--templates, and one of --model and --jackknife are needed");
    return options;
}

static void add_examples(struct lesson *lesson, struct document *document) {
    for (size_t s = 0; s < document->sentences.count; s++) {
        struct sentence place = document->sentences.at[s];
        struct example example = {document->tokens.at + place.first, place.count, NULL, NULL};
        example.traits = arena_take(&lesson->keep, place.count * sizeof(word_traits));
        example.labels = TAKE(&lesson->keep, uint8_t, place.count);
        for (size_t i = 0; i < place.count; i++) {
            fill_traits(lesson->clustered ? &lesson->clusters : NULL, &example.tokens[i], lesson->features.traits, example.traits[i]);
            example.labels[i] = (uint8_t)(example.tokens[i].upos - 1);
        }
        *list_push(&lesson->examples) = example;
    }
}

// A fixed shuffle: Fisher and Yates, with numbers of a linear congruence (Knuth's MMIX).
static void shuffle(size_t *order, size_t count, uint64_t *state) {
    for (size_t i = count; i > 1; i--) {
        *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        size_t other = (size_t)((*state >> 33) % i), kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

static size_t learn_example(const struct features *features, struct perceptron *perceptron, struct example *example) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES];
    int32_t scores[MOST_LABELS];
    size_t wrong = 0;
    for (size_t i = 0; i < example->count; i++) {
        look_around(features, example->traits, example->count, i, values);
        size_t count = hash_features(features, values, hashes);
        perceptron_scores(perceptron, hashes, count, scores);
        size_t guess = best_label(scores, UPOS_COUNT - 1);
        perceptron_step(perceptron);
        if (guess != example->labels[i]) perceptron_update(perceptron, hashes, count, example->labels[i], guess, 1), wrong++;
        example->traits[i][TRAIT_label] = (uint32_t)guess + 1;
    }
    return wrong;
}

// Shares are runs of sentences, so that few lose their neighbours; of 0 shares nothing is left out.
static bool is_left_out(size_t example, size_t share, size_t of) { return of && example / RUN % of == share; }

static void tag_example(const struct features *features, const struct perceptron *perceptron, struct example *example) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES];
    for (size_t i = 0; i < example->count; i++) {
        look_around(features, example->traits, example->count, i, values);
        size_t guess = perceptron_best(perceptron, hashes, hash_features(features, values, hashes));
        example->traits[i][TRAIT_label] = (uint32_t)guess + 1;
        example->tokens[i].upos = (enum upos)(guess + 1);
    }
}

static struct perceptron *learn(struct lesson *lesson, const struct options *options, size_t without, size_t of) {
    struct perceptron *perceptron = make_perceptron(UPOS_COUNT - 1, (uint32_t)options->least);
    size_t *order = take_memory(NULL, lesson->examples.count + 1, sizeof *order), count = 0;
    uint64_t state = 1;
    for (size_t e = 0; e < lesson->examples.count; e++)
        if (!is_left_out(e, without, of)) order[count++] = e;
    for (size_t round = 0; round < options->rounds; round++) {
        size_t wrong = 0;
        shuffle(order, count, &state);
        for (size_t i = 0; i < count; i++) wrong += learn_example(&lesson->features, perceptron, &lesson->examples.at[order[i]]);
        fprintf(stderr, "round %zu: %zu wrong\n", round + 1, wrong);
    }
    free(order);
    return perceptron;
}

static struct slice label_text(struct arena *keep) {
    struct slice names[UPOS_COUNT];
    for (int upos = 1; upos < UPOS_COUNT; upos++) names[upos - 1] = upos_name((enum upos)upos);
    return arena_join_all(keep, names, UPOS_COUNT - 1, "\n");
}

static void write_tags(struct lesson *lesson, const struct options *options, const struct perceptron *perceptron, const char *path) {
    struct model_writer writer = {.kind = "tags"};
    size_t rows = write_perceptron(perceptron, &writer, "tags", options->templates, label_text(&lesson->keep), options->most);
    write_model(&writer, path);
    fprintf(stderr, "%zu features\n", rows);
}

// Tags each share of the examples with what the other shares taught.
static void jackknife(struct lesson *lesson, const struct options *options) {
    for (size_t part = 0; part < options->jackknife; part++) {
        struct perceptron *perceptron = learn(lesson, options, part, options->jackknife);
        for (size_t e = 0; e < lesson->examples.count; e++)
            if (is_left_out(e, part, options->jackknife)) tag_example(&lesson->features, perceptron, &lesson->examples.at[e]);
        free_perceptron(perceptron);
    }
}

static void write_tables(struct lesson *lesson, struct token_reader *tokens, struct writer *writer) {
    const bool dropped[TOKEN_COLUMN_COUNT] = {[TOKEN_upos] = true};
    const enum token_column added = TOKEN_upos;
    write_token_header(tokens, writer, dropped, &added, 1);
    for (size_t d = 0; d < lesson->documents.count; d++)
        for (size_t i = 0; i < lesson->documents.at[d].tokens.count; i++) {
            const struct token *token = &lesson->documents.at[d].tokens.at[i];
            write_token_row(tokens, writer, dropped, token->row);
            write_token_cell(writer, token, TOKEN_upos);
            end_row(writer);
        }
}

int main(int argc, char **argv) {
    struct command command = {.name = "train-tags", .purpose = "learns the model of parts of speech", .own = own};
    struct options options = read_options(&command, argc, argv);
    struct lesson lesson = {.clustered = false};
    struct model clusters;
    struct writer writer;
    struct token_reader tokens;
    if (options.clusters) {
        if (!open_model(&clusters, read_whole(options.clusters), "clusters") || !open_clusters(&lesson.clusters, &clusters))
            die("%s: %s", options.clusters, clusters.complaint);
        lesson.clustered = true;
    }
    const char *fault = compile_features(&lesson.keep, options.templates, &sequence_names, &lesson.features);
    if (fault) die("%s", fault);
    open_output(&command, &writer);
    if (!open_tokens(&tokens, &command, &writer)) return finish_command(&command, &writer);
    for (struct document document = {0}; read_document(&tokens, &document); document = (struct document){0}) {
        *list_push(&lesson.documents) = document;
        add_examples(&lesson, &lesson.documents.at[lesson.documents.count - 1]);
    }
    if (options.jackknife) {
        jackknife(&lesson, &options);
        write_tables(&lesson, &tokens, &writer);
    } else {
        struct perceptron *perceptron = learn(&lesson, &options, 0, 0);
        write_tags(&lesson, &options, perceptron, options.model);
    }
    return finish_command(&command, &writer);
}
