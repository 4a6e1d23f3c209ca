/* initiator: who asked for a talk or a meeting: "at A's initiative", "initiated by A", "A requested the call". May be used by: story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_INITIATOR_H
#define DATELINE_INITIATOR_H

#include "story/frame.h"

// lib/rules/initiators.tsv: lemma pos example.
struct initiators;
struct initiators *make_initiators(struct arena *keep, struct grid grid);

// Sets the initiator of those drafts of this sentence (from number `from` on) whose asking the sentence tells.
void find_initiators(const struct initiators *initiators, struct cast *cast, const struct tree *tree, struct drafts *drafts, size_t from);

#endif
