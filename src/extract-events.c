// SPDX-License-Identifier: MIT
/* extract-events: tokens with names and dates into mentions of events, one a row. See man/extract-events.1. */
#include "exchange/event_rows.h"
#include "exchange/known_words.h"
#include "exchange/parser_model.h"
#include "exchange/token_rows.h"
#include "story/extract.h"

static const struct option_row own_options[] = {
    {'n', "names", "FILE", "names and actors of yours, above ours: alias code valid_from valid_until"},
    {'r', "rules", "FILE", "rows that go before those of the rule table FILE is named after"},
    {'m', "model", "FILE", "a model of your own in the place of ours: of parses, or of clusters"},
    {0, NULL, NULL, NULL},
};

static struct model_row models[] = {MODEL_ROW(clusters), MODEL_ROW(tags), MODEL_ROW(parses), {NULL, NULL, NULL, NULL}};

struct language {
    struct tagger *tagger;
    struct parser_model parser;
};

static void load_language(struct tables *tables, struct language *language) {
    language->tagger = load_tagger(tables, &embedded_lexicon, models);
    load_parser(&tables->keep, models, &language->parser);
}

static struct known_events *load_known_events(struct tables *tables) {
    struct grid *grid = TAKE(&tables->keep, struct grid, 1);
    *grid = load_table(tables, "known_events");
    return make_known_events(&tables->keep, grid, true);
}

static void load_extractor(struct tables *tables, struct grid names, struct extractor *extractor) {
    struct actor_grids actors = {
        .overlays = names,
        .countries = load_table(tables, "countries"), .places = load_table(tables, "places"),
        .organisations = load_table(tables, "organisations"), .leaders = load_table(tables, "leaders"),
        .titles = load_table(tables, "titles"), .bodies = load_table(tables, "bodies"), .groups = load_table(tables, "groups"),
    };
    struct frame_grids frames = {load_table(tables, "frames"), load_table(tables, "modes"), load_table(tables, "statuses")};
    struct saying_grids sayings = {load_table(tables, "sayings"), load_table(tables, "channels")};
    extractor->actors = make_actor_tables(&tables->keep, &actors);
    extractor->frames = make_frames(&tables->keep, &frames);
    extractor->initiators = make_initiators(&tables->keep, load_table(tables, "initiators"));
    extractor->sayings = make_sayings(&tables->keep, &sayings);
    extractor->known = load_known_events(tables);
    extractor->wars = make_wars(&tables->keep, load_table(tables, "wars"));
}

// What the table did not bring: tags for all sentences, trees for those that can hold an event.
static void complete_document(const struct language *language, const struct extractor *extractor, const struct token_reader *tokens,
                              struct document *document) {
    tag_document(language->tagger, document, has_column(tokens, TOKEN_upos), has_column(tokens, TOKEN_lemma));
    for (size_t s = 0; s < document->sentences.count && !has_column(tokens, TOKEN_head); s++)
        if (is_worth_parsing(extractor, document, s)) parse_sentence(language->parser.parser, document, s);
}

int main(int argc, char **argv) {
    struct command command = {.name = "extract-events", .purpose = "mentions of events, with actors, dates and by whose word", .own = own_options};
    struct tables tables = {.problems = &command.problems};
    const char *argument;
    struct grid names = {.rows = 0};
    for (int id; (id = next_option(&command, argc, argv, &argument)) != -1;) switch (id) {
        case 'n': names = put_above(&tables, names, load_file(&tables, argument)); break; // the first FILE's rows win
        case 'r': add_overlay(&tables, argument); break;
        case 'm': use_model_file(models, argument); break;
        }
    struct writer writer;
    struct token_reader tokens;
    struct document document = {0};
    struct events events = {0};
    struct language language;
    struct extractor extractor;
    open_output(&command, &writer);
    if (open_tokens(&tokens, &command, &writer)) {
        const char *const needed[] = {"ner", "entity", "value"}; // without them nobody does anything
        for (int n = 0; n < 3; n++) need_column(&tokens.reader, needed[n], "tag-entities adds it");
        struct kept_columns kept;
        find_kept(&kept, &tokens.reader, command.keep);
        write_event_header(&writer, &command); // at once, so that who reads on knows
        load_language(&tables, &language);
        load_extractor(&tables, names, &extractor);
        while (read_document(&tokens, &document)) {
            complete_document(&language, &extractor, &tokens, &document);
            extract_events(&extractor, &document, &events);
            struct slice cells = document.tokens.count ? kept_cells(&document.memory, &kept, document.tokens.at[0].row) : (struct slice){NULL, 0};
            for (size_t i = 0; i < events.list.count; i++) write_event(&writer, &events.list.at[i], cells);
        }
        close_tokens(&tokens);
        free_parser(language.parser.parser);
    }
    list_free(&events.list);
    free_document(&document);
    arena_free(&tables.keep);
    return finish_command(&command, &writer);
}
