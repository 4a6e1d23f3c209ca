// SPDX-License-Identifier: MIT
#include "story/name_list.h"

void add_name(struct interner *list, struct slice name) {
    if (name.length) intern(list, name);
}

struct slice take_names(struct arena *keep, struct interner *list) {
    struct slice names = arena_join_all(keep, list->names, list->count, ";");
    interner_reset(list);
    return names;
}

bool list_has(struct slice list, struct slice name) {
    struct slice item;
    while (slice_cut(&list, ';', &item))
        if (slice_equal(item, name)) return true;
    return false;
}
