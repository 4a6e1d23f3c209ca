// SPDX-License-Identifier: MIT
#include "story/pairs.h"

#include <stdlib.h>

/* Evidence. */

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
    return are_near(&a->days, &b->days, 10) ? 1 : 0;
}

// What speaks for it that both are one event; 0: nothing but the participants.
static int evidence(const struct merge *merge, size_t a, size_t b) {
    const struct telling *one = telling_at(merge, a), *other = telling_at(merge, b);
    int score = agreed_time(one, other);
    if (count_alike(one, other)) score += 3;
    if (support_each_other(merge, a, b)) score += 3;
    return score;
}

static int compare_pairs(const void *left, const void *right) {
    const struct pair *a = left, *b = right;
    if (a->score != b->score) return b->score - a->score;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static void add_pair(const struct merge *merge, const struct kinds *kinds, struct pairs *pairs, size_t a, size_t b) {
    int persons;
    size_t first = kinds->first[a < b ? a : b], second = kinds->first[a < b ? b : a];
    const struct telling *one = telling_at(merge, first), *other = telling_at(merge, second);
    if (are_at_odds(one, other)) return;
    int matches = matching_participants(one->participants, one->participant_count, other->participants, other->participant_count, &persons);
    int proof = evidence(merge, first, second);
    bool enough = matches > 1 || (persons > 0 && proof > 2);
    if (enough && proof > 0) *list_push(&pairs->list) = (struct pair){a < b ? a : b, a < b ? b : a, proof * 2 + persons * 2 + matches};
}

/* Blocks. */

struct key {
    uint32_t number;
    long first, last; // days of the kind
    size_t kind;
};

struct keys {
    LIST(struct key) list;
};

static int compare_keys(const void *left, const void *right) {
    const struct key *a = left, *b = right;
    if (a->number != b->number) return a->number < b->number ? -1 : 1;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    return a->kind < b->kind ? -1 : a->kind > b->kind;
}

// Without any of these there is no evidence for a pair; see evidence().
static bool can_be_in_pair(const struct merge *merge, size_t t) {
    const struct telling *telling = telling_at(merge, t);
    bool is_open = telling->days.first == DAY_OPEN_FIRST || telling->days.last == DAY_OPEN_LAST;
    return !stands_alone(telling) && (telling->is_dated || telling->ordinal || !is_open || merge->first_edge[t] != NO_ACCOUNT);
}

static void add_keys(const struct telling *telling, size_t kind, struct arena *scratch, struct interner *names, struct keys *keys) {
    for (int p = 0; p < telling->participant_count; p++) {
        const struct participant *who = &telling->participants[p];
        struct slice name = arena_join(scratch, telling->event, "\t", who->country.length ? who->country : who->name);
        *list_push(&keys->list) = (struct key){intern(names, name), telling->days.first, telling->days.last, kind};
    }
    arena_reset(scratch);
}

// keys[0 .. count - 1] are of one block. Those that may still meet what comes are kept in front.
static void sweep(const struct merge *merge, const struct kinds *kinds, struct key *keys, size_t count, struct pairs *pairs) {
    size_t open = 0;
    for (size_t i = 0; i < count; i++) {
        struct key key = keys[i];
        size_t kept = 0;
        for (size_t j = 0; j < open; j++) {
            if (keys[j].last != DAY_OPEN_LAST && key.first != DAY_OPEN_FIRST && keys[j].last < key.first - DISPUTE_DAYS) continue;
            if (keys[j].kind != key.kind) add_pair(merge, kinds, pairs, keys[j].kind, key.kind);
            keys[kept++] = keys[j];
        }
        keys[kept] = key;
        open = kept + 1;
    }
}

static void drop_repeated(struct pairs *pairs) {
    size_t kept = 0;
    for (size_t p = 0; p < pairs->list.count; p++)
        if (!kept || compare_pairs(&pairs->list.at[kept - 1], &pairs->list.at[p]) != 0) pairs->list.at[kept++] = pairs->list.at[p];
    pairs->list.count = kept;
}

void find_pairs(const struct merge *merge, const struct kinds *kinds, struct pairs *pairs) {
    struct keys keys = {0};
    struct interner names = {0};
    struct arena scratch = {0};
    for (size_t kind = 0; kind < kinds->count; kind++) {
        if (!can_be_in_pair(merge, kinds->first[kind])) continue;
        add_keys(telling_at(merge, kinds->first[kind]), kind, &scratch, &names, &keys);
        if (kinds->next_alike[kinds->first[kind]] != NO_ACCOUNT) add_pair(merge, kinds, pairs, kind, kind);
    }
    if (keys.list.count) qsort(keys.list.at, keys.list.count, sizeof *keys.list.at, compare_keys);
    for (size_t from = 0, to; from < keys.list.count; from = to) {
        for (to = from; to < keys.list.count && keys.list.at[to].number == keys.list.at[from].number;) to++;
        sweep(merge, kinds, keys.list.at + from, to - from, pairs);
    }
    if (pairs->list.count) qsort(pairs->list.at, pairs->list.count, sizeof *pairs->list.at, compare_pairs);
    drop_repeated(pairs);
    list_free(&keys.list);
    interner_free(&names);
    arena_free(&scratch);
}
