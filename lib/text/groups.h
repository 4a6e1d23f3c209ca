/* groups: a sentence cut into noun groups, verb groups and the words between, each built inside. May be used by: text.
 * ALGORITHM: chunks by parts of speech from left to right, after Abney 1991, "Parsing by chunks". */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_GROUPS_H
#define DATELINE_GROUPS_H

#include "text/growing_tree.h"

enum group_kind {
    GROUP_NOMINAL,     // noun, name or pronoun with all before it; its preposition too
    GROUP_VERB,        // auxiliaries, adverbs and the verb
    GROUP_ADJECTIVE,   // without a noun
    GROUP_ADVERB,
    GROUP_MARK,        // that, if, because
    GROUP_COORDINATOR, // and, but
    GROUP_PREPOSITION, // alone: particle, or before a verb
    GROUP_PUNCT,
    GROUP_OTHER,
};

enum verb_form { FORM_BASE, FORM_PRESENT, FORM_PAST, FORM_PARTICIPLE, FORM_PAST_OR_PARTICIPLE, FORM_ING };

struct group {
    enum group_kind kind;
    size_t first, last, head;  // tokens
    size_t preposition;        // the token before a nominal, or NOWHERE
    enum verb_form form;       // of a verb group's verb
    bool has_auxiliary, passive, infinitive;
    bool only_auxiliary;       // be, have, do, will ... and no verb behind it; head is the last of them
    bool has_article;          // a nominal that begins with a determiner or possessive
};

enum verb_form form_of_verb(const struct token *token, const struct word_facts *facts);

// Cuts the sentence; `groups` has room for as many as there are tokens. Returns how many there are.
size_t build_groups(struct growing_tree *tree, struct group *groups);

#endif
