// SPDX-License-Identifier: MIT
// Values that need no calendar: clock times, durations, sets.
#include "story/valuation.h"

// ---- clock

// 9:30 in the evening is 21:30, and so is 9:30 at night; 1:30 at night is not 13:30.
static int minutes_in_part(const struct valuation *v, int minutes) {
    struct slice part = slot_value(v, SLOT_part);
    bool is_late = slice_is(part, "EV") || slice_is(part, "AF") || (slice_is(part, "NI") && minutes >= 6 * 60);
    return is_late && minutes < 12 * 60 ? minutes + 12 * 60 : minutes;
}

struct slice clock_text(const struct valuation *v) {
    int minutes = 0;
    struct slice clock = is_bound(v, SLOT_noon) ? slot_value(v, SLOT_noon) : SLICE("");
    if (is_bound(v, SLOT_clock) && read_clock(v->rules, v->text, slot_at(v, SLOT_clock), &minutes)) {
        minutes = minutes_in_part(v, minutes);
        clock = arena_print(v->keep, "%02d:%02d", minutes / 60, minutes % 60);
    }
    struct slice zone = is_bound(v, SLOT_zone) ? slot_value(v, SLOT_zone) : slice_is(v->way, "clock") ? v->argument : SLICE("");
    return zone.length ? arena_join(v->keep, clock, "", zone) : clock;
}

// The day told last, in this sentence or the one before, if it can be meant; else that of publication. With the mark of a guess: nobody
// said that it was that day.
struct slice guessed_day(const struct valuation *v) {
    struct edtf recent = single_date(v->reference->recent);
    struct day_set days;
    recent.first.time = (struct slice){"", 0};
    recent.first.uncertain = true;
    bool is_told = v->reference->has_recent && recent.first.day != UNKNOWN && v->reference->since_recent < 2 && edtf_days(&recent, &days);
    bool is_ahead = is_told && v->reference->is_known && is_single_day(&days) && days.first > v->reference->day && find_tense(v) <= 0;
    if (is_told && !is_ahead) return print_edtf(v->keep, &recent);
    return v->reference->is_known ? arena_join(v->keep, print_day(v, v->reference->day), "", SLICE("?")) : SLICE("");
}

struct slice clock_value(const struct valuation *v) {
    bool is_dated = is_bound(v, SLOT_weekday) || is_bound(v, SLOT_month);
    struct slice day = is_dated ? date_value(v) : is_bound(v, SLOT_today) ? today_value(v) : guessed_day(v);
    return day.length ? arena_join(v->keep, day, "T", clock_text(v)) : arena_print(v->keep, "T%.*s", SHOW(clock_text(v)));
}

struct slice day_clock_value(const struct valuation *v) { return arena_join(v->keep, near_day_value(v), "T", clock_text(v)); }

// ---- durations and sets

// P and the number before the unit's letter; hours, minutes and seconds behind PT; decades are PnE, centuries hundreds of years.
static struct slice period(const struct valuation *v, struct slice number, struct slice unit) {
    char letter = unit.at[unit.length - 1];
    const char *mark = unit.at[0] == 'T' ? "PT" : "P";
    if (letter == 'K') return arena_print(v->keep, "P%.*sWE", SHOW(number));
    if (letter == 'C') return arena_print(v->keep, slice_is(number, "X") ? "P%.*sC" : "P%.*s00Y", SHOW(number));
    if (letter == 'F') return slice_is(number, "1") ? SLICE("P2W") : SLICE("PXW");
    if (letter == 'Q' && number.length == 1 && number.at[0] >= '1' && number.at[0] <= '3')
        return arena_print(v->keep, "P%dM", 3 * (number.at[0] - '0'));
    if (letter == 'E' && !slice_is(number, "X")) return arena_print(v->keep, "P%.*s0Y", SHOW(number));
    return arena_print(v->keep, "%s%.*s%c", mark, SHOW(number), letter);
}

// Half an hour is PT30M, half a year P6M.
static struct slice half_period(const struct valuation *v, struct slice unit) {
    static const struct {
        const char *unit, *half;
    } halves[] = {{"TS", "PT0.5S"}, {"TM", "PT30S"}, {"TH", "PT30M"}, {"D", "PT12H"}, {"W", "P0.5W"},
                  {"M", "P0.5M"},   {"Q", "P1.5M"},  {"Y", "P6M"},    {"E", "P5Y"},   {"C", "P50Y"}};
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
        if (slice_is(unit, halves[i].unit)) return slice_of(halves[i].half);
    return period(v, SLICE("0.5"), unit);
}

static struct slice numbered_period(const struct valuation *v, enum time_slot slot) {
    struct quantity quantity;
    bool is_known = number_in(v, slot, &quantity) && quantity.value.digits && !quantity.is_plural;
    return period(v, is_known ? print_decimal(v->keep, quantity.value) : SLICE("X"), bound_unit(v));
}

// Two to three weeks: P2W/P3W, which is no TIMEX3, but neither number alone is what was said.
struct slice duration_value(const struct valuation *v) {
    struct slice unit = bound_unit(v);
    if (slice_is(v->argument, "0.5")) return half_period(v, unit);
    if (v->argument.length) return period(v, v->argument, unit);
    struct slice first = numbered_period(v, SLOT_number);
    return is_bound(v, SLOT_lastnumber) ? arena_join(v->keep, first, "/", numbered_period(v, SLOT_lastnumber)) : first;
}

struct slice every_value(const struct valuation *v) {
    struct partial_date date = unknown_date();
    if (is_bound(v, SLOT_weekday)) date.weekday = (int)slot_number(v, SLOT_weekday);
    if (is_bound(v, SLOT_weekdays)) date.weekday = (int)slot_number(v, SLOT_weekdays);
    if (is_bound(v, SLOT_month)) date.month = (int)slot_number(v, SLOT_month);
    if (is_bound(v, SLOT_season)) date.season = (int)slot_number(v, SLOT_season);
    if (is_bound(v, SLOT_seasons)) date.season = (int)slot_number(v, SLOT_seasons);
    struct edtf edtf = single_date(date);
    struct slice part = is_bound(v, SLOT_parts) ? slot_value(v, SLOT_parts) : slot_value(v, SLOT_part);
    if (part.length) return arena_join(v->keep, date.weekday == UNKNOWN ? SLICE("XXXX-XX-XX") : print_edtf(v->keep, &edtf), "T", part);
    if (!is_bound(v, SLOT_unit)) return print_edtf(v->keep, &edtf);
    if (slice_is(v->argument, "2")) return period(v, SLICE("2"), bound_unit(v));
    if (v->argument.length == 0) return duration_value(v);
    return period(v, SLICE("1"), bound_unit(v));
}

struct slice word_value(const struct valuation *v) {
    enum time_slot slot = slot_of(v->argument);
    return slot < SLOT_COUNT && is_bound(v, slot) ? slot_value(v, slot) : SLICE("");
}
