// SPDX-License-Identifier: MIT
#include "story/timex.h"

#include "base/die.h"
#include "story/known_events.h"
#include "story/rank.h"
#include "story/time_value.h"

struct timex {
    struct time_rules rules;
    struct grid known;
    struct known_events *events;
    struct timex_choices choices;
};

struct timex *make_timex(struct arena *keep, const struct timex_tables *tables, struct timex_choices choices) {
    struct timex *timex = TAKE(keep, struct timex, 1);
    timex->choices = choices;
    timex->known = tables->known_events;
    timex->events = make_known_events(keep, &timex->known, choices.check_events);
    make_time_rules(keep, &timex->rules, tables->patterns, TIMEX_PATTERNS, tables->words, TIMEX_WORDS);
    for (size_t i = 0; i < timex->rules.rule_count; i++) {
        const struct time_rule *rule = &timex->rules.rules[i];
        if (rule->kind != NER_NONE && !is_way_known(rule->value))
            die("%.*s: rule %.*s: no such way to a value: %.*s", SHOW(rule->table), SHOW(rule->name), SHOW(rule->value));
    }
    return timex;
}

static void mark(struct document *document, const struct time_match *match, struct slice value) {
    struct token *tokens = document->tokens.at + match->at;
    for (size_t i = 0; i < match->length; i++) tokens[i].ner = match->rule->kind, tokens[i].ner_begins = i == 0;
    tokens[0].value = value;
}

// "The third quarter ended Sept. 30" goes on to be the quarter.
static bool ends_quarter(const struct partial_date *quarter, const struct partial_date *day) {
    return quarter->season > 32 && quarter->season < 37 && day->day != UNKNOWN && day->month == 3 * (quarter->season - 32);
}

// What later expressions may count from: not a look back ("a year earlier"), nor what says no more than a weekday, nor a guessed day.
static void remember(struct time_reference *reference, const struct time_match *match, struct slice value) {
    struct edtf edtf;
    bool says_year = match->slots[SLOT_year].length || match->slots[SLOT_date].length || match->slots[SLOT_shortyear].length;
    bool is_aside = slice_starts(match->rule->value, SLICE("earlier")) || slice_starts(match->rule->value, SLICE("ago"));
    bool is_date = match->rule->kind == NER_DATE || match->rule->kind == NER_TIME;
    if (!is_date || is_aside || !parse_edtf(value, &edtf) || edtf.is_interval || edtf.first.uncertain) return;
    if (edtf.first.year == UNKNOWN && edtf.first.month == UNKNOWN && edtf.first.season == UNKNOWN) return;
    if (ends_quarter(&reference->recent, &edtf.first)) return;
    reference->has_recent = true, reference->since_recent = 0;
    reference->recent = edtf.first;
    reference->recent.time = (struct slice){"", 0};
    if (says_year) reference->dated = edtf.first, reference->since_dated = 0;
}

// The best match at this token that has a value: how many tokens it takes, 0 for none. *match is passed over where it is of no kind.
static bool find_expression(const struct timex *timex, struct document *document, const struct time_text *text, size_t at,
                            const struct time_reference *reference, struct time_match *match, struct slice *value) {
    struct time_match before, *after = NULL;
    while (match_time(&timex->rules, text, at, after, match)) {
        bool usable = false;
        if (match->rule->kind == NER_NONE) return true;
        *value = value_of(&document->memory, &timex->rules, text, match, reference, &usable);
        if (usable) return true;
        before = *match, after = &before;
    }
    return false;
}

static void find_in_sentence(const struct timex *timex, struct document *document, struct time_text text,
                             struct time_reference *reference, struct slice *rules) {
    struct time_match match;
    for (size_t at = text.begin; at < text.end;) {
        struct slice value;
        if (document->tokens.at[at].ner != NER_NONE || !find_expression(timex, document, &text, at, reference, &match, &value)) {
            at++;
            continue;
        }
        if (match.rule->kind != NER_NONE) {
            mark(document, &match, value), remember(reference, &match, value);
            if (rules) rules[at] = arena_join(&document->memory, match.rule->table, "/", match.rule->name);
        }
        at += match.length;
    }
}

void find_times(const struct timex *timex, struct document *document, struct slice *rules) {
    struct time_reference reference = make_reference(document->published);
    size_t count = document->tokens.count;
    uint32_t *words = TAKE(&document->memory, uint32_t, count);
    for (size_t i = 0; i < count; i++) words[i] = intern_find(&timex->rules.table.words, document->tokens.at[i].lower);
    struct time_text text = {.tokens = document->tokens.at, .words = words, .end = count, .events = timex->events, .document = document};
    text.day_first = is_day_first(&text, timex->choices.day_first);
    for (size_t s = 0; s < document->sentences.count; s++) {
        text.is_headline = document->sentences.at[s].part == PART_title || document->sentences.at[s].part == PART_heading;
        text.begin = document->sentences.at[s].first, text.end = text.begin + document->sentences.at[s].count;
        find_in_sentence(timex, document, text, &reference, rules);
        reference.since_dated++, reference.since_recent++;
    }
}

static void mark_rank(struct document *document, size_t at, size_t length, long rank) {
    struct token *tokens = document->tokens.at + at;
    for (size_t i = 0; i < length; i++) tokens[i].ner = NER_NUMBER, tokens[i].ner_begins = i == 0;
    tokens[0].value = print_rank(&document->memory, rank);
}

void find_ordinals(const struct timex *timex, struct document *document, struct slice *rules) {
    long rank;
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        for (size_t at = sentence->first, end = at + sentence->count, length; at < end; at += length ? length : 1) {
            length = read_rank(&timex->rules, document, sentence, at, &rank);
            if (length) mark_rank(document, at, length, rank);
            if (length && rules) rules[at] = SLICE("numbers/ordinal");
        }
    }
}
