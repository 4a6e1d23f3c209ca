/* calendar: the proleptic Gregorian calendar as day numbers. May be used by: story, exchange, src. Knows no clock and no time zone.
 * Algorithms: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013); weeks as ISO 8601 has them. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CALENDAR_H
#define DATELINE_CALENDAR_H

#include <stdbool.h>

// A day is a long: days since 1970-01-01, which is 0; 1969-12-31 is -1. Years are astronomical (0 is 1 BC).
struct date {
    int year, month, day; // month 1 .. 12, day 1 .. 31
};

struct week {
    int year, week; // of ISO 8601: week 1 .. 53 of a year that may differ from the calendar's
};

long day_from_date(int year, int month, int day);
struct date date_from_day(long day);

// 1 = Monday .. 7 = Sunday.
int weekday_of(long day);

bool is_leap_year(int year);
int days_in_month(int year, int month);

// The same day `months` later (earlier if negative); past the month's end it becomes the last of the month.
struct date add_months(struct date date, long months);

struct week week_of(long day);
// The day of an ISO week, weekday 1 .. 7.
long day_from_week(int year, int week, int weekday);
int weeks_in_year(int year);

#endif
