/* extract: a tagged and parsed document becomes rows of events: what happened, who, when, by whose word. May be used by: exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_EXTRACT_H
#define DATELINE_EXTRACT_H

#include "story/attribution.h"
#include "story/dating.h"
#include "story/event.h"
#include "story/frame.h"
#include "story/initiator.h"

struct extractor {
    const struct actor_tables *actors;
    const struct frames *frames;
    const struct initiators *initiators;
    const struct sayings *sayings;
    const struct wars *wars;
    struct known_events *known;
};

struct events {
    LIST(struct event) list;
};

// Can the sentence hold an event or a statement, so that it is worth parsing? By its part of the page and its words.
bool is_worth_parsing(const struct extractor *extractor, const struct document *document, size_t sentence);

// Fills `events` (cleared first) with the rows of a document in text order; the PUBLISHED row comes first, if there is one.
// Tokens must have upos, lemma, ner, entity, value; head and deprel where is_worth_parsing. Slices live in document->memory.
void extract_events(const struct extractor *extractor, struct document *document, struct events *events);

#endif
