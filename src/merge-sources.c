// SPDX-License-Identifier: MIT
/* merge-sources: mentions of many articles into events of the world, with every source's account. See man/merge-sources.1. */
#include "base/die.h"
#include "exchange/story_rows.h"
#include "exchange/tables.h"

enum { VIEW = 256, MENTIONS, CLAIMS };

static const struct option_row own_options[] = {
    {VIEW, "view", "VIEW", "what to write: events (default), mentions or claims"},
    {MENTIONS, "mentions", "FILE", "write the view of mentions there as well"},
    {CLAIMS, "claims", "FILE", "write the view of claims there as well"},
    {'r', "rules", "FILE", "rows that go before those of the table of rules or names FILE is named after"},
    {0, NULL, NULL, NULL},
};

static const struct view *view_named(const struct command *command, const char *name) {
    const struct view *const views[] = {&events_view, &mentions_view, &claims_view};
    for (size_t v = 0; v < sizeof views / sizeof *views; v++)
        if (strcmp(name, views[v]->name) == 0) return views[v];
    usage_error(command, "no view \"%s\"; there are events, mentions, claims", name);
}

static struct actor_tables *load_actors(struct tables *tables) {
    struct actor_grids grids = {
        .countries = load_table(tables, "countries"), .places = load_table(tables, "places"),
        .organisations = load_table(tables, "organisations"), .leaders = load_table(tables, "leaders"),
        .titles = load_table(tables, "titles"), .bodies = load_table(tables, "bodies"), .groups = load_table(tables, "groups"),
    };
    return make_actor_tables(&tables->keep, &grids);
}

// A view in a file of its own, where one is named.
static void write_aside(const char *path, const struct view *view, const struct command *command, const struct views *views) {
    struct writer writer;
    if (!path) return;
    open_writer(&writer, path);
    if (!command->no_header) view->write_header(&writer, views->table);
    view->write_rows(&writer, views);
    close_writer(&writer);
}

struct options {
    const struct view *view;
    const char *mentions, *claims; // files, or NULL
};

static void merge(struct mention_table *table, const struct command *command, const struct options *options, struct writer *writer) {
    struct arena memory = {0};
    struct tellings tellings = {0};
    struct stories stories = {0};
    struct views views;
    make_tellings(&memory, table->accounts.at, table->accounts.count, &tellings);
    make_stories(&memory, table->accounts.at, table->accounts.count, &tellings, table->articles.at, table->articles.count, &stories);
    make_views(&memory, table, &tellings, &stories, &views);
    options->view->write_rows(writer, &views);
    write_aside(options->mentions, &mentions_view, command, &views);
    write_aside(options->claims, &claims_view, command, &views);
    free_views(&views);
    free_stories(&stories);
    free_tellings(&tellings);
    arena_free(&memory);
}

int main(int argc, char **argv) {
    struct command command = {.name = "merge-sources", .purpose = "mentions of events into events, each with every source's account", .own = own_options};
    struct tables tables = {.problems = &command.problems};
    struct options options = {&events_view, NULL, NULL};
    const char *argument;
    for (int id; (id = next_option(&command, argc, argv, &argument)) != -1;) switch (id) {
        case VIEW: options.view = view_named(&command, argument); break;
        case MENTIONS: options.mentions = argument; break;
        case CLAIMS: options.claims = argument; break;
        case 'r': add_overlay(&tables, argument); break;
        }
    struct writer writer;
    struct mention_table table = {0};
    struct mention_reader mentions;
    open_output(&command, &writer);
    if (open_mentions(&mentions, &table, &command, &writer)) {
        if (!command.no_header) options.view->write_header(&writer, &table);
        struct actor_tables *actors = load_actors(&tables);
        struct phrase_table frames = make_phrase_table(&tables.keep, load_table(&tables, "frames"), "rule");
        read_mentions(&mentions, actors, &frames);
        merge(&table, &command, &options, &writer);
    }
    free_mentions(&table);
    arena_free(&tables.keep);
    return finish_command(&command, &writer);
}
