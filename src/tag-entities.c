// tag-entities: adds lemma, upos, ner, entity and value to a table of tokens.
// SPDX-License-Identifier: MIT
#include "base/utf8.h"
#include "exchange/known_names.h"
#include "exchange/known_times.h"
#include "exchange/known_words.h"
#include "exchange/models.h"
#include "exchange/token_rows.h"
#include "text/name_model.h"

enum { REPLACE = 256, EXPLAIN, DAY_FIRST };

static const struct option_row own[] = {
    {'n', "names", "FILE", "names of your own: alias, code, valid_from, valid_until, value, kind; they go before ours"},
    {'r', "rules", "FILE", "rows of your own for the table of rules or names that FILE is named after"},
    {'m', "model", "FILE", "a trained model of your own in the place of ours of its kind"},
    {REPLACE, "replace", NULL, "find names anew where the table has ner, entity and value"},
    {DAY_FIRST, "day-first", NULL, "05/06/22 is the 5th of June, where the article's other dates do not tell"},
    {EXPLAIN, "explain", NULL, "add a column rule: the row of our tables that found an expression of time, number or money"},
    {0, NULL, NULL, NULL},
};

struct options {
    struct tables tables;
    const char *names[16]; // files, most of them
    size_t name_count;
    struct timex_choices times;
    bool replace, explain;
};

static struct model_row models[] = {MODEL_ROW(clusters), MODEL_ROW(tags), MODEL_ROW(names), {NULL, NULL, NULL, NULL}};

static void read_options(struct command *command, struct options *options, int argc, char **argv) {
    const char *argument;
    int option;
    while ((option = next_option(command, argc, argv, &argument)) != -1) {
        if (option == 'r') add_overlay(&options->tables, argument);
        else if (option == 'm') use_model_file(models, argument);
        else if (option == REPLACE) options->replace = true;
        else if (option == DAY_FIRST) options->times.day_first = true;
        else if (option == EXPLAIN) options->explain = true;
        else if (options->name_count == sizeof options->names / sizeof *options->names) usage_error(command, "too many --names");
        else options->names[options->name_count++] = argument;
    }
}

static const struct name_model *load_name_model(struct arena *keep) {
    static struct model clusters, names;
    struct clusters *classes = TAKE(keep, struct clusters, 1);
    struct name_model *model = TAKE(keep, struct name_model, 1);
    load_model(models, "clusters", &clusters);
    open_clusters(classes, &clusters);
    check_model(models, "clusters", &clusters);
    load_model(models, "names", &names);
    open_name_model(keep, &names, classes, model);
    check_model(models, "names", &names);
    return model;
}

static struct names *load_names(struct options *options) {
    struct tables *tables = &options->tables;
    struct grid *own_names = TAKE(&tables->keep, struct grid, options->name_count + 1);
    for (size_t i = 0; i < options->name_count; i++) own_names[i] = load_file(tables, options->names[i]);
    struct names_tables lists = load_known_names(tables, own_names, options->name_count, &embedded_names);
    lists.model = load_name_model(&tables->keep);
    return make_names(&tables->keep, &lists);
}

// What finds things, in the order of their work.
struct finders {
    struct tagger *tagger;
    struct timex *timex;
    struct names *names;
};

static void load_finders(struct options *options, struct finders *finders) {
    struct tables *tables = &options->tables;
    finders->tagger = load_tagger(tables, &embedded_lexicon, models);
    finders->timex = load_timex(tables, options->times);
    finders->names = load_names(options);
}

// The columns we add, in this order; those of tagging only where they are not there.
static size_t columns_to_add(const struct command *command, const struct token_reader *tokens, const struct options *options,
                             enum token_column *added) {
    size_t count = 0;
    for (enum token_column column = TOKEN_lemma; column <= TOKEN_upos; column++)
        if (!has_column(tokens, column)) added[count++] = column;
    for (enum token_column column = TOKEN_ner; column <= TOKEN_value; column++) {
        if (has_column(tokens, column) && !options->replace)
            usage_error(command, "the table has ner, entity or value already; --replace finds them anew");
        added[count++] = column;
    }
    if (options->explain) added[count++] = TOKEN_rule;
    return count;
}

static void forget_names(struct document *document) {
    for (size_t i = 0; i < document->tokens.count; i++) {
        struct token *token = &document->tokens.at[i];
        token->ner = NER_NONE;
        token->entity = 0;
        token->value = (struct slice){"", 0};
    }
}

static void tag(const struct finders *finders, const struct token_reader *tokens, struct document *document, struct slice *rules) {
    bool has_tags = has_column(tokens, TOKEN_upos);
    tag_document(finders->tagger, document, has_tags, has_column(tokens, TOKEN_lemma));
    find_times(finders->timex, document, rules);
    find_names(finders->names, document);
    find_ordinals(finders->timex, document, rules);
    if (!has_tags) correct_tags(document);
}

// Columns that are ours and were there; what of them is dropped is written anew.
static const bool replaced[TOKEN_COLUMN_COUNT] = {[TOKEN_ner] = true, [TOKEN_entity] = true, [TOKEN_value] = true, [TOKEN_rule] = true};

int main(int argc, char **argv) {
    struct command command = {.name = "tag-entities", .purpose = "names, offices and what they refer to, in a table of tokens", .own = own};
    struct options options = {.tables = {.problems = &command.problems}};
    struct writer writer;
    struct token_reader tokens;
    read_options(&command, &options, argc, argv);
    open_output(&command, &writer);
    if (!open_tokens(&tokens, &command, &writer)) return finish_command(&command, &writer);
    enum token_column added[TOKEN_COLUMN_COUNT];
    const bool *dropped = options.replace ? replaced : NULL;
    size_t count = columns_to_add(&command, &tokens, &options, added);
    write_token_header(&tokens, &writer, dropped, added, count);
    struct finders finders;
    load_finders(&options, &finders);
    struct document document = {0};
    while (read_document(&tokens, &document)) {
        struct slice *rules = options.explain ? TAKE(&document.memory, struct slice, document.tokens.count) : NULL;
        if (options.replace) forget_names(&document);
        tag(&finders, &tokens, &document, rules);
        for (size_t i = 0; i < document.tokens.count; i++) {
            write_token_row(&tokens, &writer, dropped, document.tokens.at[i].row);
            for (size_t c = 0; c < count; c++)
                if (added[c] == TOKEN_rule) write_value(&writer, rules[i]);
                else write_token_cell(&writer, &document.tokens.at[i], added[c]);
            end_row(&writer);
        }
    }
    free_document(&document);
    close_tokens(&tokens);
    arena_free(&options.tables.keep);
    return finish_command(&command, &writer);
}
