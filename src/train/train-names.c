// train-names: the model of names, from token tables whose column ner is right: TABLE or TABLE=N, where each of its sentences counts
// N times.
// SPDX-License-Identifier: MIT
#include "base/die.h"
#include "exchange/known_names.h"
#include "exchange/known_words.h"
#include "exchange/token_rows.h"
#include "learn/lesson_files.h"
#include "learn/log_linear.h"
#include "learn/sequence_learner.h"
#include "exchange/known_times.h"
#include "text/name_model.h"
#include "text/tagger.h"

enum { CLUSTERS = 256 };

static const struct option_row own[] = {
    {'t', "templates", "FILE", "the features, one template a line"},
    {'l', "lists", "FILE", "the lists of names: phrase, list (src/train/list-names)"},
    {CLUSTERS, "clusters", "FILE", "a model of clusters"},
    {'o', "output", "FILE", "where the model goes"},
    {'e', "epochs", "N", "passes over the sentences (5)"},
    {'f', "fewest", "N", "a feature counts after so many updates (2)"},
    {'m', "most", "N", "keep so many features (all)"},
    {'r', "rate", "N", "how large the steps are, in thousandths (20)"},
    {'b', "boost", "N", "a name counts so many hundredths of what other words count (130)"},
    {'d', "dice", "N", "another order of the sentences (0)"},
    {0, NULL, NULL, NULL},
};

static const char label_lines[] = "O\nB-PER\nI-PER\nB-ORG\nI-ORG\nB-LOC\nI-LOC\n";

struct example { // a sentence
    word_traits *traits;   // [count]
    enum freedom *freedom; // [count]
    uint8_t *gold;         // [count] labels
    size_t count;
    float weight;
};

struct trainer {
    const char *templates, *lists, *clusters, *output;
    size_t epochs, fewest, most, rate, dice, boost;
    struct tables tables;
    struct name_model model;   // its labels and lists; what it would have learnt is in `learner`
    struct clusters cluster_table;
    struct arena keep;
    LIST(struct example) examples;
    struct log_linear *learner;
    struct model_writer writer;
    struct tagger *tagger;
    struct timex *timex;
    struct names *names;
};

static struct slice file_bytes(const char *path) {
    if (path == NULL) die("see --help: an option that names a file is missing");
    return read_lesson_file(path);
}

/* The lists of names. */

static const struct slice list_names[] = {
#define LIST_SLICE(name) SLICE_INIT(#name),
    NAME_LISTS(LIST_SLICE)
#undef LIST_SLICE
};

struct list_table {
    uint32_t *keys;
    uint16_t *bits;
    size_t slots, used;
};

static void note_listed(struct list_table *table, uint64_t hash, uint32_t bit) {
    size_t at = home_of_listed(hash, table->slots);
    while (table->keys[at] && table->keys[at] != key_of_listed(hash)) at = (at + 1) & (table->slots - 1);
    table->used += table->keys[at] == 0;
    table->keys[at] = key_of_listed(hash);
    table->bits[at] |= (uint16_t)(1u << bit);
}

static bool is_joint(struct slice phrase, size_t i) { // could a tokenizer cut here?
    unsigned char byte = (unsigned char)phrase.at[i];
    return byte == ' ' || byte == '-' || byte == '\'' || byte == '.' || byte == '&';
}

static void note_phrase(struct list_table *table, struct slice phrase, uint32_t bit) {
    for (size_t i = 1; i < phrase.length; i++) {
        if (!is_joint(phrase, i) && !is_joint(phrase, i - 1)) continue;
        if (phrase.at[i - 1] == ' ') continue;
        struct token begin = {.lower = slice_first(phrase, i)};
        note_listed(table, begin_search(&begin), LISTED_begins);
    }
    struct token whole = {.lower = phrase};
    note_listed(table, begin_search(&whole), bit);
}

static void make_lists(struct trainer *trainer) {
    struct grid grid = load_file(&trainer->tables, trainer->lists);
    int phrase = grid_column(&grid, "phrase"), list = grid_column(&grid, "list");
    if (phrase < 0 || list < 0) die("%s: columns phrase and list are wanted", trainer->lists);
    struct list_table table = {.slots = 65536};
    while (table.slots < grid.rows * 5 / 4) table.slots *= 2;
    table.keys = TAKE(&trainer->keep, uint32_t, table.slots);
    table.bits = TAKE(&trainer->keep, uint16_t, table.slots);
    for (size_t r = 0; r < grid.rows; r++) {
        uint32_t bit = 0;
        while (bit < LISTED_COUNT && !slice_equal(list_names[bit], grid_cell(&grid, r, list))) bit++;
        if (bit < LISTED_COUNT) note_phrase(&table, grid_cell(&grid, r, phrase), bit);
        if (table.used * 8 > table.slots * 7) die("%s: too many phrases", trainer->lists);
    }
    trainer->model.lists = (struct name_lists){table.keys, table.bits, table.slots};
    warn("lists: %zu of %zu slots", table.used, table.slots);
    add_section(&trainer->writer, "lists.keys", (struct slice){(const char *)table.keys, table.slots * sizeof *table.keys});
    add_section(&trainer->writer, "lists.bits", (struct slice){(const char *)table.bits, table.slots * sizeof *table.bits});
}

/* Reading: what the rules say of each document, and what is right. */

static void load_rules(struct trainer *trainer) {
    struct tables *tables = &trainer->tables;
    static struct model_row models[] = {MODEL_ROW(clusters), MODEL_ROW(tags), {NULL, NULL, NULL, NULL}};
    struct names_tables names = load_known_names(tables, NULL, 0, &embedded_names);
    trainer->tagger = load_tagger(tables, &embedded_lexicon, models);
    trainer->timex = load_timex(tables, (struct timex_choices){.day_first = false});
    trainer->names = make_names(&tables->keep, &names);
}

static uint8_t label_of(const struct trainer *trainer, const struct token *token) {
    for (uint8_t l = 1; l < trainer->model.linear.label_count; l++)
        if (trainer->model.kinds[l] == token->ner && trainer->model.begins[l] == token->ner_begins) return l;
    return 0;
}

// The sentences of a document as the model sees them; gold[tokens], what the rules say of each word: said[tokens].
static void add_examples(struct trainer *trainer, struct search *search, const uint8_t *gold, const uint8_t *said, float weight) {
    const struct document *document = search->document;
    struct name_sight sight = {&trainer->model.lists, trainer->model.clusters, trainer->model.linear.features.traits, NULL, said};
    struct name_view view = make_name_view(&search->document->memory, document);
    size_t mention = 0;
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        struct example example = {.count = sentence->count, .weight = weight};
        see_names(&sight, search, s, &mention, &view);
        example.traits = TAKE(&trainer->keep, word_traits, sentence->count);
        example.freedom = TAKE(&trainer->keep, enum freedom, sentence->count);
        example.gold = TAKE(&trainer->keep, uint8_t, sentence->count);
        memcpy(example.traits, view.traits, sentence->count * sizeof *view.traits);
        memcpy(example.freedom, view.freedom, sentence->count * sizeof *view.freedom);
        memcpy(example.gold, gold + sentence->first, sentence->count);
        *list_push(&trainer->examples) = example;
    }
}

static void take_document(struct trainer *trainer, struct document *document, float weight) {
    size_t count = document->tokens.count;
    uint8_t *gold = TAKE(&document->memory, uint8_t, count + 1), *said = TAKE(&document->memory, uint8_t, count + 1);
    for (size_t i = 0; i < document->tokens.count; i++) {
        struct token *token = &document->tokens.at[i];
        gold[i] = label_of(trainer, token);
        token->ner = NER_NONE;
        token->ner_begins = false;
    }
    tag_document(trainer->tagger, document, false, false);
    find_times(trainer->timex, document, NULL);
    struct search search = begin_names(trainer->names, document);
    look_at_words(&search);
    find_mentions(&search);
    say_mentions(&search, said);
    count_votes(&search, said);
    add_examples(trainer, &search, gold, said, weight);
}

static void read_tables(struct trainer *trainer, struct command *command) {
    char **operands = command->operands;
    struct document document = {0};
    for (size_t i = 0; operands[i]; i++) {
        long weight = 1;
        char *equals = strchr(operands[i], '=');
        if (equals && !slice_number(slice_of(equals + 1), &weight)) usage_error(command, "TABLE=N wants a number");
        if (equals) *equals = 0;
        struct token_reader tokens;
        command->operands = (char *[]){operands[i], NULL};
        if (!open_tokens(&tokens, command, NULL)) die("%s: no table", operands[i]);
        need_column(&tokens.reader, "ner", "that is what is learnt");
        while (read_document(&tokens, &document)) take_document(trainer, &document, (float)weight);
        close_tokens(&tokens);
    }
    free_document(&document);
}

/* Learning. */

static size_t best_of(const float *scores, size_t count, uint64_t allowed) {
    size_t best = count;
    for (size_t l = 0; l < count; l++)
        if (allowed >> l & 1 && (best == count || scores[l] > scores[best])) best = l;
    return best;
}

static size_t see_word(const struct trainer *trainer, const struct example *example, size_t at, uint32_t *hashes) {
    uint32_t values[MOST_VIEWS];
    look_around(&trainer->model.linear.features, example->traits, example->count, at, values);
    return hash_features(&trainer->model.linear.features, values, hashes);
}

static size_t learn_word(struct trainer *trainer, const struct example *example, size_t at, uint64_t allowed) {
    uint32_t hashes[MOST_TEMPLATES];
    float scores[MOST_LABELS];
    size_t count = see_word(trainer, example, at, hashes), right = example->gold[at];
    log_linear_scores(trainer->learner, hashes, count, scores);
    float weight = example->weight * (right ? (float)trainer->boost / 100 : 1);
    if (allowed >> right & 1) log_linear_learn(trainer->learner, hashes, count, allowed, right, weight);
    return best_of(scores, trainer->model.linear.label_count, allowed);
}

// The labels to the left are the model's own, right or wrong, as they will be when it works alone.
static size_t learn_sentence(struct trainer *trainer, const struct example *example) {
    size_t wrong = 0, before = trainer->model.linear.label_count;
    for (size_t i = 0; i < example->count; i++) {
        uint64_t allowed = trainer->model.allowed[example->freedom[i]] & trainer->model.after[before];
        before = allowed & (allowed - 1) ? learn_word(trainer, example, i, allowed) : 0;
        example->traits[i][TRAIT_label] = (uint32_t)before + 1;
        wrong += before != example->gold[i];
    }
    return wrong;
}

// What the learner will be asked about, with the right labels in view.
static void count_sentence(struct trainer *trainer, const struct example *example) {
    uint32_t hashes[MOST_TEMPLATES];
    for (size_t i = 0; i < example->count; i++) example->traits[i][TRAIT_label] = example->gold[i] + 1u;
    for (size_t i = 0; i < example->count; i++) {
        bool inside = i > 0 && example->gold[i - 1] != 0;
        if (example->freedom[i] == FREE_WHOLLY || (example->freedom[i] == FREE_INSIDE && inside))
            count_features(trainer->learner, hashes, see_word(trainer, example, i, hashes));
    }
}

static void learn(struct trainer *trainer) {
    size_t count = trainer->examples.count, *order = TAKE(&trainer->keep, size_t, count + 1);
    trainer->learner = make_log_linear(trainer->model.linear.label_count, (float)trainer->rate / 1000);
    for (size_t e = 0; e < count; e++) count_sentence(trainer, &trainer->examples.at[e]), order[e] = e;
    keep_features(trainer->learner, (uint32_t)trainer->fewest);
    for (size_t epoch = 0; epoch < trainer->epochs; epoch++) {
        size_t wrong = 0;
        shuffle_order(order, count, epoch + 1 + 100 * trainer->dice);
        for (size_t e = 0; e < count; e++) wrong += learn_sentence(trainer, &trainer->examples.at[order[e]]);
        warn("pass %zu: %zu words wrong", epoch + 1, wrong);
    }
}

// Returns how many features were kept.
static size_t write_learnt(struct trainer *trainer) {
    struct perceptron *learnt = as_perceptron(trainer->learner);
    struct slice templates = file_bytes(trainer->templates);
    size_t rows = write_perceptron(learnt, &trainer->writer, "names", templates, SLICE(label_lines), trainer->most);
    write_model(&trainer->writer, trainer->output);
    free_perceptron(learnt);
    free_log_linear(trainer->learner);
    return rows;
}

static void open_trainer(struct trainer *trainer) {
    struct linear *linear = &trainer->model.linear;
    read_templates(&trainer->keep, file_bytes(trainer->templates), &sequence_names, &linear->features);
    struct slice *labels = TAKE(&trainer->keep, struct slice, MOST_LABELS), rest = SLICE(label_lines), label;
    while (slice_cut(&rest, '\n', &label))
        if (label.length) labels[linear->label_count++] = label;
    linear->labels = labels;
    read_name_labels(labels, linear->label_count, &trainer->model);
    trainer->writer.kind = "names";
    make_lists(trainer);
    if (trainer->clusters) {
        read_clusters(trainer->clusters, &trainer->cluster_table);
        trainer->model.clusters = &trainer->cluster_table;
    }
    load_rules(trainer);
}

static void read_options(struct command *command, struct trainer *trainer, int argc, char **argv) {
    const char *argument;
    int option;
    while ((option = next_option(command, argc, argv, &argument)) != -1) switch (option) {
        case 't': trainer->templates = argument; break;
        case 'l': trainer->lists = argument; break;
        case 'o': trainer->output = argument; break;
        case CLUSTERS: trainer->clusters = argument; break;
        case 'e': trainer->epochs = option_number(command, "epochs", argument); break;
        case 'f': trainer->fewest = option_number(command, "fewest", argument); break;
        case 'm': trainer->most = option_number(command, "most", argument); break;
        case 'r': trainer->rate = option_number(command, "rate", argument); break;
        case 'b': trainer->boost = option_number(command, "boost", argument); break;
        case 'd': trainer->dice = option_number(command, "dice", argument); break;
    }
}

int main(int argc, char **argv) {
    struct command command = {.name = "train-names", .manual = "dateline-train", .purpose = "a model of names, from tables of tokens with ner", .own = own};
    static struct trainer trainer = {.epochs = 5, .fewest = 2, .rate = 20, .boost = 130};
    struct writer writer;
    trainer.tables.problems = &command.problems;
    read_options(&command, &trainer, argc, argv);
    open_output(&command, &writer);
    open_trainer(&trainer);
    read_tables(&trainer, &command);
    if (trainer.examples.count == 0) die("the tables have no sentence to learn from");
    learn(&trainer);
    warn("%zu sentences, %zu features", trainer.examples.count, write_learnt(&trainer));
    return finish_command(&command, &writer);
}
