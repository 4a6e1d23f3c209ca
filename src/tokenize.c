// SPDX-License-Identifier: MIT
/* tokenize: articles into words and sentences, one word a row. See man/tokenize.1. */
#include <stdio.h>

#include "base/list.h"
#include "exchange/article_rows.h"
#include "exchange/tables.h"
#include "text/tokenizer.h"

static const struct option_row own_options[] = {
    {'d', "doc-id", "ID", "doc_id of plain text; without it the file's name"},
    {'s', "source", "NAME", "source of plain text: who published it"},
    {'p', "published", "EDTF", "when plain text was published"},
    {'r', "rules", "FILE", "rows that go before those of the rule table FILE is named after"},
    {0, NULL, NULL, NULL},
};

static const struct slice column_names[] = {
    SLICE_INIT("doc_id"),   SLICE_INIT("source"), SLICE_INIT("published"), SLICE_INIT("sent_id"), SLICE_INIT("tok_id"), SLICE_INIT("char_start"),
    SLICE_INIT("char_end"), SLICE_INIT("form"),   SLICE_INIT("par_id"),    SLICE_INIT("part"),
};

static struct tokenizer *load_tokenizer(struct tables *tables) {
    struct tokenizer_tables grids = {
        .abbreviations = load_table(tables, "abbreviations"), .addresses = load_table(tables, "addresses"),
        .contractions = load_table(tables, "contractions"),   .courtesies = load_table(tables, "courtesies"),
        .hyphens = load_table(tables, "hyphens"),
        .measures = load_table(tables, "measures"),           .openers = load_table(tables, "openers"),
        .parts = load_table(tables, "parts"),                 .signs = load_table(tables, "signs"),
    };
    return make_tokenizer(&tables->keep, &grids);
}

static void write_columns(const struct command *command, struct writer *writer) {
    struct slice kept = slice_of(command->keep), name;
    if (command->no_header) return;
    for (size_t i = 0; i < sizeof column_names / sizeof *column_names; i++) write_cells(writer, column_names[i]);
    while (slice_cut(&kept, ',', &name)) write_cells(writer, name);
    end_row(writer);
    flush_writer(writer);
}

// A row is what all rows of its sentence begin with, its own cells, and what they all end with.
static void write_sentence(struct writer *writer, struct slice prefix, const struct token *tokens, size_t count, struct slice suffix) {
    for (size_t i = 0; i < count; i++) {
        write_cells(writer, prefix);
        write_number(writer, (long)i + 1);
        write_number(writer, tokens[i].start);
        write_number(writer, tokens[i].end);
        write_value(writer, tokens[i].form);
        write_cells(writer, suffix);
        end_row(writer);
    }
}

static void write_document(struct writer *writer, const struct article *article, const struct document *document, bool has_kept) {
    enum { NUMBER = 24, PART = 16 };
    struct arena scratch = {0};
    struct slice carried = arena_print(&scratch, "%.*s\t%.*s\t%.*s\t", SHOW(article->id), SHOW(article->source), SHOW(article->published));
    char *prefix = arena_take(&scratch, carried.length + NUMBER), *suffix = arena_take(&scratch, NUMBER + PART + article->kept.length);
    memcpy(prefix, carried.at, carried.length);
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        int begin = snprintf(prefix + carried.length, NUMBER, "%ld", sentence->number);
        int end = snprintf(suffix, NUMBER + PART, "%ld\t%.*s%s", sentence->paragraph, SHOW(part_name(sentence->part)), has_kept ? "\t" : "");
        if (article->kept.length) memcpy(suffix + end, article->kept.at, article->kept.length);
        write_sentence(writer, (struct slice){prefix, carried.length + (size_t)begin}, document->tokens.at + sentence->first, sentence->count,
                       (struct slice){suffix, (size_t)end + article->kept.length});
    }
    arena_free(&scratch);
}

int main(int argc, char **argv) {
    struct command command = {.name = "tokenize", .purpose = "articles into words and sentences", .own = own_options};
    struct tables tables = {.problems = &command.problems};
    struct article plain = {0}, article;
    const char *argument;
    for (int id; (id = next_option(&command, argc, argv, &argument)) != -1;) switch (id) {
        case 'd': plain.id = slice_of(argument); break;
        case 's': plain.source = slice_of(argument); break;
        case 'p': plain.published = slice_of(argument); break;
        case 'r': add_overlay(&tables, argument); break;
        }
    struct writer writer;
    struct article_reader articles;
    struct document document = {0};
    struct tokenizer *tokenizer = load_tokenizer(&tables);
    open_output(&command, &writer);
    write_columns(&command, &writer);
    open_articles(&articles, &command, &writer);
    articles.plain = plain;
    while (read_article(&articles, &article)) {
        clear_document(&document);
        tokenize_text(tokenizer, article.text, &document);
        write_document(&writer, &article, &document, command.keep != NULL);
    }
    close_articles(&articles);
    free_document(&document);
    free_tokenizer(tokenizer);
    arena_free(&tables.keep);
    return finish_command(&command, &writer);
}
