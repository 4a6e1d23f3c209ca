// SPDX-License-Identifier: MIT
// Which year a date is of that does not say it.
#include "story/valuation.h"

// The first and last day of the date in a year; false where that year has none (February 29).
static bool bounds_in(struct partial_date date, int year, long *first, long *last) {
    struct day_set set;
    date.year = year;
    if (date.month != UNKNOWN && date.day != UNKNOWN && date.day > days_in_month(year, date.month)) return false;
    date.weekday = UNKNOWN;
    struct edtf edtf = single_date(date);
    if (!edtf_days(&edtf, &set)) return false;
    *first = set.first, *last = set.last;
    return true;
}

// Five times as far on the side that the tense denies; a thousand times where it is sure of it (2, -2).
long cost_of_days(const struct valuation *v, long first, long last, int tense) {
    enum { EDITIONS = 2 }; // days that a paper may be dated behind what it tells
    long today = v->reference->day, cost = first > today ? first - today : last < today ? today - last : 0;
    bool is_wrong_side = (tense < 0 && first > today + EDITIONS) || (tense > 0 && last < today);
    return is_wrong_side ? cost * (abs(tense) > 1 ? 1000 : 5) : cost;
}

// A weekday that does not fit counts as DOUBT days more: a slip of the pen ("Friday, July 28" of a Thursday) is likelier than a year
// that is far off.
static long cost_of_year(const struct valuation *v, const struct partial_date *date, int year, int tense) {
    enum { DOUBT = 250 };
    long first, last;
    if (!bounds_in(*date, year, &first, &last)) return LONG_MAX;
    bool is_day = date->day != UNKNOWN && date->month != UNKNOWN;
    bool is_slip = is_day && date->weekday != UNKNOWN && weekday_of(first) != date->weekday;
    return cost_of_days(v, first, last, tense) + (is_slip ? DOUBT : 0);
}

// "On November 15, 2017, the army moved; he resigned on November 21": a year said just before goes on. UNKNOWN where none was, or
// where it is as good as that of publication.
static int year_told_before(const struct valuation *v, const struct partial_date *date) {
    const struct partial_date *dated = &v->reference->dated;
    if (dated->year == UNKNOWN || dated->open_digits || v->reference->since_dated > 1 || dated->year >= v->reference->date.year) return UNKNOWN;
    if (dated->month == UNKNOWN || date->month == UNKNOWN) return v->reference->since_dated ? UNKNOWN : dated->year;
    int ahead = (date->month - dated->month + 12) % 12; // months from it; backwards, where that is nearer
    return dated->year + (ahead < 7 ? dated->month + ahead > 12 : -(dated->month < date->month));
}

// Does the date of that year lie in the months before publication, of which news speaks without a year?
static bool is_fresh(const struct valuation *v, const struct partial_date *date, int year) {
    enum { FRESH = 120 };
    long first, last, today = v->reference->day;
    return bounds_in(*date, year, &first, &last) && first <= today && today - last <= FRESH;
}

// "In April and May of 2021": a month without a year shares that of the date it is joined to. UNKNOWN where there is none.
static int year_joined(const struct valuation *v) {
    static const char *const joints[] = {"and", "or", "to", "through", "until", "-", "–", ","};
    struct time_match next;
    size_t at = v->match->at + v->match->length, length;
    bool is_joined = false;
    for (size_t i = 0; at < v->text->end && i < sizeof joints / sizeof *joints; i++)
        is_joined |= slice_is(v->text->tokens[at].lower, joints[i]);
    if (!is_joined || ++at >= v->text->end || !match_anchor(v->rules, v->text, at, &next)) return UNKNOWN;
    if (!next.slots[SLOT_month].length || !next.slots[SLOT_year].length) return UNKNOWN;
    return (int)read_year(v->rules, v->text, next.slots[SLOT_year].at, &length);
}

// The cheapest of the years up to `reach` from that of publication; UNKNOWN where none has the date.
static int cheapest_year(const struct valuation *v, const struct partial_date *date, int tense, int reach) {
    long least = LONG_MAX;
    int best = UNKNOWN;
    for (int year = v->reference->date.year - reach; year <= v->reference->date.year + reach; year++) {
        long cost = cost_of_year(v, date, year, tense);
        if (cost < least) least = cost, best = year;
    }
    return best;
}

// Of the year of publication, the one before and the one after, the likeliest; or the year that the text is in.
void choose_year(const struct valuation *v, struct partial_date *date, int tense) {
    enum { LEAP = 8 }; // years that may lie between two February 29
    if (date->year != UNKNOWN) return;
    if (date->month != UNKNOWN && (date->year = year_joined(v)) != UNKNOWN) return;
    if (!v->reference->is_known) return;
    int best = cheapest_year(v, date, tense, 1), told = tense <= 0 && tense > -3 ? year_told_before(v, date) : UNKNOWN;
    if (best == UNKNOWN) best = cheapest_year(v, date, tense, LEAP);
    date->year = told == UNKNOWN || is_fresh(v, date, best) ? best : told;
}
