// SPDX-License-Identifier: MIT
#include "exchange/known_names.h"

#include "exchange/known_words.h"

struct names_tables load_known_names(struct tables *tables, const struct grid *own, size_t own_count, const struct ready_names *ready) {
    struct names_tables lists = {
        .countries = load_table(tables, "countries"), .places = load_table(tables, "places"),
        .organisations = load_table(tables, "organisations"), .leaders = load_table(tables, "leaders"),
        .given_names = load_table(tables, "given_names"), .common_words = load_table(tables, "common_words"),
        .titles = load_table(tables, "titles"), .bodies = load_table(tables, "bodies"), .shapes = load_table(tables, "names"),
        .own = own, .own_count = own_count,
    };
    if (own_count == 0 && tables->overlay_count == 0) lists.ready = ready;
    if (!lists.ready) lists.lexicon = load_words(tables);
    return lists;
}
