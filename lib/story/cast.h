/* cast: the persons, countries and bodies of one document, with what it says of each. May be used by: story, exchange, src.
 * Actor codes are PLOVER's: ISO 3166-1 alpha-3 country (or IGO, UNO ...), then sectors: "USA GOV MIL". */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CAST_H
#define DATELINE_CAST_H

#include "story/actor_tables.h"
#include "text/document.h"

struct character {       // one of the document's entities
    struct slice name, code;
    struct slice office; // the title named last with the person, in lower case and the singular
    enum ner kind;
    bool is_former;      // "former", "ousted": an ELI
    bool is_past;        // "then-": held the office at the time that is told of
    long counterpart;    // the entity whose counterpart it was called, 0 none
};

struct cast {
    struct arena *keep;
    const struct actor_tables *tables;
    const struct document *document;
    struct character *characters; // [count + 1] by entity number; those of kind NER_NONE are unknown
    long count;
    long last_person;             // the person named last as the text goes on: whom "he" means; 0 nobody
    long last_speaker;            // who said something last: whom "he said" means
    long recent[8];               // persons named so far, the last first, each once
    int recent_count;
};

// Reads the whole document once. Everything lives in `keep`.
struct cast *make_cast(struct arena *keep, const struct actor_tables *tables, const struct document *document);
struct character *character_of(struct cast *cast, long entity);
// As the text goes on: this person was named now.
void remember_named(struct cast *cast, long entity);

// A mention: a run of tokens that tag-entities marked, numbered over the document.
struct mention {
    size_t first, count;
};

// The mention that a marked token belongs to, between two tokens of its sentence.
struct mention mention_at(const struct document *document, size_t token, size_t from, size_t until);
struct slice mention_text(struct cast *cast, struct mention mention);
struct slice mention_value(struct cast *cast, struct mention mention);

// What a mention of an office (and its words: lower case, singular), a place or nationality, or an organisation means as an actor code; empty where unknown.
struct slice title_code(struct cast *cast, struct mention mention);
struct slice office_words(struct cast *cast, struct mention mention);
bool is_counterpart(struct cast *cast, struct mention mention);
struct slice place_code(struct cast *cast, struct mention mention);
struct slice body_code(struct cast *cast, struct mention mention);

#endif
