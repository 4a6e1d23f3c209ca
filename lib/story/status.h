/* status: is an event told as actual, planned, possible, negated or historical? May be used by: story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_STATUS_H
#define DATELINE_STATUS_H

#include "story/slot.h"

struct statuses {
    struct phrase_table rows; // lib/rules/statuses.tsv by `lemma`: lemma relation status
};

// From the words below and above the trigger; actual where none of them says otherwise.
struct slice find_status(const struct statuses *statuses, const struct tree *tree, int trigger);

#endif
