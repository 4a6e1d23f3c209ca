/* tagger: parts of speech and lemmas. May be used by: exchange, src, story.
 * ALGORITHM: the most frequent tag of the word, or for an unknown word what its shape and ending say; then rules in order, each
 * of which changes one tag to another where the neighbours say so. After Brill 1992, "A simple rule-based part of speech tagger". */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TAGGER_H
#define DATELINE_TAGGER_H

#include "base/grid.h"
#include "text/contexts.h"

// The tables, as lib/rules has them: words.tsv (word upos lemma), endings.tsv (use upos ending becomes example),
// contexts.tsv (from to word before2 before after after2), and contexts_by_hand.tsv, which works behind it (the same columns, and
// example).
struct tagger_tables {
    struct grid words, endings, contexts, contexts_by_hand;
    const struct lexicon *ready; // made of `words` before, or NULL
};

struct tagger;

// The grids' cells must live as long as the tagger, which lives in `keep`.
struct tagger *make_tagger(struct arena *keep, const struct tagger_tables *tables);

// Fills upos and lemma of the tokens of one sentence (its index in the document), from form and lower. Linear in its length.
void tag_sentence(const struct tagger *tagger, struct document *document, size_t sentence);

// Tags the whole document, but leaves upos or lemma alone where they are given.
void tag_document(const struct tagger *tagger, struct document *document, bool upos_given, bool lemma_given);

// The first step alone, before the contexts: what they are learnt on. The tagging lives in the document's memory.
struct tagging guess_tags(const struct tagger *tagger, struct document *document, size_t sentence);

#endif
