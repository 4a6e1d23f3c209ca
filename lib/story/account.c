// SPDX-License-Identifier: MIT
#include "story/account.h"

#include "story/code.h"

/* Participants. */

static bool begins_upper(struct slice name) { return name.length && (name.at[0] < 'a' || name.at[0] > 'z'); }

struct slice last_word(struct slice name) {
    for (size_t i = name.length; i-- > 0;)
        if (name.at[i] == ' ') return slice_skip(name, i + 1);
    return name;
}

// A person is who is no country, place or body of the tables and whose name ends in a capitalised word ("Russian counterparts" does not).
static bool is_person_name(const struct actor_tables *tables, struct slice name) {
    return begins_upper(name) && begins_upper(last_word(name)) && !is_name_of_body(tables, name) &&
           find_by_ending(&tables->bodies, name) == NO_ROW;
}

static void read_participants(const struct actor_tables *tables, struct account *account, struct slice names, struct slice codes) {
    struct slice name, code;
    while (slice_cut(&names, ';', &name)) {
        if (!slice_cut(&codes, ';', &code)) code = (struct slice){"", 0};
        if (account->participant_count == MOST_PARTICIPANTS) return;
        struct participant participant = {slice_trim(name), slice_trim(code), code_country(slice_trim(code)), is_person_name(tables, slice_trim(name))};
        account->participants[account->participant_count++] = participant;
        account->person_count += participant.is_person;
    }
}

bool participants_match(const struct participant *a, const struct participant *b) {
    if (a->country.length && b->country.length && !slice_equal(a->country, b->country)) return false;
    if (a->is_person && b->is_person) {
        bool one_word = !memchr(a->name.at, ' ', a->name.length) || !memchr(b->name.at, ' ', b->name.length);
        return slice_equal(a->name, b->name) || (one_word && slice_equal(last_word(a->name), last_word(b->name)));
    }
    return a->country.length && b->country.length && sectors_meet(a->code, b->code);
}

/* Bounds: "in XXXX-05-13; before published; within P7D of 002#3". */

static bool take_word(struct slice *text, const char *word) {
    struct slice prefix = slice_of(word);
    if (!slice_starts(*text, prefix)) return false;
    *text = slice_trim(slice_skip(*text, prefix.length));
    return true;
}

static void add_link(struct account *account, enum link_kind kind, long days, struct slice other) {
    if (slice_is(other, "published")) other = (struct slice){"", 0};
    if (account->link_count < MOST_LINKS) account->links[account->link_count++] = (struct link){kind, days, other};
}

static void add_days(struct account *account, const struct edtf *edtf, enum link_kind kind) {
    struct day_set days, both;
    if (!edtf_days(edtf, &days)) return;
    if (kind == LINK_BEFORE) days = days_between(DAY_OPEN_FIRST, days.last);
    if (kind == LINK_AFTER) days = days_between(days.first, DAY_OPEN_LAST);
    if (intersect_days(&account->days, &days, &both)) account->days = both;
    else account->is_impossible = true;
    account->is_dated = true;
    account->is_soft |= edtf->first.approximate || edtf->last.approximate;
}

// Near another date: a hint, which is let go where it would leave no day.
static void add_nearness(struct account *account, const struct edtf *edtf, long days) {
    struct day_set near, both;
    if (!edtf_days(edtf, &near) || near.first == DAY_OPEN_FIRST || near.last == DAY_OPEN_LAST) return;
    near = days_between(near.first - days, near.last + days);
    if (intersect_days(&account->days, &near, &both)) account->days = both;
}

static bool take_within(struct slice *text, long *days) {
    struct slice rest = *text, number;
    if (!take_word(&rest, "within P")) return false;
    size_t digits = 0;
    while (digits < rest.length && rest.at[digits] >= '0' && rest.at[digits] <= '9') digits++;
    number = slice_first(rest, digits);
    if (!slice_number(number, days) || digits >= rest.length) return false;
    if (rest.at[digits] == 'Y') *days *= 366;
    else if (rest.at[digits] != 'D') return false;
    *text = slice_trim(slice_skip(rest, digits + 1));
    return take_word(text, "of ");
}

static void read_bound(struct account *account, struct slice text) {
    struct edtf edtf;
    long days = 0;
    enum link_kind kind = LINK_WITHIN;
    if (take_word(&text, "in ")) {
        if (parse_edtf(text, &edtf)) add_days(account, &edtf, LINK_WITHIN);
        return;
    }
    if (take_word(&text, "before ")) kind = LINK_BEFORE;
    else if (take_word(&text, "after ")) kind = LINK_AFTER;
    else if (!take_within(&text, &days)) return;
    bool is_date = text.length && ((text.at[0] >= '0' && text.at[0] <= '9') || text.at[0] == 'X') && parse_edtf(text, &edtf) && !memchr(text.at, '#', text.length);
    if (!is_date) add_link(account, kind, days, text);
    else if (kind == LINK_WITHIN) add_nearness(account, &edtf, days);
    else add_days(account, &edtf, kind);
}

static void read_ordinal(struct account *account, struct slice ordinal) {
    struct slice number;
    long value;
    if (!slice_cut(&ordinal, ' ', &number) || !slice_number(number, &value)) return;
    account->ordinal = (int)value;
    account->ordinal_of = ordinal;
    struct edtf edtf;
    struct slice since = ordinal;
    if (ordinal.at && take_word(&since, "since ") && parse_edtf(since, &edtf) && edtf.first.year > 0) add_days(account, &edtf, LINK_AFTER);
}

// A frame of CONSULT that leaves the mode empty is a meeting face to face; one that is open to a call says "phone?".
static bool meets_in_person(const struct phrase_table *frames, const struct slice *field) {
    if (!slice_is(field[EVENT_event], "CONSULT") || !slice_starts(field[EVENT_rule], SLICE("frames/"))) return false;
    uint32_t row = find_phrase(frames, slice_skip(field[EVENT_rule], 7));
    return row != NO_ROW && !slice_starts(actor_cell(frames, row, "mode"), SLICE("phone")) && !slice_is(field[EVENT_mode], "phone");
}

void read_account(const struct actor_tables *tables, const struct phrase_table *frames, struct account *account) {
    const struct slice *field = account->event.field;
    account->days = every_day();
    account->is_statement = slice_is(field[EVENT_event], "SAY");
    account->is_published = slice_is(field[EVENT_event], "PUBLISHED");
    account->is_in_person = meets_in_person(frames, field);
    read_participants(tables, account, field[EVENT_actor], field[EVENT_actor_code]);
    account->actor_count = account->participant_count;
    read_participants(tables, account, field[EVENT_recipient], field[EVENT_recipient_code]);
    struct slice bounds = field[EVENT_time_bound], bound;
    while (slice_cut(&bounds, ';', &bound)) read_bound(account, slice_trim(bound));
    read_ordinal(account, field[EVENT_ordinal]);
}
