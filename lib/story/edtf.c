// SPDX-License-Identifier: MIT
#include "story/edtf.h"

#include <stdio.h>

struct partial_date unknown_date(void) {
    return (struct partial_date){
        .year = UNKNOWN, .month = UNKNOWN, .day = UNKNOWN, .week = UNKNOWN, .weekday = UNKNOWN, .season = UNKNOWN};
}

struct edtf single_date(struct partial_date date) {
    return (struct edtf){.first = date, .last = date};
}

struct edtf single_day(long day) {
    struct date of = date_from_day(day);
    struct partial_date date = unknown_date();
    date.year = of.year, date.month = of.month, date.day = of.day;
    return single_date(date);
}

// ---- reading

// Takes the marks at the front of *rest: they may stand behind the date (level 1) and before or behind each part (level 2).
static void take_marks(struct slice *rest, struct partial_date *date) {
    while (rest->length && strchr("~?%", rest->at[0])) {
        date->approximate |= rest->at[0] != '?';
        date->uncertain |= rest->at[0] != '~';
        *rest = slice_skip(*rest, 1);
    }
}

// Takes `width` digits; X stands for an unknown digit, and only further X behind it. The unknown ones count as 0 in *number.
static bool take_digits(struct slice *rest, size_t width, int *number, int *unknown) {
    if (rest->length < width) return false;
    *number = *unknown = 0;
    for (size_t i = 0; i < width; i++) {
        char c = rest->at[i];
        if (c == 'X') ++*unknown;
        else if (c < '0' || c > '9' || *unknown) return false;
        *number = *number * 10 + (c == 'X' ? 0 : c - '0');
    }
    *rest = slice_skip(*rest, width);
    return true;
}

// A number of two digits from low to high, or XX.
static bool take_pair(struct slice *rest, int low, int high, int *field) {
    int unknown;
    if (!take_digits(rest, 2, field, &unknown)) return false;
    if (unknown == 2) *field = UNKNOWN;
    return unknown == 2 || (unknown == 0 && *field >= low && *field <= high);
}

static bool take_char(struct slice *rest, char c) {
    if (rest->length == 0 || rest->at[0] != c) return false;
    *rest = slice_skip(*rest, 1);
    return true;
}

static bool take_week(struct slice *rest, struct partial_date *date) {
    if (!take_pair(rest, 1, 53, &date->week)) return false;
    if (date->year != UNKNOWN && date->week > weeks_in_year(date->year)) return false;
    if (!take_char(rest, '-')) return true;
    int unknown;
    return take_digits(rest, 1, &date->weekday, &unknown) && !unknown && date->weekday >= 1 && date->weekday <= 7;
}

static bool take_year(struct slice *rest, struct partial_date *date) {
    take_marks(rest, date);
    if (!take_digits(rest, 4, &date->year, &date->open_digits)) return false;
    if (date->open_digits == 4) date->year = UNKNOWN, date->open_digits = 0;
    take_marks(rest, date);
    return true;
}

static bool day_exists(const struct partial_date *date) {
    if (date->day == UNKNOWN || date->month == UNKNOWN) return true;
    bool whole_year = date->year != UNKNOWN && date->open_digits == 0;
    return date->day <= days_in_month(whole_year ? date->year : 2000, date->month); // 2000 has all days
}

// TIMEX3's names of the parts of a year.
static const struct {
    char name[3];
    int season;
} parts_of_year[] = {{"SP", 21}, {"SU", 22}, {"FA", 23}, {"WI", 24}, {"Q1", 33},
                     {"Q2", 34}, {"Q3", 35}, {"Q4", 36}, {"H1", 40}, {"H2", 41}};

static bool take_part_of_year(struct slice *rest, struct partial_date *date) {
    if (rest->length == 0 || rest->at[0] < 'A') return false; // figures, nearly always
    for (size_t i = 0; i < sizeof parts_of_year / sizeof *parts_of_year; i++)
        if (slice_starts(*rest, slice_of(parts_of_year[i].name))) {
            date->season = parts_of_year[i].season;
            *rest = slice_skip(*rest, 2);
            return true;
        }
    return false;
}

static bool take_month_and_day(struct slice *rest, struct partial_date *date) {
    if (!take_char(rest, '-')) return true;
    take_marks(rest, date);
    if (take_part_of_year(rest, date)) return true;
    if (take_char(rest, 'W')) return take_week(rest, date);
    if (!take_pair(rest, 1, 41, &date->month)) return false;
    if (date->month > 12) {
        date->season = date->month;
        date->month = UNKNOWN;
        return date->season > 20;
    }
    take_marks(rest, date);
    if (!take_char(rest, '-')) return true;
    take_marks(rest, date);
    return take_pair(rest, 1, 31, &date->day) && day_exists(date);
}

static bool parse_partial(struct slice text, struct partial_date *date) {
    *date = unknown_date();
    if (!take_year(&text, date) || !take_month_and_day(&text, date)) return false;
    take_marks(&text, date);
    if (!take_char(&text, 'T')) return text.length == 0;
    while (text.length && strchr("~?%", text.at[text.length - 1])) {
        date->approximate |= text.at[text.length - 1] != '?';
        date->uncertain |= text.at[text.length - 1] != '~';
        text.length--;
    }
    date->time = text;
    return text.length > 0;
}

static bool is_open(struct slice side) { return side.length == 0 || slice_is(side, ".."); }

bool parse_edtf(struct slice text, struct edtf *edtf) {
    *edtf = (struct edtf){.first = unknown_date(), .last = unknown_date()};
    const char *slash = text.length ? memchr(text.at, '/', text.length) : NULL;
    if (!slash) {
        bool good = parse_partial(text, &edtf->first);
        edtf->last = edtf->first;
        return good;
    }
    struct slice first = slice_between(text.at, slash), last = slice_skip(text, first.length + 1);
    edtf->is_interval = true;
    edtf->open_first = is_open(first);
    edtf->open_last = is_open(last);
    return (edtf->open_first || parse_partial(first, &edtf->first)) && (edtf->open_last || parse_partial(last, &edtf->last)) &&
           !(edtf->open_first && edtf->open_last);
}

// ---- writing

static char *put_number(char *to, int number, int width, int unknown_digits) {
    for (int i = width; i-- > 0; number /= 10, unknown_digits--)
        to[i] = number < 0 || unknown_digits > 0 ? 'X' : (char)('0' + number % 10);
    return to + width;
}

static char *put_pair(char *to, int number) {
    *to++ = '-';
    return number == UNKNOWN ? put_number(to, 0, 2, 2) : put_number(to, number, 2, 0);
}

// At most 16 bytes: what stands before T.
static char *put_date(char *to, const struct partial_date *date) {
    to = date->year == UNKNOWN ? put_number(to, 0, 4, 4) : put_number(to, date->year, 4, date->open_digits);
    for (size_t i = 0; date->year == UNKNOWN && i < sizeof parts_of_year / sizeof *parts_of_year; i++)
        if (parts_of_year[i].season == date->season) {
            *to++ = '-', *to++ = parts_of_year[i].name[0], *to++ = parts_of_year[i].name[1];
            return to;
        }
    if (date->season != UNKNOWN) return put_pair(to, date->season);
    if (date->week != UNKNOWN || date->weekday != UNKNOWN) {
        to = put_pair(to, date->week);
        memmove(to - 1, to - 2, 2); // make room for W between hyphen and week
        to[-2] = 'W';
        to++;
        if (date->weekday != UNKNOWN) *to++ = '-', *to++ = (char)('0' + date->weekday);
        return to;
    }
    if (date->month != UNKNOWN || date->day != UNKNOWN) to = put_pair(to, date->month);
    return date->day != UNKNOWN ? put_pair(to, date->day) : to;
}

static struct slice print_partial(struct arena *keep, const struct partial_date *date) {
    char text[24], *end = put_date(text, date);
    if (date->time.length == 0 && (date->approximate || date->uncertain))
        *end++ = date->approximate ? date->uncertain ? '%' : '~' : '?';
    struct slice day = {text, (size_t)(end - text)};
    return date->time.length ? arena_join(keep, day, "T", date->time) : arena_copy(keep, day);
}

struct slice print_edtf(struct arena *keep, const struct edtf *edtf) {
    if (!edtf->is_interval) return print_partial(keep, &edtf->first);
    struct slice first = edtf->open_first ? SLICE("..") : print_partial(keep, &edtf->first);
    struct slice last = edtf->open_last ? SLICE("..") : print_partial(keep, &edtf->last);
    return arena_join(keep, first, "/", last);
}
