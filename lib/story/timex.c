// SPDX-License-Identifier: MIT
#include "story/timex.h"

#include "base/die.h"
#include "story/rank.h"
#include "story/time_value.h"

struct timex {
    struct time_rules rules;
};

struct timex *make_timex(struct arena *keep, const struct timex_tables *tables) {
    struct timex *timex = TAKE(keep, struct timex, 1);
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

// What later expressions may count from: not a look back ("a year earlier"), nor what says no more than a weekday.
static void remember(struct time_reference *reference, const struct time_match *match, struct slice value) {
    struct edtf edtf;
    bool is_aside = slice_starts(match->rule->value, SLICE("earlier")) || slice_starts(match->rule->value, SLICE("ago"));
    if (match->rule->kind != NER_DATE || is_aside || !parse_edtf(value, &edtf) || edtf.is_interval) return;
    if (edtf.first.year == UNKNOWN && edtf.first.month == UNKNOWN && edtf.first.season == UNKNOWN) return;
    reference->has_recent = true;
    reference->recent = edtf.first;
    reference->recent.time = (struct slice){"", 0};
}

static void find_in_sentence(const struct timex *timex, struct document *document, struct time_text text,
                             struct time_reference *reference, struct slice *rules) {
    struct time_match match;
    for (size_t at = text.begin, end = text.end; at < end;) {
        bool usable = false;
        size_t length = 1;
        if (document->tokens.at[at].ner == NER_NONE && match_time(&timex->rules, &text, at, &match)) {
            if (match.rule->kind != NER_NONE) {
                struct slice value = value_of(&document->memory, &timex->rules, &text, &match, reference, &usable);
                if (!usable && match.slots[SLOT_lastnumber].length) { // no range ("five to three"): what is shorter
                    text.end = at + match.length - 1;
                    continue;
                }
                if (usable) mark(document, &match, value), remember(reference, &match, value);
                if (usable && rules) rules[at] = arena_join(&document->memory, match.rule->table, "/", match.rule->name);
            }
            if (usable || match.rule->kind == NER_NONE) length = match.length;
        }
        at += length;
        text.end = end;
    }
}

void find_times(const struct timex *timex, struct document *document, struct slice *rules) {
    struct time_reference reference = make_reference(document->published);
    struct number_memory memory = {0};
    size_t count = document->tokens.count;
    uint32_t *words = TAKE(&document->memory, uint32_t, count);
    for (size_t i = 0; i < count; i++) words[i] = intern_find(&timex->rules.table.words, document->tokens.at[i].lower);
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        struct time_text text = {document->tokens.at, words, sentence->first, sentence->first + sentence->count, false, &memory};
        find_in_sentence(timex, document, text, &reference, rules);
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
