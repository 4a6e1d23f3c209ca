/* name_list: a ;-list of names, each once, in the order in which they came. May be used by: story, exchange. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NAME_LIST_H
#define DATELINE_NAME_LIST_H

#include "base/intern.h"

// An interner is such a list while it grows. Empty names and those that are there are left out; the name is copied.
void add_name(struct interner *list, struct slice name);
// All names with ; between, in `keep`; the list is empty then.
struct slice take_names(struct arena *keep, struct interner *list);

// Is this name in such a list?
bool list_has(struct slice list, struct slice name);

#endif
