/* event: one mention of an event, or one statement, as the table of events has it. May be used by: story, exchange, src.
 * Every field is text as it will be written; the list below is the table's header, in order. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_EVENT_H
#define DATELINE_EVENT_H

#include "base/arena.h"
#include "base/list.h"

#define EVENT_FIELDS(FIELD)                                                                                                      \
    FIELD(doc_id) FIELD(source) FIELD(published) FIELD(event_id) FIELD(sent_id) FIELD(char_start) FIELD(char_end)                \
    FIELD(event) FIELD(mode) FIELD(context) FIELD(trigger)                                                                       \
    FIELD(actor) FIELD(actor_code) FIELD(recipient) FIELD(recipient_code) FIELD(actor_span) FIELD(recipient_span)                \
    FIELD(initiator) FIELD(event_date) FIELD(time_text) FIELD(time_bound) FIELD(place) FIELD(place_code)                         \
    FIELD(status) FIELD(ordinal) FIELD(said_by) FIELD(said_by_code) FIELD(via) FIELD(content)                                    \
    FIELD(said_by_span) FIELD(content_span) FIELD(rule) FIELD(sentence)
#define EVENT_FIELD_NAME(name) EVENT_##name,
enum event_field { EVENT_FIELDS(EVENT_FIELD_NAME) EVENT_FIELD_COUNT };
#undef EVENT_FIELD_NAME

struct event {
    struct slice field[EVENT_FIELD_COUNT];
};

#endif
