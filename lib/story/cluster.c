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

// The days most tellings allow: in order of how many others each agrees with; one that leaves no day is left out, and blamed.
static void date_story(const struct merge *merge, const struct stories *stories, struct story *story) {
    struct day_set both;
    story->whole.days = every_day();
    for (int named = 1; named >= 0; named--)
        for (size_t t = story->first_telling; t != NO_ACCOUNT; t = stories->next_telling[t]) {
            const struct telling *telling = telling_at(merge, t);
            if (telling->is_dated && (telling->person_count > 0) == named && intersect_days(&story->whole.days, &telling->days, &both))
                story->whole.days = both, story->whole.is_dated = true;
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
