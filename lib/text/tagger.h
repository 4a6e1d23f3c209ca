/* tagger: parts of speech and lemmas. May be used by: exchange, src, story.
 * The tags are the model's (tag_model.h), but for words that a person's rows know; the lemmas are those of the lexicon, or what the
 * endings make of the word. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TAGGER_H
#define DATELINE_TAGGER_H

#include "base/grid.h"
#include "text/endings.h"
#include "text/lexicon.h"
#include "text/tag_model.h"

// The tables, as lib/rules has them: words.tsv (word upos lemma), endings.tsv (use upos ending becomes example), and
// words_by_hand.tsv (as words.tsv): a word written as there has one of the tags there, and its lemma, whatever others say.
struct tagger_tables {
    struct grid words, endings, by_hand;
    const struct lexicon *ready; // made of `words` before, or NULL
};

struct tagger;

// The grids' cells must live as long as the tagger, which lives in `keep`, and so must the model and its clusters.
struct tagger *make_tagger(struct arena *keep, const struct tagger_tables *tables, const struct tag_model *model);

// Fills upos and lemma of the tokens of one sentence (its index in the document), from form and lower. Linear in its length.
void tag_sentence(const struct tagger *tagger, struct document *document, size_t sentence);

// Tags the whole document, but leaves upos or lemma alone where they are given.
void tag_document(const struct tagger *tagger, struct document *document, bool upos_given, bool lemma_given);

#endif
