// SPDX-License-Identifier: MIT
#include "story/claim.h"

#include "story/code.h"
#include "story/name_list.h"

#define NAME_ROW(name) SLICE_INIT(#name),
static const struct slice standing_names[] = {STANDINGS(NAME_ROW)};
#undef NAME_ROW

struct slice standing_name(enum standing standing) { return standing_names[standing]; }

/* Statements. */

static bool content_holds(const struct account *statement, const struct account *event) {
    struct slice spans = statement->event.field[EVENT_content_span], span, first;
    long start, end, at;
    if (!slice_number(event->event.field[EVENT_char_start], &at)) return false;
    while (slice_cut(&spans, ';', &span))
        if (slice_cut(&span, '-', &first) && slice_number(first, &start) && slice_number(span, &end) && at >= start && at < end) return true;
    return false;
}

static bool speaks_for_participant(const struct account *statement, const struct account *event) {
    struct slice country = code_country(statement->event.field[EVENT_said_by_code]);
    for (int p = 0; p < event->participant_count; p++)
        if (country.length ? slice_equal(country, event->participants[p].country)
                           : slice_equal(statement->event.field[EVENT_said_by], event->participants[p].name))
            return true;
    return false;
}

enum { NEARBY = 8 }; // rows of the document

static size_t story_of_statement(const struct merged *merged, size_t i) {
    const struct account *statement = &merged->accounts[i];
    size_t nearest = NO_ACCOUNT;
    for (size_t step = 1; step <= 2 * NEARBY; step++) { // before first: i - 1, i + 1, i - 2 ...
        size_t away = (step + 1) / 2, other = step % 2 ? i - away : i + away;
        if ((step % 2 && away > i) || other >= merged->account_count || merged->accounts[other].document != statement->document) continue;
        size_t telling = merged->tellings->telling_of[other];
        if (telling == NO_ACCOUNT) continue;
        if (content_holds(statement, &merged->accounts[other])) return merged->tellings->list.at[telling].story;
        if (nearest == NO_ACCOUNT && speaks_for_participant(statement, &merged->accounts[other])) nearest = merged->tellings->list.at[telling].story;
    }
    return nearest;
}

void place_statements(struct arena *keep, struct merged *merged) {
    size_t stories = merged->stories->list.count;
    merged->about = TAKE(keep, size_t, merged->account_count + 1);
    merged->next_about = TAKE(keep, size_t, merged->account_count + 1);
    merged->first_about = TAKE(keep, size_t, stories + 1);
    for (size_t s = 0; s < stories; s++) merged->first_about[s] = NO_ACCOUNT;
    for (size_t i = merged->account_count; i-- > 0;) { // from the end, so that the lists are in order
        size_t story = merged->accounts[i].is_statement ? story_of_statement(merged, i) : NO_ACCOUNT;
        merged->about[i] = story;
        if (story == NO_ACCOUNT) continue;
        merged->next_about[i] = merged->first_about[story];
        merged->first_about[story] = i;
    }
}

/* Claims. */

struct holding {             // one account holds a claim
    size_t account, next;    // the next of the same claim, or NO_ACCOUNT
    struct slice span;
};

enum { DOC_IDS, SOURCES, SPEAKERS, PLACES, LISTS };

struct claimant {
    struct arena *keep;
    const struct merged *merged;
    struct claims *claims;
    size_t from;             // where this story's claims begin
    const struct story *story;
    struct interner values;  // field and value; numbers of claims of this or of an earlier story
    LIST(size_t) claim_of;   // [values]
    LIST(struct holding) holdings; // of this story
    struct interner lists[LISTS];  // of the claim in hand
    struct arena scratch;
};

// The claim of this story with that field and value; a new one where there is none yet.
static struct claim *take_claim(struct claimant *claimant, const char *field, struct slice value, const struct account *account) {
    arena_reset(&claimant->scratch);
    uint32_t number = intern(&claimant->values, arena_join(&claimant->scratch, slice_of(field), "\t", value));
    if (number == claimant->claim_of.count) *list_push(&claimant->claim_of) = NO_ACCOUNT;
    size_t *place = &claimant->claim_of.at[number];
    if (*place != NO_ACCOUNT && *place >= claimant->from) return &claimant->claims->list.at[*place];
    *place = claimant->claims->list.count;
    struct claim *claim = list_push(&claimant->claims->list);
    *claim = (struct claim){.field = field, .value = value, .document = account->document, .days = account->days,
                            .is_impossible = account->is_impossible, .first_holding = NO_ACCOUNT};
    return claim;
}

static void add_claim(struct claimant *claimant, const char *field, struct slice value, const struct account *account, struct slice span) {
    if (value.length == 0) return;
    struct claim *claim = take_claim(claimant, field, value, account);
    size_t number = claimant->holdings.count;
    *list_push(&claimant->holdings) = (struct holding){(size_t)(account - claimant->merged->accounts), NO_ACCOUNT, span};
    if (claim->first_holding == NO_ACCOUNT) claim->first_holding = number;
    else claimant->holdings.at[claim->last_holding].next = number;
    claim->last_holding = number;
}

// The participant's name as the whole story has it.
static struct slice name_in_story(const struct story *story, const struct participant *participant) {
    for (int i = 0; i < story->whole.participant_count; i++)
        if (participants_match(&story->whole.participants[i], participant)) return story->whole.participants[i].name;
    return participant->name;
}

static const char *const claimed_fields[] = {"event_date", "actor", "initiator", "mode", "place", "status", "ordinal", "statement"};
enum { CLAIM_DATE, CLAIM_ACTOR, CLAIM_INITIATOR, CLAIM_MODE, CLAIM_PLACE, CLAIM_STATUS, CLAIM_ORDINAL, CLAIM_STATEMENT, CLAIMED_FIELDS };

// A name without a span of its own stands where the event does.
static void claim_actors(struct claimant *claimant, const struct account *account, struct slice where) {
    struct slice spans = account->event.field[EVENT_actor_span], span;
    for (int p = 0; p < account->actor_count; p++) {
        if (!slice_cut(&spans, ';', &span)) span = where;
        add_claim(claimant, claimed_fields[CLAIM_ACTOR], name_in_story(claimant->story, &account->participants[p]), account, span);
    }
}

static void claim_field(struct claimant *claimant, const struct account *account, int field) {
    static const enum event_field sources[] = {EVENT_event_date, EVENT_actor, EVENT_initiator, EVENT_mode, EVENT_place, EVENT_status, EVENT_ordinal};
    const struct slice *cells = account->event.field;
    struct slice span = arena_print(claimant->keep, "%.*s-%.*s", SHOW(cells[EVENT_char_start]), SHOW(cells[EVENT_char_end]));
    bool slip = field == CLAIM_DATE && account->is_impossible; // its words show it, the date alone does not
    if (field == CLAIM_ACTOR) claim_actors(claimant, account, span);
    else if (slip) add_claim(claimant, claimed_fields[field], cells[EVENT_time_text], account, span);
    else add_claim(claimant, claimed_fields[field], cells[sources[field]], account, span);
}

static void claim_statements(struct claimant *claimant, size_t story) {
    for (size_t i = claimant->merged->first_about[story]; i != NO_ACCOUNT; i = claimant->merged->next_about[i]) {
        const struct account *account = &claimant->merged->accounts[i];
        add_claim(claimant, claimed_fields[CLAIM_STATEMENT], account->event.field[EVENT_content], account, account->event.field[EVENT_content_span]);
    }
}

/* Who holds a claim, and where: the lists of its cells. */

static void list_holders(struct claimant *claimant, struct claim *claim) {
    struct interner *lists = claimant->lists;
    for (size_t h = claim->first_holding; h != NO_ACCOUNT; h = claimant->holdings.at[h].next) {
        const struct holding *holding = &claimant->holdings.at[h];
        const struct account *account = &claimant->merged->accounts[holding->account];
        const struct article *article = &claimant->merged->articles[account->document];
        arena_reset(&claimant->scratch);
        add_name(&lists[DOC_IDS], article->id);
        add_name(&lists[SOURCES], article->source.length ? article->source : article->id); // a document without a source stands for itself
        add_name(&lists[SPEAKERS], account->event.field[EVENT_said_by]);
        add_name(&lists[PLACES], arena_print(&claimant->scratch, "%.*s:%.*s", SHOW(article->id), SHOW(holding->span)));
    }
    claim->source_count = (int)lists[SOURCES].count;
    claim->doc_ids = take_names(claimant->keep, &lists[DOC_IDS]);
    claim->sources = take_names(claimant->keep, &lists[SOURCES]);
    claim->said_by = take_names(claimant->keep, &lists[SPEAKERS]);
    claim->evidence = take_names(claimant->keep, &lists[PLACES]);
}

/* Standing. */

static bool dates_clash(const struct claim *a, const struct claim *b) {
    struct day_set both;
    return !intersect_days(&a->days, &b->days, &both);
}

static bool values_clash(const struct claim *a, const struct claim *b) {
    struct slice number, other, rest = a->value, other_rest = b->value;
    if (strcmp(a->field, "event_date") == 0) return dates_clash(a, b);
    if (strcmp(a->field, "ordinal") != 0 || !slice_cut(&rest, ' ', &number) || !slice_cut(&other_rest, ' ', &other)) return false;
    return !slice_equal(number, other) && slice_equal(rest, other_rest);
}

// A date that the story cannot have been on, from a document that also says when it was: a slip, and nobody's word against another's.
static bool is_slip(const struct claimant *claimant, const struct claim *claim) {
    struct day_set both;
    const struct slice document = claimant->merged->articles[claim->document].id;
    if (claim->is_impossible) return true;
    if (intersect_days(&claim->days, &claimant->story->whole.days, &both)) return false;
    for (size_t i = claimant->from; i < claimant->claims->list.count; i++) {
        const struct claim *other = &claimant->claims->list.at[i];
        if (other != claim && other->field == claim->field && list_has(other->doc_ids, document) &&
            intersect_days(&other->days, &claimant->story->whole.days, &both)) return true;
    }
    return false;
}

static void judge(struct claimant *claimant, struct claim *claim) {
    bool is_date = strcmp(claim->field, claimed_fields[CLAIM_DATE]) == 0, clash = false;
    int sources = claim->source_count;
    bool can_clash = is_date || strcmp(claim->field, claimed_fields[CLAIM_ORDINAL]) == 0;
    if (claim->standing == STANDING_impossible) return;
    for (size_t i = claimant->from; can_clash && i < claimant->claims->list.count; i++) {
        const struct claim *other = &claimant->claims->list.at[i];
        if (other == claim || other->field != claim->field || other->standing == STANDING_impossible) continue;
        bool against = values_clash(claim, other);
        clash |= against;
        if (is_date && !against && !list_has(claim->sources, other->sources)) sources += other->source_count;
    }
    claim->standing = clash ? STANDING_disputed : sources > 1 ? STANDING_agreed : STANDING_single;
}

static void make_claims_of(struct claimant *claimant, size_t story) {
    const struct merged *merged = claimant->merged;
    struct claims *claims = claimant->claims;
    claimant->from = claims->list.count;
    claimant->story = &merged->stories->list.at[story];
    claimant->holdings.count = 0;
    for (int field = 0; field < CLAIM_STATEMENT; field++)
        for (size_t t = claimant->story->first_telling; t != NO_ACCOUNT; t = merged->stories->next_telling[t])
            for (size_t i = merged->tellings->list.at[t].first; i != NO_ACCOUNT; i = merged->tellings->next_account[i])
                claim_field(claimant, &merged->accounts[i], field);
    claim_statements(claimant, story);
    for (size_t i = claimant->from; i < claims->list.count; i++) list_holders(claimant, &claims->list.at[i]);
    for (size_t i = claimant->from; i < claims->list.count; i++)
        if (claims->list.at[i].field == claimed_fields[CLAIM_DATE] && is_slip(claimant, &claims->list.at[i])) claims->list.at[i].standing = STANDING_impossible;
    for (size_t i = claimant->from; i < claims->list.count; i++) judge(claimant, &claims->list.at[i]);
}

size_t *make_claims(struct arena *keep, const struct merged *merged, struct claims *claims) {
    struct claimant claimant = {.keep = keep, .merged = merged, .claims = claims};
    size_t count = merged->stories->list.count, *from = TAKE(keep, size_t, count + 1);
    for (size_t s = 0; s < count; s++) {
        from[s] = claims->list.count;
        make_claims_of(&claimant, s);
    }
    from[count] = claims->list.count;
    interner_free(&claimant.values);
    for (int l = 0; l < LISTS; l++) interner_free(&claimant.lists[l]);
    list_free(&claimant.claim_of);
    list_free(&claimant.holdings);
    arena_free(&claimant.scratch);
    return from;
}

size_t count_conflicts(const struct claims *claims, size_t from) {
    size_t count = 0;
    for (size_t i = from; i < claims->list.count; i++) count += claims->list.at[i].standing >= STANDING_disputed;
    return count;
}
