/* known_words: what words are tagged with: the tables, the lexicon that make compiled of them, the model. May be used by: exchange,
 * src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_KNOWN_WORDS_H
#define DATELINE_KNOWN_WORDS_H

#include "exchange/models.h"
#include "exchange/tables.h"
#include "text/tagger.h"

// lib/rules/words.tsv above words_by_hand.tsv.
struct grid load_words(struct tables *tables);

// The tables of lib/rules as make_tagger wants them. `ready`, which may be NULL, is used where no row of a user's is among them.
struct tagger_tables load_known_words(struct tables *tables, const struct lexicon *ready);

// A tagger with its tables and models, which must be rows of kind "tags" and "clusters"; lives with the tables. Dies where a model is
// none.
struct tagger *load_tagger(struct tables *tables, const struct lexicon *ready, const struct model_row *models);

// Of the embedded tables, made by src/build/embed-lexicon.
extern const struct lexicon embedded_lexicon;

#endif
