/* valuation: what the ways of reckoning a value share.
 * May be used by: time_value.c, relative_value.c, plain_value.c, quantity_value.c, and nobody else. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_VALUATION_H
#define DATELINE_VALUATION_H

#include "story/time_value.h"

struct valuation {
    struct arena *keep;
    const struct time_rules *rules;
    const struct time_text *text;
    const struct time_match *match;
    const struct time_reference *reference;
    struct slice way, argument; // of the rule's value: its first word, and what follows
    bool *usable;
};

static inline bool is_bound(const struct valuation *v, enum time_slot slot) { return v->match->slots[slot].length > 0; }
static inline size_t slot_at(const struct valuation *v, enum time_slot slot) { return v->match->slots[slot].at; }
// Of slots that are classes of words.
static inline long slot_number(const struct valuation *v, enum time_slot slot) { return v->match->slots[slot].sense->number; }
static inline struct slice slot_value(const struct valuation *v, enum time_slot slot) {
    return v->match->slots[slot].sense->value;
}

// Which way the sentence looks: -1 past, 1 future, 0 it does not say. The nearest word of class tense before the expression says
// it, else the nearest behind.
int find_tense(const struct valuation *v);
// The number bound to $number; false for none.
bool bound_number(const struct valuation *v, struct quantity *quantity);

struct partial_date said_date(const struct valuation *v);
void choose_year(const struct valuation *v, struct partial_date *date, int tense);
struct slice print_date(const struct valuation *v, struct partial_date date);
struct slice print_day(const struct valuation *v, long day);
struct slice date_value(const struct valuation *v);

// relative_value.c
struct slice shift_value(const struct valuation *v);
struct slice month_of_year_value(const struct valuation *v);
struct slice today_value(const struct valuation *v);
struct slice near_day_value(const struct valuation *v);
struct slice part_value(const struct valuation *v);
struct slice tonight_value(const struct valuation *v);
struct slice away_value(const struct valuation *v);
struct slice same_value(const struct valuation *v);
struct slice same_quarter_value(const struct valuation *v);
struct slice next_day_value(const struct valuation *v);

// plain_value.c
struct slice clock_value(const struct valuation *v);
struct slice duration_value(const struct valuation *v);
struct slice every_value(const struct valuation *v);
struct slice word_value(const struct valuation *v);

// quantity_value.c
struct slice money_value(const struct valuation *v);
struct slice magnitude_value(const struct valuation *v);
struct slice number_value(const struct valuation *v);
struct slice percent_value(const struct valuation *v);
struct slice minus_value(const struct valuation *v);
struct slice fraction_value(const struct valuation *v);
struct slice ratio_value(const struct valuation *v);

#endif
