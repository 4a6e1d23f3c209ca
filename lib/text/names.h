/* names: finds persons, organisations, places, nationalities, offices and events in a document, and which mentions are of the
 * same thing. May be used by: story, exchange, src.
 * Lists and rules propose, a trained model decides (name_model.h). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NAMES_H
#define DATELINE_NAMES_H

#include "base/grid.h"
#include "text/document.h"

struct names;
struct ready_names;
struct name_model;

// The tables of lib/names and lib/rules (see the README.md there), and a user's own names, which go before ours.
struct names_tables {
    struct grid countries, places, organisations, leaders, given_names, common_words; // lib/names
    struct grid titles, bodies, shapes; // lib/rules; shapes is names.tsv
    struct grid lexicon;                // lib/rules/words.tsv: whatever it does not call PROPN is a word of the language
    const struct grid *own;             // [own_count] columns of an overlay
    size_t own_count;
    const struct ready_names *ready;    // made of these very tables before, or NULL
    const struct name_model *model;     // name_model.h; NULL: rules alone
};

// Compiled; lives in `keep`, and the grids' cells have to live as long.
struct names *make_names(struct arena *keep, const struct names_tables *tables);

// Fills ner and ner_begins with PER ORG LOC NORP TITLE EVENT where no other kind stands yet, entity for all of these, and value
// on the first token of each: a person's or organisation's fullest name, a country's ISO code (for NORP too), a place's name;
// for a TITLE the actor code it gives, with the country where that is said: "RUS GOV MIL", "GOV", or nothing.
void find_names(const struct names *names, struct document *document);

// What is a name by the lists or by its neighbours is no pronoun and no verb, whatever its word is elsewhere ("US", "Rob"): mends upos.
void correct_tags(struct document *document);

#endif
