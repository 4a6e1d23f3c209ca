/* event_name: names of events: "the 2017 Danish general election", "Lundby War", "Operation Northern Light", "Treaty of Lundby".
 * May be used by: text (mention.c). Words by their kinds in lib/rules/names.tsv: event_head, event_name, event_kind, event_start. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_EVENT_NAME_H
#define DATELINE_EVENT_NAME_H

#include "text/name_run.h"

// Where an event's name ends that begins at place->at, a year in front included though it is a date by then; 0 if none begins there.
size_t end_of_event(const struct place *place);

#endif
