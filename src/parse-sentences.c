// parse-sentences: adds head and deprel to a table of tokens.
// SPDX-License-Identifier: MIT
#include "exchange/known_words.h"
#include "exchange/parser_model.h"
#include "exchange/token_rows.h"

enum { REPLACE = 256 };

static const struct option_row own[] = {
    {'m', "model", "FILE", "a model of your own in the place of ours: of parses, or of clusters"},
    {REPLACE, "replace", NULL, "parse anew where the table has head and deprel"},
    {0, NULL, NULL, NULL},
};

struct options {
    struct tables tables;
    struct model_row *models;
    bool replace;
};

static void read_options(struct command *command, struct options *options, int argc, char **argv) {
    const char *argument;
    int option;
    while ((option = next_option(command, argc, argv, &argument)) != -1) {
        if (option == 'm') use_model_file(options->models, argument);
        else options->replace = true;
    }
}

struct language {
    struct tagger *tagger;
    struct parser_model parser;
};

static void load_language(struct options *options, struct language *language) {
    language->tagger = load_tagger(&options->tables, &embedded_lexicon, options->models);
    load_parser(&options->tables.keep, options->models, &language->parser);
}

static void write_rows(const struct token_reader *tokens, const struct document *document, struct writer *writer, const bool *dropped) {
    for (size_t i = 0; i < document->tokens.count; i++) {
        write_token_row(tokens, writer, dropped, document->tokens.at[i].row);
        write_token_cell(writer, &document->tokens.at[i], TOKEN_head);
        write_token_cell(writer, &document->tokens.at[i], TOKEN_deprel);
        end_row(writer);
    }
}

int main(int argc, char **argv) {
    struct command command = {.name = "parse-sentences", .purpose = "which word hangs on which, and how, in a table of tokens", .own = own};
    struct model_row models[] = {MODEL_ROW(clusters), MODEL_ROW(tags), MODEL_ROW(parses), {NULL, NULL, NULL, NULL}};
    struct options options = {.tables = {.problems = &command.problems}, .models = models};
    struct language language;
    struct writer writer;
    struct token_reader tokens;
    read_options(&command, &options, argc, argv);
    open_output(&command, &writer);
    if (!open_tokens(&tokens, &command, &writer)) return finish_command(&command, &writer);
    static const enum token_column added[] = {TOKEN_head, TOKEN_deprel};
    static const bool ours[TOKEN_COLUMN_COUNT] = {[TOKEN_head] = true, [TOKEN_deprel] = true};
    bool given = has_column(&tokens, TOKEN_head) || has_column(&tokens, TOKEN_deprel);
    if (given && !options.replace) usage_error(&command, "the table has head or deprel already; --replace parses anew");
    write_token_header(&tokens, &writer, given ? ours : NULL, added, 2);
    load_language(&options, &language);
    struct document document = {0};
    while (read_document(&tokens, &document)) {
        tag_document(language.tagger, &document, has_column(&tokens, TOKEN_upos), has_column(&tokens, TOKEN_lemma));
        for (size_t s = 0; s < document.sentences.count; s++) parse_sentence(language.parser.parser, &document, s);
        write_rows(&tokens, &document, &writer, given ? ours : NULL);
    }
    free_document(&document);
    free_parser(language.parser.parser);
    close_tokens(&tokens);
    arena_free(&options.tables.keep);
    return finish_command(&command, &writer);
}
