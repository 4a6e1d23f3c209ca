/* story_rows: the three views of a merge: events, mentions, claims. May be used by: src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_STORY_ROWS_H
#define DATELINE_STORY_ROWS_H

#include "exchange/mention_rows.h"
#include "story/claim.h"

struct views {
    const struct mention_table *table;
    struct merged merged;
    struct claims claims;      // of all stories, in the order of stories
    size_t *claims_from;       // [stories + 1]
    size_t *order;             // [stories] story numbers by date
    struct slice *ids;         // [stories]
    struct slice *dates;       // [stories] EDTF
    struct arena *keep;
};

// Works out what all views need; lives in `keep` but for the list of claims.
void make_views(struct arena *keep, const struct mention_table *table, const struct tellings *tellings, const struct stories *stories, struct views *views);
void free_views(struct views *views);

// A view: its header, which is known when the header of the mentions is, and its rows.
struct view {
    const char *name;
    void (*write_header)(struct writer *writer, const struct mention_table *table);
    void (*write_rows)(struct writer *writer, const struct views *views);
};
extern const struct view events_view, mentions_view, claims_view;

#endif
