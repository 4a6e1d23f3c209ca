// SPDX-License-Identifier: MIT
#include "story/calendar.h"

// An era is 400 years, 146097 days; years begin on March 1, so that the leap day is the last of its year.
#define DAYS_IN_ERA 146097
#define EPOCH_FROM_MARCH_0000 719468

static long floor_divide(long a, long b) { return a / b - (a % b < 0); }

long day_from_date(int year, int month, int day) {
    long y = (long)year - (month <= 2);
    long era = floor_divide(y, 400), year_of_era = y - era * 400;
    long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_IN_ERA + day_of_era - EPOCH_FROM_MARCH_0000;
}

struct date date_from_day(long day) {
    long shifted = day + EPOCH_FROM_MARCH_0000;
    long era = floor_divide(shifted, DAYS_IN_ERA), day_of_era = shifted - era * DAYS_IN_ERA;
    long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (int)((5 * day_of_year + 2) / 153);
    int month = from_march < 10 ? from_march + 3 : from_march - 9;
    return (struct date){(int)(year_of_era + era * 400 + (month <= 2)), month,
                         (int)(day_of_year - (153 * from_march + 2) / 5 + 1)};
}

int weekday_of(long day) {
    long from_monday = (day + 3) % 7; // 1970-01-01 was a Thursday
    return (int)(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return 30 + ((month + (month > 7)) & 1);
}

struct date add_months(struct date date, long months) {
    long count = (long)date.year * 12 + date.month - 1 + months;
    struct date later = {(int)floor_divide(count, 12), 0, date.day};
    later.month = (int)(count - (long)later.year * 12) + 1;
    int length = days_in_month(later.year, later.month);
    if (later.day > length) later.day = length;
    return later;
}

long day_from_week(int year, int week, int weekday) {
    long fourth = day_from_date(year, 1, 4); // is always in week 1
    return fourth - weekday_of(fourth) + 1 + (week - 1) * 7L + weekday - 1;
}

struct week week_of(long day) {
    int year = date_from_day(day - weekday_of(day) + 4).year; // the week belongs to the year of its Thursday
    return (struct week){year, (int)((day - day_from_week(year, 1, 1)) / 7) + 1};
}

int weeks_in_year(int year) { return week_of(day_from_date(year, 12, 28)).week; }
