// SPDX-License-Identifier: MIT
#include "story/cluster.h"

#include <stdlib.h>

#include "base/intern.h"
#include "story/bound.h"
#include "story/code.h"

struct edge {                     // one telling is before another
    size_t partner, next;
    bool is_earlier;
};

struct merge {
    const struct account *accounts;
    struct tellings *tellings;
    struct article *articles;
    size_t account_count, article_count;
    struct interner events;       // event_id -> number
    size_t *account_of_event;     // [events]
    LIST(struct edge) edges;
    size_t *first_edge;           // [tellings]
    struct arena *keep;
};

static struct telling *telling_at(const struct merge *merge, size_t t) { return &merge->tellings->list.at[t]; }

/* Links between accounts, by event_id. */

static void number_events(struct merge *merge) {
    merge->account_of_event = TAKE(merge->keep, size_t, merge->account_count + 1);
    for (size_t i = 0; i < merge->account_count; i++) {
        uint32_t number = intern(&merge->events, merge->accounts[i].event.field[EVENT_event_id]);
        merge->account_of_event[number] = i;
    }
}

static size_t linked_telling(const struct merge *merge, struct slice event_id) {
    uint32_t number = intern_find(&merge->events, event_id);
    return number == NOT_INTERNED ? NO_ACCOUNT : merge->tellings->telling_of[merge->account_of_event[number]];
}

static void add_edge(struct merge *merge, size_t telling, size_t partner, bool is_earlier) {
    *list_push(&merge->edges) = (struct edge){partner, merge->first_edge[telling], is_earlier};
    merge->first_edge[telling] = merge->edges.count - 1;
}

static void collect_edges(struct merge *merge) {
    merge->first_edge = TAKE(merge->keep, size_t, merge->tellings->list.count + 1);
    for (size_t t = 0; t < merge->tellings->list.count; t++) merge->first_edge[t] = NO_ACCOUNT;
    for (size_t i = 0; i < merge->account_count; i++)
        for (int l = 0; l < merge->accounts[i].link_count; l++) {
            const struct link *link = &merge->accounts[i].links[l];
            size_t own = merge->tellings->telling_of[i], other = link->other.length ? linked_telling(merge, link->other) : NO_ACCOUNT;
            if (own == NO_ACCOUNT || other == NO_ACCOUNT || link->kind == LINK_WITHIN) continue;
            add_edge(merge, own, other, link->kind == LINK_BEFORE);
            add_edge(merge, other, own, link->kind == LINK_AFTER);
        }
}

/* Bounds between variables: those of `variable_of` (stories or tellings) first, then the articles. */

struct bounds {
    LIST(struct bound_between) list;
};

static void add_bound(struct bounds *bounds, size_t earlier, size_t later, long days, bool ordered, bool is_soft) {
    if (earlier != later) *list_push(&bounds->list) = (struct bound_between){earlier, later, days, ordered, is_soft};
}

static void add_link(const struct merge *merge, struct bounds *bounds, size_t own, size_t articles_from, const struct account *account,
                     const struct link *link, const size_t *variable_of) {
    size_t other = articles_from + account->document;
    if (link->other.length) {
        size_t telling = linked_telling(merge, link->other);
        if (telling == NO_ACCOUNT) return;
        other = variable_of[telling];
    }
    if (link->kind == LINK_BEFORE) add_bound(bounds, own, other, -1, true, false);
    else if (link->kind == LINK_AFTER) add_bound(bounds, other, own, -1, true, false);
    else add_bound(bounds, own, other, link->days, false, true);
}

// The same words without a year mean the same day throughout a document ("October 21" ... "later on October 21").
static void add_same_words(const struct merge *merge, struct bounds *bounds, const size_t *variable_of, size_t i) {
    enum { FARTHEST = 64 };
    struct slice date = merge->accounts[i].event.field[EVENT_event_date];
    if (!slice_starts(date, SLICE("XXXX-")) || slice_starts(date, SLICE("XXXX-W"))) return;
    for (size_t j = i; j-- > 0 && i - j < FARTHEST && merge->accounts[j].document == merge->accounts[i].document;) {
        size_t other = merge->tellings->telling_of[j];
        if (other == NO_ACCOUNT || !slice_equal(merge->accounts[j].event.field[EVENT_event_date], date)) continue;
        add_bound(bounds, variable_of[other], variable_of[merge->tellings->telling_of[i]], 0, false, true);
        return;
    }
}

static void collect_bounds(const struct merge *merge, struct bounds *bounds, const size_t *variable_of, size_t articles_from) {
    for (size_t i = 0; i < merge->account_count; i++) {
        size_t telling = merge->tellings->telling_of[i];
        if (telling == NO_ACCOUNT || telling_at(merge, telling)->standing == EVENT_NEGATED) continue;
        const struct account *account = &merge->accounts[i];
        for (int l = 0; l < account->link_count; l++)
            add_link(merge, bounds, variable_of[telling], articles_from, account, &account->links[l], variable_of);
        add_same_words(merge, bounds, variable_of, i);
        if (telling_at(merge, telling)->standing >= EVENT_HISTORICAL) // what was told as past was before the article
            add_bound(bounds, variable_of[telling], articles_from + account->document, -1, true, false);
    }
}

enum { ROUNDS = 12 };

static void solve(const struct merge *merge, struct day_set *days, const size_t *variable_of, size_t count) {
    struct bounds bounds = {0};
    collect_bounds(merge, &bounds, variable_of, count);
    for (size_t a = 0; a < merge->article_count; a++) days[count + a] = merge->articles[a].days;
    solve_bounds(days, bounds.list.at, bounds.list.count, ROUNDS);
    for (size_t a = 0; a < merge->article_count; a++) merge->articles[a].days = days[count + a];
    list_free(&bounds.list);
}

// Each telling by itself: a weekday becomes a day where the article's date is known.
static void solve_tellings(const struct merge *merge) {
    size_t count = merge->tellings->list.count;
    struct day_set *days = TAKE(merge->keep, struct day_set, count + merge->article_count + 1);
    size_t *variable_of = TAKE(merge->keep, size_t, count + 1);
    for (size_t t = 0; t < count; t++) days[t] = telling_at(merge, t)->days, variable_of[t] = t;
    solve(merge, days, variable_of, count);
    for (size_t t = 0; t < count; t++) telling_at(merge, t)->days = days[t];
}

/* Pairs. */

static bool stands_alone(enum standing_of_event standing) { return standing == EVENT_NEGATED || standing == EVENT_POSSIBLE; }

static bool is_near(const struct day_set *a, const struct day_set *b, long days) {
    if (a->first == DAY_OPEN_FIRST || b->first == DAY_OPEN_FIRST || a->last == DAY_OPEN_LAST || b->last == DAY_OPEN_LAST) return false;
    return a->last - b->first <= days && b->last - a->first <= days;
}

static bool count_alike(const struct telling *a, const struct telling *b) {
    return a->ordinal && a->ordinal == b->ordinal && slice_equal(a->ordinal_of, b->ordinal_of);
}

// "The first since the war began" of the same persons is one event, and of two dates that are near one is wrong.
static bool is_dispute(const struct telling *a, const struct telling *b) {
    int persons;
    matching_participants(a->participants, a->participant_count, b->participants, b->participant_count, &persons);
    return persons > 1 && a->ordinal_of.length && count_alike(a, b);
}

enum odds { TOGETHER, DAYS_APART, AT_ODDS };

static enum odds odds_between(const struct telling *a, const struct telling *b) {
    enum { NEAR = 7 };
    struct day_set both;
    int persons;
    // a plan is the event itself only where both say when
    bool planned = (a->standing == EVENT_PLANNED) != (b->standing == EVENT_PLANNED) && !(a->is_dated && b->is_dated);
    if (a->document == b->document || !slice_equal(a->event, b->event) || !modes_meet(a->mode, a->is_in_person, b->mode, b->is_in_person) ||
        stands_alone(a->standing) || stands_alone(b->standing) || planned)
        return AT_ODDS;
    if (a->ordinal && b->ordinal && a->ordinal != b->ordinal && slice_equal(a->ordinal_of, b->ordinal_of)) return AT_ODDS;
    bool apart = !intersect_days(&a->days, &b->days, &both);
    if (apart && !is_near(&a->days, &b->days, NEAR)) return AT_ODDS;
    if (matching_participants(a->participants, a->participant_count, b->participants, b->participant_count, &persons) < 1) return AT_ODDS;
    return apart ? DAYS_APART : TOGETHER;
}

static bool are_at_odds(const struct telling *a, const struct telling *b) {
    enum odds odds = odds_between(a, b);
    return odds == AT_ODDS || (odds == DAYS_APART && !is_dispute(a, b));
}

// Both documents put the event before (or after) one that is told of the same participants: edges of the same direction meet.
static bool support_each_other(const struct merge *merge, size_t a, size_t b) {
    for (size_t i = merge->first_edge[a]; i != NO_ACCOUNT; i = merge->edges.at[i].next)
        for (size_t j = merge->first_edge[b]; j != NO_ACCOUNT; j = merge->edges.at[j].next) {
            const struct edge *one = &merge->edges.at[i], *other = &merge->edges.at[j];
            if (one->is_earlier == other->is_earlier && !are_at_odds(telling_at(merge, one->partner), telling_at(merge, other->partner))) return true;
        }
    return false;
}

static int agreed_time(const struct telling *a, const struct telling *b) {
    struct day_set both;
    if (!intersect_days(&a->days, &b->days, &both)) return 0;
    if (is_single_day(&a->days) && is_single_day(&b->days)) return 4;
    if (a->is_dated && b->is_dated) return 2;
    return is_near(&a->days, &b->days, 10) ? 1 : 0;
}

// What speaks for it that both are one event; 0: nothing but the participants.
static int evidence(const struct merge *merge, size_t a, size_t b) {
    const struct telling *one = telling_at(merge, a), *other = telling_at(merge, b);
    int score = agreed_time(one, other);
    if (count_alike(one, other)) score += 3;
    if (support_each_other(merge, a, b)) score += 3;
    return score;
}

struct pair {
    size_t a, b;
    int score;
};

static int compare_pairs(const void *left, const void *right) {
    const struct pair *a = left, *b = right;
    if (a->score != b->score) return b->score - a->score;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

struct pairs {
    LIST(struct pair) list;
};

/* Only tellings with a key in common are compared: their type with a participant's name, or else with a country. */

static struct slice key_of(struct merge *merge, const struct telling *telling, int participant) {
    const struct participant *who = &telling->participants[participant];
    struct slice country = code_country(who->code);
    return arena_print(merge->keep, "%.*s\t%.*s", SHOW(telling->event), SHOW(country.length ? country : who->name));
}

struct key {
    uint32_t number;
    size_t telling;
};

static int compare_keys(const void *left, const void *right) {
    const struct key *a = left, *b = right;
    if (a->number != b->number) return a->number < b->number ? -1 : 1;
    return a->telling < b->telling ? -1 : a->telling > b->telling;
}

static void add_pair(const struct merge *merge, struct pairs *pairs, size_t a, size_t b) {
    int persons;
    const struct telling *one = telling_at(merge, a), *other = telling_at(merge, b);
    if (are_at_odds(one, other)) return;
    int matches = matching_participants(one->participants, one->participant_count, other->participants, other->participant_count, &persons);
    int proof = evidence(merge, a, b);
    bool enough = matches > 1 || (persons > 0 && proof > 2);
    if (enough && proof > 0) *list_push(&pairs->list) = (struct pair){a, b, proof * 2 + persons * 2 + matches};
}

static void find_pairs(struct merge *merge, struct pairs *pairs) {
    LIST(struct key) keys = {0};
    struct interner names = {0};
    for (size_t t = 0; t < merge->tellings->list.count; t++)
        for (int p = 0; p < telling_at(merge, t)->participant_count; p++)
            *list_push(&keys) = (struct key){intern(&names, key_of(merge, telling_at(merge, t), p)), t};
    if (keys.count) qsort(keys.at, keys.count, sizeof *keys.at, compare_keys);
    for (size_t i = 0; i < keys.count; i++)
        for (size_t j = i + 1; j < keys.count && keys.at[j].number == keys.at[i].number; j++)
            if (keys.at[i].telling != keys.at[j].telling) add_pair(merge, pairs, keys.at[i].telling, keys.at[j].telling);
    if (pairs->list.count) qsort(pairs->list.at, pairs->list.count, sizeof *pairs->list.at, compare_pairs);
    list_free(&keys);
    interner_free(&names);
}

/* Joining. */

// Days that are a little apart part two stories too, unless some of their tellings must be of one event.
static bool stories_are_at_odds(const struct merge *merge, const struct stories *stories, size_t a, size_t b) {
    bool apart = false, disputed = false;
    for (size_t i = stories->list.at[a].first_telling; i != NO_ACCOUNT; i = stories->next_telling[i])
        for (size_t j = stories->list.at[b].first_telling; j != NO_ACCOUNT; j = stories->next_telling[j]) {
            enum odds odds = odds_between(telling_at(merge, i), telling_at(merge, j));
            if (odds == AT_ODDS) return true;
            apart |= odds == DAYS_APART;
            disputed |= odds == DAYS_APART && is_dispute(telling_at(merge, i), telling_at(merge, j));
        }
    return apart && !disputed;
}

static void join_stories(const struct merge *merge, struct stories *stories, size_t into, size_t from) {
    struct story *kept = &stories->list.at[into], *gone = &stories->list.at[from];
    size_t *link = &kept->first_telling;
    for (size_t t = gone->first_telling; t != NO_ACCOUNT; t = stories->next_telling[t]) telling_at(merge, t)->story = into;
    for (size_t other = gone->first_telling; other != NO_ACCOUNT;) { // both lists are in order: keep them so
        size_t next = stories->next_telling[other];
        while (*link != NO_ACCOUNT && *link < other) link = &stories->next_telling[*link];
        stories->next_telling[other] = *link;
        *link = other;
        other = next;
    }
    kept->telling_count += gone->telling_count;
    gone->telling_count = 0;
    gone->first_telling = NO_ACCOUNT;
}

static void join_pairs(const struct merge *merge, struct stories *stories, const struct pairs *pairs) {
    for (size_t p = 0; p < pairs->list.count; p++) {
        size_t a = telling_at(merge, pairs->list.at[p].a)->story, b = telling_at(merge, pairs->list.at[p].b)->story;
        if (a != b && !stories_are_at_odds(merge, stories, a, b)) join_stories(merge, stories, a < b ? a : b, a < b ? b : a);
    }
}

// What no date, ordinal or neighbour joined joins the one story of the same persons, where there is only one.
static void join_lonely(const struct merge *merge, struct stories *stories) {
    for (size_t t = 0; t < merge->tellings->list.count; t++) {
        const struct telling *telling = telling_at(merge, t);
        size_t found = NO_ACCOUNT, candidates = 0;
        if (stories->list.at[telling->story].telling_count > 1 || telling->person_count < 2 || telling->standing != EVENT_ACTUAL) continue;
        for (size_t s = 0; s < stories->list.count && candidates < 2; s++) {
            int persons;
            const struct story *story = &stories->list.at[s];
            if (s == telling->story || story->first_telling == NO_ACCOUNT) continue;
            const struct telling *other = telling_at(merge, story->first_telling);
            int matches = matching_participants(telling->participants, telling->participant_count, other->participants, other->participant_count, &persons);
            if (matches < 2 || persons < 2 || !slice_equal(telling->event, other->event) || !modes_meet(telling->mode, telling->is_in_person, other->mode, other->is_in_person)) continue;
            candidates++;
            if (!stories_are_at_odds(merge, stories, telling->story, s)) found = s;
        }
        if (candidates == 1 && found != NO_ACCOUNT) join_stories(merge, stories, found < telling->story ? found : telling->story, found < telling->story ? telling->story : found);
    }
}

/* Whole stories. */

// How many tellings of a story a telling's days go together with.
static int count_agreeing(const struct merge *merge, const struct stories *stories, const struct story *story, const struct telling *telling) {
    enum { ENOUGH = 256 };
    struct day_set both;
    int count = 0, seen = 0;
    for (size_t t = story->first_telling; t != NO_ACCOUNT && seen < ENOUGH; t = stories->next_telling[t], seen++)
        count += telling_at(merge, t)->is_dated && intersect_days(&telling->days, &telling_at(merge, t)->days, &both);
    return count;
}

// The dated telling, with named participants if there is one, that agrees with most others; NULL if none is dated.
static const struct telling *most_agreed(const struct merge *merge, const struct stories *stories, const struct story *story) {
    const struct telling *found = NULL;
    int best = 0;
    for (size_t t = story->first_telling; t != NO_ACCOUNT; t = stories->next_telling[t]) {
        const struct telling *telling = telling_at(merge, t);
        if (!telling->is_dated) continue;
        int agreeing = 2 * count_agreeing(merge, stories, story, telling) + (telling->person_count > 0);
        if (agreeing > best) best = agreeing, found = telling;
    }
    return found;
}

// The days most tellings allow: those of the one most others agree with, narrowed by each of the others that leaves a day.
static void date_story(const struct merge *merge, const struct stories *stories, struct story *story) {
    struct day_set both;
    const struct telling *first = most_agreed(merge, stories, story);
    story->whole.days = first ? first->days : every_day();
    story->whole.is_dated |= first != NULL;
    for (int named = 1; named >= 0; named--)
        for (size_t t = story->first_telling; t != NO_ACCOUNT; t = stories->next_telling[t]) {
            const struct telling *telling = telling_at(merge, t);
            if (telling->is_dated && (telling->person_count > 0) == named && intersect_days(&story->whole.days, &telling->days, &both))
                story->whole.days = both;
        }
}

static void complete_story(const struct merge *merge, const struct stories *stories, struct story *story) {
    const struct telling *first = telling_at(merge, story->first_telling);
    story->whole = *first;
    story->first_account = first->first;
    for (size_t t = stories->next_telling[story->first_telling]; t != NO_ACCOUNT; t = stories->next_telling[t]) {
        const struct telling *telling = telling_at(merge, t);
        add_participants(&story->whole, telling->participants, telling->participant_count, telling->actor_count);
        if (!story->whole.mode.length) story->whole.mode = telling->mode;
        story->whole.is_in_person |= telling->is_in_person;
        if (!story->whole.ordinal) story->whole.ordinal = telling->ordinal, story->whole.ordinal_of = telling->ordinal_of;
        if (telling->standing > story->whole.standing) story->whole.standing = telling->standing;
    }
    date_story(merge, stories, story);
}

static void begin_stories(const struct merge *merge, struct stories *stories) {
    size_t count = merge->tellings->list.count;
    stories->next_telling = TAKE(merge->keep, size_t, count + 1);
    for (size_t t = 0; t < count; t++) {
        stories->next_telling[t] = NO_ACCOUNT;
        telling_at(merge, t)->story = t;
        *list_push(&stories->list) = (struct story){.first_telling = t, .telling_count = 1};
    }
}

// Drops the stories that were joined into others, and completes the rest.
static void finish_stories(const struct merge *merge, struct stories *stories) {
    size_t kept = 0;
    for (size_t s = 0; s < stories->list.count; s++) {
        if (stories->list.at[s].first_telling == NO_ACCOUNT) continue;
        stories->list.at[kept] = stories->list.at[s];
        for (size_t t = stories->list.at[kept].first_telling; t != NO_ACCOUNT; t = stories->next_telling[t]) telling_at(merge, t)->story = kept;
        complete_story(merge, stories, &stories->list.at[kept++]);
    }
    stories->list.count = kept;
}

static void solve_stories(const struct merge *merge, struct stories *stories) {
    size_t count = stories->list.count;
    struct day_set *days = TAKE(merge->keep, struct day_set, count + merge->article_count + 1);
    size_t *variable_of = TAKE(merge->keep, size_t, merge->tellings->list.count + 1);
    for (size_t s = 0; s < count; s++) days[s] = stories->list.at[s].whole.days;
    for (size_t t = 0; t < merge->tellings->list.count; t++) variable_of[t] = telling_at(merge, t)->story;
    solve(merge, days, variable_of, count);
    for (size_t s = 0; s < count; s++) stories->list.at[s].whole.days = days[s];
}

void make_stories(struct arena *keep, const struct account *accounts, size_t account_count, struct tellings *tellings,
                  struct article *articles, size_t article_count, struct stories *stories) {
    struct merge merge = {.accounts = accounts, .tellings = tellings, .articles = articles, .account_count = account_count,
                          .article_count = article_count, .keep = keep};
    struct pairs pairs = {0};
    number_events(&merge);
    collect_edges(&merge);
    solve_tellings(&merge);
    begin_stories(&merge, stories);
    find_pairs(&merge, &pairs);
    join_pairs(&merge, stories, &pairs);
    join_lonely(&merge, stories);
    finish_stories(&merge, stories);
    solve_stories(&merge, stories);
    list_free(&pairs.list);
    list_free(&merge.edges);
    interner_free(&merge.events);
}

void free_stories(struct stories *stories) { list_free(&stories->list); }
