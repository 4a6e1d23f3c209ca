// SPDX-License-Identifier: MIT
#include "story/known_events.h"

#include "base/die.h"
#include "story/time_pattern.h"

struct known_events {
    struct time_rules rules;
};

static struct slice date_of(const struct time_rule *rule) { return slice_trim(slice_skip(rule->value, 1)); }

struct known_events *make_known_events(struct arena *keep, const struct grid *rows) {
    struct known_events *events = TAKE(keep, struct known_events, 1);
    struct edtf edtf;
    make_time_rules(keep, &events->rules, rows, 1, NULL, 0);
    for (size_t i = 0; i < events->rules.rule_count; i++) {
        const struct time_rule *rule = &events->rules.rules[i];
        if (!parse_edtf(date_of(rule), &edtf)) die("known events: %.*s: no date: %.*s", SHOW(rule->name), SHOW(rule->value));
    }
    return events;
}

typedef LIST(struct known_mention) mention_list;

static void find_in_sentence(const struct known_events *events, const struct time_text *text, mention_list *found) {
    struct time_match match;
    for (size_t at = text->begin; at < text->end;) {
        if (!match_time(&events->rules, text, at, &match)) {
            at++;
            continue;
        }
        *list_push(found) = (struct known_mention){match.at, match.length, match.rule->name, date_of(match.rule)};
        at += match.length;
    }
}

size_t find_known_events(const struct known_events *events, struct document *document, struct known_mention **found) {
    size_t tokens = document->tokens.count;
    mention_list list = {0};
    uint32_t *words = TAKE(&document->memory, uint32_t, tokens);
    for (size_t i = 0; i < tokens; i++) words[i] = intern_find(&events->rules.table.words, document->tokens.at[i].lower);
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        struct time_text text = {document->tokens.at, words, sentence->first, sentence->first + sentence->count, true, NULL};
        find_in_sentence(events, &text, &list);
    }
    size_t count = list.count;
    *found = TAKE(&document->memory, struct known_mention, count + 1);
    if (count) memcpy(*found, list.at, count * sizeof **found);
    list_free(&list);
    return count;
}
