// cluster-words: learns classes of words from tables of tokens (bin/tokenize), writes them as a model (text/clusters.h) and, for the
// eye, as a table: word, count, coarse, middle, fine; the most frequent first.
// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "base/intern.h"
#include "base/list.h"
#include "exchange/token_rows.h"
#include "learn/model_writer.h"
#include "learn/word_clusters.h"
#include "text/clusters.h"

enum { LONGEST_WORD = 64 }; // bytes; longer ones are rare words

// Signs that stand with the words; RARE stands for all words too rare to have a class.
enum sign { EDGE, RARE, SIGNS };

struct options {
    const char *output;
    size_t least, most, rounds;
    size_t sizes[CLUSTER_SIZES];
};

static const struct option_row own[] = {
    {'o', "output", "FILE", "the model to write"},
    {'l', "least", "N", "how often a word has to occur; 4"},
    {'m', "most", "N", "how many words at most; 90000"},
    {'t', "times", "N", "rounds of exchange; 15"},
    {'c', "coarse", "N", "how many classes of the first size; 64"},
    {'d', "middle", "N", "of the second; 320"},
    {'f', "fine", "N", "of the third; 1000"},
    {0, NULL, NULL, NULL},
};

static void read_options(struct command *command, struct options *options, int argc, char **argv) {
    const char *argument;
    for (int option; (option = next_option(command, argc, argv, &argument)) != -1;) {
        if (option == 'o') options->output = argument;
        else if (option == 'l') options->least = option_number(command, "least", argument);
        else if (option == 'm') options->most = option_number(command, "most", argument);
        else if (option == 't') options->rounds = option_number(command, "times", argument);
        else if (option == 'c') options->sizes[CLUSTER_coarse] = option_number(command, "coarse", argument);
        else if (option == 'd') options->sizes[CLUSTER_middle] = option_number(command, "middle", argument);
        else options->sizes[CLUSTER_fine] = option_number(command, "fine", argument);
    }
    if (!options->output) usage_error(command, "--output is wanted");
    for (size_t size = 0; size < CLUSTER_SIZES; size++)
        if (options->sizes[size] < 1 || options->sizes[size] > 4096) usage_error(command, "1 to 4096 classes of a size");
    if (options->most >= UINT16_MAX * (size_t)16) usage_error(command, "--most is too many");
}

// The text, as numbers of words in order of their arrival, NOT_INTERNED between sentences.
struct text {
    struct interner words;
    LIST(uint32_t) running;
    uint32_t *counts;      // [words]
    uint32_t *ranks;       // [words] number by falling frequency; RARE's for those too rare
    uint32_t *by_rank;     // [kept]
    size_t kept;
};

static uint32_t number_word(struct text *text, struct slice form) {
    char word[LONGEST_WORD];
    if (form.length == 0 || form.length > sizeof word) return intern(&text->words, SLICE(""));
    for (size_t i = 0; i < form.length; i++) word[i] = form.at[i] >= '0' && form.at[i] <= '9' ? '0' : form.at[i];
    return intern(&text->words, (struct slice){word, form.length});
}

static void read_text(struct token_reader *tokens, struct text *text) {
    struct document document = {0};
    *list_push(&text->running) = NOT_INTERNED;
    while (read_document(tokens, &document))
        for (size_t s = 0; s < document.sentences.count; s++) {
            struct sentence place = document.sentences.at[s];
            for (size_t i = 0; i < place.count; i++)
                *list_push(&text->running) = number_word(text, document.tokens.at[place.first + i].form);
            *list_push(&text->running) = NOT_INTERNED;
        }
    free_document(&document);
    if (text->running.count > MOST_TEXT_WORDS) die("the text has more than %d words", MOST_TEXT_WORDS);
}

static const struct text *compared; // qsort has no room for it

static int by_count(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    if (compared->counts[a] != compared->counts[b]) return compared->counts[a] < compared->counts[b] ? 1 : -1;
    return slice_compare(compared->words.names[a], compared->words.names[b]);
}

// Counts the words, and numbers those that are frequent enough by falling frequency.
static void rank_words(struct text *text, const struct options *options) {
    size_t count = text->words.count;
    text->counts = take_memory(NULL, count + 1, sizeof *text->counts);
    text->ranks = take_memory(NULL, count + 1, sizeof *text->ranks);
    text->by_rank = take_memory(NULL, count + 1, sizeof *text->by_rank);
    memset(text->counts, 0, count * sizeof *text->counts);
    for (size_t i = 0; i < text->running.count; i++)
        if (text->running.at[i] != NOT_INTERNED) text->counts[text->running.at[i]]++;
    for (uint32_t w = 0; w < count; w++)
        if (text->counts[w] >= options->least && text->words.names[w].length) text->by_rank[text->kept++] = w;
    compared = text;
    qsort(text->by_rank, text->kept, sizeof *text->by_rank, by_count);
    if (text->kept > options->most) text->kept = options->most;
    for (size_t w = 0; w < count; w++) text->ranks[w] = (uint32_t)text->kept + RARE;
    for (size_t r = 0; r < text->kept; r++) text->ranks[text->by_rank[r]] = (uint32_t)r;
}

static uint32_t rank_of(const struct text *text, uint32_t word) {
    return word == NOT_INTERNED ? (uint32_t)text->kept + EDGE : text->ranks[word];
}

static int by_number(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

// Pairs, sorted, as lists of neighbours of the word in the upper half.
static void list_neighbours(uint64_t *pairs, size_t count, size_t words, size_t **from, struct neighbour **neighbours) {
    size_t used = 0, word = 0;
    qsort(pairs, count, sizeof *pairs, by_number);
    *from = take_memory(NULL, words + 1, sizeof **from);
    *neighbours = take_memory(NULL, count + 1, sizeof **neighbours);
    for (size_t i = 0; i < count; i++) {
        while (word <= pairs[i] >> 32) (*from)[word++] = used;
        if (i && pairs[i] == pairs[i - 1]) (*neighbours)[used - 1].count++;
        else (*neighbours)[used++] = (struct neighbour){(uint32_t)pairs[i], 1};
    }
    while (word <= words) (*from)[word++] = used;
}

static struct bigrams count_pairs(const struct text *text) {
    size_t count = text->running.count - 1, words = text->kept + SIGNS;
    size_t *from[2];
    struct neighbour *neighbours[2];
    uint64_t *pairs = take_memory(NULL, count + 1, sizeof *pairs);
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < count; i++) {
            uint64_t left = rank_of(text, text->running.at[i]), right = rank_of(text, text->running.at[i + 1]);
            pairs[i] = side ? left << 32 | right : right << 32 | left;
        }
        list_neighbours(pairs, count, words, &from[side], &neighbours[side]);
    }
    free(pairs);
    return (struct bigrams){words, SIGNS, from[0], neighbours[0], from[1], neighbours[1]};
}

// Writing

struct placed {
    uint32_t hash;
    word_clusters classes;
};

static int by_hash(const void *left, const void *right) {
    uint32_t a = ((const struct placed *)left)->hash, b = ((const struct placed *)right)->hash;
    return (a > b) - (a < b);
}

// The words in the order of their hashes, each in its home slot or the next free one; false if some word comes to lie too far off.
static bool fill_slots(const struct placed *words, size_t count, struct cluster_slot *slots, size_t slot_count) {
    size_t next = 0;
    memset(slots, 0, slot_count * sizeof *slots);
    for (size_t i = 0; i < count; i++) {
        size_t home = home_cluster_slot(words[i].hash, slot_count), slot = home > next ? home : next;
        if (slot >= slot_count || slot - home >= MOST_CLUSTER_STEPS) return false;
        slots[slot].key = cluster_key(words[i].hash);
        memcpy(slots[slot].classes, words[i].classes, sizeof(word_clusters));
        next = slot + 1;
    }
    return true;
}

static void write_clusters(const struct text *text, uint16_t *const *classes, const char *path) {
    struct placed *words = take_memory(NULL, text->kept + 1, sizeof *words);
    for (size_t r = 0; r < text->kept; r++) {
        words[r].hash = hash_slice(text->words.names[text->by_rank[r]]);
        for (size_t size = 0; size < CLUSTER_SIZES; size++) words[r].classes[size] = classes[size][r];
    }
    qsort(words, text->kept, sizeof *words, by_hash);
    size_t slot_count = text->kept + text->kept / 4 + 8; // four of five are used
    struct cluster_slot *slots = take_memory(NULL, slot_count, sizeof *slots);
    while (!fill_slots(words, text->kept, slots, slot_count)) {
        slot_count += slot_count / 16;
        slots = take_memory(slots, slot_count, sizeof *slots);
    }
    struct model_writer writer = {.kind = "clusters"};
    add_section(&writer, "slots", (struct slice){(const char *)slots, slot_count * sizeof *slots});
    write_model(&writer, path);
    free(slots);
    free(words);
}

static void write_rows(struct writer *writer, const struct text *text, uint16_t *const *classes) {
    write_header(writer, (struct slice[]){SLICE("word"), SLICE("count"), SLICE("coarse"), SLICE("middle"), SLICE("fine")}, 5);
    for (size_t r = 0; r < text->kept; r++) {
        write_value(writer, text->words.names[text->by_rank[r]]);
        write_number(writer, text->counts[text->by_rank[r]]);
        for (size_t size = 0; size < CLUSTER_SIZES; size++) write_number(writer, classes[size][r]);
        end_row(writer);
    }
}

int main(int argc, char **argv) {
    struct command command = {.name = "cluster-words", .manual = "dateline-train", .purpose = "classes of words, learnt from tables of tokens", .own = own};
    struct options options = {.least = 4, .most = 90000, .rounds = 15, .sizes = {64, 320, 1000}};
    struct writer writer;
    struct token_reader tokens;
    read_options(&command, &options, argc, argv);
    open_output(&command, &writer);
    if (!open_tokens(&tokens, &command, &writer)) return finish_command(&command, &writer);
    struct text text = {0};
    read_text(&tokens, &text);
    rank_words(&text, &options);
    struct bigrams bigrams = count_pairs(&text);
    uint16_t *classes[CLUSTER_SIZES];
    for (size_t size = 0; size < CLUSTER_SIZES; size++) {
        classes[size] = take_memory(NULL, text.kept + 1, sizeof *classes[size]);
        size_t moved = cluster_words(&bigrams, options.sizes[size], options.rounds, classes[size]);
        warn("%zu words, %zu classes: %zu words moved in the last round", text.kept, options.sizes[size], moved);
    }
    write_clusters(&text, classes, options.output);
    write_rows(&writer, &text, classes);
    close_tokens(&tokens);
    return finish_command(&command, &writer);
}
