// SPDX-License-Identifier: MIT
// Values that count from the day of publication.
#include "story/valuation.h"

static struct slice print_month(const struct valuation *v, int year, int month) {
    struct partial_date date = unknown_date();
    date.year = year, date.month = month;
    return print_date(v, date);
}

static struct slice print_week(const struct valuation *v, long day) {
    struct week week = week_of(day);
    struct partial_date date = unknown_date();
    date.year = week.year, date.week = week.week;
    return print_date(v, date);
}

static struct slice print_year(const struct valuation *v, int year, int open_digits) {
    struct partial_date date = unknown_date();
    static const int units[] = {1, 10, 100, 1000};
    if (year < 0 || year > 9999) return SLICE("XXXX");
    date.year = year / units[open_digits] * units[open_digits], date.open_digits = open_digits;
    return print_date(v, date);
}

static struct slice print_quarter(const struct valuation *v, long quarters) { // since the year 0
    struct partial_date date = unknown_date();
    date.year = (int)(quarters / 4), date.season = 33 + (int)(quarters % 4);
    return print_date(v, date);
}

static struct slice print_weekend(const struct valuation *v, long monday) {
    return arena_join(v->keep, print_day(v, monday + 5), "/", print_day(v, monday + 6));
}

struct slice print_unit_near(const struct valuation *v, long day, struct slice unit, long shift) {
    struct date date = date_from_day(day), month = add_months((struct date){date.year, date.month, 1}, shift);
    long monday = day - weekday_of(day) + 1;
    switch (unit.at[0]) {
    case 'T': return print_day(v, day); // the hour is not known
    case 'D': return print_day(v, day + shift);
    case 'W': return print_week(v, day + 7 * shift);
    case 'F': return print_week(v, day + 14 * shift);
    case 'K': return print_weekend(v, monday + 7 * shift);
    case 'M': return print_month(v, month.year, month.month);
    case 'Q': return print_quarter(v, date.year * 4L + (date.month - 1) / 3 + shift);
    case 'Y': return print_year(v, date.year + (int)shift, 0);
    case 'E': return print_year(v, date.year + (int)shift * 10, 1);
    case 'C': return print_year(v, date.year + (int)shift * 100, 2);
    }
    return SLICE("XXXX");
}

struct slice some_unit(struct slice unit) {
    switch (unit.at[0]) {
    case 'T':
    case 'D': return SLICE("XXXX-XX-XX");
    case 'W':
    case 'F':
    case 'K': return SLICE("XXXX-WXX");
    case 'M': return SLICE("XXXX-XX");
    case 'Q': return SLICE("XXXX-QX");
    }
    return SLICE("XXXX");
}

long shift_of(const struct valuation *v) {
    return is_bound(v, SLOT_shift) ? slot_number(v, SLOT_shift) : argument_of(v).number;
}

// last Friday: before publication; next: after; this: of the same week; with a week said: of that week.
static long shifted_weekday(const struct valuation *v, int weekday, long shift) {
    long today = v->reference->day, monday = today - weekday_of(today) + 1;
    struct slice last = v->text->tokens[v->match->at + v->match->length - 1].lower;
    if (slice_is(last, "week")) return monday + 7 * shift + weekday - 1;
    int back = (weekday_of(today) - weekday + 7) % 7;
    if (shift < 0) return today - (back ? back : 7) + 7 * (shift + 1); // -2: before last
    if (shift > 0) return today - back + 7 * shift;
    return monday + weekday - 1;
}

// The month or season nearest to publication that is over (last), has begun or comes (this), or comes (next).
static struct slice shifted_part_of_year(const struct valuation *v, struct partial_date date, long shift) {
    if (shift == 0) {
        if (v->reference->is_known) date.year = v->reference->date.year;
        return print_date(v, date);
    }
    choose_year(v, &date, shift < 0 ? -3 : 3);
    if (v->reference->is_known) { // "last May" in May is the one a year ago
        struct day_set set;
        struct edtf edtf = single_date(date);
        if (edtf_days(&edtf, &set) && day_allowed(&set, v->reference->day)) date.year += (int)shift;
    }
    return print_date(v, date);
}

struct slice shift_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    long shift = shift_of(v);
    if (date.month != UNKNOWN || date.season != UNKNOWN) return shifted_part_of_year(v, date, shift);
    if (date.weekday != UNKNOWN)
        return v->reference->is_known ? print_day(v, shifted_weekday(v, date.weekday, shift)) : print_date(v, date);
    struct slice unit = argument_of(v).unit;
    return v->reference->is_known ? print_unit_near(v, v->reference->day, unit, shift) : some_unit(unit);
}

// The weekend: the one that comes where the sentence looks ahead or it is one today, else the last.
struct slice near_unit_value(const struct valuation *v) {
    struct slice unit = bound_unit(v);
    if (!v->reference->is_known) return some_unit(unit);
    int tense = find_tense(v), today = weekday_of(v->reference->day);
    bool says_this = slice_is(v->text->tokens[v->match->at].lower, "this");
    bool is_now = tense > 0 || today > 5 || (says_this && tense == 0 && today > 3);
    return print_unit_near(v, v->reference->day, unit, is_now ? 0 : -1);
}

// "A week ago Friday", "a week from Monday": N weeks from the last or next weekday of that name.
struct slice weeks_from_weekday_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    long weeks = shift_of(v);
    if (!v->reference->is_known) return print_date(v, date);
    return print_day(v, shifted_weekday(v, date.weekday, 2 * weeks));
}

struct slice month_of_year_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    if (v->reference->is_known) date.year = v->reference->date.year + (int)shift_of(v);
    return print_date(v, date);
}

// ---- days near today

struct slice today_value(const struct valuation *v) {
    return v->reference->is_known ? print_day(v, v->reference->day + slot_number(v, SLOT_today)) : SLICE("XXXX-XX-XX");
}

struct slice near_day_value(const struct valuation *v) {
    return v->reference->is_known ? print_day(v, v->reference->day + shift_of(v)) : SLICE("XXXX-XX-XX");
}

static struct slice day_of_part(const struct valuation *v) {
    if (is_bound(v, SLOT_weekday)) return is_bound(v, SLOT_shift) ? shift_value(v) : date_value(v);
    if (is_bound(v, SLOT_month)) return date_value(v);
    if (is_bound(v, SLOT_today)) return today_value(v);
    if (is_bound(v, SLOT_shift) || v->argument.length) return near_day_value(v);
    struct slice day = guessed_day(v);
    return day.length ? day : SLICE("XXXX-XX-XX");
}

// The day with the part of the day behind T.
struct slice part_value(const struct valuation *v) {
    struct slice day = day_of_part(v);
    struct slice part = is_bound(v, SLOT_daybreak) ? slot_value(v, SLOT_daybreak) : slot_value(v, SLOT_part);
    return day.length && part.length ? arena_join(v->keep, day, "T", part) : day;
}

// Tonight; with -1 the night before, if the sentence does not look ahead.
struct slice tonight_value(const struct valuation *v) {
    bool is_before = argument_of(v).number < 0 && find_tense(v) <= 0;
    struct slice day = v->reference->is_known ? print_day(v, v->reference->day - is_before) : SLICE("XXXX-XX-XX");
    return arena_join(v->keep, day, "T", SLICE("NI"));
}
