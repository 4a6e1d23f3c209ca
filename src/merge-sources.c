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

typedef void write_view(struct writer *writer, const struct command *command, const struct views *views);

static write_view *view_named(const struct command *command, const char *name) {
    if (strcmp(name, "events") == 0) return write_events_view;
    if (strcmp(name, "mentions") == 0) return write_mentions_view;
    if (strcmp(name, "claims") == 0) return write_claims_view;
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

static void write_aside(const char *path, write_view *write, const struct command *command, const struct views *views) {
    struct writer writer;
    if (!path) return;
    open_writer(&writer, path);
    write(&writer, command, views);
    close_writer(&writer);
}

struct options {
    write_view *view;
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
    options->view(writer, command, &views);
    write_aside(options->mentions, write_mentions_view, command, &views);
    write_aside(options->claims, write_claims_view, command, &views);
    free_views(&views);
    free_stories(&stories);
    free_tellings(&tellings);
    arena_free(&memory);
}

int main(int argc, char **argv) {
    struct command command = {.name = "merge-sources", .purpose = "mentions of events into events, each with every source's account", .own = own_options};
    struct tables tables = {.problems = &command.problems};
    struct options options = {write_events_view, NULL, NULL};
    const char *argument;
    for (int id; (id = next_option(&command, argc, argv, &argument)) != -1;) switch (id) {
        case VIEW: options.view = view_named(&command, argument); break;
        case MENTIONS: options.mentions = argument; break;
        case CLAIMS: options.claims = argument; break;
        case 'r': add_overlay(&tables, argument); break;
        }
    struct writer writer;
    struct mention_table table = {0};
    struct actor_tables *actors = load_actors(&tables);
    open_output(&command, &writer);
    if (read_mentions(&table, actors, &command, &writer)) merge(&table, &command, &options, &writer);
    free_mentions(&table);
    arena_free(&tables.keep);
    return finish_command(&command, &writer);
}
