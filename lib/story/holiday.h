/* holiday: on which days of a year a holiday falls. May be used by: story, tests.
 * A rule is what stands behind `holiday` in a row of lib/rules/holidays.tsv, words with blanks between:
 *     12-25                       that day of each year
 *     weekday 4 4 11              the fourth Thursday (1 is Monday) of November; `last` instead of a number: the last one
 *     before 1 05-24              the last Monday up to May 24
 *     easter, orthodox            Easter Sunday of the western and of the eastern churches
 *     passover, hanukkah          their first whole day; Rosh Hashanah is passover +163
 *     islamic 9 1                 day 1 of month 9 of the tabular Islamic calendar: in a year of ours none, one or two
 *     eid                         either of the two feasts of that name: 10 1 and 12 10
 *     nowruz                      the Persian new year
 *     from 2000 02-05 01-24 ...   listed, a day each year
 * and behind that, where it is needed: +1 or -2, days from there; -2..+1, from the first to the last of them; `about`: known to about a
 * day, since the sight of the moon or the place decides. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_HOLIDAY_H
#define DATELINE_HOLIDAY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

struct holiday {
    long first, last; // days as in calendar.h; the same for one day
    bool is_about;
};

enum { MOST_HOLIDAYS = 4 }; // of one rule in a year

// Those that begin in the year; a shift is taken to stay in it. 0 where the rule is none, or a list does not reach so far.
size_t find_holidays(struct slice rule, int year, struct holiday *found);

// Is it the same day of the same month each year? Then *month and *day say which.
bool is_fixed_holiday(struct slice rule, int *month, int *day);

#endif
