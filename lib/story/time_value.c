// SPDX-License-Identifier: MIT
#include "story/time_value.h"

#include "story/valuation.h"

struct time_reference make_reference(struct slice published) {
    struct time_reference reference = {.recent = unknown_date(), .dated = unknown_date()};
    struct edtf edtf;
    struct day_set set;
    if (parse_edtf(published, &edtf) && !edtf.is_interval && edtf_days(&edtf, &set) && is_single_day(&set)) {
        reference.is_known = true;
        reference.day = set.first;
        reference.date = date_from_day(set.first);
    }
    return reference;
}

struct count argument_of(const struct valuation *v) {
    struct count count = {0, v->argument};
    struct slice number = {"", 0};
    slice_cut(&count.unit, ' ', &number);
    if (!slice_number(number, &count.number)) count.unit = number;
    if (!count.unit.length) count.unit = bound_unit(v);
    return count;
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
    else if (is_bound(v, SLOT_shortyear)) date.year = (int)read_short_year(v->rules, v->text, slot_at(v, SLOT_shortyear), &length);
    return date;
}

static bool has_word_of(const struct valuation *v, uint64_t classes) {
    for (size_t i = v->match->at; i < v->match->at + v->match->length; i++)
        if (sense_at(v->rules, v->text, i, classes)) return true;
    return false;
}

struct slice print_date(const struct valuation *v, struct partial_date date) {
    if (date.month != UNKNOWN && date.day > days_in_month(date.year == UNKNOWN ? 2000 : date.year, date.month))
        date.day = UNKNOWN;
    if (date.day != UNKNOWN && date.month != UNKNOWN) date.weekday = UNKNOWN; // the day of the month says more
    bool is_day = date.day != UNKNOWN || date.weekday != UNKNOWN; // "early on May 13" was that day; "about May 13" need not be
    date.approximate |= !is_day && slice_starts(v->text->tokens[v->match->at + v->match->length - 1].lower, SLICE("mid-"));
    date.approximate |= has_word_of(v, is_day ? v->rules->about : v->rules->edge | v->rules->about);
    struct edtf edtf = single_date(date);
    return print_edtf(v->keep, &edtf);
}

struct slice print_day(const struct valuation *v, long day) {
    struct edtf edtf = single_day(day);
    return print_edtf(v->keep, &edtf);
}

// A weekday near publication: in the past the last, today included; in the future the next.
static long near_weekday(const struct valuation *v, int weekday) {
    long today = v->reference->day;
    int tense = find_tense_with(v, true);
    int back = (weekday_of(today) - weekday + 7) % 7;
    return tense > 0 && back ? today - back + 7 : today - back;
}

struct slice date_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    bool by_weekday = date.weekday != UNKNOWN && date.month == UNKNOWN;
    if (by_weekday && v->reference->is_known) return print_day(v, near_weekday(v, date.weekday));
    choose_year(v, &date, date.year == UNKNOWN ? find_tense(v) : 0);
    return print_date(v, date);
}

// May 3-5, May 30 - June 2: from the first to the last day; backwards it is no expression, but for a year's end. With an argument they
// may be so many days apart at most: "May 3 and 5" is no interval.
static struct slice days_value(const struct valuation *v) {
    struct partial_date first = said_date(v), last = first;
    last.day = (int)day_of_month(v->text->tokens[slot_at(v, SLOT_lastday)].lower);
    if (is_bound(v, SLOT_lastmonth)) last.month = (int)slot_number(v, SLOT_lastmonth);
    if (is_bound(v, SLOT_shift) && v->reference->is_known) first.year = v->reference->date.year + (int)slot_number(v, SLOT_shift);
    choose_year(v, &first, first.year == UNKNOWN ? find_tense(v) : 0);
    last.year = first.year;
    bool over_year = last.month < first.month;
    if (over_year && last.year != UNKNOWN) is_bound(v, SLOT_year) ? first.year-- : last.year++;
    *v->usable = (over_year || last.month > first.month || last.day > first.day) && last.day <= days_in_month(last.year == UNKNOWN ? 2000 : last.year, last.month);
    long most = argument_of(v).number;
    *v->usable &= !most || (first.month == last.month && last.day - first.day <= most);
    return *v->usable ? arena_join(v->keep, print_date(v, first), "/", print_date(v, last)) : SLICE("");
}

// Wednesday through Friday.
static struct slice weekdays_value(const struct valuation *v) {
    struct partial_date first = unknown_date(), last = first;
    first.weekday = (int)slot_number(v, SLOT_weekday), last.weekday = (int)slot_number(v, SLOT_lastweekday);
    if (!v->reference->is_known) return arena_join(v->keep, print_date(v, first), "/", print_date(v, last));
    long day = near_weekday(v, first.weekday);
    return arena_join(v->keep, print_day(v, day), "/", print_day(v, day + (last.weekday - first.weekday + 7) % 7));
}

// 1990-95, 2022-2023: from the first to the last year.
static struct slice years_value(const struct valuation *v) {
    struct partial_date first = unknown_date(), last = first;
    size_t length;
    first.year = (int)read_year(v->rules, v->text, slot_at(v, SLOT_year), &length);
    if (is_bound(v, SLOT_lastyear)) last.year = (int)read_year(v->rules, v->text, slot_at(v, SLOT_lastyear), &length);
    else last.year = first.year / 100 * 100 + (int)read_short_year(v->rules, v->text, slot_at(v, SLOT_shortyear), &length) % 100;
    if (last.year < first.year && !is_bound(v, SLOT_lastyear)) last.year += 100; // 1999-00
    *v->usable = last.year > first.year && last.year - first.year < 100;
    return arena_join(v->keep, print_date(v, first), "/", print_date(v, last));
}

// ---- parts of years

static struct slice quarter_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    long ordinal = is_bound(v, SLOT_q) ? slot_number(v, SLOT_q) : is_bound(v, SLOT_ordinal) ? slot_number(v, SLOT_ordinal) : 0;
    *v->usable = ordinal >= 1 && ordinal <= 4;
    if (!*v->usable) return SLICE("");
    date.season = 32 + (int)ordinal;
    if (is_bound(v, SLOT_shift)) {
        if (v->reference->is_known) date.year = v->reference->date.year + (int)slot_number(v, SLOT_shift);
    } else {
        int tense = find_tense(v);
        choose_year(v, &date, tense ? tense : -1);
        if (date.year != UNKNOWN) date.year += (int)argument_of(v).number;
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
    date.open_digits = date.year % 100 == 0 && date.year < 2000 ? 2 : 1; // the 1800s are a century
    return print_date(v, date);
}

static struct slice century_value(const struct valuation *v) {
    struct partial_date date = unknown_date();
    date.year = ((int)(slot_number(v, SLOT_tens) + slot_number(v, SLOT_ordinal)) - 1) * 100;
    date.open_digits = 2;
    return print_date(v, date);
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
    {SLICE_INIT("days"), days_value},       // from day to lastday, of one month or of lastmonth
    {SLICE_INIT("weekdays"), weekdays_value}, // from weekday to lastweekday
    {SLICE_INIT("years"), years_value},     // from year to lastyear or shortyear
    {SLICE_INIT("quarter"), quarter_value}, // ordinal, with year or shift
    {SLICE_INIT("half"), half_value},       // 1 or 2
    {SLICE_INIT("decade"), decade_value},
    {SLICE_INIT("century"), century_value},
    {SLICE_INIT("holiday"), holiday_value},
    {SLICE_INIT("shift"), shift_value}, // last, this, next unit, weekday, month or season; the shift's number may be given
    {SLICE_INIT("near-unit"), near_unit_value}, // the last, or the next where the sentence looks ahead
    {SLICE_INIT("weeks-from-weekday"), weeks_from_weekday_value}, // N: so many
    {SLICE_INIT("month-of-year"), month_of_year_value}, // of the year that shift says
    {SLICE_INIT("today"), today_value},
    {SLICE_INIT("part"), part_value}, // of a weekday or a day near today: TNI
    {SLICE_INIT("tonight"), tonight_value},
    {SLICE_INIT("day"), near_day_value}, // N: days from publication
    {SLICE_INIT("ago"), away_value}, // N UNITS before publication; one where no number is said
    {SLICE_INIT("hence"), away_value},
    {SLICE_INIT("ahead"), ahead_value},  // the same where the sentence looks ahead, else nothing
    {SLICE_INIT("earlier"), away_value}, // before the date told last
    {SLICE_INIT("later"), away_value},
    {SLICE_INIT("same"), same_value},                 // the date told last; same day: if it was a day
    {SLICE_INIT("same-year"), same_year_value},       // a month of the year told last
    {SLICE_INIT("same-quarter"), same_quarter_value}, // the same if it is a quarter that is over, else the last that is
    {SLICE_INIT("beside"), beside_value},             // N: so many units, or weekdays, from it; or as $beside says
    {SLICE_INIT("anchor"), anchored_value},           // 1, -1: N UNITS behind or before $anchor or $event
    {SLICE_INIT("on-anchor"), time_on_anchor_value},  // clock or part, of the day that $anchor says
    {SLICE_INIT("around-anchor"), around_anchor_value}, // the unit that it lies in
    {SLICE_INIT("nth"), nth_value},                     // ordinal (else the last) unit of it
    {SLICE_INIT("clock"), clock_value}, // ZONE, where the row names it
    {SLICE_INIT("day-clock"), day_clock_value}, // N: days from publication
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
