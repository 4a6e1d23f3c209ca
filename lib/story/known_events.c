// SPDX-License-Identifier: MIT
#include "story/known_events.h"

#include "base/die.h"
#include "story/time_pattern.h"

struct known_events {
    struct arena *keep;
    const struct grid *rows;
    bool is_ready; // the rows are compiled
    struct time_rules rules;
};

static struct slice date_of(const struct time_rule *rule) { return slice_trim(slice_skip(rule->value, 1)); }

static const struct time_rules *rules_of(struct known_events *events) {
    struct edtf edtf;
    if (events->is_ready) return &events->rules;
    make_time_rules(events->keep, &events->rules, events->rows, 1, NULL, 0);
    for (size_t i = 0; i < events->rules.rule_count; i++) {
        const struct time_rule *rule = &events->rules.rules[i];
        if (!parse_edtf(date_of(rule), &edtf)) die("known events: %.*s: no date: %.*s", SHOW(rule->name), SHOW(rule->value));
    }
    events->is_ready = true;
    return &events->rules;
}

struct known_events *make_known_events(struct arena *keep, const struct grid *rows, bool at_once) {
    struct known_events *events = TAKE(keep, struct known_events, 1);
    *events = (struct known_events){.keep = keep, .rows = rows};
    if (at_once) rules_of(events);
    return events;
}

static struct known_mention mention_of(const struct time_match *match, size_t first) {
    return (struct known_mention){first, match->length, match->rule->name, date_of(match->rule)};
}

// The longest event at tokens[at]; "the" in front of a name is part of it, though rows need not say so.
static bool match_event(struct known_events *events, const struct time_text *text, size_t at, struct time_match *match) {
    struct time_match behind;
    bool found = match_time(&events->rules, text, at, NULL, match);
    bool is_article = slice_is(text->tokens[at].lower, "the") && at + 1 < text->end;
    if (!is_article || !match_time(&events->rules, text, at + 1, NULL, &behind) || (found && behind.length < match->length)) return found;
    *match = behind;
    match->at = at, match->length++;
    return true;
}

bool is_after_publication(const struct document *document, struct slice date) {
    enum { DAY = 10 }; // the bytes of 2022-05-13
    size_t known = document->published.length < DAY ? document->published.length : DAY;
    return date.length >= known && slice_compare(slice_first(date, known), slice_first(document->published, known)) > 0;
}

static bool is_meant(const struct document *document, const struct time_text *text, const struct time_match *match) {
    if (!is_after_publication(document, date_of(match->rule))) return true;
    for (size_t i = match->at; i < match->at + match->length; i++)
        if (four_figure_year(text->tokens[i].lower) > 0) return true;
    return false;
}

typedef LIST(struct known_mention) mention_list;

static void find_in_sentence(struct known_events *events, const struct document *document, const struct time_text *text,
                             mention_list *found) {
    struct time_match match;
    for (size_t at = text->begin; at < text->end;) {
        if (!match_event(events, text, at, &match) || !is_meant(document, text, &match)) {
            at++;
            continue;
        }
        *list_push(found) = mention_of(&match, match.at);
        at += match.length;
    }
}

size_t find_known_events(struct known_events *events, struct document *document, struct known_mention **found) {
    size_t tokens = document->tokens.count;
    mention_list list = {0};
    uint32_t *words = TAKE(&document->memory, uint32_t, tokens);
    const struct word_table *table = &rules_of(events)->table;
    for (size_t i = 0; i < tokens; i++) words[i] = intern_find(&table->words, document->tokens.at[i].lower);
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        struct time_text text = {.tokens = document->tokens.at, .words = words, .begin = sentence->first,
                                 .end = sentence->first + sentence->count, .over_names = true};
        find_in_sentence(events, document, &text, &list);
    }
    size_t count = list.count;
    *found = TAKE(&document->memory, struct known_mention, count + 1);
    if (count) memcpy(*found, list.at, count * sizeof **found);
    list_free(&list);
    return count;
}

bool known_event_at(struct known_events *events, const struct document *document, size_t at, size_t end,
                    struct known_mention *mention) {
    enum { MOST_WORDS = 4 * MOST_ELEMENTS }; // of a name
    const struct time_rules *rules = rules_of(events);
    const struct word_table *table = &rules->table;
    struct time_match match;
    uint32_t words[MOST_WORDS];
    size_t count = end > at ? end - at : 0;
    if (count > MOST_WORDS) count = MOST_WORDS;
    for (size_t i = 0; i < count; i++) {
        words[i] = intern_find(&table->words, document->tokens.at[at + i].lower);
        bool is_start = words[i] != NOT_INTERNED && rules->starting[words[i]];
        if (i == 0 && !is_start && !rules->starting[table->words.count] && !slice_is(document->tokens.at[at].lower, "the")) return false;
    }
    struct time_text text = {.tokens = document->tokens.at + at, .words = words, .end = count, .over_names = true};
    if (!count || !match_event(events, &text, 0, &match) || !is_meant(document, &text, &match)) return false;
    *mention = mention_of(&match, at);
    return true;
}
