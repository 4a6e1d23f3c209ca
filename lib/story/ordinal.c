// SPDX-License-Identifier: MIT
#include "story/ordinal.h"

#include "story/time_mention.h"

static int ordinal_number(struct slice word) {
    static const char *const words[] = {"first", "second", "third", "fourth", "fifth", "sixth"};
    for (int n = 0; n < 6; n++)
        if (slice_is(word, words[n])) return n + 1;
    return 0;
}

static struct slice ordinal_since(struct arena *keep, const struct background *background, const struct document *document,
                                  const struct tree *tree, int number, int since) {
    struct time_mention time;
    size_t first = tree->offset + (size_t)since, count = (size_t)(tree->count - since);
    struct slice date = known_date(background, first, count);
    if (!date.length) date = war_day(background->wars, document, first, count);
    bool found = next_time(tree, since + 1, &time) && time.kind == NER_DATE && time.value.length;
    if (!date.length && found && time.first <= since + 3) date = time.value;
    if (!date.length && names_war(document, first, count)) date = background->war; // "since the war broke out"
    if (!date.length && found) date = time.value;
    return arena_print(keep, date.length ? "%d since %.*s" : "%d", number, SHOW(date));
}

struct slice find_ordinal(struct arena *keep, const struct background *background, const struct document *document, const struct tree *tree) {
    enum { FARTHEST = 14 };
    for (int i = 1; i <= tree->count; i++) {
        int number = ordinal_number(tree_token(tree, i)->lower);
        for (int j = i + 1; number && j <= tree->count && j < i + FARTHEST; j++) {
            struct time_mention time;
            if (slice_is(tree_token(tree, j)->lower, "since") && j < tree->count) return ordinal_since(keep, background, document, tree, number, j);
            bool in = slice_is(tree_token(tree, j)->lower, "in") && j == i + 2 && slice_is(tree_token(tree, i + 1)->lower, "time");
            if (in && next_time(tree, j, &time) && time.first <= j + 3 && time.kind == NER_DURATION)
                return arena_print(keep, "%d in %.*s", number, SHOW(time.value));
        }
    }
    return (struct slice){"", 0};
}
