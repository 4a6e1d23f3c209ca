/* dating: when an event was, from its document alone: the words that say so and the bounds they make. May be used by: story, exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_DATING_H
#define DATELINE_DATING_H

#include "story/background.h"
#include "story/frame.h"

// A bound: RELATION TERM, where the term is an EDTF date, "published", or another draft of the document.
struct bound {
    struct slice relation; // in, before, after, within P7D of
    struct slice term;     // empty: `other`
    size_t other;          // number of a draft
};

enum { MOST_BOUNDS = 8 };
struct dating {
    struct slice date, text; // EDTF (empty where only bounds are known), and the words
    struct bound bounds[MOST_BOUNDS];
    int count;
    struct slice ordinal;    // "1 since 2022-02-24"
};

// Dates the draft with this number. The trees are of the draft's sentence.
void date_event(struct arena *keep, const struct background *background, const struct document *document, const struct tree *tree,
                const struct drafts *drafts, size_t number, struct dating *dating);

// Adds a bound unless it is there; with an empty term `other` is meant. More than MOST_BOUNDS are let go: fewer bounds are never wrong.
void add_bound_to(struct dating *dating, struct slice relation, struct slice term, size_t other);

// "in XXXX-05-13; before published"; names[i] is what draft i is called.
struct slice print_bounds(struct arena *keep, const struct dating *dating, const struct slice *names);

#endif
