/* name_model: which words are names of persons, organisations and places, by a trained model that sees what the rules propose.
 * May be used by: text, exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NAME_MODEL_H
#define DATELINE_NAME_MODEL_H

#include "text/name_traits.h"
#include "text/word_scores.h"

struct name_model {
    struct linear linear;         // classifier "names"; its labels are O (the first), B-PER, I-PER ...
    struct word_scores *words;    // what is remembered of words
    struct seen_word *memory;     // and of what they look like
    struct name_lists lists;
    const struct clusters *clusters;
    enum ner kinds[MOST_LABELS];  // of each label
    bool begins[MOST_LABELS];
    uint64_t after[MOST_LABELS + 1];          // sequence.h
    uint64_t allowed[FREE_WHOLLY + 1];        // by freedom
};

// From a model of kind "names", which has to stay, as do the clusters (may be NULL). False with the model's complaint set.
bool open_name_model(struct arena *keep, struct model *model, const struct clusters *clusters, struct name_model *names);

// What a label says, and which may follow which: for the model and for who trains it.
bool read_name_labels(const struct slice *labels, size_t count, struct name_model *names);

// Takes persons, organisations and places as the model has them in place of those the rules proposed.
void decide_names(const struct name_model *model, struct search *search);

#endif
