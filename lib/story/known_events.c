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

static struct known_mention mention_of(const struct time_match *match, size_t first) {
    return (struct known_mention){first, match->length, match->rule->name, date_of(match->rule)};
}

// The longest event at tokens[at]; "the" in front of a name is part of it, though rows need not say so.
static bool match_event(const struct known_events *events, const struct time_text *text, size_t at, struct time_match *match) {
    struct time_match behind;
    bool found = match_time(&events->rules, text, at, NULL, match);
    bool is_article = slice_is(text->tokens[at].lower, "the") && at + 1 < text->end;
    if (!is_article || !match_time(&events->rules, text, at + 1, NULL, &behind) || (found && behind.length < match->length)) return found;
    *match = behind;
    match->at = at, match->length++;
    return true;
}

typedef LIST(struct known_mention) mention_list;

static void find_in_sentence(const struct known_events *events, const struct time_text *text, mention_list *found) {
    struct time_match match;
    for (size_t at = text->begin; at < text->end;) {
        if (!match_event(events, text, at, &match)) {
            at++;
            continue;
        }
        *list_push(found) = mention_of(&match, match.at);
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
        struct time_text text = {.tokens = document->tokens.at, .words = words, .begin = sentence->first, .end = sentence->first + sentence->count, .over_names = true};
        find_in_sentence(events, &text, &list);
    }
    size_t count = list.count;
    *found = TAKE(&document->memory, struct known_mention, count + 1);
    if (count) memcpy(*found, list.at, count * sizeof **found);
    list_free(&list);
    return count;
}

bool known_event_at(const struct known_events *events, const struct document *document, size_t at, size_t end,
                    struct known_mention *mention) {
    enum { MOST_WORDS = 4 * MOST_ELEMENTS }; // of a name
    const struct word_table *table = &events->rules.table;
    struct time_match match;
    uint32_t words[MOST_WORDS];
    size_t count = end > at ? end - at : 0;
    if (count > MOST_WORDS) count = MOST_WORDS;
    for (size_t i = 0; i < count; i++) {
        words[i] = intern_find(&table->words, document->tokens.at[at + i].lower);
        bool is_start = words[i] != NOT_INTERNED && events->rules.starting[words[i]];
        if (i == 0 && !is_start && !events->rules.starting[table->words.count] && !slice_is(document->tokens.at[at].lower, "the")) return false;
    }
    struct time_text text = {.tokens = document->tokens.at + at, .words = words, .end = count, .over_names = true};
    if (!count || !match_event(events, &text, 0, &match)) return false;
    *mention = mention_of(&match, at);
    return true;
}
