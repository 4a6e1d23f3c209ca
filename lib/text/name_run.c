// SPDX-License-Identifier: MIT
#include "text/name_run.h"

// Is the phrase written as the row wants it: with a capital, all in capitals?
static bool is_written(const struct place *place, const struct name_row *row, size_t at, size_t count) {
    const struct sight *sights = place->sights + at;
    if (row->own) {
        for (size_t i = 0; i < count; i++)
            if (has_capital(&sights[i])) return true;
        return count > 1 || place->tokens[at].form.length > 3;
    }
    if (row->letters == LETTERS_CAPITALS) return sights->shape >= SHAPE_CAPITALS && !(sights->loud && is_marked(sights, WORD_common));
    bool doubtful = count == 1 && sights->opens && is_marked(sights, WORD_common) && row->kind != NER_NORP && row->kind != NER_LOC;
    if (row->letters == LETTERS_FIRST) return has_capital(sights) && !doubtful;
    for (size_t i = 0; i < count; i++)
        if (has_capital(&sights[i])) return true;
    return false;
}

// The first row of a phrase on one list that fits the way it is written and the day.
static bool fitting_row(const struct place *place, const struct gazetteer_slot *slot, enum name_list list, size_t at, size_t count,
                        uint32_t *found) {
    const struct names *names = place->search->names;
    struct slice day = place->search->document->published;
    bool any = false;
    for (uint32_t n = slot->first_row; n; n = names->gazetteer.rows[n].next) {
        const struct gazetteer_row *row = &names->gazetteer.rows[n];
        if (row->list != list) continue;
        if (list != LIST_NAMES) return *found = row->row, true;
        const struct name_row *name = &names->rows[row->row];
        if (!is_written(place, name, at, count)) continue;
        if (row_holds(name, day)) return *found = row->row, true;
        if (!name->own && !any) *found = row->row, any = true; // a name stays one when the office has ended
    }
    return any;
}

// The longest phrase of each list that begins here.
void find_matches(const struct place *place, size_t at, struct match matches[3]) {
    const struct sight *sight = &place->sights[at];
    memset(matches, 0, 3 * sizeof *matches);
    const struct gazetteer_slot *slot = sight->slot;
    uint64_t hash = sight->hash;
    for (size_t i = at; slot; ) {
        for (int list = 0; slot->first_row && list < 3; list++) {
            uint32_t row;
            if (fitting_row(place, slot, (enum name_list)list, at, i + 1 - at, &row)) matches[list] = (struct match){i + 1 - at, row};
        }
        if (!(slot->marks & GAZETTEER_BEGINS) || ++i == place->end || place->tokens[i].ner != NER_NONE) return;
        hash = go_on_search(hash, &place->tokens[i], place->tokens[i].start > place->tokens[i - 1].end);
        slot = find_hash(&place->search->names->gazetteer, hash);
    }
}

bool is_form(const struct place *place, size_t at, const char *form) {
    return at < place->end && slice_is(place->tokens[at].form, form);
}

bool is_free(const struct place *place, size_t at) { return at < place->end && place->tokens[at].ner == NER_NONE; }

bool is_capital(const struct place *place, size_t at) {
    if (!is_free(place, at) || !has_capital(&place->sights[at])) return false;
    const struct sight *sight = &place->sights[at];
    bool calendar = is_marked(sight, WORD_calendar), function = is_marked(sight, WORD_function) && !is_marked(sight, WORD_given);
    if (!calendar && !function) return true;
    if (word_of(place->search, sight->hash)->person) return true;
    if (calendar && at > place->first && sight->shape == SHAPE_CAPITALISED && !sight->loud && has_capital(sight - 1) &&
        place->tokens[at - 1].ner == NER_NONE && !is_marked(sight - 1, WORD_common) && !is_marked(sight - 1, WORD_calendar))
        return true; // "Dong Jun", where no date was found
    return !calendar && !sight->opens && !sight->loud && sight->shape != SHAPE_CAPITALISED;
}

static bool is_joined(const struct place *place, size_t at) {
    return at > place->first && at + 1 < place->end && place->tokens[at - 1].end == place->tokens[at].start &&
           place->tokens[at].end == place->tokens[at + 1].start;
}

// One step on in a run of capitalised words: over particles ("van der"), a hyphen inside a word, an ampersand. 0: the run ends.
size_t step_of_run(const struct place *place, size_t at) {
    if (is_capital(place, at)) return 1;
    if (is_form(place, at, "-") && is_joined(place, at) && is_free(place, at + 1) && place->sights[at + 1].shape != SHAPE_OTHER) {
        if (is_capital(place, at + 1)) return 2;
        return is_marked(&place->sights[at + 1], WORD_common) ? 0 : 2; // "Jong-un", not "Lundby-based"
    }
    if (is_form(place, at, "&") && is_capital(place, at + 1)) return 2;
    size_t steps = 0;
    while (steps < MOST_PARTICLES && is_free(place, at + steps) &&
           (is_marked(&place->sights[at + steps], WORD_particle) || (steps && is_form(place, at + steps, "-")))) steps++;
    return steps && is_capital(place, at + steps) ? steps + 1 : 0;
}

static size_t end_of_run(const struct place *place, size_t at) {
    size_t steps, words = 0;
    while (words++ < MOST_WORDS && (steps = step_of_run(place, at))) at += steps;
    return at;
}

// Does something else begin here, so that a person's name cannot go on: a nationality, an office, a name of several words?
bool begins_other(const struct place *place, size_t at) {
    struct match matches[3];
    find_matches(place, at, matches);
    if (matches[LIST_TITLES].count > 1 || matches[LIST_BODIES].count > 1) return true;
    if (matches[LIST_TITLES].count == 1 && place->sights[at].shape == SHAPE_CAPITALISED &&
        place->search->names->titles[matches[LIST_TITLES].row].kind != TITLE_rank && is_marked(&place->sights[at], WORD_common))
        return true;
    if (matches[LIST_NAMES].count == 0) return false;
    const struct name_row *row = &place->search->names->rows[matches[LIST_NAMES].row];
    bool in_person = is_marked(&place->sights[at - 1], WORD_given) || is_marked(&place->sights[at], WORD_given); // "Jack London"
    if (row->kind == NER_LOC && matches[LIST_NAMES].count == 1 && !in_person) return true;
    bool family = row->kind == NER_NORP && matches[LIST_NAMES].count == 1 && is_marked(&place->sights[at - 1], WORD_given) &&
                  !is_capital(place, at + 1) && is_free(place, at + 1) && place->sights[at + 1].shape == SHAPE_OTHER; // "John Irish,"
    return (matches[LIST_NAMES].count > 1 && row->kind != NER_PER) || (row->kind == NER_NORP && !family);
}

bool begins_next_person(const struct sight *sights, size_t first, size_t at, size_t end) {
    if (at < first + 2 || at + 1 >= end) return false;
    for (size_t i = at - 1; i <= at + 1; i++)
        if (sights[i].shape != SHAPE_CAPITALISED || is_marked(&sights[i], WORD_given) != (i == at)) return false;
    return is_marked(&sights[first], WORD_given) && !is_marked(&sights[at - 1], WORD_particle) && !is_marked(&sights[at + 1], WORD_suffix);
}

// How far a person's name goes that begins here: at most five words of the run.
size_t end_of_person(const struct place *place, size_t at) {
    size_t words = 0, steps, first = at;
    while (words < 5 && (steps = step_of_run(place, at)) && (words == 0 || !begins_other(place, at))) {
        if (begins_next_person(place->sights, first, at, place->end)) return at;
        at += steps;
        words++;
    }
    bool suffix = is_form(place, at, ",") && at + 1 < place->end && is_marked(&place->sights[at + 1], WORD_suffix);
    if (suffix && has_capital(&place->sights[at + 1])) at += 2;
    return at;
}

bool is_unknown(const struct place *place, size_t at) {
    const struct sight *sight = &place->sights[at];
    return !sight->slot || (sight->slot->first_row == 0 && !is_marked(sight, WORD_common));
}

// "Lundby Press Secretary", "Department of Trade Spokesperson": a run of capitals ends before an office that somebody holds behind it.
size_t end_before_office(const struct place *place, size_t at, size_t end) {
    struct match matches[3];
    for (size_t i = at + 1; i < end; i++) {
        find_matches(place, i, matches);
        const struct title_row *row = &place->search->names->titles[matches[LIST_TITLES].row];
        size_t after = i + matches[LIST_TITLES].count;
        bool named = after < place->end && is_marked(&place->sights[after], WORD_given) && !is_marked(&place->sights[i], WORD_given);
        bool rank = row->kind == TITLE_rank && matches[LIST_TITLES].count == 1;
        bool office = matches[LIST_TITLES].count && row->kind != TITLE_honorific && (!rank || named);
        if (office && is_capital(place, after - 1) && is_capital(place, after) && !is_marked(&place->sights[after], WORD_organisation_head) &&
            !is_marked(&place->sights[after], WORD_common)) return i;
    }
    return end;
}

// Where an organisation ends that begins here and whose last word is a head of organisations: 0 if there is none.
size_t end_of_organisation(const struct place *place, size_t at) {
    size_t end = end_before_office(place, at, end_of_run(place, at)), found = 0;
    for (size_t i = at + 1; i < end; i++)
        if (is_marked(&place->sights[i], WORD_organisation_head) && has_capital(&place->sights[i])) found = i + 1;
    if (found == 0 && !(is_marked(&place->sights[at], WORD_organisation_start) && end == at + 1)) return 0;
    size_t last = found ? found : end;
    if (is_marked(&place->sights[last - 1], WORD_organisation_start) && (is_form(place, last, "of") || is_form(place, last, "for"))) {
        size_t after = last + 1 + is_form(place, last + 1, "the");
        if (is_capital(place, after)) return end_before_office(place, after, end_of_run(place, after));
    }
    return found;
}
