/* dating: when an event was, from its document alone: the words that say so and the bounds they make. May be used by: story, exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_DATING_H
#define DATELINE_DATING_H

#include "story/frame.h"
#include "story/known_events.h"

// A bound: RELATION TERM, where the term is an EDTF date, "published", or another draft of the document.
struct bound {
    struct slice relation; // in, before, after, within P7D of
    struct slice term;     // empty: `other`
    size_t other;          // number of a draft
};

enum { MOST_BOUNDS = 6 };
struct dating {
    struct slice date, text; // EDTF (empty where only bounds are known), and the words
    struct bound bounds[MOST_BOUNDS];
    int count;
    struct slice ordinal;    // "1 since 2022-02-24"
};

struct wars;
// The first days of wars, which texts count from ("28-month conflict"): lib/rules/wars.tsv, words date.
struct wars *make_wars(struct arena *keep, struct grid grid);

// What a document takes for known: dated events it names, and the one war it speaks of (its first day; empty if none or several).
struct background {
    const struct wars *wars;
    struct known_mention *known; // [known_count] in text order
    size_t known_count;
    struct slice war;
};
struct background *read_background(struct arena *keep, const struct wars *wars, const struct known_events *known, struct document *document);

// Dates the draft with this number. The trees are of the draft's sentence.
void date_event(struct arena *keep, const struct background *background, const struct document *document, const struct tree *tree,
                const struct drafts *drafts, size_t number, struct dating *dating);

// What the document tells of its own date (a dateline, captions, "three months of war"): bounds on `published`.
void date_document(struct arena *keep, const struct background *background, const struct document *document, struct dating *dating);

// "in XXXX-05-13; before published"; names[i] is what draft i is called.
struct slice print_bounds(struct arena *keep, const struct dating *dating, const struct slice *names);

#endif
