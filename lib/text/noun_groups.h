/* noun_groups: the inside of a noun group: determiners, adjectives, compounds, names, titles, possessors. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NOUN_GROUPS_H
#define DATELINE_NOUN_GROUPS_H

#include "text/groups.h"

// Does a noun group begin at i? An adjective begins one only if a noun follows before anything else.
bool begins_nominal(const struct growing_tree *tree, size_t i);

// Takes it, hangs its words under its head, and says where it ends.
size_t take_nominal(struct growing_tree *tree, size_t i, struct group *group);

#endif
