// SPDX-License-Identifier: MIT
// Values that count units from a day: publication, the date told last, an expression or a known event that stands beside.
#include "story/known_events.h"
#include "story/valuation.h"

// How many whole units a slot says; a half of years counts in months. One where no number is said; false where nobody can say how many.
static bool count_in(const struct valuation *v, enum time_slot slot, struct slice *unit, long *count) {
    struct quantity quantity;
    if (!number_in(v, slot, &quantity)) return *count = 1, true;
    if (quantity.value.digits == 0 || quantity.is_plural) return false;
    long scale = 1;
    for (int i = 0; i < quantity.value.scale && scale < 1000; i++) scale *= 10;
    if (quantity.value.digits > 100000) return false;
    *count = (long)quantity.value.digits / scale;
    if (scale > 1 && unit->at[0] == 'Y') *count = (long)quantity.value.digits * 12 / scale, *unit = SLICE("M");
    return true;
}

static bool count_units(const struct valuation *v, struct slice *unit, long *count) { return count_in(v, SLOT_number, unit, count); }

static bool has_whole_day(struct partial_date date) { return date.month != UNKNOWN && date.day != UNKNOWN; }

// Months, years and decades as months; 0 for the shorter units.
static long months_of(struct slice unit, long count) {
    switch (unit.at[0]) {
    case 'M': return count;
    case 'Q': return 3 * count;
    case 'Y': return 12 * count;
    case 'E': return 120 * count;
    case 'C': return 1200 * count;
    }
    return 0;
}

static long days_of(struct slice unit, long count) {
    return unit.at[0] == 'D' ? count : unit.at[0] == 'W' ? 7 * count : unit.at[0] == 'F' ? 14 * count : 0;
}

// By days; where the year is not known, only if it makes no difference, as February 29 might. False where the date is no day.
static bool move_by_days(struct partial_date *date, long days) {
    if (date->weekday != UNKNOWN && date->month == UNKNOWN && date->week == UNKNOWN) {
        date->weekday = (int)(((date->weekday - 1 + days) % 7 + 7) % 7) + 1;
        return true;
    }
    if (!has_whole_day(*date)) return false;
    int year = date->year == UNKNOWN ? 2000 : date->year;
    struct date moved = date_from_day(day_from_date(year, date->month, date->day) + days);
    if (date->year == UNKNOWN) {
        struct date other = date_from_day(day_from_date(2001, date->month, date->day) + days);
        if (other.month != moved.month || other.day != moved.day) return false;
    } else date->year = moved.year;
    date->month = moved.month, date->day = moved.day;
    return date->year == UNKNOWN || (date->year >= 0 && date->year <= 9999);
}

// By months, of a date that has one; of a year by years.
static bool move_by_months(struct partial_date *date, long months) {
    if (date->year == UNKNOWN) return false;
    if (date->month == UNKNOWN) {
        if (months % 12) return false;
        date->year += (int)(months / 12);
    } else {
        struct date moved = add_months((struct date){date->year, date->month, date->day == UNKNOWN ? 1 : date->day}, months);
        date->year = moved.year, date->month = moved.month;
        if (date->day != UNKNOWN) date->day = moved.day;
    }
    return date->year >= 0 && date->year <= 9999;
}

// A date so many units away, as exact as it was though never more exact than the unit. Weeks, months and years are said loosely:
// `is_loose` marks them approximate. Empty where nothing can be said.
static struct slice move_date(const struct valuation *v, struct partial_date date, struct slice unit, long count, bool is_loose) {
    long months = months_of(unit, count);
    date.time = (struct slice){"", 0};
    if (months) {
        if (strchr("YEC", unit.at[0]) && date.season == UNKNOWN) date.month = date.day = UNKNOWN;
        date.day = date.weekday = date.week = UNKNOWN;
        if (!move_by_months(&date, months)) return SLICE("");
    } else if (!move_by_days(&date, days_of(unit, count))) return SLICE("");
    date.approximate = is_loose && unit.at[0] != 'D';
    return print_date(v, date);
}

// From publication: "two weeks ago".
static struct slice move_today(const struct valuation *v, struct slice unit, long count) {
    if (!v->reference->is_known) return some_unit(unit.at[0] == 'W' || unit.at[0] == 'F' ? SLICE("D") : unit);
    if (unit.at[0] == 'T') return print_day(v, v->reference->day); // hours ago: not sooner than a day can tell
    if (unit.at[0] == 'K') return print_unit_near(v, v->reference->day, unit, count);
    struct slice moved = move_date(v, single_day(v->reference->day).first, unit, count, true);
    return moved.length ? moved : some_unit(unit); // before the year 0
}

// From the date told last. Where nothing was told, from publication, as loosely as that is.
static struct slice move_recent(const struct valuation *v, struct slice unit, long count) {
    if (!v->reference->has_recent) return move_today(v, unit, count);
    if (unit.at[0] == 'T' && has_whole_day(v->reference->recent)) return print_date(v, v->reference->recent); // that day, for all we know
    if (unit.at[0] == 'T' || unit.at[0] == 'K') return some_unit(unit);
    struct slice moved = move_date(v, v->reference->recent, unit, count, unit.at[0] == 'W');
    return moved.length ? moved : some_unit(unit);
}

// The quarter of a report is compared with the same a year before.
static bool follows_quarter(const struct valuation *v, struct slice unit) {
    return v->reference->is_known && v->reference->has_recent && v->reference->recent.season > 32 && unit.at[0] == 'Y';
}

// So many units away as one slot says.
static struct slice away(const struct valuation *v, enum time_slot slot) {
    bool is_back = slice_is(v->way, "ago") || slice_is(v->way, "earlier");
    bool from_recent = slice_is(v->way, "earlier") || slice_is(v->way, "later");
    struct slice unit = bound_unit(v);
    long count;
    if (!count_in(v, slot, &unit, &count)) {
        *v->usable = !from_recent; // "a few days later" says how long, not when
        return is_back ? SLICE("PAST_REF") : SLICE("FUTURE_REF");
    }
    if (is_back) count = -count;
    if (from_recent && !v->reference->is_known && v->reference->has_recent && v->reference->recent.season > 32) return some_unit(unit);
    return from_recent || follows_quarter(v, unit) ? move_recent(v, unit, count) : move_today(v, unit, count);
}

// Two or three years ago: from the farther to the nearer.
struct slice away_value(const struct valuation *v) {
    struct slice near = away(v, SLOT_number), far;
    if (!is_bound(v, SLOT_lastnumber) || !v->reference->is_known) return near;
    far = away(v, SLOT_lastnumber);
    *v->usable = far.length > 0 && near.length > 0 && !slice_ends(near, SLICE("REF"));
    return slice_is(v->way, "hence") ? arena_join(v->keep, near, "/", far) : arena_join(v->keep, far, "/", near);
}

// "The first call in two weeks", "the highest price in a year": how long it has been, whatever the sentence looks at.
static bool is_record(const struct valuation *v) {
    for (size_t i = v->text->begin; i < v->match->at; i++) {
        const struct token *token = &v->text->tokens[i];
        bool is_superlative = token->upos == UPOS_ADJ && token->lower.length > 4 && slice_ends(token->lower, SLICE("est"));
        if (is_superlative || slice_is(token->lower, "only") || find_sense(&v->rules->table, v->text->words[i], v->rules->ordinal, token->form)) return true;
    }
    return false;
}

// "In two weeks": a date where the sentence looks ahead, else how long something took.
struct slice ahead_value(const struct valuation *v) {
    struct slice unit = bound_unit(v);
    long count;
    *v->usable = find_tense(v) > 0 && unit.at[0] != 'T' && !is_record(v) && count_units(v, &unit, &count);
    return *v->usable ? move_today(v, unit, count) : SLICE("");
}

// ---- beside the date told last

// The same day: what was told last, if it was a day; that year, that month: as much of it.
struct slice same_value(const struct valuation *v) {
    struct slice unit = v->text->tokens[v->match->at + v->match->length - 1].lower;
    struct partial_date date = v->reference->recent;
    bool wants_day = slice_is(v->argument, "day");
    if (!v->reference->has_recent || (wants_day && date.day == UNKNOWN)) return wants_day ? SLICE("XXXX-XX-XX") : some_unit(bound_unit(v));
    if (slice_is(unit, "year")) date.month = date.day = date.season = date.week = date.weekday = UNKNOWN;
    if (slice_is(unit, "month")) date.day = date.weekday = UNKNOWN;
    return print_date(v, date);
}

// "May of that year".
struct slice same_year_value(const struct valuation *v) {
    struct partial_date date = said_date(v);
    date.year = v->reference->recent.year;
    return print_date(v, date);
}

// The quarter that is spoken of, if it is over; else the last that is.
struct slice same_quarter_value(const struct valuation *v) {
    struct day_set days;
    struct edtf quarter = single_date(v->reference->recent);
    if (!v->reference->is_known) return SLICE("XXXX-QX");
    bool is_told = v->reference->has_recent && v->reference->recent.season > 32 && edtf_days(&quarter, &days);
    if (is_told && days.last < v->reference->day) return print_date(v, quarter.first);
    return print_unit_near(v, v->reference->day, SLICE("Q"), -1);
}

// The following Friday: the first after a day, or before it.
static long weekday_beside(long day, int weekday, long shift) {
    long ahead = (weekday - weekday_of(day) + 7) % 7;
    return shift > 0 ? day + (ahead ? ahead : 7) : day - (7 - ahead);
}

// "The following month", "the previous day": beside the date told last, or publication where none was told.
struct slice beside_value(const struct valuation *v) {
    struct count argument = argument_of(v);
    struct slice unit = argument.unit;
    struct partial_date recent = v->reference->recent;
    long shift = is_bound(v, SLOT_beside) ? slot_number(v, SLOT_beside) : argument.number;
    if (!v->reference->has_recent && v->reference->is_known) recent = single_day(v->reference->day).first;
    else if (!v->reference->has_recent) recent = unknown_date();
    bool is_day = has_whole_day(recent) && recent.year != UNKNOWN;
    if (is_bound(v, SLOT_weekday)) {
        struct partial_date date = unknown_date();
        date.weekday = (int)slot_number(v, SLOT_weekday);
        return is_day ? print_day(v, weekday_beside(day_from_date(recent.year, recent.month, recent.day), date.weekday, shift)) : print_date(v, date);
    }
    if (is_day && strchr("WFKQ", unit.at[0])) return print_unit_near(v, day_from_date(recent.year, recent.month, recent.day), unit, shift);
    struct slice moved = unit.at[0] == 'T' ? SLICE("") : move_date(v, recent, unit, shift, false);
    return moved.length ? moved : some_unit(unit);
}

// ---- beside an anchor

// The value of the expression or event that the match hangs on; false where it is no single date.
static bool read_anchor(const struct valuation *v, struct partial_date *date) {
    struct edtf edtf;
    struct known_mention event;
    struct time_match anchor;
    bool usable = true;
    struct slice value = {"", 0};
    struct time_text text = *v->text;
    text.hangs_from = v->match->at + 1;
    if (is_bound(v, SLOT_event) && known_event_at(v->text->events, v->text->document, slot_at(v, SLOT_event), v->text->end, &event))
        value = event.edtf;
    else if (is_bound(v, SLOT_anchor) && match_anchor(v->rules, v->text, slot_at(v, SLOT_anchor), &anchor))
        value = value_of(v->keep, v->rules, &text, &anchor, v->reference, &usable);
    if (!usable || !parse_edtf(value, &edtf) || edtf.open_first) return false;
    *date = edtf.first; // of what lasted: from its first day
    return true;
}

// "Two days after May 13", "a week before Christmas": N units from the anchor, forth or, where the argument begins with -1, back. A
// unit may be given behind that.
struct slice anchored_value(const struct valuation *v) {
    struct partial_date date;
    struct count argument = argument_of(v);
    long count;
    *v->usable = read_anchor(v, &date) && argument.unit.at[0] != 'T' && count_units(v, &argument.unit, &count);
    struct slice value = *v->usable ? move_date(v, date, argument.unit, argument.number * count, true) : SLICE("");
    *v->usable = value.length > 0;
    return value;
}

// "The morning of May 13", "10 a.m. on May 13": the anchor, a day, with the clock or the part of the day (which may be given) behind T.
struct slice time_on_anchor_value(const struct valuation *v) {
    struct partial_date date;
    *v->usable = read_anchor(v, &date) && (has_whole_day(date) || date.weekday != UNKNOWN) && !date.time.length;
    if (!*v->usable) return SLICE("");
    date.approximate = false;
    struct edtf edtf = single_date(date);
    struct slice time = is_bound(v, SLOT_part)       ? slot_value(v, SLOT_part)
                        : is_bound(v, SLOT_daybreak) ? slot_value(v, SLOT_daybreak)
                        : v->argument.length ? v->argument : clock_text(v);
    return arena_join(v->keep, print_edtf(v->keep, &edtf), "T", time);
}

// "The week of May 9", "the weekend of May 14": the unit that the anchor, a whole day, lies in.
struct slice around_anchor_value(const struct valuation *v) {
    struct partial_date date;
    *v->usable = read_anchor(v, &date);
    if (!*v->usable) return SLICE("");
    if (!has_whole_day(date)) return print_date(v, date); // the month of May
    struct slice unit = argument_of(v).unit;
    if (date.year == UNKNOWN) return some_unit(unit);
    return print_unit_near(v, day_from_date(date.year, date.month, date.day), unit, 0);
}

// ---- the nth unit of a longer one

// "The first week of May", "the last day of 2021": counted from the anchor's first day, or with -1 from its last.
struct slice nth_value(const struct valuation *v) {
    struct partial_date date;
    struct day_set days;
    long nth = is_bound(v, SLOT_ordinal) ? slot_number(v, SLOT_ordinal) : -1, length = days_of(bound_unit(v), 1);
    *v->usable = read_anchor(v, &date) && length > 0 && date.day == UNKNOWN && date.weekday == UNKNOWN;
    if (!*v->usable) return SLICE("");
    struct edtf edtf = single_date(date);
    if (date.year == UNKNOWN || !edtf_days(&edtf, &days) || days.first == DAY_OPEN_FIRST)
        return date.month == UNKNOWN ? SLICE("XXXX-XX-XX") : print_date(v, date);
    long first = nth > 0 ? days.first + (nth - 1) * length : days.last - length + 1, last = first + length - 1;
    *v->usable = first >= days.first && last <= days.last;
    if (length == 1) return print_day(v, first);
    return arena_join(v->keep, print_day(v, first), "/", print_day(v, last));
}
