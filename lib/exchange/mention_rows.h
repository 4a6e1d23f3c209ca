/* mention_rows: the table of events read back for merging, all of it. May be used by: src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MENTION_ROWS_H
#define DATELINE_MENTION_ROWS_H

#include "exchange/event_rows.h"
#include "story/cluster.h"

struct mention_table {
    LIST(struct account) accounts; // in order: by document, then by number in the document; no event_id twice
    LIST(struct article) articles; // accounts[].document numbers them
    LIST(struct slice) rows;       // [accounts] each row as it was read, without story_id and story_date
    struct slice header;           // names, TAB between, likewise
    struct arena memory;
};

struct mention_reader {
    struct reader reader;
    struct mention_table *table;
    struct command *command;
    int column[EVENT_FIELD_COUNT];
    int story_id, story_date; // -1: the table was not merged before
};

// Reads the header into the table; false where there is none (said so). Exits where a needed column is missing.
bool open_mentions(struct mention_reader *mentions, struct mention_table *table, struct command *command, struct writer *flush);
// Reads all rows and closes the reader. `frames` is lib/rules/frames.tsv by rule.
void read_mentions(struct mention_reader *mentions, const struct actor_tables *actors, const struct phrase_table *frames);
void free_mentions(struct mention_table *table);

#endif
