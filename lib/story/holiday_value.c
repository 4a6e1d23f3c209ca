// SPDX-License-Identifier: MIT
// The way `holiday`: which year's holiday is meant, and its days as EDTF.
#include "story/holiday.h"
#include "story/valuation.h"

static struct slice print_holiday(const struct valuation *v, const struct holiday *holiday) {
    const char *mark = holiday->is_about ? "~" : "";
    struct slice first = print_day(v, holiday->first), last = print_day(v, holiday->last);
    if (holiday->last == holiday->first) return arena_print(v->keep, "%.*s%s", SHOW(first), mark);
    return arena_print(v->keep, "%.*s%s/%.*s%s", SHOW(first), mark, SHOW(last), mark);
}

// Without a year: the month, if it is the same in all.
static struct slice print_month(const struct valuation *v) {
    enum { FIRST_YEAR = 1990, LAST_YEAR = 2030 };
    struct holiday found[MOST_HOLIDAYS];
    int month = 0;
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        size_t count = find_holidays(v->argument, year, found);
        for (size_t i = 0; i < count; i++) {
            struct date first = date_from_day(found[i].first), last = date_from_day(found[i].last);
            if (first.month != last.month || (month && month != first.month)) return SLICE("XXXX-XX-XX");
            month = first.month;
        }
    }
    return month ? arena_print(v->keep, "XXXX-%02d-XX", month) : SLICE("XXXX-XX-XX");
}

// "last Christmas", "next", "this": how much speaks against this one; LONG_MAX: all.
static long cost_of_shift(const struct valuation *v, const struct holiday *holiday, long shift) {
    long today = v->reference->day, away = labs(holiday->first - today);
    if (shift < 0) return holiday->last < today ? away : LONG_MAX;
    if (shift > 0) return holiday->first > today ? away : LONG_MAX;
    return date_from_day(holiday->first).year == v->reference->date.year ? away : 3 * away;
}

static bool find_near(const struct valuation *v, struct holiday *near) {
    bool is_shifted = is_bound(v, SLOT_shift);
    int tense = is_shifted ? 0 : find_tense(v);
    long least = LONG_MAX;
    for (int year = v->reference->date.year - 1; year <= v->reference->date.year + 1; year++) {
        struct holiday found[MOST_HOLIDAYS];
        size_t count = find_holidays(v->argument, year, found);
        for (size_t i = 0; i < count; i++) {
            long cost = is_shifted ? cost_of_shift(v, &found[i], slot_number(v, SLOT_shift)) : cost_of_days(v, found[i].first, found[i].last, tense);
            if (cost < least) least = cost, *near = found[i];
        }
    }
    return least < LONG_MAX;
}

// "last year" at tokens[at]; UNKNOWN where there is no such thing, or no date of publication.
static int shifted_year(const struct valuation *v, size_t at) {
    const struct word_sense *shift = sense_at(v->rules, v->text, at, find_classes(&v->rules->table, SLICE("shift")));
    bool is_year = shift && slice_is(v->text->tokens[at + 1].lower, "year");
    return is_year && v->reference->is_known ? v->reference->date.year + (int)shift->number : UNKNOWN;
}

// The year that stands beside: Easter of 2019, Easter last year; the 2019 Easter, last year's Easter.
static int year_beside(const struct valuation *v) {
    const struct token *tokens = v->text->tokens;
    size_t at = v->match->at, end = at + v->match->length;
    int year = UNKNOWN;
    if (end + 1 < v->text->end) {
        bool is_joined = slice_is(tokens[end].lower, "of") || slice_is(tokens[end].lower, "in");
        year = is_joined ? (int)four_figure_year(tokens[end + 1].lower) : shifted_year(v, end);
    }
    if (year == UNKNOWN && at > v->text->begin) year = (int)four_figure_year(tokens[at - 1].lower);
    if (year == UNKNOWN && at >= v->text->begin + 3 && slice_starts(tokens[at - 1].lower, SLICE("'"))) year = shifted_year(v, at - 3);
    return year;
}

struct slice holiday_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    struct holiday found[MOST_HOLIDAYS];
    if (date.year == UNKNOWN && !is_bound(v, SLOT_shift)) date.year = year_beside(v);
    if (date.year != UNKNOWN) { // two in that year: no one knows which
        int year = date.year;
        return find_holidays(v->argument, year, found) == 1 ? print_holiday(v, &found[0]) : print_date(v, date);
    }
    if (v->reference->is_known && find_near(v, &found[0])) return print_holiday(v, &found[0]);
    if (is_fixed_holiday(v->argument, &date.month, &date.day)) return print_date(v, date);
    return print_month(v);
}
