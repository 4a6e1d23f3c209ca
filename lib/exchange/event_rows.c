// SPDX-License-Identifier: MIT
#include "exchange/event_rows.h"

#define COLUMN_SLICE(name) SLICE_INIT(#name),
const struct slice event_columns[EVENT_FIELD_COUNT] = {EVENT_FIELDS(COLUMN_SLICE)};
#undef COLUMN_SLICE

void write_event_header(struct writer *writer, const struct command *command) {
    if (command->no_header) return;
    for (int f = 0; f < EVENT_FIELD_COUNT; f++) write_cells(writer, event_columns[f]);
    write_kept_names(writer, command->keep);
    end_row(writer);
    flush_writer(writer);
}

void write_event(struct writer *writer, const struct event *event, struct slice kept) {
    for (int f = 0; f < EVENT_FIELD_COUNT; f++) {
        if (f <= EVENT_event_id) write_cells(writer, event->field[f]);
        else write_value(writer, event->field[f]);
    }
    if (kept.at) write_cells(writer, kept);
    end_row(writer);
}
