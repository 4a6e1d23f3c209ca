/* sure_words: which words always have the same tag, so that a tagger need not ask for them. May be used by: src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_SURE_WORDS_H
#define DATELINE_SURE_WORDS_H

#include "learn/sequence_learner.h"

// The words of the lessons order[count] that occur often enough with one tag all but always: the section "sure" of a model of tags
// (text/tag_model.h), in `keep`. Labels of the lessons are the tags of document.h, from 0.
struct slice list_sure_words(struct arena *keep, const struct lesson *lessons, const size_t *order, size_t count);

#endif
