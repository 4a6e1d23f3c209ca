/* mode: how an event was done, from words in its clause: by phone, with missiles. May be used by: story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MODE_H
#define DATELINE_MODE_H

#include "story/slot.h"

struct modes {
    struct phrase_table rows; // lib/rules/modes.tsv by `word`: event word words mode bars bars
};

// The mode that the first fitting words in the trigger's clause (or its carrier's) name for this type of event; empty if none do.
struct slice find_mode(const struct modes *modes, const struct tree *tree, int trigger, struct slice event);

#endif
