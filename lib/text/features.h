/* features: templates as text, "form@0 upos@-1", one a line, compiled; and what they see as hashes. May be used by: text, learn,
 * src/train.
 * A template is a conjunction of views; a view is a trait of the word in a place: of a sentence around the word to be labelled
 * (sequence.h: -2 ... 2), or of a parser's configuration (s0, b0, s0.left ...). A template of which one view is 0 says nothing.
 * A line "then N" parts the templates in two: those below it need not be asked where those above it give one label N more than any
 * other (after He, Daumé and Eisner 2013, "Dynamic feature selection for dependency parsing", with a threshold in place of a policy). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_FEATURES_H
#define DATELINE_FEATURES_H

#include <stdint.h>

#include "base/arena.h"
#include "text/model.h"

enum { MOST_VIEWS = 255, MOST_TEMPLATES = 255, MOST_IN_TEMPLATE = 8 };

struct view {
    uint8_t place, trait; // numbers in the lists of names that were given
};

struct template {
    uint64_t seed;
    uint8_t count, views[MOST_IN_TEMPLATE]; // numbers of views
};

struct features {
    const struct view *views;         // [view_count], each once
    size_t view_count;
    const struct template *templates; // [template_count], those of one view first, then those of two, of three, of more
    size_t template_count, of_one, of_two, of_three;
    uint32_t traits;                  // bits: which are looked at anywhere
    const struct features *then;      // the templates below "then", with the same views; NULL: there are none
    int32_t enough;                   // its N
};

// Names that templates may use; lists that end in NULL.
struct feature_names {
    const char *const *places, *const *traits;
};

// Compiles templates into `keep`. NULL, or what is wrong (static).
const char *compile_features(struct arena *keep, struct slice templates, const struct feature_names *names, struct features *features);

// values[view_count] to hashes[MOST_TEMPLATES], as many as templates speak up; returns how many.
size_t hash_features(const struct features *features, const uint32_t *values, uint32_t *hashes);
// The same without those below "then".
size_t hash_stage(const struct features *features, const uint32_t *values, uint32_t *hashes);

#endif
