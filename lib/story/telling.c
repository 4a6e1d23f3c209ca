// SPDX-License-Identifier: MIT
#include "story/telling.h"

#include "story/code.h"

enum standing_of_event standing_of_status(struct slice status) {
    if (slice_is(status, "negated")) return EVENT_NEGATED;
    if (slice_is(status, "possible")) return EVENT_POSSIBLE;
    if (slice_is(status, "planned")) return EVENT_PLANNED;
    return slice_is(status, "historical") ? EVENT_HISTORICAL : EVENT_ACTUAL;
}

bool modes_meet(struct slice a, bool a_in_person, struct slice b, bool b_in_person) {
    struct slice mode;
    if ((a_in_person && slice_is(b, "phone")) || (b_in_person && slice_is(a, "phone"))) return false;
    if (a.length == 0 || b.length == 0) return true;
    while (slice_cut(&a, ';', &mode))
        for (struct slice rest = b, other; slice_cut(&rest, ';', &other);)
            if (slice_equal(mode, other)) return true;
    return false;
}

static bool has_match(const struct participant *participant, const struct participant *others, int count, bool *person) {
    for (int i = 0; i < count; i++) {
        if (!participants_match(participant, &others[i])) continue;
        *person = participant->is_person && others[i].is_person;
        return true;
    }
    return false;
}

int matching_participants(const struct participant *a, int a_count, const struct participant *b, int b_count, int *persons) {
    int matches = 0;
    bool person = false;
    *persons = 0;
    if (a_count > b_count) return matching_participants(b, b_count, a, a_count, persons);
    for (int i = 0; i < a_count; i++) {
        if (!has_match(&a[i], b, b_count, &person)) return -1;
        matches++;
        *persons += person;
    }
    return matches;
}

// Puts a person in the place of who stands for the same country; true if there was one.
static bool replace_stand_in(struct telling *telling, const struct participant *person) {
    for (int i = 0; i < telling->participant_count; i++) {
        struct participant *there = &telling->participants[i];
        if (!participants_match(there, person)) continue;
        bool better = person->is_person && (!there->is_person || person->name.length > there->name.length);
        if (better || (there->code.length < person->code.length && there->is_person == person->is_person)) {
            struct slice code = there->code.length > person->code.length && there->is_person ? there->code : person->code;
            telling->person_count += person->is_person && !there->is_person;
            *there = *person;
            there->code = code;
            there->country = code_country(code);
        }
        return true;
    }
    return false;
}

void add_participants(struct telling *telling, const struct participant *participants, int count, int actor_count) {
    for (int i = 0; i < count; i++) {
        if (replace_stand_in(telling, &participants[i]) || telling->participant_count == MOST_PARTICIPANTS) continue;
        bool is_actor = i < actor_count;
        int at = is_actor ? telling->actor_count : telling->participant_count;
        memmove(telling->participants + at + 1, telling->participants + at, (size_t)(telling->participant_count - at) * sizeof *participants);
        telling->participants[at] = participants[i];
        telling->participant_count++;
        telling->actor_count += is_actor;
        telling->person_count += participants[i].is_person;
    }
}

static bool is_linked(const struct tellings *tellings, const struct account *accounts, const struct telling *telling, const struct account *account) {
    for (size_t i = telling->first; i != NO_ACCOUNT; i = tellings->next_account[i]) {
        for (int l = 0; l < account->link_count; l++)
            if (account->links[l].other.length && slice_equal(account->links[l].other, accounts[i].event.field[EVENT_event_id])) return true;
        for (int l = 0; l < accounts[i].link_count; l++)
            if (accounts[i].links[l].other.length && slice_equal(accounts[i].links[l].other, account->event.field[EVENT_event_id])) return true;
    }
    return false;
}

// How well an account goes with a telling of the same document: -1 not at all, else the persons they share.
static int fit(const struct tellings *tellings, const struct account *accounts, const struct telling *telling, const struct account *account) {
    const struct slice *field = account->event.field;
    struct day_set both;
    int persons;
    enum standing_of_event standing = standing_of_status(field[EVENT_status]);
    // the plan that came true: a call planned and held by the same, in one document
    bool came_true = standing == EVENT_PLANNED && telling->standing == EVENT_ACTUAL && telling->mode.length && slice_equal(telling->mode, field[EVENT_mode]) &&
                     !account->is_dated;
    if (telling->document != account->document || !slice_equal(telling->event, field[EVENT_event]) ||
        (telling->standing != standing && !came_true) || !modes_meet(telling->mode, telling->is_in_person, field[EVENT_mode], account->is_in_person))
        return -1;
    int matches = matching_participants(telling->participants, telling->participant_count, account->participants, account->participant_count, &persons);
    if (matches < 1 || (account->is_dated && telling->is_dated && !intersect_days(&telling->days, &account->days, &both))) return -1;
    if (account->ordinal && telling->ordinal && account->ordinal != telling->ordinal && slice_equal(account->ordinal_of, telling->ordinal_of)) return -1;
    return is_linked(tellings, accounts, telling, account) ? -1 : persons * 2 + matches;
}

static void join(struct tellings *tellings, size_t number, const struct account *account, size_t index) {
    struct telling *telling = &tellings->list.at[number];
    struct day_set both;
    bool names_more = account->person_count >= telling->person_count; // who names fewer dates less surely: it stays a claim
    add_participants(telling, account->participants, account->participant_count, account->actor_count);
    if (!telling->mode.length) telling->mode = account->event.field[EVENT_mode];
    telling->is_in_person |= account->is_in_person;
    if (account->is_dated && !account->is_soft && names_more && !telling->is_dated) telling->days = account->days, telling->is_dated = true;
    else if (account->is_dated && !account->is_soft && names_more && intersect_days(&telling->days, &account->days, &both)) telling->days = both, telling->is_dated = true;
    if (!telling->ordinal) telling->ordinal = account->ordinal, telling->ordinal_of = account->ordinal_of;
    tellings->next_account[telling->last] = index;
    telling->last = index;
    tellings->telling_of[index] = number;
}

static void begin(struct tellings *tellings, const struct account *account, size_t index) {
    struct telling telling = {.document = account->document, .first = index, .last = index, .event = account->event.field[EVENT_event],
                              .mode = account->event.field[EVENT_mode], .is_in_person = account->is_in_person, .standing = standing_of_status(account->event.field[EVENT_status]),
                              .days = account->is_soft ? every_day() : account->days, .is_dated = account->is_dated && !account->is_soft,
                              .ordinal = account->ordinal, .ordinal_of = account->ordinal_of};
    add_participants(&telling, account->participants, account->participant_count, account->actor_count);
    tellings->telling_of[index] = tellings->list.count;
    *list_push(&tellings->list) = telling;
}

static size_t distance(size_t a, size_t b) { return a > b ? a - b : b - a; }

// The telling that fits best; of equals the one that began nearest in the text.
static void place_account(const struct account *accounts, struct tellings *tellings, size_t index, size_t from) {
    int best = -1;
    size_t chosen = 0;
    for (size_t t = from; t < tellings->list.count; t++) {
        const struct telling *telling = &tellings->list.at[t];
        int fits = fit(tellings, accounts, telling, &accounts[index]);
        bool nearer = fits == best && fits >= 0 && distance(telling->first, index) < distance(tellings->list.at[chosen].first, index);
        if (fits > best || nearer) best = fits, chosen = t;
    }
    if (best < 0) begin(tellings, &accounts[index], index);
    else join(tellings, chosen, &accounts[index], index);
}

void make_tellings(struct arena *keep, const struct account *accounts, size_t count, struct tellings *tellings) {
    tellings->next_account = TAKE(keep, size_t, count + 1);
    tellings->telling_of = TAKE(keep, size_t, count + 1);
    for (size_t i = 0; i < count; i++) tellings->next_account[i] = tellings->telling_of[i] = NO_ACCOUNT;
    for (size_t first = 0, end; first < count; first = end) {
        size_t from = tellings->list.count;
        for (end = first; end < count && accounts[end].document == accounts[first].document;) end++;
        for (int named = 1; named >= 0; named--) // those with two persons first, then the others, both in text order
            for (size_t i = first; i < end; i++)
                if (!accounts[i].is_statement && !accounts[i].is_published && (accounts[i].person_count > 1) == named)
                    place_account(accounts, tellings, i, from);
    }
}

void free_tellings(struct tellings *tellings) { list_free(&tellings->list); }
