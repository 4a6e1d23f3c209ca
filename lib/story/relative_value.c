// SPDX-License-Identifier: MIT
// Values that count from the day of publication or from the date told last.
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
    if (year < 0 || year > 9999) return SLICE("");
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

// The unit that lies `shift` units from the one with the day of publication.
static struct slice shifted_unit(const struct valuation *v, struct slice unit, long shift) {
    struct date date = v->reference->date, month = add_months((struct date){date.year, date.month, 1}, shift);
    long monday = v->reference->day - weekday_of(v->reference->day) + 1;
    switch (unit.at[0]) {
    case 'D': return print_day(v, v->reference->day + shift);
    case 'W': return print_week(v, v->reference->day + 7 * shift);
    case 'F': return print_week(v, v->reference->day + 14 * shift);
    case 'K': return print_weekend(v, monday + 7 * shift);
    case 'M': return print_month(v, month.year, month.month);
    case 'Q': return print_quarter(v, date.year * 4L + (date.month - 1) / 3 + shift);
    case 'Y': return print_year(v, date.year + (int)shift, 0);
    case 'E': return print_year(v, date.year + (int)shift * 10, 1);
    case 'C': return print_year(v, date.year + (int)shift * 100, 2);
    }
    return SLICE("");
}

// What is known of a unit when publication is not: only how long it is.
static struct slice some_unit(struct slice unit) {
    switch (unit.at[0]) {
    case 'D': return SLICE("XXXX-XX-XX");
    case 'W':
    case 'F':
    case 'K': return SLICE("XXXX-WXX");
    case 'M': return SLICE("XXXX-XX");
    case 'Q': return SLICE("XXXX-QX");
    case 'Y': return SLICE("XXXX");
    }
    return SLICE("");
}

static long shift_of(const struct valuation *v) {
    long shift = 0;
    if (is_bound(v, SLOT_shift)) return slot_number(v, SLOT_shift);
    slice_number(v->argument, &shift);
    return shift;
}

// last Friday: before publication; next: after; this: of the same week; with a week said: of that week.
static long shifted_weekday(const struct valuation *v, int weekday, long shift) {
    long today = v->reference->day, monday = today - weekday_of(today) + 1;
    struct slice last = v->text->tokens[v->match->at + v->match->length - 1].lower;
    if (slice_is(last, "week")) return monday + 7 * shift + weekday - 1;
    int back = (weekday_of(today) - weekday + 7) % 7;
    if (shift < 0) return today - (back ? back : 7);
    if (shift > 0) return today - back + 7;
    return monday + weekday - 1;
}

// The month or season nearest to publication that is over (last), has begun or comes (this), or comes (next).
static struct slice shifted_part_of_year(const struct valuation *v, struct partial_date date, long shift) {
    if (shift == 0) {
        if (v->reference->is_known) date.year = v->reference->date.year;
        return print_date(v, date);
    }
    choose_year(v, &date, shift < 0 ? -2 : 2);
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
    struct slice unit = is_bound(v, SLOT_unit) ? slot_value(v, SLOT_unit) : SLICE("Y");
    return v->reference->is_known ? shifted_unit(v, unit, shift) : some_unit(unit);
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

// The day with the part of the day behind T.
struct slice part_value(const struct valuation *v) {
    struct slice day = is_bound(v, SLOT_weekday) ? is_bound(v, SLOT_shift) ? shift_value(v) : date_value(v)
                       : is_bound(v, SLOT_today) ? today_value(v)
                                                 : near_day_value(v);
    return day.length && is_bound(v, SLOT_part) ? arena_join(v->keep, day, "T", slot_value(v, SLOT_part)) : day;
}

struct slice tonight_value(const struct valuation *v) {
    return arena_join(v->keep, near_day_value(v), "T", SLICE("NI"));
}

// ---- so many units away

// How many whole units; a half of years counts in months. False where nobody said how many.
static bool count_units(const struct valuation *v, struct slice *unit, long *count) {
    struct quantity quantity;
    if (!bound_number(v, &quantity)) return *count = 1, true;
    if (quantity.value.digits == 0 || quantity.is_plural) return false;
    long scale = 1;
    for (int i = 0; i < quantity.value.scale && scale < 1000; i++) scale *= 10;
    if (quantity.value.digits > 100000) return false;
    *count = (long)quantity.value.digits / scale;
    if (scale > 1 && unit->at[0] == 'Y') *count = (long)quantity.value.digits * 12 / scale, *unit = SLICE("M");
    return true;
}

// A date moved by units, as exact as it was, though never more exact than the unit.
static struct slice move_date(const struct valuation *v, struct partial_date date, struct slice unit, long count) {
    char kind = unit.at[0];
    long years = kind == 'Y' ? count : kind == 'E' ? count * 10 : kind == 'C' ? count * 100 : 0;
    if (years || date.season != UNKNOWN || date.month == UNKNOWN) {
        if (date.year == UNKNOWN || !years) return years ? print_date(v, date) : SLICE("");
        date.year += (int)years;
        return date.year < 0 || date.year > 9999 ? SLICE("") : print_date(v, date);
    }
    if (date.year == UNKNOWN) return SLICE("");
    long months = kind == 'M' ? count : kind == 'Q' ? 3 * count : 0;
    struct date whole = {date.year, date.month, date.day == UNKNOWN ? 1 : date.day};
    if (months) {
        struct date moved = add_months(whole, months);
        return print_month(v, moved.year, moved.month);
    }
    long days = kind == 'D' ? count : kind == 'W' ? 7 * count : kind == 'F' ? 14 * count : 0;
    return days && date.day != UNKNOWN ? print_day(v, day_from_date(whole.year, whole.month, whole.day) + days) : SLICE("");
}

// From the date told last. Years from a day give a year: nobody means the day.
static struct slice move_recent(const struct valuation *v, struct slice unit, long count) {
    struct partial_date recent = v->reference->recent;
    if (unit.at[0] == 'Y' && recent.day != UNKNOWN) recent.month = recent.day = UNKNOWN;
    struct slice moved = move_date(v, recent, unit, count);
    return moved.length ? moved : some_unit(unit);
}

struct slice away_value(const struct valuation *v) {
    bool is_back = slice_is(v->way, "ago") || slice_is(v->way, "earlier");
    bool from_recent = slice_is(v->way, "earlier") || slice_is(v->way, "later");
    struct slice unit = is_bound(v, SLOT_unit) ? slot_value(v, SLOT_unit) : SLICE("Y");
    long count;
    if (!count_units(v, &unit, &count)) return is_back ? SLICE("PAST_REF") : SLICE("FUTURE_REF");
    if (unit.at[0] == 'T' || unit.at[0] == 'K')
        return !from_recent && v->reference->is_known ? print_day(v, v->reference->day) : SLICE("");
    if (is_back) count = -count;
    bool is_quarterly = v->reference->has_recent && v->reference->recent.season > 32; // a year ago: the same quarter
    if (v->reference->has_recent && (from_recent || (is_quarterly && unit.at[0] == 'Y')))
        return move_recent(v, unit, count);
    if (!v->reference->is_known) return some_unit(unit.at[0] == 'W' ? SLICE("D") : unit);
    struct partial_date today = single_day(v->reference->day).first;
    if (strchr("YEC", unit.at[0])) today.month = today.day = UNKNOWN;
    return move_date(v, today, unit, count);
}

// The same day: what was told last, if it was a day; that year, that month: as much of it.
struct slice same_value(const struct valuation *v) {
    struct slice unit = v->text->tokens[v->match->at + v->match->length - 1].lower;
    struct partial_date date = v->reference->recent;
    bool wants_day = slice_is(v->argument, "day");
    if (!v->reference->has_recent || (wants_day && date.day == UNKNOWN)) return wants_day ? SLICE("XXXX-XX-XX") : SLICE("");
    if (slice_is(unit, "year")) date.month = date.day = date.season = date.week = date.weekday = UNKNOWN;
    if (slice_is(unit, "month")) date.day = date.weekday = UNKNOWN;
    return print_date(v, date);
}

struct slice same_quarter_value(const struct valuation *v) {
    if (v->reference->has_recent && v->reference->recent.season > 32) return print_date(v, v->reference->recent);
    return v->reference->is_known ? shifted_unit(v, SLICE("Q"), -1) : SLICE("XXXX-QX");
}

struct slice next_day_value(const struct valuation *v) {
    long days = 1;
    slice_number(v->argument, &days);
    struct partial_date date = v->reference->recent;
    if (!v->reference->has_recent || date.day == UNKNOWN || date.month == UNKNOWN) return SLICE("XXXX-XX-XX");
    if (date.year != UNKNOWN) return move_date(v, date, SLICE("D"), days);
    date.day += (int)days; // within the month it does not matter which year
    return date.day >= 1 && date.day <= 28 ? print_date(v, date) : SLICE("XXXX-XX-XX");
}
