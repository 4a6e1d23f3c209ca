// SPDX-License-Identifier: MIT
// Sets of days: the second half of edtf.h.
#include "story/edtf.h"

struct day_set every_day(void) {
    return (struct day_set){DAY_OPEN_FIRST, DAY_OPEN_LAST, ALL_MONTHS, ALL_DAYS, ALL_WEEKDAYS};
}

struct day_set days_between(long first, long last) {
    return (struct day_set){first, last, ALL_MONTHS, ALL_DAYS, ALL_WEEKDAYS};
}

// ---- from dates

// Months of a season, quarter, third or half; of winter all three. Hemispheres other than the north, 29 to 32, are half a year off.
static uint32_t season_months(int season) {
    static const uint32_t months[] = {
        [21] = 0x01C, [22] = 0x0E0, [23] = 0x700, [24] = 0x803, [25] = 0x01C, [26] = 0x0E0, [27] = 0x700,
        [28] = 0x803, [29] = 0x700, [30] = 0x803, [31] = 0x01C, [32] = 0x0E0, [33] = 0x007, [34] = 0x038,
        [35] = 0x1C0, [36] = 0xE00, [37] = 0x00F, [38] = 0x0F0, [39] = 0xF00, [40] = 0x03F, [41] = 0xFC0};
    return months[season];
}

static bool week_days(const struct partial_date *date, struct day_set *set) {
    if (date->weekday != UNKNOWN) set->weekdays = 1u << (date->weekday - 1);
    if (date->week == UNKNOWN) return true; // XXXX-WXX-5, or 2022-WXX: the year's bounds stay
    if (date->year == UNKNOWN || date->open_digits) return false;
    set->first = day_from_week(date->year, date->week, 1);
    set->last = set->first + 6;
    return true;
}

static bool partial_days(const struct partial_date *date, struct day_set *set) {
    static const int spans[] = {1, 10, 100, 1000};
    *set = every_day();
    if (date->year != UNKNOWN) {
        set->first = day_from_date(date->year, 1, 1);
        set->last = day_from_date(date->year + spans[date->open_digits], 1, 1) - 1;
    }
    if (date->season != UNKNOWN) {
        set->months = season_months(date->season);
        if (set->months == 0x803 && date->year != UNKNOWN) { // winter: both that touch the year
            set->first = day_from_date(date->year - 1, 12, 1);
            set->last = day_from_date(date->year + spans[date->open_digits], 3, 1) - 1;
        }
        return true;
    }
    if (date->month != UNKNOWN) set->months = 1u << (date->month - 1);
    if (date->day != UNKNOWN) set->days = 1u << (date->day - 1);
    return week_days(date, set);
}

// A single date keeps its masks; of an interval the sides give the bounds, and what repeats in them is no bound.
bool edtf_days(const struct edtf *edtf, struct day_set *set) {
    if (!edtf->is_interval) return partial_days(&edtf->first, set) && tighten_days(set);
    struct day_set first = every_day(), last = every_day();
    if (!edtf->open_first && !(partial_days(&edtf->first, &first) && tighten_days(&first))) return false;
    if (!edtf->open_last && !(partial_days(&edtf->last, &last) && tighten_days(&last))) return false;
    *set = days_between(first.first, last.last);
    return set->first <= set->last;
}

// ---- which days

bool day_allowed(const struct day_set *set, long day) {
    if (day < set->first || day > set->last) return false;
    struct date date = date_from_day(day);
    return set->months >> (date.month - 1) & 1 && set->days >> (date.day - 1) & 1 && set->weekdays >> (weekday_of(day) - 1) & 1;
}

// The allowed days of a month whose first day is `first`, as a mask.
static uint32_t month_mask(const struct day_set *set, int year, int month, long first) {
    uint32_t mask = set->days & (ALL_DAYS >> (31 - days_in_month(year, month)));
    if (set->weekdays == ALL_WEEKDAYS) return mask;
    int ahead = weekday_of(first) - 1; // the 1st is weekday 1 + ahead
    uint64_t week = set->weekdays, weeks = week | week << 7 | week << 14 | week << 21 | week << 28 | week << 35;
    return mask & (uint32_t)(weeks >> ahead);
}

#define MONTHS_IN_ERA 4800

bool next_allowed(const struct day_set *set, long day, long *found) {
    if (day < set->first) day = set->first;
    struct date date = date_from_day(day);
    long first = day - date.day + 1;
    uint32_t from = ALL_DAYS << (date.day - 1); // days of the first month before `day` do not count
    for (int i = 0; i <= MONTHS_IN_ERA && first <= set->last; i++, from = ALL_DAYS) {
        if (set->months >> (date.month - 1) & 1) {
            uint32_t mask = month_mask(set, date.year, date.month, first) & from;
            if (mask) return *found = first + __builtin_ctz(mask), *found <= set->last;
        }
        first += days_in_month(date.year, date.month);
        if (++date.month > 12) date.month = 1, date.year++;
    }
    return false;
}

bool last_allowed(const struct day_set *set, long day, long *found) {
    if (day > set->last) day = set->last;
    struct date date = date_from_day(day);
    long first = day - date.day + 1;
    uint32_t upto = ALL_DAYS >> (31 - date.day);
    for (int i = 0; i <= MONTHS_IN_ERA && first + 30 >= set->first; i++, upto = ALL_DAYS) {
        if (set->months >> (date.month - 1) & 1) {
            uint32_t mask = month_mask(set, date.year, date.month, first) & upto;
            if (mask) return *found = first + 31 - __builtin_clz(mask), *found >= set->first;
        }
        if (--date.month < 1) date.month = 12, date.year--;
        first -= days_in_month(date.year, date.month);
    }
    return false;
}

static bool has_all_days(const struct day_set *set) {
    return set->months == ALL_MONTHS && set->days == ALL_DAYS && set->weekdays == ALL_WEEKDAYS;
}

bool tighten_days(struct day_set *set) {
    bool is_open_first = set->first == DAY_OPEN_FIRST, is_open_last = set->last == DAY_OPEN_LAST;
    if (!set->months || !set->days || !set->weekdays || set->first > set->last) return false;
    if (has_all_days(set)) return true;
    long first, last;
    if (is_open_first) { // any day at all: 400 years back from the bound, or anywhere
        if (is_open_last) return next_allowed(set, 0, &first);
        if (!last_allowed(set, set->last, &last)) return false;
        set->last = last;
        return true;
    }
    if (!next_allowed(set, set->first, &first)) return false;
    set->first = first;
    if (!is_open_last && last_allowed(set, set->last, &last)) set->last = last;
    return true;
}

bool intersect_days(const struct day_set *a, const struct day_set *b, struct day_set *out) {
    struct day_set both = {a->first > b->first ? a->first : b->first, a->last < b->last ? a->last : b->last,
                           a->months & b->months, a->days & b->days, a->weekdays & b->weekdays};
    bool any = tighten_days(&both);
    *out = both;
    return any;
}

bool is_single_day(const struct day_set *set) { return set->first == set->last; }

// ---- as EDTF

// What repeats, where there is no bound.
static struct slice print_repeating(struct arena *keep, const struct day_set *set) {
    struct partial_date date = unknown_date();
    if (__builtin_popcount(set->days) == 1) date.day = __builtin_ctz(set->days) + 1;
    if (__builtin_popcount(set->months) == 1) date.month = __builtin_ctz(set->months) + 1;
    bool by_month = date.day != UNKNOWN || date.month != UNKNOWN;
    if (!by_month && __builtin_popcount(set->weekdays) == 1) date.weekday = __builtin_ctz(set->weekdays) + 1;
    for (int season = 21; !by_month && season <= 41; season++)
        if (set->months == season_months(season) && set->days == ALL_DAYS) date.season = season, season = 41;
    if (!by_month && date.weekday == UNKNOWN && date.season == UNKNOWN) return (struct slice){"", 0};
    struct edtf edtf = single_date(date);
    return print_edtf(keep, &edtf);
}

// Sides that are whole months or years are printed as such: 2022-06/2022-08. True where that makes it one date: a month, a year,
// a decade, a century.
static bool shorten_sides(struct date first, struct date last, struct edtf *edtf) {
    if (first.day != 1 || last.day != days_in_month(last.year, last.month)) return false;
    edtf->first.day = edtf->last.day = UNKNOWN;
    if (first.month != 1 || last.month != 12) return first.year == last.year && first.month == last.month;
    edtf->first.month = edtf->last.month = UNKNOWN;
    if (first.year % 10 == 0 && last.year == first.year + 9) return edtf->first.open_digits = 1, true;
    if (first.year % 100 == 0 && last.year == first.year + 99) return edtf->first.open_digits = 2, true;
    return first.year == last.year;
}

struct slice print_days(struct arena *keep, const struct day_set *set) {
    struct day_set days = *set;
    if (!tighten_days(&days)) return (struct slice){"", 0};
    bool is_open_first = days.first == DAY_OPEN_FIRST, is_open_last = days.last == DAY_OPEN_LAST;
    if ((is_open_first || is_open_last) && !has_all_days(&days)) {
        struct slice repeating = print_repeating(keep, &days);
        if (repeating.length) return repeating;
    }
    if (is_open_first && is_open_last) return (struct slice){"", 0};
    struct edtf edtf = {.first = unknown_date(), .last = unknown_date(), .open_first = is_open_first, .open_last = is_open_last};
    if (!is_open_first) edtf.first = single_day(days.first).first;
    if (!is_open_last) edtf.last = single_day(days.last).first;
    edtf.is_interval = is_open_first || is_open_last || days.first != days.last;
    if (edtf.is_interval && !is_open_first && !is_open_last) {
        struct date first = date_from_day(days.first), last = date_from_day(days.last);
        edtf.is_interval = !shorten_sides(first, last, &edtf);
    }
    return print_edtf(keep, &edtf);
}
