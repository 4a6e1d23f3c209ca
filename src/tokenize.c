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
        .contractions = load_table(tables, "contractions"),   .hyphens = load_table(tables, "hyphens"),
        .measures = load_table(tables, "measures"),           .openers = load_table(tables, "openers"),
        .parts = load_table(tables, "parts"),                 .signs = load_table(tables, "signs"),
    };
    return make_tokenizer(&tables->keep, &grids);
}

static void write_columns(const struct command *command, struct writer *writer) {
    if (command->no_header) return;
    for (size_t i = 0; i < sizeof column_names / sizeof *column_names; i++) write_cells(writer, column_names[i]);
    write_kept_names(writer, command->keep);
    end_row(writer);
    flush_writer(writer);
}

static void write_token(struct writer *writer, struct slice prefix, const struct sentence *sentence, size_t number, const struct token *token) {
    write_cells(writer, prefix);
    write_number(writer, sentence->number);
    write_number(writer, (long)number);
    write_number(writer, token->start);
    write_number(writer, token->end);
    write_value(writer, token->form);
    write_number(writer, sentence->paragraph);
    write_cells(writer, part_name(sentence->part));
}

static void write_document(struct writer *writer, const struct article *article, struct document *document) {
    struct slice prefix = arena_print(&document->memory, "%.*s\t%.*s\t%.*s", SHOW(article->id), SHOW(article->source), SHOW(article->published));
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        for (size_t i = 0; i < sentence->count; i++) {
            write_token(writer, prefix, sentence, i + 1, &document->tokens.at[sentence->first + i]);
            if (article->kept.at) write_cells(writer, article->kept);
            end_row(writer);
        }
    }
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
        write_document(&writer, &article, &document);
    }
    close_articles(&articles);
    free_document(&document);
    free_tokenizer(tokenizer);
    arena_free(&tables.keep);
    return finish_command(&command, &writer);
}
