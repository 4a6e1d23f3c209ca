// SPDX-License-Identifier: MIT
#include "story/links.h"

#include "story/bound.h"

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

void collect_links(struct merge *merge) {
    number_events(merge);
    collect_edges(merge);
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

void solve_links(const struct merge *merge, struct day_set *days, const size_t *variable_of, size_t count) {
    struct bounds bounds = {0};
    collect_bounds(merge, &bounds, variable_of, count);
    for (size_t a = 0; a < merge->article_count; a++) days[count + a] = merge->articles[a].days;
    solve_bounds(days, bounds.list.at, bounds.list.count, ROUNDS);
    for (size_t a = 0; a < merge->article_count; a++) merge->articles[a].days = days[count + a];
    list_free(&bounds.list);
}
