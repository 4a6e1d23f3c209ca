/* edtf: dates as the Library of Congress's Extended Date/Time Format (ISO 8601-2:2019) writes them, in part known, and the sets
 * of days they allow. May be used by: story, exchange, src.
 * Forms: 2022-05-13 2022-05 2022 199X 19XX XXXX-05-13 2022-XX-13 2022-W20 2022-W20-5 XXXX-WXX-5 2022-22 (season), 2022-35
 * (quarter), 2022-40 (half); where the year is unknown these are TIMEX3's XXXX-SU XXXX-Q3 XXXX-H1 (both are read); each with T and a
 * clock time behind it (T14:03Z; TIMEX's TMO TNI too) and the marks ~ ? %; intervals A/B, ../B, A/.., with / alone open on that side.
 * Years 0000 to 9999. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_EDTF_H
#define DATELINE_EDTF_H

#include <limits.h>
#include <stdint.h>

#include "base/arena.h"
#include "story/calendar.h"

#define UNKNOWN (-1)

struct partial_date {
    int year;        // 0 .. 9999; of a decade or century its first
    int open_digits; // of the year: 1 for 199X, 2 for 19XX
    int month, day;
    int week, weekday; // ISO; weekday 1 = Monday .. 7
    int season;        // 21 .. 41
    bool approximate;  // ~ or %
    bool uncertain;    // ? or %
    struct slice time; // what stands behind T: 14:03Z, NI; empty: none
};

struct edtf {
    struct partial_date first, last; // a single date has both alike
    bool is_interval, open_first, open_last;
};

// All UNKNOWN.
struct partial_date unknown_date(void);
struct edtf single_date(struct partial_date date);
// A whole day.
struct edtf single_day(long day);

// False where the text is empty or of no such form, or no such day exists (2022-02-30). `time` points into `text`.
bool parse_edtf(struct slice text, struct edtf *edtf);
struct slice print_edtf(struct arena *keep, const struct edtf *edtf);

// Which days are allowed: those from first to last whose month, day of month and weekday are in the masks (bit 0 is January, the
// 1st, Monday). Intersecting two is three ANDs; whether any day is left is then decided exactly.
struct day_set {
    long first, last; // DAY_OPEN_FIRST, DAY_OPEN_LAST where there is no bound
    uint32_t months, days, weekdays;
};
#define DAY_OPEN_FIRST LONG_MIN
#define DAY_OPEN_LAST LONG_MAX
#define ALL_MONTHS 0xFFFu
#define ALL_DAYS 0x7FFFFFFFu
#define ALL_WEEKDAYS 0x7Fu

struct day_set every_day(void);
struct day_set days_between(long first, long last);

// The days of a date or interval; marks and clock time say nothing here: who trusts an approximate date less widens the set.
// Seasons are whole months of the north (winter: December to February, of a year 2021-12 to 2023-02 for 2022-24, since both are
// said). False for a week whose year is unknown, and where nothing is left.
bool edtf_days(const struct edtf *edtf, struct day_set *set);

bool day_allowed(const struct day_set *set, long day);
// The first allowed day from `day` on, or the last up to it; false if there is none. Costs one step a month that is allowed,
// at most 400 years of them, after which the calendar repeats.
bool next_allowed(const struct day_set *set, long day, long *found);
bool last_allowed(const struct day_set *set, long day, long *found);

// What both allow, tightened; false (and *out is what was left) when there is no such day.
bool intersect_days(const struct day_set *a, const struct day_set *b, struct day_set *out);
// Moves first and last, where they are not open, to the first and last allowed day; false when no day is allowed.
bool tighten_days(struct day_set *set);
bool is_single_day(const struct day_set *set);

// The tightest EDTF: 2022-05-13, 2023-03, 2022, 199X, 2022-05-16/2022-05-20, 2022-06/2022-08, 2022-05-16/..; with open ends
// and some days only, what repeats: XXXX-05-13, XXXX-WXX-5, XXXX-05. Empty for every_day().
struct slice print_days(struct arena *keep, const struct day_set *set);

#endif
