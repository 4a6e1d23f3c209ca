// SPDX-License-Identifier: MIT
#include "story/heaps.h"

static struct telling *told(const struct heaps *heaps, size_t t) { return telling_at(heaps->merge, t); }

void make_heaps(const struct merge *merge, struct kinds *kinds, struct heaps *heaps) {
    size_t count = merge->tellings->list.count;
    *heaps = (struct heaps){merge, kinds, TAKE(merge->keep, struct heap, count + 1), TAKE(merge->keep, size_t, count + 1),
                            TAKE(merge->keep, size_t, count + 1), TAKE(merge->keep, size_t, merge->article_count + 2),
                            TAKE(merge->keep, size_t, count + 1), 0, TAKE(merge->keep, struct refusal, REFUSALS)};
    for (size_t t = 0; t < count; t++) {
        telling_at(merge, t)->story = t;
        heaps->list[t] = (struct heap){t, t, 1, t, t, t, 1};
        heaps->next_telling[t] = heaps->next_kind[t] = NO_ACCOUNT;
        heaps->first_of[telling_at(merge, t)->document + 1] = t + 1;
    }
    for (size_t a = 1; a <= merge->article_count; a++) // a document without tellings ends where the one before it does
        if (heaps->first_of[a] < heaps->first_of[a - 1]) heaps->first_of[a] = heaps->first_of[a - 1];
}

static bool share_document(const struct heaps *heaps, size_t small, size_t large) {
    for (size_t t = heaps->list[small].first; t != NO_ACCOUNT; t = heaps->next_telling[t])
        for (size_t other = heaps->first_of[told(heaps, t)->document]; other < heaps->first_of[told(heaps, t)->document + 1]; other++)
            if (told(heaps, other)->story == large) return true;
    return false;
}

// Days that are a little apart part two heaps too, unless some of their tellings must be of one event.
static enum odds compare_heaps(const struct heaps *heaps, size_t a, size_t b) {
    bool apart = false, disputed = false;
    for (size_t i = heaps->list[a].kind_first; i != NO_ACCOUNT; i = heaps->next_kind[i])
        for (size_t j = heaps->list[b].kind_first; j != NO_ACCOUNT; j = heaps->next_kind[j]) {
            enum odds odds = odds_between(told(heaps, i), told(heaps, j));
            if (odds == AT_ODDS) return AT_ODDS;
            apart |= odds == DAYS_APART;
            disputed |= odds == DAYS_APART && is_dispute(told(heaps, i), told(heaps, j));
        }
    if (heaps->list[a].count < heaps->list[b].count ? share_document(heaps, a, b) : share_document(heaps, b, a)) return AT_ODDS;
    return apart && !disputed ? DAYS_APART : TOGETHER;
}

// The same two are tried for every pair of their kinds: who was refused for good is remembered, the last of those that share a place.
static bool heaps_are_at_odds(struct heaps *heaps, size_t a, size_t b) {
    struct refusal *refusal = &heaps->refusals[(a * 0x9e3779b97f4a7c15u ^ b * 0xc2b2ae3d27d4eb4fu) >> 48];
    if (refusal->a == a && refusal->b == b && a != b) return true;
    enum odds odds = compare_heaps(heaps, a, b);
    if (odds == AT_ODDS) *refusal = (struct refusal){a, b};
    return odds != TOGETHER;
}

// The kinds of both, each once.
static void join_kinds(struct heaps *heaps, struct heap *into, const struct heap *from) {
    size_t walk = ++heaps->walk, next;
    for (size_t t = into->kind_first; t != NO_ACCOUNT; t = heaps->next_kind[t]) heaps->seen[heaps->kinds->kind_of[t]] = walk;
    for (size_t t = from->kind_first; t != NO_ACCOUNT; t = next) {
        next = heaps->next_kind[t];
        if (heaps->seen[heaps->kinds->kind_of[t]] == walk) continue;
        heaps->next_kind[t] = NO_ACCOUNT;
        heaps->next_kind[into->kind_last] = t;
        into->kind_last = t;
        into->kind_count++;
    }
}

// The smaller goes into the larger: no telling moves more often than log n times.
static void join_heaps(struct heaps *heaps, size_t a, size_t b) {
    struct heap *into = &heaps->list[a], *from = &heaps->list[b];
    if (into->count < from->count) {
        join_heaps(heaps, b, a);
        return;
    }
    for (size_t t = from->first; t != NO_ACCOUNT; t = heaps->next_telling[t]) told(heaps, t)->story = a;
    join_kinds(heaps, into, from);
    heaps->next_telling[into->last] = from->first;
    into->last = from->last;
    into->count += from->count;
    if (from->least < into->least) into->least = from->least;
    *from = (struct heap){.first = NO_ACCOUNT};
}

static bool try_to_join(struct heaps *heaps, size_t a, size_t b) {
    size_t one = told(heaps, a)->story, other = told(heaps, b)->story;
    if (one > other) return try_to_join(heaps, b, a);
    if (one == other || heaps_are_at_odds(heaps, one, other)) return false;
    join_heaps(heaps, one, other);
    return true;
}

/* Pairs of kinds. Of the tellings of a kind that are in one heap already, one is enough from then on. */

static void drop_those_together(struct heaps *heaps, size_t first) {
    size_t walk = ++heaps->walk, *next_alike = heaps->kinds->next_alike, last = first;
    heaps->seen[told(heaps, first)->story] = walk;
    for (size_t t = next_alike[first]; t != NO_ACCOUNT; t = next_alike[t]) {
        if (heaps->seen[told(heaps, t)->story] == walk) continue;
        heaps->seen[told(heaps, t)->story] = walk;
        next_alike[last] = t;
        last = t;
    }
    next_alike[last] = NO_ACCOUNT;
}

static void join_two_kinds(struct heaps *heaps, size_t first, size_t second) {
    const size_t *next_alike = heaps->kinds->next_alike;
    for (size_t a = first; a != NO_ACCOUNT; a = next_alike[a]) {
        for (size_t b = second; b != NO_ACCOUNT; b = next_alike[b])
            if (a != b) try_to_join(heaps, a, b);
        drop_those_together(heaps, second);
    }
    drop_those_together(heaps, first);
}

void join_pairs(struct heaps *heaps, const struct pairs *pairs) {
    for (size_t p = 0; p < pairs->list.count; p++)
        join_two_kinds(heaps, heaps->kinds->first[pairs->list.at[p].a], heaps->kinds->first[pairs->list.at[p].b]);
}

/* The lonely: found by two persons' last names, since persons whose last names differ do not match. */

struct couple {
    size_t telling, next;  // the next with the same key, or NO_ACCOUNT
};

struct couples {
    struct arena scratch;
    struct interner keys;
    LIST(size_t) first;    // [keys]
    LIST(struct couple) list;
};

static uint32_t key_of_couple(struct couples *couples, const struct telling *telling, int p, int q) {
    arena_reset(&couples->scratch);
    struct slice one = last_word(telling->participants[p].name), other = last_word(telling->participants[q].name);
    bool in_order = slice_compare(one, other) <= 0;
    return intern(&couples->keys, arena_print(&couples->scratch, "%.*s\t%.*s\t%.*s", SHOW(telling->event), SHOW(in_order ? one : other),
                                              SHOW(in_order ? other : one)));
}

// Calls for each two persons of a telling.
#define FOR_COUPLES(telling, p, q)                                                                                               \
    for (int p = 0; p < (telling)->participant_count; p++)                                                                       \
        for (int q = p + 1; q < (telling)->participant_count; q++)                                                               \
            if ((telling)->participants[p].is_person && (telling)->participants[q].is_person)

static void collect_couples(const struct heaps *heaps, struct couples *couples) {
    for (size_t t = 0; t < heaps->merge->tellings->list.count; t++)
        FOR_COUPLES(told(heaps, t), p, q) {
            uint32_t key = key_of_couple(couples, told(heaps, t), p, q);
            if (key == couples->first.count) *list_push(&couples->first) = NO_ACCOUNT;
            *list_push(&couples->list) = (struct couple){t, couples->first.at[key]};
            couples->first.at[key] = couples->list.count - 1;
        }
}

static bool are_same_persons(const struct telling *one, const struct telling *other) {
    int persons;
    int matches = matching_participants(one->participants, one->participant_count, other->participants, other->participant_count, &persons);
    return matches > 1 && persons > 1 && slice_equal(one->event, other->event) &&
           modes_meet(one->mode, one->is_in_person, other->mode, other->is_in_person);
}

// Counts the other heaps of the same persons, of each the first telling is asked; *found is the first met. It stops at two.
// A telling that is not the first of its heap will never be again and is dropped.
static int count_same(struct heaps *heaps, struct couples *couples, size_t t, uint32_t key, int count, size_t *found) {
    size_t *link = &couples->first.at[key];
    while (*link != NO_ACCOUNT && count < 2) {
        struct couple *couple = &couples->list.at[*link];
        size_t heap = told(heaps, couple->telling)->story;
        if (heaps->list[heap].least != couple->telling) {
            *link = couple->next;
            continue;
        }
        if (couple->telling != t && heap != *found && are_same_persons(told(heaps, t), told(heaps, couple->telling))) {
            if (count++ == 0) *found = heap;
        }
        link = &couple->next;
    }
    return count;
}

void join_lonely(struct heaps *heaps) {
    struct couples couples = {0};
    collect_couples(heaps, &couples);
    for (size_t t = 0; t < heaps->merge->tellings->list.count; t++) {
        const struct telling *telling = told(heaps, t);
        size_t found = NO_ACCOUNT;
        int count = 0;
        if (heaps->list[telling->story].count > 1 || telling->person_count < 2 || telling->standing != EVENT_ACTUAL) continue;
        FOR_COUPLES(telling, p, q) count = count_same(heaps, &couples, t, key_of_couple(&couples, telling, p, q), count, &found);
        if (count == 1 && !heaps_are_at_odds(heaps, telling->story, found)) join_heaps(heaps, telling->story, found);
    }
    arena_free(&couples.scratch);
    interner_free(&couples.keys);
    list_free(&couples.first);
    list_free(&couples.list);
}
