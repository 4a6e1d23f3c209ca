// SPDX-License-Identifier: MIT
#include "story/kinds.h"

/* All that are_at_odds and the evidence for a pair look at, as text. */

static struct slice describe_telling(struct arena *scratch, const struct telling *telling) {
    const struct day_set *days = &telling->days;
    struct slice text = arena_print(scratch, "%.*s\t%.*s\t%d%d%d\t%ld/%ld/%x/%x/%x\t%d %.*s", SHOW(telling->event), SHOW(telling->mode),
                                    telling->is_in_person, (int)telling->standing, telling->is_dated, days->first, days->last,
                                    (unsigned)days->months, (unsigned)days->days, (unsigned)days->weekdays, telling->ordinal, SHOW(telling->ordinal_of));
    for (int p = 0; p < telling->participant_count; p++) {
        const struct participant *who = &telling->participants[p];
        text = arena_print(scratch, "%.*s\t%.*s\t%.*s\t%d", SHOW(text), SHOW(who->name), SHOW(who->code), who->is_person);
    }
    return text;
}

// What it is before or behind: other tellings by what they say.
static struct slice describe_edges(struct arena *scratch, const struct merge *merge, const uint32_t *saying_of, size_t telling) {
    struct slice text = arena_print(scratch, "%u", (unsigned)saying_of[telling]);
    for (size_t e = merge->first_edge[telling]; e != NO_ACCOUNT; e = merge->edges.at[e].next)
        text = arena_print(scratch, "%.*s %d%u", SHOW(text), merge->edges.at[e].is_earlier, (unsigned)saying_of[merge->edges.at[e].partner]);
    return text;
}

void make_kinds(const struct merge *merge, struct kinds *kinds) {
    size_t count = merge->tellings->list.count;
    struct arena scratch = {0};
    struct interner sayings = {0}, numbers = {0};
    uint32_t *saying_of = TAKE(merge->keep, uint32_t, count + 1);
    size_t *last = TAKE(merge->keep, size_t, count + 1);
    *kinds = (struct kinds){0, TAKE(merge->keep, size_t, count + 1), TAKE(merge->keep, size_t, count + 1), TAKE(merge->keep, size_t, count + 1)};
    for (size_t t = 0; t < count; t++, arena_reset(&scratch)) saying_of[t] = intern(&sayings, describe_telling(&scratch, telling_at(merge, t)));
    for (size_t t = 0; t < count; t++, arena_reset(&scratch)) {
        size_t kind = intern(&numbers, describe_edges(&scratch, merge, saying_of, t));
        kinds->kind_of[t] = kind;
        kinds->next_alike[t] = NO_ACCOUNT;
        if (kind == kinds->count) kinds->first[kinds->count++] = t;
        else kinds->next_alike[last[kind]] = t;
        last[kind] = t;
    }
    arena_free(&scratch);
    interner_free(&sayings);
    interner_free(&numbers);
}

bool stands_alone(const struct telling *telling) { return telling->standing == EVENT_NEGATED || telling->standing == EVENT_POSSIBLE; }

bool are_near(const struct day_set *a, const struct day_set *b, long days) {
    if (a->first == DAY_OPEN_FIRST || b->first == DAY_OPEN_FIRST || a->last == DAY_OPEN_LAST || b->last == DAY_OPEN_LAST) return false;
    return a->last - b->first <= days && b->last - a->first <= days;
}

bool count_alike(const struct telling *a, const struct telling *b) {
    return a->ordinal && a->ordinal == b->ordinal && slice_equal(a->ordinal_of, b->ordinal_of);
}

bool is_dispute(const struct telling *a, const struct telling *b) {
    int persons;
    if (!a->ordinal_of.length || !count_alike(a, b)) return false;
    matching_participants(a->participants, a->participant_count, b->participants, b->participant_count, &persons);
    return persons > 1;
}

// More than DISPUTE days between the last of one and the first of the other.
static bool is_far_behind(const struct day_set *earlier, const struct day_set *later) {
    return earlier->last != DAY_OPEN_LAST && later->first != DAY_OPEN_FIRST && later->first - DISPUTE_DAYS > earlier->last;
}

enum odds odds_between(const struct telling *a, const struct telling *b) {
    struct day_set both;
    int persons;
    if (is_far_behind(&a->days, &b->days) || is_far_behind(&b->days, &a->days)) return AT_ODDS; // the most frequent answer first
    // a plan is the event itself only where both say when
    bool planned = (a->standing == EVENT_PLANNED) != (b->standing == EVENT_PLANNED) && !(a->is_dated && b->is_dated);
    if (stands_alone(a) || stands_alone(b) || planned || !slice_equal(a->event, b->event) ||
        !modes_meet(a->mode, a->is_in_person, b->mode, b->is_in_person))
        return AT_ODDS;
    if (a->ordinal && b->ordinal && a->ordinal != b->ordinal && slice_equal(a->ordinal_of, b->ordinal_of)) return AT_ODDS;
    bool apart = !intersect_days(&a->days, &b->days, &both);
    if (apart && !are_near(&a->days, &b->days, DISPUTE_DAYS)) return AT_ODDS;
    if (matching_participants(a->participants, a->participant_count, b->participants, b->participant_count, &persons) < 1) return AT_ODDS;
    return apart ? DAYS_APART : TOGETHER;
}

bool are_at_odds(const struct telling *a, const struct telling *b) {
    enum odds odds = odds_between(a, b);
    return odds == AT_ODDS || (odds == DAYS_APART && !is_dispute(a, b));
}
