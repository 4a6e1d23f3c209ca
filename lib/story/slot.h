/* slot: where a frame looks for its participants. May be used by: story.
 * A rule writes slots by name, alternatives and unions: "subject+with", "between|light+with". */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_SLOT_H
#define DATELINE_SLOT_H

#include "story/party.h"

// Adds the parties that one slot of a trigger holds:
//   subject object   of a verb, turned round in the passive; shared subjects of conjuncts and control are followed
//   light            the subject of the verb that carries an event noun: "A [held] talks", "A discussed it [in] a call"
//   owner            "A's call", "their call"
//   modifier         "US-Russia talks", "the Russian attack"
//   PREPOSITION      with, to, between, against ...: "talks with B"
void fill_slot(struct cast *cast, const struct tree *tree, int trigger, struct slice slot, const struct parties *among, struct parties *parties);

// A list of alternatives with | between, each of slots joined by +: the first alternative that names two, else the first that names anybody.
void fill_slots(struct cast *cast, const struct tree *tree, int trigger, struct slice slots, const struct parties *among, struct parties *parties);

// The token that is the subject (or passive agent) of a verb, 0 if there is none.
int find_subject(const struct tree *tree, int verb);
// The verb that carries an event noun, 0 if there is none.
int find_carrier(const struct tree *tree, int noun);

#endif
