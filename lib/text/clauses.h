/* clauses: from groups to clauses: who does what, with whom, and which clause hangs on which. May be used by: text.
 * ALGORITHM: one pass over the groups with a stack of open clauses. A word before its verb waits; a finite verb that finds the
 * clause on top complete goes to an outer clause that still lacks one. Rules in the manner of Covington 2001, "A fundamental
 * algorithm for dependency parsing", each choice made once. Linear: what is looked ahead and the stack are bounded. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CLAUSES_H
#define DATELINE_CLAUSES_H

#include "base/arena.h"
#include "text/groups.h"

// Hangs the heads of the groups; returns the root, or NOWHERE.
size_t join_clauses(struct arena *scratch, struct growing_tree *tree, const struct group *groups, size_t count);

#endif
