// train-tags: learns the model of parts of speech (lib/models/tags.md) from token tables with upos; with --jackknife=N it writes the
// tables instead, each Nth of the sentences tagged by what the others taught: what is learnt on top of tags should see such.
// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "exchange/token_rows.h"
#include "learn/lesson_files.h"
#include "learn/sure_words.h"
#include "text/tag_model.h"
#include "text/tag_traits.h"

enum {
    RUN = 20,         // sentences that stay together when they are dealt out
    DRAFT_PARTS = 5,  // drafts to learn from are made by what the other parts taught
    MOST_WRONG = 150, // a draft stands from the lead on at which one of so many is wrong
};

struct options {
    struct slice drafts, tags; // templates
    const char *model, *clusters, *checks[8];
    size_t check_count, bag, rounds, least, margin, jackknife;
    size_t most, most_of_drafts;
};

static const struct option_row own[] = {
    {'t', "templates", "FILE", "what the model looks at: templates, one a line"},
    {'d', "drafts", "FILE", "the same for the drafts of tags that it sees"},
    {'m', "model", "FILE", "write the model here"},
    {'c', "clusters", "FILE", "clusters of words"},
    {'e', "check", "FILE", "say how many tags of this table the model gets right"},
    {'i', "rounds", "N", "how often all sentences are gone through: 6"},
    {'b', "bag", "N", "learn so many times in different orders, and average: 4"},
    {'l', "least", "N", "a feature counts from so many updates on: 3"},
    {'g', "margin", "N", "by how much a right tag has to win while learning: 2"},
    {'s', "most", "N", "keep so many features: 140000; 0 is all"},
    {'p', "most-of-drafts", "N", "and so many for the drafts: 25000"},
    {'j', "jackknife", "N", "write the tables with the tags that N models give, each to what it was not taught on"},
    {0, NULL, NULL, NULL},
};

struct school {
    const struct options *options;
    struct features drafts, tags;
    struct clusters clusters;
    LIST(struct document) documents;
    LIST(struct lesson) lessons;
    LIST(struct token *) words; // [lessons] their tokens
    LIST(int32_t *) leads;      // [lessons][words] by how much the drafts won, where there are drafts
    int upos_column;            // of the table read last
    struct arena keep;
};

static void take_option(const struct command *command, struct options *options, int id, const char *argument) {
    switch (id) {
    case 't': options->tags = read_lesson_file(argument); break;
    case 'd': options->drafts = read_lesson_file(argument); break;
    case 'm': options->model = argument; break;
    case 'c': options->clusters = argument; break;
    case 'i': options->rounds = option_number(command, "rounds", argument); break;
    case 'b': options->bag = option_number(command, "bag", argument); break;
    case 'l': options->least = option_number(command, "least", argument); break;
    case 'g': options->margin = option_number(command, "margin", argument); break;
    case 's': options->most = option_number(command, "most", argument); break;
    case 'p': options->most_of_drafts = option_number(command, "most-of-drafts", argument); break;
    case 'j': options->jackknife = option_number(command, "jackknife", argument); break;
    default:
        if (options->check_count == sizeof options->checks / sizeof *options->checks) usage_error(command, "too many tables to check");
        options->checks[options->check_count++] = argument;
    }
}

static struct options read_options(struct command *command, int argc, char **argv) {
    struct options options = {.bag = 4, .rounds = 6, .least = 3, .margin = 2, .most = 140000, .most_of_drafts = 25000};
    const char *argument;
    for (int id; (id = next_option(command, argc, argv, &argument)) != -1;) take_option(command, &options, id, argument);
    if (!options.tags.at || !options.drafts.at) usage_error(command, "--templates and --drafts are wanted");
    return options;
}

// Reading

// Keeps a table's documents.
static void read_table(struct school *school, const struct command *command, const char *path, struct writer *header) {
    struct token_reader tokens;
    struct command single = *command;
    single.operands = (char *[]){(char *)path, NULL};
    if (!open_tokens(&tokens, &single, NULL)) exit(EXIT_DATA);
    school->upos_column = need_column(&tokens.reader, "upos", "that is what is learnt");
    if (header) write_token_header(&tokens, header, NULL, NULL, 0);
    for (struct document document = {0}; read_document(&tokens, &document); document = (struct document){0})
        *list_push(&school->documents) = document;
    close_tokens(&tokens);
}

static void add_lesson(struct school *school, struct token *tokens, size_t count) {
    struct lesson lesson = {.count = count};
    lesson.traits = arena_take(&school->keep, count * sizeof(word_traits));
    lesson.right = TAKE(&school->keep, uint64_t, count);
    lesson.allowed = TAKE(&school->keep, uint64_t, count);
    see_words(&school->clusters, NULL, tokens, count, school->drafts.traits | school->tags.traits, lesson.traits);
    for (size_t i = 0; i < count; i++) lesson.right[i] = UINT64_C(1) << tokens[i].upos >> 1; // no tag: no bit
    *list_push(&school->lessons) = lesson;
    *list_push(&school->words) = tokens;
    *list_push(&school->leads) = TAKE(&school->keep, int32_t, count);
}

static void make_lessons(struct school *school) {
    for (size_t d = 0; d < school->documents.count; d++) {
        struct document *document = &school->documents.at[d];
        for (size_t s = 0; s < document->sentences.count; s++)
            add_lesson(school, document->tokens.at + document->sentences.at[s].first, document->sentences.at[s].count);
    }
}

static void allow_tags(struct school *school, struct slice sure) {
    struct tag_model model = {.sure = (const struct sure_word *)(const void *)sure.at, .sure_slots = sure.length / sizeof *model.sure};
    uint64_t all = (UINT64_C(1) << (UPOS_COUNT - 1)) - 1;
    for (size_t l = 0; l < school->lessons.count; l++)
        for (size_t i = 0; i < school->lessons.at[l].count; i++) {
            enum upos upos = find_sure_word(&model, school->lessons.at[l].traits[i][TRAIT_form]);
            school->lessons.at[l].allowed[i] = upos ? UINT64_C(1) << upos >> 1 : all;
        }
}

// Learning

static struct perceptron *learn_once(struct school *school, const struct features *features, size_t *order, size_t count, size_t time) {
    const struct options *options = school->options;
    struct perceptron *perceptron = make_perceptron(UPOS_COUNT - 1, (uint32_t)options->least);
    for (size_t round = 0; round < options->rounds; round++) {
        shuffle_order(order, count, time * options->rounds + round);
        teach_round(perceptron, features, school->lessons.at, order, count, (int32_t)options->margin);
    }
    return perceptron;
}

// As often as --bag says, each time in another order; the average of all.
static struct perceptron *learn(struct school *school, const struct features *features, size_t *order, size_t count, size_t times) {
    struct perceptron *sum = learn_once(school, features, order, count, 0);
    for (size_t time = 1; time < times; time++) {
        struct perceptron *other = learn_once(school, features, order, count, time);
        add_averages(sum, other);
        free_perceptron(other);
    }
    return sum;
}

static struct slice label_text(struct arena *keep) {
    struct slice names[UPOS_COUNT];
    for (int upos = 1; upos < UPOS_COUNT; upos++) names[upos - 1] = upos_name((enum upos)upos);
    return arena_join_all(keep, names, UPOS_COUNT - 1, "\n");
}

// Learns a classifier from the lessons in order[count] into the model that is being written.
static void add_classifier(struct school *school, struct model_writer *writer, const char *name, size_t *order, size_t count) {
    bool drafts = strcmp(name, "drafts") == 0;
    struct perceptron *perceptron = learn(school, drafts ? &school->drafts : &school->tags, order, count,
                                          drafts ? 1 : school->options->bag);
    size_t rows = write_perceptron(perceptron, writer, name, drafts ? school->options->drafts : school->options->tags,
                                   label_text(&school->keep), drafts ? school->options->most_of_drafts : school->options->most);
    warn("%s: %zu features", name, rows);
    free_perceptron(perceptron);
}

static int by_number(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

// A draft: lead << 1 | is it wrong, so that they can be sorted. Leads below 0 there are none.
static uint64_t as_number(int32_t lead, bool wrong) { return (uint64_t)(uint32_t)lead << 1 | wrong; }

static void draft_tags(struct school *school, const struct linear *drafts, const size_t *order, size_t count) {
    LIST(uint8_t) labels = {0};
    for (size_t n = 0; n < count; n++) {
        const struct lesson *lesson = &school->lessons.at[order[n]];
        struct sequence_limits limits = {.allowed = lesson->allowed};
        list_reserve(&labels, lesson->count);
        label_sequence(drafts, NULL, &limits, lesson->traits, lesson->count, labels.at, school->leads.at[order[n]]);
        for (size_t i = 0; i < lesson->count; i++) lesson->traits[i][TRAIT_upos] = labels.at[i] + 1u;
    }
    list_free(&labels);
}

// The least lead from which on one draft of MOST_WRONG is wrong. Drafts that were not asked for do not count.
static int32_t find_lead(const struct school *school, const size_t *order, size_t count) {
    LIST(uint64_t) drafts = {0};
    size_t wrong = 0;
    int32_t lead = INT32_MAX;
    for (size_t n = 0; n < count; n++) {
        const struct lesson *lesson = &school->lessons.at[order[n]];
        const int32_t *leads = school->leads.at[order[n]];
        for (size_t i = 0; i < lesson->count; i++)
            if (lesson->right[i] && leads[i] != INT32_MAX)
                *list_push(&drafts) = as_number(leads[i], !(lesson->right[i] >> (lesson->traits[i][TRAIT_upos] - 1) & 1));
    }
    if (drafts.count) qsort(drafts.at, drafts.count, sizeof *drafts.at, by_number);
    for (size_t i = drafts.count, seen = 1; i-- > 0; seen++) {
        wrong += drafts.at[i] & 1;
        if (wrong * MOST_WRONG <= seen) lead = (int32_t)(drafts.at[i] >> 1);
    }
    warn("a lead of %d is enough", lead);
    list_free(&drafts);
    return lead;
}

// Drafts that stand need not be learnt.
static void keep_drafts(struct school *school, const size_t *order, size_t count, int32_t lead) {
    for (size_t n = 0; n < count; n++) {
        struct lesson *lesson = &school->lessons.at[order[n]];
        for (size_t i = 0; i < lesson->count; i++)
            if (school->leads.at[order[n]][i] >= lead) lesson->allowed[i] = UINT64_C(1) << (lesson->traits[i][TRAIT_upos] - 1);
    }
}

// The part's lessons go to the end of order[count]; returns how many others are before them.
static size_t put_last(const size_t *order, size_t count, size_t part, size_t parts, size_t *split) {
    size_t others = 0, behind = count;
    for (size_t n = 0; n < count; n++) {
        if (n / RUN % parts == part) split[--behind] = order[n];
        else split[others++] = order[n];
    }
    return others;
}

// Drafts for the lessons, each by what the other parts taught.
static void make_drafts(struct school *school, const size_t *order, size_t count) {
    size_t *split = take_memory(NULL, count + 1, sizeof *split);
    for (size_t part = 0; part < DRAFT_PARTS; part++) {
        struct model_writer writer = {.kind = "tags"};
        struct arena memory = {0};
        struct model model;
        struct linear drafts;
        size_t others = put_last(order, count, part, DRAFT_PARTS, split);
        add_classifier(school, &writer, "drafts", split, others);
        if (!open_model(&model, build_model(&memory, &writer), "tags") ||
            !open_linear(&memory, &model, "drafts", &sequence_names, &drafts))
            die("%s", model.complaint);
        draft_tags(school, &drafts, split + others, count - others);
        arena_free(&memory);
    }
    free(split);
}

// A model from the lessons but every `of`-th run from `without` on; of = 0: from all. Its bytes, in `keep`.
static struct slice make_model(struct school *school, struct arena *keep, size_t without, size_t of) {
    size_t *order = take_memory(NULL, school->lessons.count + 1, sizeof *order), count = 0;
    struct model_writer writer = {.kind = "tags"};
    for (size_t l = 0; l < school->lessons.count; l++)
        if (of == 0 || l / RUN % of != without) order[count++] = l;
    struct slice sure = list_sure_words(keep, school->lessons.at, order, count);
    allow_tags(school, sure);
    add_section(&writer, "sure", sure);
    make_drafts(school, order, count);
    add_classifier(school, &writer, "drafts", order, count);
    int32_t lead = find_lead(school, order, count);
    keep_drafts(school, order, count, lead);
    add_section(&writer, "lead", (struct slice){(const char *)&lead, sizeof lead});
    add_classifier(school, &writer, "tags", order, count);
    free(order);
    return build_model(keep, &writer);
}

// Use

static void open_tags(struct school *school, struct slice bytes, struct tag_model *tags) {
    struct model model;
    if (!open_model(&model, bytes, "tags") || !open_tag_model(&school->keep, &model, &school->clusters, tags)) die("%s", model.complaint);
}

// The tags of lesson `l` by the model, to found[count].
static void tag_lesson(const struct school *school, const struct tag_model *tags, size_t l, uint8_t *found) {
    static struct tag_room room;
    static struct token tokens[MOST_TAGGED];
    size_t count = school->lessons.at[l].count;
    for (size_t first = 0, piece; first < count; first += piece) {
        piece = count - first < MOST_TAGGED ? count - first : MOST_TAGGED;
        memcpy(tokens, school->words.at[l] + first, piece * sizeof *tokens);
        memset(room.limits, 0, sizeof room.limits);
        choose_tags(tags, &room, tokens, piece);
        for (size_t i = 0; i < piece; i++) found[first + i] = (uint8_t)tokens[i].upos;
    }
}

static void check_table(const struct school *school, const struct command *command, struct slice bytes, const char *path) {
    struct school other = *school;
    struct tag_model tags;
    LIST(uint8_t) found = {0};
    size_t right = 0, all = 0;
    memset(&other.documents, 0, sizeof other.documents);
    memset(&other.lessons, 0, sizeof other.lessons);
    memset(&other.words, 0, sizeof other.words);
    memset(&other.leads, 0, sizeof other.leads);
    other.keep = (struct arena){0};
    open_tags(&other, bytes, &tags);
    read_table(&other, command, path, NULL);
    make_lessons(&other);
    for (size_t l = 0; l < other.lessons.count; l++) {
        list_reserve(&found, other.lessons.at[l].count);
        tag_lesson(&other, &tags, l, found.at);
        all += other.lessons.at[l].count;
        for (size_t i = 0; i < other.lessons.at[l].count; i++) right += other.words.at[l][i].upos == (enum upos)found.at[i];
    }
    warn("%s: %zu of %zu tags are right, %.2f %%", path, right, all, 100.0 * (double)right / (double)(all ? all : 1));
}

static void write_tagged(struct writer *writer, int upos_column, struct slice row, struct slice upos) {
    struct slice cell;
    for (int column = 0; row.at; column++) {
        slice_cut(&row, '\t', &cell);
        write_cells(writer, column == upos_column ? upos : cell);
    }
    end_row(writer);
}

static void jackknife(struct school *school, struct writer *writer) {
    size_t parts = school->options->jackknife;
    struct arena *memory = take_memory(NULL, parts, sizeof *memory);
    struct tag_model *tags = take_memory(NULL, parts, sizeof *tags);
    LIST(uint8_t) found = {0};
    memset(memory, 0, parts * sizeof *memory);
    for (size_t part = 0; part < parts; part++) open_tags(school, make_model(school, &memory[part], part, parts), &tags[part]);
    for (size_t l = 0; l < school->lessons.count; l++) {
        list_reserve(&found, school->lessons.at[l].count);
        tag_lesson(school, &tags[l / RUN % parts], l, found.at);
        for (size_t i = 0; i < school->lessons.at[l].count; i++)
            write_tagged(writer, school->upos_column, school->words.at[l][i].row, upos_name((enum upos)found.at[i]));
    }
}

static void open_school(struct school *school) {
    const struct options *options = school->options;
    if (options->clusters) read_clusters(options->clusters, &school->clusters);
    read_templates(&school->keep, options->tags, &sequence_names, &school->tags);
    read_templates(&school->keep, options->drafts, &sequence_names, &school->drafts);
}

int main(int argc, char **argv) {
    struct command command = {.name = "train-tags", .manual = "dateline-train", .purpose = "learns the model of parts of speech", .own = own};
    struct options options = read_options(&command, argc, argv);
    struct school school = {.options = &options};
    struct writer writer;
    open_school(&school);
    open_output(&command, &writer);
    for (char **path = command.operands; *path; path++)
        read_table(&school, &command, *path, options.jackknife && path == command.operands ? &writer : NULL);
    make_lessons(&school);
    if (school.lessons.count == 0) die("the tables have no sentence to learn from");
    if (options.jackknife) return jackknife(&school, &writer), finish_command(&command, &writer);
    struct slice bytes = make_model(&school, &school.keep, 0, 0);
    if (options.model) write_model_file(bytes, options.model);
    for (size_t i = 0; i < options.check_count; i++) check_table(&school, &command, bytes, options.checks[i]);
    return finish_command(&command, &writer);
}
