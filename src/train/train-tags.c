// train-tags: learns the model of parts of speech (lib/models/tags.md) from token tables with upos, or with xpos alone where that says
// enough; with --jackknife=N it writes the tables instead, each Nth of the sentences tagged by what the others taught.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>

#include "base/intern.h"
#include "base/mapped.h"
#include "exchange/token_rows.h"
#include "learn/sequence_learner.h"
#include "text/tag_traits.h"

enum { RUN = 20 }; // sentences that stay together when they are dealt out

struct options {
    struct slice templates;
    const char *model, *clusters, *check;
    size_t rounds, least, most, margin, detail, jackknife;
    bool errors;
};

static const struct option_row own[] = {
    {'t', "templates", "FILE", "what the model looks at: templates, one a line"},
    {'m', "model", "FILE", "write the model here"},
    {'c', "clusters", "FILE", "clusters of words for the traits coarse, middle, fine"},
    {'i', "rounds", "N", "how often all sentences are gone through: 8"},
    {'u', "least", "N", "a feature counts from so many updates on: 3"},
    {'g', "margin", "N", "by how much a right label has to win while learning: 0"},
    {'s', "most", "N", "keep so many features: 0 is all"},
    {'d', "detail", "N", "a upos and xpos that occur together so often are a label of their own: 0 is none"},
    {'j', "jackknife", "N", "write the tables with the tags that N models give, each to what it was not taught on"},
    {'e', "check", "FILE", "say how many tags of this table the model gets right"},
    {0, NULL, NULL, NULL},
};

// A upos with one of its xpos, "VERB-VBD", or all others, "VERB".
struct pair {
    enum upos upos;
    uint32_t xpos;
    size_t count;
    size_t label;
};

struct school {
    const struct options *options;
    struct features features;
    struct clusters clusters;
    LIST(struct lesson) lessons;
    LIST(const struct token *) words; // [lessons] their tokens
    LIST(struct document) documents;
    struct interner xpos;
    LIST(struct pair) pairs;
    struct slice labels[MOST_LABELS];
    enum upos upos_of_label[MOST_LABELS];
    size_t label_count;
    struct arena keep;
};

static struct slice read_whole(const char *path) {
    struct slice bytes;
    if (!map_file(path, &bytes)) die("%s:", path);
    return bytes;
}

static struct options read_options(struct command *command, int argc, char **argv) {
    struct options options = {.rounds = 8, .least = 3};
    const char *argument;
    for (int id; (id = next_option(command, argc, argv, &argument)) != -1;) switch (id) {
        case 't': options.templates = read_whole(argument); break;
        case 'm': options.model = argument; break;
        case 'c': options.clusters = argument; break;
        case 'e': options.check = argument; break;
        case 'i': options.rounds = option_number(command, "rounds", argument); break;
        case 'u': options.least = option_number(command, "least", argument); break;
        case 'g': options.margin = option_number(command, "margin", argument); break;
        case 's': options.most = option_number(command, "most", argument); break;
        case 'd': options.detail = option_number(command, "detail", argument); break;
        case 'j': options.jackknife = option_number(command, "jackknife", argument); break;
        }
    if (options.templates.at == NULL) usage_error(command, "--templates is wanted");
    return options;
}

// Reading

static struct slice nth_cell(struct slice row, int number) {
    struct slice cell = {0};
    while (number-- >= 0 && slice_cut(&row, '\t', &cell)) {}
    return number < -1 ? (struct slice){"", 0} : cell;
}

// Keeps a table's documents; each token's xpos goes into its `deprel`, which nobody needs here.
static void read_table(struct school *school, const struct command *command, char *path) {
    struct token_reader tokens;
    struct command single = *command;
    single.operands = (char *[]){path, NULL};
    if (!open_tokens(&tokens, &single, NULL)) exit(EXIT_DATA);
    int xpos = find_column(&tokens.reader, "xpos");
    for (struct document document = {0}; read_document(&tokens, &document); document = (struct document){0}) {
        for (size_t i = 0; i < document.tokens.count; i++)
            document.tokens.at[i].deprel = xpos < 0 ? (struct slice){"", 0} : nth_cell(document.tokens.at[i].row, xpos);
        *list_push(&school->documents) = document;
    }
    close_tokens(&tokens);
}

// Labels

static struct pair *find_pair(struct school *school, enum upos upos, struct slice xpos) {
    uint32_t number = intern(&school->xpos, xpos);
    for (size_t i = 0; i < school->pairs.count; i++)
        if (school->pairs.at[i].upos == upos && school->pairs.at[i].xpos == number) return &school->pairs.at[i];
    *list_push(&school->pairs) = (struct pair){upos, number, 0, 0};
    return &school->pairs.at[school->pairs.count - 1];
}

static size_t add_label(struct school *school, enum upos upos, struct slice name) {
    if (school->label_count == MOST_LABELS) die("more than %d labels: a larger --detail gives fewer", MOST_LABELS);
    school->labels[school->label_count] = name;
    school->upos_of_label[school->label_count] = upos;
    return school->label_count++;
}

static void make_labels(struct school *school) {
    for (size_t d = 0; d < school->documents.count; d++)
        for (size_t i = 0; i < school->documents.at[d].tokens.count; i++) {
            const struct token *token = &school->documents.at[d].tokens.at[i];
            if (token->upos) find_pair(school, token->upos, token->deprel)->count++;
        }
    for (enum upos upos = 1; upos < UPOS_COUNT; upos++) add_label(school, upos, upos_name(upos));
    for (size_t i = 0; i < school->pairs.count; i++) {
        struct pair *pair = &school->pairs.at[i];
        bool own_label = school->options->detail && pair->count >= school->options->detail && school->xpos.names[pair->xpos].length;
        pair->label = own_label ? add_label(school, pair->upos, arena_join(&school->keep, upos_name(pair->upos), "-", school->xpos.names[pair->xpos]))
                                : (size_t)pair->upos - 1;
    }
}

// A token's right labels, 0 where nobody knows. An xpos alone may be any upos that has it in one of a hundred cases.
static uint64_t right_labels(struct school *school, const struct token *token) {
    uint64_t right = 0;
    size_t all = 0;
    if (token->upos && token->deprel.length) return UINT64_C(1) << find_pair(school, token->upos, token->deprel)->label;
    if (token->upos) {
        for (size_t label = 0; label < school->label_count; label++)
            if (school->upos_of_label[label] == token->upos) right |= UINT64_C(1) << label;
        return right;
    }
    uint32_t xpos = intern_find(&school->xpos, token->deprel);
    for (size_t i = 0; i < school->pairs.count; i++) all += school->pairs.at[i].xpos == xpos ? school->pairs.at[i].count : 0;
    for (size_t i = 0; i < school->pairs.count; i++)
        if (school->pairs.at[i].xpos == xpos && school->pairs.at[i].count * 100 >= all) right |= UINT64_C(1) << school->pairs.at[i].label;
    return right;
}

static void make_lessons(struct school *school) {
    uint64_t all = school->label_count == 64 ? ~UINT64_C(0) : (UINT64_C(1) << school->label_count) - 1;
    for (size_t d = 0; d < school->documents.count; d++) {
        struct document *document = &school->documents.at[d];
        for (size_t s = 0; s < document->sentences.count; s++) {
            const struct token *tokens = document->tokens.at + document->sentences.at[s].first;
            struct lesson lesson = {.count = document->sentences.at[s].count};
            lesson.traits = arena_take(&school->keep, lesson.count * sizeof(word_traits));
            lesson.right = TAKE(&school->keep, uint64_t, lesson.count);
            lesson.allowed = TAKE(&school->keep, uint64_t, lesson.count);
            see_words(school->options->clusters ? &school->clusters : NULL, tokens, lesson.count, school->features.traits, lesson.traits);
            for (size_t i = 0; i < lesson.count; i++) {
                lesson.right[i] = right_labels(school, &tokens[i]);
                lesson.allowed[i] = all;
            }
            *list_push(&school->lessons) = lesson;
            *list_push(&school->words) = tokens;
        }
    }
}

// Learning

// From the lessons but every `of`-th run from `without` on; of = 0: from all. Returns the model's bytes, in `keep`.
static struct slice learn(struct school *school, struct arena *keep, size_t without, size_t of) {
    const struct options *options = school->options;
    struct perceptron *perceptron = make_perceptron(school->label_count, (uint32_t)options->least);
    size_t *order = take_memory(NULL, school->lessons.count + 1, sizeof *order), count = 0;
    for (size_t e = 0; e < school->lessons.count; e++)
        if (of == 0 || e / RUN % of != without) order[count++] = e;
    for (size_t round = 0; round < options->rounds; round++) {
        shuffle_order(order, count, round);
        size_t wrong = teach_round(perceptron, &school->features, school->lessons.at, order, count, (int32_t)options->margin);
        warn("round %zu: %zu wrong", round + 1, wrong);
    }
    struct model_writer writer = {.kind = "tags"};
    size_t rows = write_perceptron(perceptron, &writer, "tags", options->templates,
                                   arena_join_all(&school->keep, school->labels, school->label_count, "\n"), options->most);
    struct slice bytes = build_model(keep, &writer);
    warn("%zu features, %zu bytes", rows, bytes.length);
    free_perceptron(perceptron);
    free(order);
    return bytes;
}

static void open_tags(struct arena *keep, struct slice bytes, struct linear *linear) {
    struct model model;
    if (!open_model(&model, bytes, "tags") || !open_linear(keep, &model, "tags", &sequence_names, linear)) die("%s", model.complaint);
}

static void check_table(struct school *school, const struct command *command, struct slice bytes) {
    struct school other = {.options = school->options, .features = school->features, .clusters = school->clusters};
    struct linear linear;
    static uint8_t labels[100000];
    size_t right = 0, all = 0, wrong[UPOS_COUNT][UPOS_COUNT] = {{0}};
    open_tags(&school->keep, bytes, &linear);
    char path[4096];
    snprintf(path, sizeof path, "%s", school->options->check);
    read_table(&other, command, path);
    make_lessons(&other);
    for (size_t l = 0; l < other.lessons.count; l++) {
        struct lesson *lesson = &other.lessons.at[l];
        label_sequence(&linear, NULL, lesson->traits, lesson->count, labels);
        for (size_t i = 0; i < lesson->count; i++, all++) {
            enum upos gold = other.words.at[l][i].upos, found = school->upos_of_label[labels[i]];
            right += gold == found;
            wrong[gold][found] += gold != found;
        }
    }
    warn("%s: %.2f", path, 100.0 * (double)right / (double)all);
    if (getenv("CONFUSION"))
        for (int a = 0; a < UPOS_COUNT; a++)
            for (int b = 0; b < UPOS_COUNT; b++)
                if (wrong[a][b] > 10) fprintf(stderr, "%zu\t%.*s as %.*s\n", wrong[a][b], SHOW(upos_name(a)), SHOW(upos_name(b)));
}

static void write_file(struct slice bytes, const char *path) {
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes.at, 1, bytes.length, file) != bytes.length) die("%s:", path);
    if (fclose(file) != 0) die("%s:", path);
}

int main(int argc, char **argv) {
    struct command command = {.name = "train-tags", .purpose = "learns the model of parts of speech", .own = own};
    struct options options = read_options(&command, argc, argv);
    struct school school = {.options = &options};
    struct model clusters;
    struct writer writer;
    if (options.clusters && (!open_model(&clusters, read_whole(options.clusters), "clusters") || !open_clusters(&school.clusters, &clusters)))
        die("%s: %s", options.clusters, clusters.complaint);
    const char *fault = compile_features(&school.keep, options.templates, &sequence_names, &school.features);
    if (fault) die("%s", fault);
    open_output(&command, &writer);
    for (char **path = command.operands; *path; path++) read_table(&school, &command, *path);
    make_labels(&school);
    make_lessons(&school);
    struct slice bytes = learn(&school, &school.keep, 0, 0);
    if (options.model) write_file(bytes, options.model);
    if (options.check) check_table(&school, &command, bytes);
    return finish_command(&command, &writer);
}
