/* tag_model: parts of speech by a trained model, of words alone: lexicon and lemmas are the tagger's. May be used by: text, src/train.
 * ALGORITHM. Two classifiers, one after the other. The first, of few templates, drafts each word's tag from the words around it; the
 * second sees the drafts on both sides (stacking: Wolpert 1992; Cohen and Carvalho 2005, "Stacked sequential learning"). So a word is
 * decided with the tags behind it in view, and neither has to go from left to right. It learns from drafts made by what other parts of
 * the text taught, which are as wrong as they will be. Words that are always the same ("," "of") are not asked for,
 * and where the draft wins by a wide lead, it stands.
 * Sections of a model of kind "tags": the classifiers "drafts" and "tags" (text/linear.h), whose labels are the tags of document.h in
 * order; "sure": a hash table of struct sure_word; "lead": a 32-bit number, the lead from which on a draft stands. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TAG_MODEL_H
#define DATELINE_TAG_MODEL_H

#include "text/word_scores.h"

// A word that has one tag only, by its trait `form`; sought from home_sure_word on up to a free slot.
struct sure_word {
    uint32_t form; // 0: free
    uint32_t upos;
};
static inline size_t home_sure_word(uint32_t form, size_t slots) { return (size_t)(((uint64_t)form * slots) >> 32); }

struct tag_model {
    struct linear drafts, tags;
    struct word_scores *of_drafts, *of_tags; // what is remembered of words
    const struct sure_word *sure; // [sure_slots]
    size_t sure_slots;
    int32_t lead;
    const struct clusters *clusters;
    struct seen_word *memory;
};

// Opens a model of kind "tags", used where it lies; false with its complaint set.
bool open_tag_model(struct arena *keep, struct model *model, const struct clusters *clusters, struct tag_model *tags);

// Room to work in, of one thread.
enum { MOST_TAGGED = 256 };
struct tag_room {
    word_traits traits[MOST_TAGGED];
    uint64_t limits[MOST_TAGGED];
    uint8_t labels[MOST_TAGGED];
    int32_t leads[MOST_TAGGED];
};

// Fills upos of a sentence's tokens, at most MOST_TAGGED. room->limits[count] says what each word may be: bits 1 << upos, 0 for anything.
void choose_tags(const struct tag_model *model, struct tag_room *room, struct token *tokens, size_t count);

// The one tag of a word, or UPOS_NONE where the model is not sure.
enum upos find_sure_word(const struct tag_model *model, uint32_t form);

#endif
