/* frame: what happened: triggers, the participants their frames ask for, and how sure it is. May be used by: story, exchange, src.
 * A frame is a row of lib/rules/frames.tsv; DESIGN.md and lib/rules/README.md say what its columns hold. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_FRAME_H
#define DATELINE_FRAME_H

#include "story/slot.h"

struct frame_grids {
    struct grid frames;   // rule lemma pos event mode actor recipient initiator needs bars
    struct grid modes;    // event mode words: what in the clause names a mode
    struct grid statuses; // lemma relation status: not, refuse, will, plan ...
};

struct frames;
struct frames *make_frames(struct arena *keep, const struct frame_grids *grids);

// An event as it is read, before it is written down.
struct draft {
    size_t sentence;
    int trigger;                  // token of the sentence
    int trigger_first, trigger_last;
    struct slice event, mode;     // mode "phone?" : a phone call if the document tells of one
    struct slice status, rule;
    struct parties actors, recipients;
    struct party initiator;       // entity 0 and no name: the text does not say
    bool points_to_call;          // of mode "phone?": the document tells of a call of the same people
};

struct drafts {
    LIST(struct draft) list;
};

// Can a word of this sentence trigger an event? So that only such sentences are parsed.
bool may_hold_event(const struct frames *frames, const struct document *document, size_t sentence);

// Appends what a sentence tells; `drafts` holds what the sentences before it told.
void find_events(const struct frames *frames, struct cast *cast, const struct tree *tree, size_t sentence, struct drafts *drafts);

// After the last sentence: "phone?" becomes phone or nothing.
void settle_modes(struct drafts *drafts);

#endif
