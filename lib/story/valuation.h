/* valuation: what the ways of reckoning a value share.
 * May be used by: the files *_value.c here and year_choice.c, and nobody else. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_VALUATION_H
#define DATELINE_VALUATION_H

#include "story/tense.h"
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
// Of slots that are classes of words; 0 and empty where the row does not bind them.
static inline long slot_number(const struct valuation *v, enum time_slot slot) {
    const struct word_sense *sense = v->match->slots[slot].sense;
    return sense ? sense->number : 0;
}
static inline struct slice slot_value(const struct valuation *v, enum time_slot slot) {
    const struct word_sense *sense = v->match->slots[slot].sense;
    return sense ? sense->value : (struct slice){"", 0};
}
// What is counted or shifted: years, where the row names no unit.
static inline struct slice bound_unit(const struct valuation *v) {
    return is_bound(v, SLOT_unit) ? slot_value(v, SLOT_unit) : SLICE("Y");
}

// The argument as a number and, behind it, a unit ("-1 D"); without a unit there, the one that is bound.
struct count {
    long number; // 0 where none is said
    struct slice unit;
};
struct count argument_of(const struct valuation *v);

// Which way the sentence looks: -1 past, 1 future, 0 it does not say; -2 and 2 where the verb stands right before the expression.
static inline int find_tense_with(const struct valuation *v, bool with_hints) {
    size_t at = v->text->hangs_from ? v->text->hangs_from - 1 : v->match->at;
    return tense_around(v->rules, v->text, at, v->match->at + v->match->length - at, with_hints);
}
static inline int find_tense(const struct valuation *v) { return find_tense_with(v, false); }
// The number bound to a slot; false for none.
bool number_in(const struct valuation *v, enum time_slot slot, struct quantity *quantity);
static inline bool bound_number(const struct valuation *v, struct quantity *quantity) { return number_in(v, SLOT_number, quantity); }

struct partial_date said_date(const struct valuation *v);
// year_choice.c: how much speaks against days first .. last: how far from publication they are, more where the tense says the other side.
long cost_of_days(const struct valuation *v, long first, long last, int tense);
// The same: of the years around publication the likeliest, or the one that the text is in. With tense 3 and -3 the words
// themselves say the side ("last May").
void choose_year(const struct valuation *v, struct partial_date *date, int tense);
struct slice print_date(const struct valuation *v, struct partial_date date);
struct slice print_day(const struct valuation *v, long day);
struct slice date_value(const struct valuation *v);

// relative_value.c
struct slice shift_value(const struct valuation *v);
struct slice month_of_year_value(const struct valuation *v);
struct slice near_unit_value(const struct valuation *v);
struct slice weeks_from_weekday_value(const struct valuation *v);
struct slice today_value(const struct valuation *v);
struct slice near_day_value(const struct valuation *v);
struct slice part_value(const struct valuation *v);
struct slice tonight_value(const struct valuation *v);
// The number of last, this, next, or of the rule.
long shift_of(const struct valuation *v);
// The unit that lies `shift` units from the one with that day.
struct slice print_unit_near(const struct valuation *v, long day, struct slice unit, long shift);
// What is known of a unit when nothing else is: only how long it is.
struct slice some_unit(struct slice unit);

// anchored_value.c
struct slice away_value(const struct valuation *v);
struct slice ahead_value(const struct valuation *v);
struct slice same_value(const struct valuation *v);
struct slice same_year_value(const struct valuation *v);
struct slice same_quarter_value(const struct valuation *v);
struct slice beside_value(const struct valuation *v);
struct slice anchored_value(const struct valuation *v);
struct slice time_on_anchor_value(const struct valuation *v);
struct slice around_anchor_value(const struct valuation *v);
struct slice nth_value(const struct valuation *v);

// holiday_value.c
struct slice holiday_value(const struct valuation *v);

// plain_value.c
struct slice clock_value(const struct valuation *v);
struct slice day_clock_value(const struct valuation *v);
struct slice guessed_day(const struct valuation *v); // for a time whose day nobody says; empty where there is none to guess
struct slice clock_text(const struct valuation *v); // 14:03Z, as far as it is bound
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
