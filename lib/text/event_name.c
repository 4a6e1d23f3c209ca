// SPDX-License-Identifier: MIT
#include "text/event_name.h"

enum { MOST_OF_EVENT = 9 };

static bool is_year(struct slice form) {
    return form.length == 4 && (form.at[0] == '1' || form.at[0] == '2') && form.at[1] >= '0' && form.at[1] <= '9' && form.at[2] >= '0' && form.at[2] <= '9' &&
           form.at[3] >= '0' && form.at[3] <= '9';
}

static bool may_stand_inside(const struct place *place, size_t at) {
    if (is_form(place, at, "of")) return is_capital(place, at + 1);
    return is_form(place, at, "-") || is_form(place, at, "'s") || is_form(place, at, "\xE2\x80\x99s") || is_form(place, at, "&") || is_form(place, at, "and") ||
           is_marked(&place->sights[at], WORD_particle);
}

// "... election in Lundby", where a list knows the place.
static size_t end_with_place(const struct place *place, size_t end) {
    struct match matches[3];
    if (!is_form(place, end, "in") || !is_capital(place, end + 1)) return end;
    find_matches(place, end + 1, matches);
    bool place_name = matches[LIST_NAMES].count && place->search->names->rows[matches[LIST_NAMES].row].kind == NER_LOC;
    return place_name ? end + 1 + matches[LIST_NAMES].count : end;
}

// "2009 European election", "February 1974 Danish general election": a date that ends in a year, words that say which, one of them
// with a capital, and what it was. "The 2009 election" is none: there the year is a date.
static size_t end_of_dated(const struct place *place) {
    size_t at = place->at, found = 0, capitals = 0;
    while (at < place->end && place->tokens[at].ner == NER_DATE && (at == place->at || !place->tokens[at].ner_begins)) at++;
    if (!is_year(place->tokens[at - 1].form)) return 0;
    for (size_t words = 0; at < place->end && words < MOST_OF_EVENT && is_free(place, at); at++, words++) {
        const struct sight *sight = &place->sights[at];
        bool head = is_marked(sight, WORD_event_head), kind = is_marked(sight, WORD_event_kind);
        if (found && !has_capital(sight) && !head) break;
        if (head) found = at + 1;
        if (head && !kind && !has_capital(sight)) break;
        capitals += !head && has_capital(sight);
        if (!head && !kind && !has_capital(sight) && !may_stand_inside(place, at)) break;
    }
    return found && capitals ? end_with_place(place, found) : 0;
}

// "World War II".
static size_t end_of_number(const struct place *place, size_t end) {
    bool number = end < place->end && place->sights[end].shape >= SHAPE_CAPITALS && is_free(place, end) &&
                  (is_marked(&place->sights[end], WORD_suffix) || is_form(place, end, "I"));
    return end + number;
}

// A run of capitals that ends in what events are called: "Iraq War", "Second Lundby Summit".
static size_t end_of_headed(const struct place *place) {
    size_t at = place->at, found = 0, steps;
    for (size_t words = 0; words < MOST_OF_EVENT && (steps = step_of_run(place, at)); words++) {
        if (at > place->at && is_marked(&place->sights[at], WORD_event_name)) found = at + 1;
        else if (found) return 0; // "Lundby War Museum"
        at += steps;
    }
    return found ? end_of_number(place, found) : 0;
}

// "Operation Northern Light", "Hurricane Olga", "Battle of Lundby".
static size_t end_of_started(const struct place *place) {
    size_t at = place->at + 1, steps;
    bool of = is_form(place, at, "of");
    at += of + (of && is_form(place, at + 1, "the"));
    if (!is_capital(place, at) || (!of && is_marked(&place->sights[at], WORD_organisation_head))) return 0;
    bool common = is_marked(&place->sights[at], WORD_common) && !is_marked(&place->sights[at], WORD_given) && !slice_is(place->tokens[place->at].lower, "operation");
    if (!of && common) return 0; // "Typhoon Belt"
    for (size_t words = 0; words < 4 && (steps = step_of_run(place, at)); words++) at += steps;
    return at;
}

size_t end_of_event(const struct place *place) {
    const struct token *token = &place->tokens[place->at];
    if (token->ner == NER_DATE && token->ner_begins) return end_of_dated(place);
    const struct sight *sight = &place->sights[place->at];
    if (!has_capital(sight) || sight->loud || !is_capital(place, place->at)) return 0;
    return is_marked(sight, WORD_event_start) ? end_of_started(place) : end_of_headed(place);
}
