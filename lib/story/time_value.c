// SPDX-License-Identifier: MIT
#include "story/time_value.h"

#include "story/valuation.h"

struct time_reference make_reference(struct slice published) {
    struct time_reference reference = {0};
    struct edtf edtf;
    struct day_set set;
    if (parse_edtf(published, &edtf) && !edtf.is_interval && edtf_days(&edtf, &set) && is_single_day(&set)) {
        reference.is_known = true;
        reference.day = set.first;
        reference.date = date_from_day(set.first);
    }
    return reference;
}

// ---- dates said in full or in part

struct partial_date said_date(const struct valuation *v) {
    struct partial_date date = unknown_date();
    struct figure_date figures;
    if (is_bound(v, SLOT_date) && read_figure_date(v->text, slot_at(v, SLOT_date), &figures))
        date.year = figures.year, date.month = figures.month, date.day = figures.day;
    if (is_bound(v, SLOT_month)) date.month = (int)slot_number(v, SLOT_month);
    if (is_bound(v, SLOT_season)) date.season = (int)slot_number(v, SLOT_season);
    if (is_bound(v, SLOT_weekday)) date.weekday = (int)slot_number(v, SLOT_weekday);
    if (is_bound(v, SLOT_day)) date.day = (int)day_of_month(v->text->tokens[slot_at(v, SLOT_day)].lower);
    size_t length;
    if (is_bound(v, SLOT_year)) date.year = (int)read_year(v->rules, v->text, slot_at(v, SLOT_year), &length);
    if (is_bound(v, SLOT_shortyear)) date.year = (int)read_short_year(v->rules, v->text, slot_at(v, SLOT_shortyear), &length);
    return date;
}

static bool has_edge(const struct valuation *v) {
    for (size_t i = v->match->at; i < v->match->at + v->match->length; i++)
        if (sense_at(v->rules, v->text, i, v->rules->edge)) return true;
    return false;
}

struct slice print_date(const struct valuation *v, struct partial_date date) {
    if (date.month != UNKNOWN && date.day > days_in_month(date.year == UNKNOWN ? 2000 : date.year, date.month))
        date.day = UNKNOWN;
    if (date.day != UNKNOWN && date.month != UNKNOWN) date.weekday = UNKNOWN; // the day of the month says more
    date.approximate = date.day == UNKNOWN && date.weekday == UNKNOWN && has_edge(v);
    struct edtf edtf = single_date(date);
    return print_edtf(v->keep, &edtf);
}

struct slice print_day(const struct valuation *v, long day) {
    struct edtf edtf = single_day(day);
    return print_edtf(v->keep, &edtf);
}

// The first and last day of the date in a year; false where that year has none (February 29).
static bool bounds_in(struct partial_date date, int year, long *first, long *last) {
    struct day_set set;
    date.year = year;
    if (date.month != UNKNOWN && date.day != UNKNOWN && date.day > days_in_month(year, date.month)) return false;
    date.weekday = UNKNOWN;
    struct edtf edtf = single_date(date);
    if (!edtf_days(&edtf, &set)) return false;
    *first = set.first, *last = set.last;
    return true;
}

// How much speaks against a year: the days between, three times as many where the tense says the other side (where it is
// -2 or 2, said for certain, a thousand times); and a weekday that does not fit, which counts as DOUBT days: a slip of the pen
// ("Friday, July 28" of a Thursday) is likelier than a year that is far off.
static long cost_of_year(const struct valuation *v, const struct partial_date *date, int year, int tense) {
    enum { DOUBT = 250 };
    long first, last, today = v->reference->day;
    if (!bounds_in(*date, year, &first, &last)) return LONG_MAX;
    long cost = first > today ? first - today : last < today ? today - last : 0;
    bool is_wrong_side = (tense < 0 && first > today) || (tense > 0 && last < today);
    if (is_wrong_side) cost *= tense < -1 || tense > 1 ? 1000 : 3;
    bool is_day = date->day != UNKNOWN && date->month != UNKNOWN;
    return is_day && date->weekday != UNKNOWN && weekday_of(first) != date->weekday ? cost + DOUBT : cost;
}

// Of the year of publication, the one before and the one after, the likeliest.
void choose_year(const struct valuation *v, struct partial_date *date, int tense) {
    if (!v->reference->is_known || date->year != UNKNOWN) return;
    long least = LONG_MAX;
    int best = UNKNOWN;
    for (int year = v->reference->date.year - 1; year <= v->reference->date.year + 1; year++) {
        long cost = cost_of_year(v, date, year, tense);
        if (cost < least) least = cost, best = year;
    }
    date->year = best;
}

// A weekday near publication: in the past the last, today included; in the future the next.
static long near_weekday(const struct valuation *v, int weekday, int tense) {
    long today = v->reference->day;
    int back = (weekday_of(today) - weekday + 7) % 7;
    return tense > 0 && back ? today - back + 7 : today - back;
}

struct slice date_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    bool by_weekday = date.weekday != UNKNOWN && date.month == UNKNOWN;
    if (by_weekday && v->reference->is_known) return print_day(v, near_weekday(v, date.weekday, find_tense(v)));
    choose_year(v, &date, date.year == UNKNOWN ? find_tense(v) : 0);
    return print_date(v, date);
}

// May 3-5: from the first to the last day; backwards it is no expression.
static struct slice days_value(const struct valuation *v) {
    struct partial_date first = said_date(v), last = first;
    last.day = (int)day_of_month(v->text->tokens[slot_at(v, SLOT_lastday)].lower);
    choose_year(v, &first, first.year == UNKNOWN ? find_tense(v) : 0);
    last.year = first.year;
    *v->usable = last.day > first.day && last.day <= days_in_month(last.year == UNKNOWN ? 2000 : last.year, last.month);
    return *v->usable ? arena_join(v->keep, print_date(v, first), "/", print_date(v, last)) : SLICE("");
}

// ---- parts of years

static struct slice quarter_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    long ordinal = is_bound(v, SLOT_q) ? slot_number(v, SLOT_q) : is_bound(v, SLOT_ordinal) ? slot_number(v, SLOT_ordinal) : 0;
    if (ordinal < 1 || ordinal > 4) return SLICE("");
    date.season = 32 + (int)ordinal;
    if (is_bound(v, SLOT_shift)) {
        if (v->reference->is_known) date.year = v->reference->date.year + (int)slot_number(v, SLOT_shift);
    } else {
        int tense = find_tense(v);
        choose_year(v, &date, tense ? tense : -1);
    }
    return print_date(v, date);
}

static struct slice half_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    date.season = slice_is(v->argument, "2") ? 41 : 40;
    choose_year(v, &date, find_tense(v));
    return print_date(v, date);
}

static struct slice decade_value(const struct valuation *v) {
    size_t length;
    struct partial_date date = unknown_date();
    date.year = (int)read_decade(v->rules, v->text, slot_at(v, SLOT_decade), &length);
    date.open_digits = 1;
    return print_date(v, date);
}

static struct slice century_value(const struct valuation *v) {
    struct partial_date date = unknown_date();
    date.year = ((int)slot_number(v, SLOT_ordinal) - 1) * 100;
    date.open_digits = 2;
    return print_date(v, date);
}

// ---- holidays

// The Gregorian Easter: Meeus, Jones and Butcher's anonymous algorithm (Nature, 1876).
static long easter_of(int year) {
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7,
        m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return day_from_date(year, n / 31, n % 31 + 1);
}

// The nth weekday of a month; -1: the last.
static long nth_weekday(int year, int month, long nth, long weekday) {
    long first = day_from_date(year, month, 1);
    long day = first + (weekday - weekday_of(first) + 7) % 7;
    if (nth > 0) return day + (nth - 1) * 7;
    long last = first + days_in_month(year, month) - 1;
    return last - (weekday_of(last) - weekday + 7) % 7;
}

static long holiday_in(struct slice rule, int year) {
    struct slice word;
    long n[4] = {0};
    bool is_easter = slice_starts(rule, SLICE("easter "));
    if (is_easter) rule = slice_skip(rule, 7);
    for (int i = 0; i < 4 && slice_cut(&rule, ' ', &word); i++) slice_number(word, &n[i]);
    return is_easter ? easter_of(year) + n[0] : nth_weekday(year, (int)n[2], n[0], n[1]) + n[3];
}

// `MM-DD`, `easter DAYS` or `NTH WEEKDAY MONTH [DAYS AFTER]`.
static struct slice holiday_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    long month, day;
    struct slice rule = v->argument;
    if (rule.length == 5 && rule.at[2] == '-' && slice_number(slice_first(rule, 2), &month) &&
        slice_number(slice_skip(rule, 3), &day)) {
        date.month = (int)month, date.day = (int)day;
        choose_year(v, &date, find_tense(v));
        return print_date(v, date);
    }
    if (date.year != UNKNOWN) return print_day(v, holiday_in(rule, date.year));
    if (!v->reference->is_known) return SLICE("XXXX-XX-XX");
    int tense = find_tense(v);
    long today = v->reference->day, best = 0, least = LONG_MAX;
    for (int year = v->reference->date.year - 1; year <= v->reference->date.year + 1; year++) {
        long there = holiday_in(rule, year), cost = labs(there - today);
        if ((tense < 0 && there > today) || (tense > 0 && there < today)) cost *= 3;
        if (cost < least) least = cost, best = there;
    }
    return print_day(v, best);
}

static struct slice literal_value(const struct valuation *v) { return v->argument; }

// ---- the ways

struct way {
    struct slice name;
    struct slice (*value)(const struct valuation *v);
};

static const struct way ways[] = {
    {SLICE_INIT("="), literal_value},       // TEXT: that
    {SLICE_INIT("date"), date_value},       // from year, month, day, weekday, season, as far as they are said
    {SLICE_INIT("days"), days_value},       // from day to lastday of a month
    {SLICE_INIT("quarter"), quarter_value}, // ordinal, with year or shift
    {SLICE_INIT("half"), half_value},       // 1 or 2
    {SLICE_INIT("decade"), decade_value},
    {SLICE_INIT("century"), century_value},
    {SLICE_INIT("holiday"), holiday_value},
    {SLICE_INIT("shift"), shift_value}, // last, this, next unit, weekday, month or season; the shift's number may be given
    {SLICE_INIT("month-of-year"), month_of_year_value},
    {SLICE_INIT("today"), today_value},
    {SLICE_INIT("part"), part_value}, // of a weekday or a day near today: TNI
    {SLICE_INIT("tonight"), tonight_value},
    {SLICE_INIT("day"), near_day_value}, // N: days from publication
    {SLICE_INIT("ago"), away_value},     // N UNITS before publication; ago 1: one
    {SLICE_INIT("hence"), away_value},
    {SLICE_INIT("earlier"), away_value}, // before the date told last
    {SLICE_INIT("later"), away_value},
    {SLICE_INIT("same"), same_value},                 // the date told last; same day: if it was a day
    {SLICE_INIT("same-quarter"), same_quarter_value}, // the same if it is a quarter, else the last that is over
    {SLICE_INIT("next-day"), next_day_value},         // N days after it
    {SLICE_INIT("clock"), clock_value},
    {SLICE_INIT("duration"), duration_value}, // number or N, and unit
    {SLICE_INIT("every"), every_value},
    {SLICE_INIT("word"), word_value}, // SLOT: the value of the word bound to often or long
    {SLICE_INIT("money"), money_value},     // N: in units of 10^-N: 2 for cents
    {SLICE_INIT("magnitude"), magnitude_value}, // LEAST or LEAST/MOST of the magnitude, as money
    {SLICE_INIT("percent"), percent_value}, // N: likewise, 2 for basis points
    {SLICE_INIT("number"), number_value}, // with what it counts; dash: a range only if it counts something, or is round
    {SLICE_INIT("minus"), minus_value},
    {SLICE_INIT("fraction"), fraction_value}, // A/B, or number by fraction
    {SLICE_INIT("ratio"), ratio_value},       // number by lastnumber; alone: whatever it counts
};

static const struct way *find_way(struct slice value) {
    struct slice name;
    if (slice_cut(&value, ' ', &name))
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
            if (slice_equal(ways[i].name, name)) return &ways[i];
    return NULL;
}

bool is_way_known(struct slice value) { return find_way(value) != NULL; }

struct slice value_of(struct arena *keep, const struct time_rules *rules, const struct time_text *text,
                      const struct time_match *match, const struct time_reference *reference, bool *usable) {
    const struct way *way = find_way(match->rule->value);
    struct valuation v = {keep, rules, text, match, reference, way ? way->name : SLICE(""), {"", 0}, usable};
    *usable = way != NULL;
    if (!way) return v.argument;
    v.argument = slice_trim(slice_skip(match->rule->value, way->name.length));
    return way->value(&v);
}
