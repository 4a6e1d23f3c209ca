// SPDX-License-Identifier: MIT
#include "exchange/event_rows.h"

#define COLUMN_SLICE(name) SLICE_INIT(#name),
const struct slice event_columns[EVENT_FIELD_COUNT] = {EVENT_FIELDS(COLUMN_SLICE)};
#undef COLUMN_SLICE

void write_event_header(struct writer *writer, const struct command *command) {
    if (!command->no_header) write_header(writer, event_columns, EVENT_FIELD_COUNT);
}

void write_event(struct writer *writer, const struct event *event) {
    for (int f = 0; f < EVENT_FIELD_COUNT; f++) {
        if (f <= EVENT_event_id) write_cells(writer, event->field[f]);
        else write_value(writer, event->field[f]);
    }
    end_row(writer);
}
