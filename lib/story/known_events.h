/* known_events: events everyone dates alike ("Russia's invasion of Ukraine", 9/11), found by name.
 * May be used by: story, exchange, src.
 * They are rows of lib/rules/known_events.tsv (rule kind pattern value example source), patterns as in time_pattern.h, the value
 * `= EDTF`: of what lasted days from its first to its last, of a war its first day where the pattern says invasion or outbreak.
 * "the" in front of a name is taken with it. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_KNOWN_EVENTS_H
#define DATELINE_KNOWN_EVENTS_H

#include "base/grid.h"
#include "story/edtf.h"
#include "text/document.h"

struct known_events;

struct known_mention {
    size_t first, count;     // document->tokens
    struct slice name, edtf; // of the row
};

// The rows; they are compiled at once, or when they are first asked, since that takes longer than many a document. They live in
// `keep`, and *rows has to live as long. Dies, when compiling, where a row is wrong, saying which.
struct known_events *make_known_events(struct arena *keep, const struct grid *rows, bool at_once);

// Does the EDTF date or interval begin after the document was published, as far as that is known? What did not yet happen is not meant.
bool is_after_publication(const struct document *document, struct slice date);

// All mentions in text order, whatever ner their tokens have; they live in the document's memory. Needs token.lower. What comes after
// publication is none, unless it is said with its year ("the 2026 World Cup").
size_t find_known_events(struct known_events *events, struct document *document, struct known_mention **found);

// The longest known event that begins at tokens[at] ("the" with it) and ends before tokens[end], all of one sentence. Looks up the words
// there only, at most 64, when asked; what a pattern wants before its words ([!the]) it cannot see here. False, and *mention kept, where there is none.
bool known_event_at(struct known_events *events, const struct document *document, size_t at, size_t end,
                    struct known_mention *mention);

#endif
