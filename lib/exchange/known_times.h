/* known_times: expressions of time and number as lib/rules knows them, a user's rows on top. May be used by: src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_KNOWN_TIMES_H
#define DATELINE_KNOWN_TIMES_H

#include "exchange/tables.h"
#include "story/timex.h"

// Dies where a row is wrong, saying which.
struct timex *load_timex(struct tables *tables, struct timex_choices choices);

#endif
