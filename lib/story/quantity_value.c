// SPDX-License-Identifier: MIT
// Values of money, percentages and numbers: a decimal or an interval of two (5/10, 5/.., ../10), before it the currency, behind it what
// is counted.
#include "story/counted.h"
#include "story/valuation.h"

bool number_in(const struct valuation *v, enum time_slot slot, struct quantity *quantity) {
    size_t at = slot_at(v, slot);
    return is_bound(v, slot) && read_number(&v->rules->numbers, v->text->tokens, v->text->words, at, v->text->end, quantity) > 0;
}

struct bounds {
    struct decimal least, most; // the same for a plain number
    bool is_range, no_least, no_most;
};

// The number in what the last one is counted: "three dozen", "two to three hundred".
static bool scale_as(struct decimal *number, const struct quantity *last) {
    bool is_hundreds = !last->has_digits && last->value.scale == 0 && last->value.digits < 1000 && last->value.digits % 100 == 0;
    if (last->zeros) return multiply_by_ten(number, last->zeros);
    return last->is_dozen ? multiply_decimal(number, 12) : is_hundreds && multiply_by_ten(number, 2);
}

// "$40 to $50 billion": the first is in billions too, if it stays the smaller.
static bool join_range(struct quantity first, struct quantity last, struct bounds *bounds) {
    struct decimal scaled = first.value;
    if (first.is_vague || last.is_vague || first.is_plural || last.is_plural) return false;
    if (!first.zeros && !first.is_dozen && scale_as(&scaled, &last) && is_less(scaled, last.value)) first.value = scaled;
    *bounds = (struct bounds){.least = first.value, .most = last.value, .is_range = true};
    return is_less(first.value, last.value);
}

// What the words say of the number: "at least", "up to", "or more". False where it is none, or the range runs backwards.
static bool find_bounds(const struct valuation *v, struct bounds *bounds) {
    struct quantity quantity, last;
    *bounds = (struct bounds){0};
    if (!bound_number(v, &quantity)) return false;
    if (is_bound(v, SLOT_lastnumber)) return number_in(v, SLOT_lastnumber, &last) && join_range(quantity, last, bounds);
    bool is_range = quantity.is_plural || (quantity.is_vague && quantity.most.digits);
    if (quantity.is_vague && !is_range) return false;
    *bounds = (struct bounds){quantity.value, quantity.value, is_range, false, false};
    if (is_range) bounds->least = quantity.least, bounds->most = quantity.most;
    if (is_range && !is_less(bounds->least, bounds->most)) bounds->is_range = false; // a couple
    bounds->no_most = is_bound(v, SLOT_least) || is_bound(v, SLOT_upward);
    bounds->no_least = !bounds->no_most && (is_bound(v, SLOT_most) || is_bound(v, SLOT_downward));
    return true;
}

static struct slice print_bounds(const struct valuation *v, struct bounds bounds, int places) {
    if (bounds.least.scale + places <= 15) bounds.least.scale += places;
    if (bounds.most.scale + places <= 15) bounds.most.scale += places;
    if (bounds.no_most) return arena_join(v->keep, print_decimal(v->keep, bounds.least), "/", SLICE(".."));
    if (bounds.no_least) return arena_join(v->keep, SLICE(".."), "/", print_decimal(v->keep, bounds.most));
    if (!bounds.is_range) return print_decimal(v->keep, bounds.least);
    return arena_join(v->keep, print_decimal(v->keep, bounds.least), "/", print_decimal(v->keep, bounds.most));
}

// The row's argument: values are in units of 10^-N.
static int places_of(const struct valuation *v) {
    long places;
    return slice_number(v->argument, &places) && places >= 0 && places < 15 ? (int)places : 0;
}

struct slice money_value(const struct valuation *v) {
    struct bounds bounds;
    *v->usable = find_bounds(v, &bounds);
    if (!*v->usable) return SLICE("");
    struct slice code = is_bound(v, SLOT_nation) ? slot_value(v, SLOT_nation) : slot_value(v, SLOT_currency);
    return arena_join(v->keep, code, " ", print_bounds(v, bounds, places_of(v)));
}

// a million-dollar offer; multi-billion-dollar deals
struct slice magnitude_value(const struct valuation *v) {
    struct slice rest = v->argument, least, most;
    long from = 1, to = 0;
    if (slice_cut(&rest, '/', &least)) slice_number(least, &from);
    if (slice_cut(&rest, '/', &most)) slice_number(most, &to);
    struct bounds bounds = {.least = {from, 0}, .most = {to ? to + 1 : from, 0}, .is_range = to > from};
    int zeros = (int)slot_number(v, SLOT_magnitude);
    *v->usable = multiply_by_ten(&bounds.least, zeros) && multiply_by_ten(&bounds.most, zeros);
    bounds.most.digits -= bounds.is_range;
    return *v->usable ? arena_join(v->keep, slot_value(v, SLOT_currency), " ", print_bounds(v, bounds, 0)) : SLICE("");
}

struct slice percent_value(const struct valuation *v) {
    struct bounds bounds;
    *v->usable = find_bounds(v, &bounds);
    return *v->usable ? print_bounds(v, bounds, places_of(v)) : SLICE("");
}

// minus 5; -5, where the hyphen is no part of a word before it
struct slice minus_value(const struct valuation *v) {
    struct bounds bounds;
    const struct token *sign = &v->text->tokens[v->match->at];
    bool is_hyphen = slice_is(sign->lower, "-");
    bool is_sign = sign[0].end == sign[1].start && (v->match->at == v->text->begin || sign[-1].end < sign[0].start);
    *v->usable = (!is_hyphen || is_sign) && find_bounds(v, &bounds);
    return *v->usable ? arena_join(v->keep, SLICE("-"), "", print_bounds(v, bounds, 0)) : SLICE("");
}

// ---- numbers and what they count

static struct slice with_counted(const struct valuation *v, struct slice number, enum counted_form form) {
    struct slice noun = counted_noun(v->keep, v->rules, v->text, v->match->at, v->match->length, form);
    return noun.length ? arena_join(v->keep, number, " ", noun) : number;
}

static bool is_plain_one(struct bounds bounds) {
    return !bounds.is_range && bounds.least.scale == 0 && bounds.least.digits == 1;
}

static bool is_year(const struct valuation *v, enum time_slot slot) {
    return v->match->slots[slot].length == 1 && four_figure_year(v->text->tokens[slot_at(v, slot)].lower) > 0;
}

static bool is_multiple_of_ten(struct decimal number) { return number.scale == 0 && number.digits % 10 == 0; }

// 10-15 people, 300-400; but a score of 3-2 and the end of a telephone number have no value; 1990-1995 is another row's.
static struct slice dash_value(const struct valuation *v) {
    struct bounds bounds;
    *v->usable = !is_year(v, SLOT_number) || !is_year(v, SLOT_lastnumber);
    if (!*v->usable || !find_bounds(v, &bounds)) return SLICE("");
    struct slice number = print_bounds(v, bounds, 0), value = with_counted(v, number, COUNTED_MANY);
    bool is_range = value.length > number.length || (is_multiple_of_ten(bounds.least) && is_multiple_of_ten(bounds.most));
    return is_range ? value : SLICE("");
}

// K1.5 where the letter kept the point from the figures: the tail of what we cannot read.
static bool is_tail(const struct valuation *v) {
    size_t at = slot_at(v, SLOT_number);
    if (at < v->text->begin + 2) return false;
    const struct token *tokens = v->text->tokens, *mark = &tokens[at - 1], *head = &tokens[at - 2];
    bool is_mark = slice_is(mark->lower, ".") || slice_is(mark->lower, ",");
    if (!is_mark || head->end != mark->start || mark->end != tokens[at].start || !head->lower.length) return false;
    char first = head->lower.at[0], last = head->lower.at[head->lower.length - 1];
    return first > '9' && last >= '0' && last <= '9';
}

// F-16, COVID-19; 000270 is the number of something
static bool is_in_name(const struct valuation *v) {
    size_t at = v->match->at;
    const struct token *tokens = v->text->tokens;
    struct slice lower = tokens[slot_at(v, SLOT_number)].lower;
    if (lower.length > 1 && lower.at[0] == '0' && lower.at[1] >= '0' && lower.at[1] <= '9') return true;
    bool is_compound = at >= v->text->begin + 2 && slice_is(tokens[at - 1].lower, "-") && tokens[at - 1].end == tokens[at].start &&
                       tokens[at - 2].end == tokens[at - 1].start;
    return is_compound && (tokens[at - 2].ner == NER_NONE || at < slot_at(v, SLOT_number)); // three-under 68
}

// The twenty of "twenty-first".
static bool is_before_ordinal(const struct valuation *v) {
    size_t end = v->match->at + v->match->length;
    return end + 1 < v->text->end && slice_is(v->text->tokens[end].lower, "-") &&
           sense_at(v->rules, v->text, end + 1, v->rules->ordinal) && sense_at(v->rules, v->text, end - 1, v->rules->numbers.tens);
}

// "nearly two-year": of a time, whose row begins behind "nearly".
static bool is_before_unit(const struct valuation *v) {
    size_t end = v->match->at + v->match->length;
    if (end < v->text->end && slice_is(v->text->tokens[end].lower, "-")) end++;
    return end < v->text->end && sense_at(v->rules, v->text, end, v->rules->unit);
}

// "three" is a number; "one", "zero" and "5m" are where they count something; "several" alone is none.
struct slice number_value(const struct valuation *v) {
    struct quantity quantity;
    struct bounds bounds;
    if (slice_is(v->argument, "dash")) return dash_value(v);
    *v->usable = false;
    if (is_year(v, SLOT_number) && is_year(v, SLOT_lastnumber)) return SLICE("");
    if (is_in_name(v) || is_tail(v) || is_before_ordinal(v)) return SLICE("");
    if (!bound_number(v, &quantity) || quantity.is_vague || !find_bounds(v, &bounds)) return SLICE("");
    struct slice number = print_bounds(v, bounds, 0);
    bool is_one = is_plain_one(bounds) && !bounds.no_most && !bounds.no_least;
    struct slice value = with_counted(v, number, is_one ? COUNTED_ONE : COUNTED_MANY);
    bool is_small = !quantity.has_digits && !bounds.is_range && quantity.value.scale == 0 && quantity.value.digits <= 1;
    bool is_time = v->match->length > v->match->slots[SLOT_number].length && is_before_unit(v);
    bool is_date = is_year(v, SLOT_number) && v->match->length > 1; // over 2006, around 1970
    *v->usable = !is_time && (value.length > number.length || (!is_small && !quantity.is_short && !is_date));
    return value;
}

// two thirds; a third of; half of. The row's argument, if any, is the part (3/4).
struct slice fraction_value(const struct valuation *v) {
    struct quantity quantity = {0};
    long over = 1, below = is_bound(v, SLOT_fraction) ? slot_number(v, SLOT_fraction) : 0;
    struct slice rest = v->argument, above;
    if (slice_cut(&rest, '/', &above)) slice_number(above, &over), slice_number(rest, &below);
    quantity.value.digits = over;
    if (is_bound(v, SLOT_number)) bound_number(v, &quantity);
    *v->usable = quantity.value.scale == 0 && quantity.value.digits > 0 && quantity.value.digits < below && !quantity.is_vague;
    if (!*v->usable) return SLICE("");
    struct decimal part = divide_wholes(quantity.value.digits, below);
    struct bounds bounds = {part, part, false, is_bound(v, SLOT_most), is_bound(v, SLOT_least)};
    return with_counted(v, print_bounds(v, bounds, 0), COUNTED_ANY);
}

// one in five, two out of three
struct slice ratio_value(const struct valuation *v) {
    struct quantity part, whole;
    *v->usable = false;
    if (!bound_number(v, &part) || !number_in(v, SLOT_lastnumber, &whole) || part.value.scale || whole.value.scale) return SLICE("");
    if (part.is_vague || whole.is_vague || part.is_plural || whole.is_plural || part.has_digits > whole.has_digits) return SLICE("");
    if (is_year(v, SLOT_lastnumber)) return SLICE("");
    if (part.value.digits < 1 || part.value.digits >= whole.value.digits || whole.value.digits > 1000000) return SLICE("");
    *v->usable = true;
    struct decimal ratio = divide_wholes(part.value.digits, whole.value.digits);
    struct bounds bounds = {ratio, ratio, false, is_bound(v, SLOT_most), is_bound(v, SLOT_least)};
    struct slice number = print_bounds(v, bounds, 0);
    return slice_is(v->argument, "alone") ? number : with_counted(v, number, COUNTED_ANY);
}
