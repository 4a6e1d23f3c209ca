/* coreference: which mentions of a document are of the same thing. May be used by: text; names.c calls join_names and join_titles
 * (mention.h). It takes mentions as they come, from rules or from a model: kind and extent, and the lists' row where one is known.
 *
 * Mentions of one thing are one set of a union-find forest (Galler and Fischer 1964): mention.entity points to another mention of
 * the set, a root to itself; find_root follows it. At the end of join_names every mention points to its root directly, and
 * the root has the value of all. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_COREFERENCE_H
#define DATELINE_COREFERENCE_H

#include "text/key_table.h"
#include "text/mention.h"

struct references {
    struct search *search;
    struct key_table keys;
};

// What a key is for, so that one table does for all.
enum key_purpose { KEY_family = 1, KEY_bearer, KEY_named, KEY_tail, KEY_body, KEY_initials, KEY_acronym, KEY_defined, KEY_core, KEY_common, KEY_title };

uint32_t *number_for(struct references *references, enum key_purpose purpose, uint64_t key);

size_t find_root(struct search *search, size_t mention);
// Both sets become one, the earlier root stays; returns it.
size_t unite(struct search *search, size_t a, size_t b);

static inline size_t end_of(const struct mention *mention) { return mention->first + mention->count; }

struct slice text_of_mention(struct search *search, const struct mention *mention);
// Is the token a word, not a hyphen or a stop?
bool is_word(const struct search *search, size_t token);
bool is_possessive(const struct search *search, size_t token);

// The steps of join_names.
void settle_expansions(struct references *references); // acronym.c
void join_persons(struct references *references);      // person.c
void join_things(struct references *references);       // thing.c

// The letters of an acronym, or the initials of a name of three words and more, as one key; 0 if there are fewer than `least`.
uint64_t letters_of_acronym(const struct search *search, const struct mention *mention, size_t least);
uint64_t initials_of_name(const struct search *search, const struct mention *mention);

#endif
