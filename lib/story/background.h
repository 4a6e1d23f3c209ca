/* background: what a document takes for known: the war it speaks of, dated events that it names. May be used by: story, exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_BACKGROUND_H
#define DATELINE_BACKGROUND_H

#include "story/known_events.h"

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
struct background *read_background(struct arena *keep, const struct wars *wars, struct known_events *known, struct document *document);

// Among tokens first .. first + count - 1 of the document: the first day of the first war they name, or empty; the date of a known event, or
// empty; do they speak of a war at all;
// is there a word (lower case or lemma) of a list with | between?
struct slice war_day(const struct wars *wars, const struct document *document, size_t first, size_t count);
struct slice known_date(const struct background *background, size_t first, size_t count);
bool names_war(const struct document *document, size_t first, size_t count);
bool has_word(const struct document *document, size_t first, size_t count, struct slice alternatives);

#endif
