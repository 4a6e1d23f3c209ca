/* ahead: questions about the groups around the one in hand; nothing is changed. Looks FARTHEST_LOOK groups ahead at most.
 * May be used by: text (clauses, nominals, verbs). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_AHEAD_H
#define DATELINE_AHEAD_H

#include "text/walk.h"

// A verb group that can carry a clause for sure, or (`perhaps`) at least may.
bool is_finite(const struct group *group, bool perhaps);
// Is the nominal a date or a time, by its name or by its noun?
bool is_time(const struct walk *walk, const struct group *group);
// After the nominal at g: does a verb come that has it as its subject? Prepositional groups and adverbs may stand between.
bool verb_follows(const struct walk *walk, size_t g, bool perhaps);
// "..., he said": a nominal behind a comma or quote, then, perhaps behind an apposition, a verb of saying that has nothing more to say.
bool opens_saying(const struct walk *walk, size_t g);
// Does the nominal at g open a clause of its own, though the clause on top has its predicate?
bool opens_clause(const struct walk *walk, size_t g);
// A relative pronoun (if what is before it allows), a question word.
bool is_relative(const struct walk *walk, const struct group *group);
bool is_question_word(const struct walk *walk, const struct group *group);
// Is the last nominal the group before this one, or before it and a comma?
bool is_near(const struct walk *walk, size_t g);
// In a list "A, B and C": does the "and" come, and no verb before it; nor behind it, where the list is no subject?
bool coordinator_ahead(const struct walk *walk, size_t g);
// Does a verb come that can carry the clause of the verb at g, which then need not?
bool finite_verb_ahead(const struct walk *walk, size_t g);
// "Orlin, asked about it, told reporters": does the participle at g stand between a name and its verb, in commas?
bool is_inserted(const struct walk *walk, size_t g);
// Is there a clause below the top that has its subject and awaits its verb?
bool outer_clause_waits(const struct walk *walk);
// "Asked about it, he ..."
bool clause_follows_comma(const struct walk *walk);
// "told reporters that he would": no relative, although it follows a noun and may be tagged as a pronoun.
bool is_conjunction(struct walk *walk, size_t g);

#endif
