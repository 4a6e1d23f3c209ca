// SPDX-License-Identifier: MIT
#include "story/cluster.h"

#include "story/heaps.h"
#include "story/links.h"

// Each telling by itself: a weekday becomes a day where the article's date is known.
static void solve_tellings(const struct merge *merge) {
    size_t count = merge->tellings->list.count;
    struct day_set *days = TAKE(merge->keep, struct day_set, count + merge->article_count + 1);
    size_t *variable_of = TAKE(merge->keep, size_t, count + 1);
    for (size_t t = 0; t < count; t++) days[t] = telling_at(merge, t)->days, variable_of[t] = t;
    solve_links(merge, days, variable_of, count);
    for (size_t t = 0; t < count; t++) telling_at(merge, t)->days = days[t];
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
    enum { ENOUGH = 256 };
    const struct telling *found = NULL;
    int best = 0, seen = 0;
    for (size_t t = story->first_telling; t != NO_ACCOUNT && seen < ENOUGH; t = stories->next_telling[t], seen++) {
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

// Heaps as stories, in the order of their first tellings; their tellings in order of the text.
static void finish_stories(const struct merge *merge, const struct heaps *heaps, struct stories *stories) {
    size_t count = merge->tellings->list.count;
    size_t *story_of = TAKE(merge->keep, size_t, count + 1), *last = TAKE(merge->keep, size_t, count + 1);
    stories->next_telling = TAKE(merge->keep, size_t, count + 1);
    for (size_t t = 0; t < count; t++) {
        struct telling *telling = telling_at(merge, t);
        stories->next_telling[t] = NO_ACCOUNT;
        if (heaps->list[telling->story].least == t) {
            story_of[telling->story] = stories->list.count;
            *list_push(&stories->list) = (struct story){.first_telling = t};
        } else stories->next_telling[last[telling->story]] = t;
        last[telling->story] = t;
        telling->story = story_of[telling->story];
    }
    for (size_t s = 0; s < stories->list.count; s++) complete_story(merge, stories, &stories->list.at[s]);
}

static void solve_stories(const struct merge *merge, struct stories *stories) {
    size_t count = stories->list.count;
    struct day_set *days = TAKE(merge->keep, struct day_set, count + merge->article_count + 1);
    size_t *variable_of = TAKE(merge->keep, size_t, merge->tellings->list.count + 1);
    for (size_t s = 0; s < count; s++) days[s] = stories->list.at[s].whole.days;
    for (size_t t = 0; t < merge->tellings->list.count; t++) variable_of[t] = telling_at(merge, t)->story;
    solve_links(merge, days, variable_of, count);
    for (size_t s = 0; s < count; s++) stories->list.at[s].whole.days = days[s];
}

void make_stories(struct arena *keep, const struct account *accounts, size_t account_count, struct tellings *tellings,
                  struct article *articles, size_t article_count, struct stories *stories) {
    struct merge merge = {.accounts = accounts, .tellings = tellings, .articles = articles, .account_count = account_count,
                          .article_count = article_count, .keep = keep};
    struct pairs pairs = {0};
    struct kinds kinds;
    struct heaps heaps;
    collect_links(&merge);
    solve_tellings(&merge);
    make_kinds(&merge, &kinds);
    find_pairs(&merge, &kinds, &pairs);
    make_heaps(&merge, &kinds, &heaps);
    join_pairs(&heaps, &pairs);
    join_lonely(&heaps);
    finish_stories(&merge, &heaps, stories);
    solve_stories(&merge, stories);
    list_free(&pairs.list);
    list_free(&merge.edges);
    interner_free(&merge.events);
}

void free_stories(struct stories *stories) { list_free(&stories->list); }
