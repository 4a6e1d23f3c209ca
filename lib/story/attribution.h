/* attribution: who says so: statements with their speakers, contents and the way they came. May be used by: story, exchange, src.
 * Verbs of saying are rows of lib/rules/sayings.tsv, networks and channels those of lib/rules/channels.tsv. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ATTRIBUTION_H
#define DATELINE_ATTRIBUTION_H

#include "story/slot.h"

struct saying_grids {
    struct grid sayings;  // rule lemma event takes example: takes is clause, noun, both, or free (a clause without a sign)
    struct grid channels; // word name example
};

struct sayings;
struct sayings *make_sayings(struct arena *keep, const struct saying_grids *grids);

enum { MOST_SPANS = 6 };
struct span {
    long start, end; // characters
};

struct statement {
    size_t sentence;
    int cue;                       // token: the verb, or "according"
    struct slice event, rule;      // SAY, or what the verb is besides (ACCUSE)
    struct party speaker;          // code may be empty: "a witness"
    struct slice via;              // channels and relays, ; between
    struct parties addressees;     // told whom, accused whom
    struct span content_span[MOST_SPANS];
    int content_count;
    struct slice content;          // word for word, pieces joined by " ... "
};

struct statements {
    LIST(struct statement) list;
};

// Can a word of this sentence say that somebody says something?
bool may_hold_statement(const struct sayings *sayings, const struct document *document, size_t sentence);

// Appends the statements of one sentence. Relays ("X said, TASS reported") are one statement with `via`.
void find_statements(const struct sayings *sayings, struct cast *cast, const struct tree *tree, size_t sentence, struct statements *statements);

// After the last sentence: quotations that go over several sentences join the statement they belong to; contents are spelled out.
void settle_statements(struct arena *keep, const struct document *document, struct statements *statements);

// The innermost statement whose content holds this character of a sentence; NULL if it is the article's own word.
const struct statement *statement_around(const struct statements *statements, size_t sentence, long character);

#endif
