/* event_rows: tables with one mention of an event a row. May be used by: src. With token_rows the seam between rows and language. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_EVENT_ROWS_H
#define DATELINE_EVENT_ROWS_H

#include "story/event.h"
#include "table/command.h"
#include "table/kept.h"

// Column names in the order of enum event_field.
extern const struct slice event_columns[EVENT_FIELD_COUNT];

void write_event_header(struct writer *writer, const struct command *command);
// `kept` are the cells of the columns that --keep names, .at NULL where there are none (table/kept.h).
// doc_id, source, published and event_id are escaped already, as they were read; the rest is escaped here.
void write_event(struct writer *writer, const struct event *event, struct slice kept);

#endif
