// SPDX-License-Identifier: MIT
// models KIND FILE [CLUSTERS]: what a hostile file can do: the file cut at many places, and each byte of its beginning changed,
// opened and used as the tools use a model of that kind. Prints TAP; the sanitizers see the rest. For small files.
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mapped.h"
#include "base/utf8.h"
#include "exchange/known_names.h"
#include "text/name_model.h"
#include "text/names.h"
#include "text/parser.h"
#include "text/tag_model.h"

struct tries {
    long refused, used;
};

// What is there beside the model.
struct bench {
    struct tables tables;
    struct clusters clusters;
    struct names_tables lists;
    struct document document;
    struct arena keep; // of one try
};

static const char sentence[] = "On Monday Pavel Orlin and the Prime Minister of Ukraine 's new \" Cabinet \" met Acme Corp. in Kyiv , ( again ) .";

// A document of one sentence, with tags of all sorts.
static void read_sentence(struct document *document) {
    struct slice rest = SLICE(sentence), word;
    long at = 0;
    clear_document(document);
    while (slice_cut(&rest, ' ', &word)) {
        size_t room = word.length * 2 + 4, i = document->tokens.count;
        struct slice lower = lower_into(word, arena_take(&document->memory, room), room);
        bool mark = word.length == 1 && word.at[0] < 'A';
        *list_push(&document->tokens) = (struct token){.form = word, .lower = lower, .lemma = lower, .start = at, .end = at + (long)word.length,
                                                       .upos = mark ? UPOS_PUNCT : (enum upos)(1 + i % (UPOS_COUNT - 1)), .head = -1};
        at += (long)word.length + 1;
    }
    *list_push(&document->sentences) = (struct sentence){.count = document->tokens.count, .number = 1};
}

static bool use_clusters(struct model *model) {
    struct clusters clusters;
    if (!open_clusters(&clusters, model)) return false;
    for (uint32_t i = 0; i < 64; i++) find_clusters(&clusters, i * 0x04104105u | i);
    return true;
}

static bool use_tags(struct bench *bench, struct model *model) {
    static struct tag_room room;
    struct tag_model tags;
    struct document *document = &bench->document;
    if (!open_tag_model(&bench->keep, model, &bench->clusters, &tags)) return false;
    read_sentence(document);
    memset(room.limits, 0, sizeof room.limits);
    choose_tags(&tags, &room, document->tokens.at, document->tokens.count);
    for (size_t i = 0; i < document->tokens.count; i++)
        if (document->tokens.at[i].upos == UPOS_NONE || document->tokens.at[i].upos >= UPOS_COUNT) die("there is no such tag");
    return true;
}

static bool use_names(struct bench *bench, struct model *model) {
    struct name_model names;
    struct names_tables lists = bench->lists;
    if (!open_name_model(&bench->keep, model, &bench->clusters, &names)) return false;
    lists.model = &names;
    read_sentence(&bench->document);
    find_names(make_names(&bench->keep, &lists), &bench->document);
    correct_tags(&bench->document);
    return true;
}

static bool use_parses(struct bench *bench, struct model *model) {
    struct document *document = &bench->document;
    struct parser *parser = make_parser(&bench->keep, model, &bench->clusters);
    size_t roots = 0;
    if (!parser) return false;
    read_sentence(document);
    parse_sentence(parser, document, 0);
    free_parser(parser);
    for (size_t i = 0; i < document->tokens.count; i++) {
        const struct token *token = &document->tokens.at[i];
        if (token->head < 0 || token->head > (long)document->tokens.count || token->deprel.length == 0) die("this is no tree");
        roots += token->head == 0;
    }
    if (roots != 1) die("a tree has one root");
    return true;
}

static bool use_model(struct bench *bench, struct slice bytes, const char *kind) {
    struct model model;
    bool used = false;
    arena_reset(&bench->keep);
    if (!open_model(&model, bytes, kind)) used = false;
    else if (strcmp(kind, "clusters") == 0) used = use_clusters(&model);
    else if (strcmp(kind, "tags") == 0) used = use_tags(bench, &model);
    else if (strcmp(kind, "names") == 0) used = use_names(bench, &model);
    else if (strcmp(kind, "parses") == 0) used = use_parses(bench, &model);
    if (!used && !model.complaint) die("a model is refused without a complaint");
    return used;
}

static void try_bytes(struct bench *bench, struct slice bytes, const char *kind, struct tries *tries) {
    if (use_model(bench, bytes, kind)) tries->used++;
    else tries->refused++;
}

// A copy that ends where the bytes end, so that the sanitizers see each step beyond.
static char *copy_bytes(const char *at, size_t length) {
    void *copy = NULL;
    if (posix_memalign(&copy, MODEL_ALIGNMENT, length + !length) != 0) die("out of memory");
    char *bytes = copy;
    memcpy(bytes, at, length);
    return bytes;
}

// Cut at every 100th byte, as it is and with a head that says so; a large file at a thousand places.
static void try_cuts(struct bench *bench, struct slice bytes, const char *kind, struct tries *tries) {
    size_t step = bytes.length < 100000 ? 100 : bytes.length / 1000;
    for (size_t cut = 0; cut < bytes.length; cut += step) {
        char *copy = copy_bytes(bytes.at, cut);
        try_bytes(bench, (struct slice){copy, cut}, kind, tries);
        if (cut >= sizeof(struct model_head)) {
            ((struct model_head *)(void *)copy)->size = cut;
            try_bytes(bench, (struct slice){copy, cut}, kind, tries);
        }
        free(copy);
    }
}

// Each byte of the head, the table of sections and the text behind it, changed four ways; of the rest one in so many.
static void try_changes(struct bench *bench, struct slice bytes, const char *kind, struct tries *tries) {
    enum { EACH = 1024, REST = 400 };
    char *copy = copy_bytes(bytes.at, bytes.length);
    for (size_t at = 0; at < bytes.length; at += at < EACH ? 1 : 1 + bytes.length / REST) {
        const char kept = copy[at], others[] = {0, (char)0xFF, (char)(kept + 1), (char)(kept ^ 0x80)};
        for (size_t i = 0; i < sizeof others; i++) {
            copy[at] = others[i];
            try_bytes(bench, (struct slice){copy, bytes.length}, kind, tries);
        }
        copy[at] = kept;
    }
    try_bytes(bench, (struct slice){copy, bytes.length}, kind, tries);
    free(copy);
}

// All numbers behind the table of sections at random: no feature may lead out of the tables.
static void try_noise(struct bench *bench, struct slice bytes, const char *kind, struct tries *tries) {
    char *copy = copy_bytes(bytes.at, bytes.length);
    uint32_t random = 1;
    for (size_t at = bytes.length / 2; at < bytes.length; at++) copy[at] = (char)((random = random * 1664525 + 1013904223) >> 24);
    try_bytes(bench, (struct slice){copy, bytes.length}, kind, tries);
    memset(copy + bytes.length / 2, 0xFF, bytes.length - bytes.length / 2);
    try_bytes(bench, (struct slice){copy, bytes.length}, kind, tries);
    free(copy);
}

static void open_bench(struct bench *bench, const char *kind, const char *clusters) {
    static struct problems problems;
    struct slice bytes;
    struct model model;
    bench->tables.problems = &problems;
    if (strcmp(kind, "names") == 0) bench->lists = load_known_names(&bench->tables, NULL, 0, &embedded_names);
    if (!clusters) return;
    if (!map_file(clusters, &bytes) || !open_model(&model, bytes, "clusters") || !open_clusters(&bench->clusters, &model))
        die("%s: no clusters", clusters);
}

int main(int argc, char **argv) {
    struct slice file;
    struct tries cuts = {0}, changes = {0};
    static struct bench bench;
    set_program_name("models");
    if (argc < 3 || !map_file(argv[2], &file) || file.length < sizeof(struct model_head)) die("usage: models KIND FILE [CLUSTERS]");
    open_bench(&bench, argv[1], argv[3]);
    try_cuts(&bench, file, argv[1], &cuts);
    try_changes(&bench, file, argv[1], &changes);
    try_noise(&bench, file, argv[1], &changes);
    bool good = changes.refused > 0 && changes.used > 0;
    printf("1..2\n%s 1 - %ld cuts are refused\n", cuts.used ? "not ok" : "ok", cuts.refused);
    printf("%s 2 - of the changes %ld are refused, %ld used\n", good ? "ok" : "not ok", changes.refused, changes.used);
    free_document(&bench.document);
    arena_free(&bench.tables.keep);
    arena_free(&bench.keep);
    return cuts.used || !good;
}
