// SPDX-License-Identifier: MIT
#include "exchange/known_times.h"

struct timex *load_timex(struct tables *tables, struct timex_choices choices) {
    struct timex_tables rows = {{load_table(tables, "times"), load_table(tables, "holidays"), load_table(tables, "quantities")},
                                {load_table(tables, "time_words"), load_table(tables, "numbers")},
                                load_table(tables, "known_events")};
    choices.check_events = tables->overlay_count > 0;
    return make_timex(&tables->keep, &rows, choices);
}
