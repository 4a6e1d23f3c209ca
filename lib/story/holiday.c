// SPDX-License-Identifier: MIT
#include "story/holiday.h"

#include "story/calendar.h"

// The words of a rule. A day of a month counts as a number: 1225.
struct recipe {
    struct slice kind;
    long numbers[64];
    size_t count;
    long shift_first, shift_last;
    bool is_about;
};

// ---- feasts that move

// The Gregorian Easter: Meeus, Jones and Butcher's anonymous algorithm (Nature, 1876).
static long easter_of(int year) {
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7,
        m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return day_from_date(year, n / 31, n % 31 + 1);
}

// Easter of the Julian calendar (Meeus, Astronomical Algorithms, 1991), as a day of ours.
static long orthodox_easter_of(int year) {
    int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7, n = d + e + 114;
    return day_from_date(year, n / 31, n % 31 + 1) + year / 100 - year / 400 - 2;
}

// Days from the epoch of the Hebrew calendar to the molad of Tishri of a year, put off where it falls on Sunday, Wednesday or Friday.
static long hebrew_elapsed_days(long year) {
    long months = (235 * year - 234) / 19, day = 29 * months + (12084 + 13753 * months) / 25920;
    return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}

// Rosh Hashanah of a Hebrew year (Dershowitz and Reingold, Calendrical Calculations).
static long hebrew_new_year(long year) {
    enum { EPOCH = -2092590 };
    long before = hebrew_elapsed_days(year - 1), day = hebrew_elapsed_days(year), next = hebrew_elapsed_days(year + 1);
    return EPOCH + day + (next - day == 356 ? 2 : day - before == 382);
}

// From 15 Nisan to 1 Tishri all months have their fixed lengths.
static long passover_of(int year) { return hebrew_new_year(year + 3761L) - 163; }

// 25 Kislev: the month before it, Heshvan, has 30 days in years of 355 or 385.
static long hanukkah_of(int year) {
    long new_year = hebrew_new_year(year + 3761L), length = hebrew_new_year(year + 3762L) - new_year;
    return new_year + 30 + (length % 10 == 5 ? 30 : 29) + 24;
}

// The tabular ("civil") Islamic calendar, 11 leap years in 30 (Calendrical Calculations).
static long day_of_islamic(long year, long month, long day) {
    enum { EPOCH = -492148 };
    return EPOCH - 1 + day + 29 * (month - 1) + month / 2 + 354 * (year - 1) + (3 + 11 * year) / 30;
}

// The Persian calendar's new year by its cycle of 33 years with 8 leap years, which holds from 1800 to 2250.
static long nowruz_of(int year) {
    enum { EPOCH = -492268 };
    long persian = year - 621;
    return EPOCH + 365 * (persian - 1) + (8 * persian + 21) / 33;
}

// The nth weekday of a month; -1: the last.
static long nth_weekday(int year, int month, long nth, long weekday) {
    long first = day_from_date(year, month, 1);
    long day = first + (weekday - weekday_of(first) + 7) % 7;
    if (nth > 0) return day + (nth - 1) * 7;
    long last = first + days_in_month(year, month) - 1;
    return last - (weekday_of(last) - weekday + 7) % 7;
}

// ---- the rules: the days of a year, and how many

static long day_of_year(int year, long month_and_day) { return day_from_date(year, (int)(month_and_day / 100), (int)(month_and_day % 100)); }

static size_t find_fixed(const struct recipe *recipe, int year, long *days) {
    days[0] = day_of_year(year, recipe->numbers[0]);
    return recipe->count == 1;
}

static size_t find_weekday(const struct recipe *recipe, int year, long *days) {
    if (recipe->count != 3 || recipe->numbers[2] < 1 || recipe->numbers[2] > 12) return 0;
    days[0] = nth_weekday(year, (int)recipe->numbers[2], recipe->numbers[0], recipe->numbers[1]);
    return 1;
}

static size_t find_before(const struct recipe *recipe, int year, long *days) {
    if (recipe->count != 2) return 0;
    long last = day_of_year(year, recipe->numbers[1]);
    days[0] = last - (weekday_of(last) - recipe->numbers[0] + 7) % 7;
    return 1;
}

static size_t find_easter(const struct recipe *recipe, int year, long *days) {
    (void)recipe;
    days[0] = easter_of(year);
    return 1;
}

static size_t find_orthodox(const struct recipe *recipe, int year, long *days) {
    (void)recipe;
    days[0] = orthodox_easter_of(year);
    return 1;
}

static size_t find_passover(const struct recipe *recipe, int year, long *days) {
    (void)recipe;
    days[0] = passover_of(year);
    return 1;
}

static size_t find_hanukkah(const struct recipe *recipe, int year, long *days) {
    (void)recipe;
    days[0] = hanukkah_of(year);
    return 1;
}

static size_t find_nowruz(const struct recipe *recipe, int year, long *days) {
    (void)recipe;
    days[0] = nowruz_of(year);
    return year > 622;
}

// One or two, since their year is shorter than ours.
static size_t islamic_days(int year, long month, long of_month, long *days) {
    size_t count = 0;
    if (year < 623) return 0;
    long about = (year - 622L) * 33 / 32; // 33 of their years are 32 of ours
    for (long islamic = about - 1; islamic <= about + 2; islamic++) {
        long day = day_of_islamic(islamic, month, of_month);
        if (date_from_day(day).year == year) days[count++] = day;
    }
    return count;
}

static size_t find_islamic(const struct recipe *recipe, int year, long *days) {
    return recipe->count == 2 ? islamic_days(year, recipe->numbers[0], recipe->numbers[1], days) : 0;
}

static size_t find_eid(const struct recipe *recipe, int year, long *days) {
    (void)recipe;
    size_t count = islamic_days(year, 10, 1, days);
    return count + islamic_days(year, 12, 10, days + count);
}

static size_t find_listed(const struct recipe *recipe, int year, long *days) {
    long i = recipe->count ? year - recipe->numbers[0] + 1 : 0;
    if (i < 1 || i >= (long)recipe->count) return 0;
    days[0] = day_of_year(year, recipe->numbers[i]);
    return 1;
}

static const struct {
    struct slice name; // empty: the rule begins with a day
    size_t (*find)(const struct recipe *recipe, int year, long *days);
} kinds[] = {
    {SLICE_INIT(""), find_fixed},          {SLICE_INIT("weekday"), find_weekday},   {SLICE_INIT("before"), find_before},
    {SLICE_INIT("easter"), find_easter},   {SLICE_INIT("orthodox"), find_orthodox}, {SLICE_INIT("passover"), find_passover},
    {SLICE_INIT("hanukkah"), find_hanukkah}, {SLICE_INIT("islamic"), find_islamic}, {SLICE_INIT("nowruz"), find_nowruz},
    {SLICE_INIT("eid"), find_eid},         {SLICE_INIT("from"), find_listed},
};

// ---- reading a rule

// A number, `last`, or a day of a month.
static bool read_figure(struct slice word, long *number) {
    long day;
    if (slice_is(word, "last")) return *number = -1, true;
    if (word.length != 5 || word.at[2] != '-') return slice_number(word, number);
    if (!slice_number(slice_first(word, 2), number) || !slice_number(slice_skip(word, 3), &day)) return false;
    *number = *number * 100 + day;
    return true;
}

// -2 or -2..+1
static void read_shift(struct slice word, struct recipe *recipe) {
    ptrdiff_t dots = slice_find(word, SLICE(".."));
    struct slice first = dots > 0 ? slice_first(word, (size_t)dots) : word, last = dots > 0 ? slice_skip(word, (size_t)dots + 2) : word;
    slice_number(first.at[0] == '+' ? slice_skip(first, 1) : first, &recipe->shift_first);
    slice_number(last.length && last.at[0] == '+' ? slice_skip(last, 1) : last, &recipe->shift_last);
}

static struct recipe read_recipe(struct slice rule) {
    struct recipe recipe = {0};
    struct slice word;
    for (size_t i = 0; slice_cut(&rule, ' ', &word); i++) {
        long number;
        bool is_figure = read_figure(word, &number);
        if (i == 0 && !is_figure) recipe.kind = word;
        else if (slice_is(word, "about")) recipe.is_about = true;
        else if (word.length && (word.at[0] == '+' || word.at[0] == '-')) read_shift(word, &recipe);
        else if (is_figure && recipe.count < sizeof recipe.numbers / sizeof *recipe.numbers) recipe.numbers[recipe.count++] = number;
    }
    return recipe;
}

size_t find_holidays(struct slice rule, int year, struct holiday *found) {
    struct recipe recipe = read_recipe(rule);
    long days[MOST_HOLIDAYS];
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        if (!slice_equal(kinds[k].name, recipe.kind)) continue;
        size_t count = kinds[k].find(&recipe, year, days);
        for (size_t i = 0; i < count; i++)
            found[i] = (struct holiday){days[i] + recipe.shift_first, days[i] + recipe.shift_last, recipe.is_about};
        return count;
    }
    return 0;
}

bool is_fixed_holiday(struct slice rule, int *month, int *day) {
    struct recipe recipe = read_recipe(rule);
    if (recipe.kind.length || recipe.count != 1 || recipe.shift_first || recipe.shift_last || recipe.is_about) return false;
    *month = (int)(recipe.numbers[0] / 100), *day = (int)(recipe.numbers[0] % 100);
    return true;
}
