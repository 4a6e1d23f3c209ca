// train-names: the model of names, from token tables whose column ner is right: TABLE or TABLE=N, where each of its sentences counts N times.
// SPDX-License-Identifier: MIT
#include "base/die.h"
#include "base/mapped.h"
#include "exchange/known_names.h"
#include "exchange/known_words.h"
#include "exchange/token_rows.h"
#include "learn/log_linear.h"
#include "learn/perceptron.h"
#include "story/timex.h"
#include "text/name_model.h"
#include "text/tagger.h"

enum { CLUSTERS = 256, SETS_APART };

static const struct option_row own[] = {
    {'t', "templates", "FILE", "the features, one template a line"},
    {'l', "lists", "FILE", "the lists of names: phrase, list (src/train/list-names)"},
    {CLUSTERS, "clusters", "FILE", "a model of clusters"},
    {'o', "output", "FILE", "where the model goes"},
    {'e', "epochs", "N", "passes over the sentences (10)"},
    {'f', "fewest", "N", "a feature counts after so many updates (2)"},
    {'m', "most", "N", "keep so many features (all)"},
    {'g', "margin", "N", "learn until the right label is so far ahead (0)"},
    {0, NULL, NULL, NULL},
};

static const char label_lines[] = "O\nB-PER\nI-PER\nB-ORG\nI-ORG\nB-LOC\nI-LOC\n";

struct example { // a sentence
    word_traits *traits;   // [count]
    enum freedom *freedom; // [count]
    uint8_t *gold;         // [count]
    size_t count;
    int32_t weight;
};

struct trainer {
    const char *templates, *lists, *clusters, *output;
    size_t epochs, fewest, most, margin;
    struct tables tables;
    struct name_model model;   // its labels and lists; what it would have learnt is in `perceptron`
    struct clusters cluster_table;
    struct arena keep;
    LIST(struct example) examples;
    struct perceptron *perceptron;
    struct model_writer writer;
    struct tagger *tagger;
    struct timex *timex;
    struct names *names;
    uint32_t set;
    uint64_t state;
    size_t drop;
    struct log_linear *log_linear;
};

static struct slice file_bytes(const char *path) {
    struct slice bytes;
    if (path == NULL) die("see --help: an option that names a file is missing");
    if (!map_file(path, &bytes)) die("%s:", path);
    return bytes;
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
    struct timex_tables times = {load_table(tables, "times"), load_table(tables, "time_words"), load_table(tables, "numbers")};
    struct names_tables names = load_known_names(tables, NULL, 0, &embedded_names);
    trainer->tagger = load_tagger(tables, &embedded_lexicon, models);
    trainer->timex = make_timex(&tables->keep, &times);
    trainer->names = make_names(&tables->keep, &names);
}

static uint8_t label_of(const struct trainer *trainer, const struct token *token) {
    for (uint8_t l = 1; l < trainer->model.linear.label_count; l++)
        if (trainer->model.kinds[l] == token->ner && trainer->model.begins[l] == token->ner_begins) return l;
    return 0;
}

static void add_examples(struct trainer *trainer, struct search *search, const uint8_t *gold, int32_t weight) {
    struct name_sight sight = {&trainer->model.lists, trainer->model.clusters, trainer->model.linear.features.traits};
    size_t mention = 0;
    for (size_t s = 0; s < search->document->sentences.count; s++) {
        const struct sentence *sentence = &search->document->sentences.at[s];
        struct example example = {.count = sentence->count, .weight = weight};
        example.traits = TAKE(&trainer->keep, word_traits, sentence->count);
        example.freedom = TAKE(&trainer->keep, enum freedom, sentence->count);
        example.gold = TAKE(&trainer->keep, uint8_t, sentence->count);
        memcpy(example.gold, gold + sentence->first, sentence->count);
        see_names(&sight, search, s, &mention, example.traits, example.freedom);
        for (size_t i = 0; i < sentence->count; i++) example.traits[i][TRAIT_distance] = trainer->set;
        *list_push(&trainer->examples) = example;
    }
}

static void read_document_of(struct trainer *trainer, struct document *document, int32_t weight) {
    uint8_t *gold = TAKE(&document->memory, uint8_t, document->tokens.count + 1);
    for (size_t i = 0; i < document->tokens.count; i++) {
        struct token *token = &document->tokens.at[i];
        gold[i] = label_of(trainer, token);
        token->ner = NER_NONE;
        token->ner_begins = false;
    }
    tag_document(trainer->tagger, document, false, false);
    find_times(trainer->timex, document);
    struct search search = begin_names(trainer->names, document);
    look_at_words(&search);
    find_mentions(&search);
    count_votes(&search);
    add_examples(trainer, &search, gold, weight);
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
        trainer->set = (uint32_t)i + 1;
        if (!open_tokens(&tokens, command, NULL)) die("%s: no table", operands[i]);
        while (read_document(&tokens, &document)) read_document_of(trainer, &document, (int32_t)weight);
        close_tokens(&tokens);
    }
    free_document(&document);
}

/* Learning. */

struct choice {
    size_t best, rival; // rival: the best but the right one
};

static size_t best_of(const int32_t *scores, size_t count, uint64_t allowed) {
    size_t best = count;
    for (size_t l = 0; l < count; l++)
        if (allowed >> l & 1 && (best == count || scores[l] > scores[best])) best = l;
    return best;
}

static size_t learn_word(struct trainer *trainer, const struct example *example, size_t at, uint64_t allowed) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES];
    int32_t scores[MOST_LABELS];
    size_t labels = trainer->model.linear.label_count, right = example->gold[at];
    look_around(&trainer->model.linear.features, example->traits, example->count, at, values);
    size_t count = hash_features(&trainer->model.linear.features, values, hashes);
    if (trainer->drop) {
        size_t kept = 0;
        for (size_t i = 0; i < count; i++) {
            trainer->state = trainer->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            if ((trainer->state >> 33) % 100 >= trainer->drop) hashes[kept++] = hashes[i];
        }
        count = kept;
    }
    if (trainer->log_linear) {
        float fs[MOST_LABELS];
        log_linear_scores(trainer->log_linear, hashes, count, fs);
        size_t best = labels;
        for (size_t l = 0; l < labels; l++)
            if (allowed >> l & 1 && (best == labels || fs[l] > fs[best])) best = l;
        if (allowed >> right & 1) log_linear_learn(trainer->log_linear, hashes, count, allowed, right, (float)example->weight);
        return best;
    }
    perceptron_scores(trainer->perceptron, hashes, count, scores);
    perceptron_step(trainer->perceptron);
    size_t best = best_of(scores, labels, allowed);
    if (!(allowed >> right & 1)) return best;
    size_t rival = best_of(scores, labels, allowed & ~(UINT64_C(1) << right));
    if (rival < labels && scores[right] - scores[rival] <= (int32_t)trainer->margin)
        perceptron_update(trainer->perceptron, hashes, count, right, rival, example->weight);
    return best;
}

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

static void shuffle(struct example *examples, size_t count, uint64_t *state) {
    for (size_t i = count; i > 1; i--) {
        *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        size_t other = (size_t)((*state >> 33) % i);
        struct example example = examples[i - 1];
        examples[i - 1] = examples[other];
        examples[other] = example;
    }
}

static void count_all(struct trainer *trainer) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES];
    for (size_t e = 0; e < trainer->examples.count; e++) {
        const struct example *example = &trainer->examples.at[e];
        for (size_t i = 0; i < example->count; i++) example->traits[i][TRAIT_label] = example->gold[i] + 1u;
        for (size_t i = 0; i < example->count; i++) {
            if (example->freedom[i] == FREE_NOT || (example->freedom[i] == FREE_INSIDE && (i == 0 || example->gold[i - 1] == 0))) continue;
            look_around(&trainer->model.linear.features, example->traits, example->count, i, values);
            count_features(trainer->log_linear, hashes, hash_features(&trainer->model.linear.features, values, hashes));
        }
    }
    keep_features(trainer->log_linear, (uint32_t)trainer->fewest);
}

static void learn(struct trainer *trainer) {
    if (getenv("RATE")) {
        trainer->log_linear = make_log_linear(trainer->model.linear.label_count, (float)atof(getenv("RATE")), getenv("PEN") ? (float)atof(getenv("PEN")) : 0);
        count_all(trainer);
    }
    trainer->drop = getenv("DROP") ? (size_t)atoi(getenv("DROP")) : 0;
    uint64_t state = getenv("SEED") ? (uint64_t)atoi(getenv("SEED")) : 1;
    trainer->perceptron = make_perceptron(trainer->model.linear.label_count, (uint32_t)trainer->fewest);
    for (size_t e = 0; e < trainer->epochs; e++) {
        size_t wrong = 0;
        shuffle(trainer->examples.at, trainer->examples.count, &state);
        for (size_t i = 0; i < trainer->examples.count; i++) wrong += learn_sentence(trainer, &trainer->examples.at[i]);
        warn("pass %zu: %zu wrong", e + 1, wrong);
    }
    if (trainer->log_linear) trainer->perceptron = as_perceptron(trainer->log_linear);
}

static void open_trainer(struct trainer *trainer) {
    struct linear *linear = &trainer->model.linear;
    const char *fault = compile_features(&trainer->keep, file_bytes(trainer->templates), &sequence_names, &linear->features);
    if (fault) die("%s: %s", trainer->templates, fault);
    struct slice *labels = TAKE(&trainer->keep, struct slice, MOST_LABELS), rest = SLICE(label_lines), label;
    while (slice_cut(&rest, '\n', &label))
        if (label.length) labels[linear->label_count++] = label;
    linear->labels = labels;
    read_name_labels(labels, linear->label_count, &trainer->model);
    trainer->writer.kind = "names";
    make_lists(trainer);
    if (trainer->clusters) {
        static struct model clusters;
        if (!open_model(&clusters, file_bytes(trainer->clusters), "clusters") || !open_clusters(&trainer->cluster_table, &clusters))
            die("%s: %s", trainer->clusters, clusters.complaint);
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
        case 'g': trainer->margin = option_number(command, "margin", argument); break;
    }
}

int main(int argc, char **argv) {
    struct command command = {.name = "train-names", .purpose = "a model of names, from tables of tokens with ner", .own = own};
    static struct trainer trainer = {.epochs = 10, .fewest = 2};
    struct writer writer;
    trainer.tables.problems = &command.problems;
    read_options(&command, &trainer, argc, argv);
    open_output(&command, &writer);
    open_trainer(&trainer);
    read_tables(&trainer, &command);
    learn(&trainer);
    size_t rows = write_perceptron(trainer.perceptron, &trainer.writer, "names", file_bytes(trainer.templates), SLICE(label_lines), trainer.most);
    write_model(&trainer.writer, trainer.output);
    warn("%zu sentences, %zu features", trainer.examples.count, rows);
    return finish_command(&command, &writer);
}
