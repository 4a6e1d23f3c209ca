// SPDX-License-Identifier: MIT
#include "story/time_pattern.h"

static bool can_take(const struct time_text *text, size_t at, size_t length) {
    for (size_t i = at; i < at + length && !text->over_names; i++)
        if (text->tokens[i].ner != NER_NONE) return false;
    return true;
}

static size_t run_length(const struct time_text *text, size_t at, const uint32_t *run) {
    size_t length = 0;
    for (; run[length] != NOT_INTERNED; length++)
        if (at + length >= text->end || text->words[at + length] != run[length]) return 0;
    return length;
}

static size_t longest_run(const struct time_text *text, size_t at, uint32_t *const *runs) {
    size_t longest = 0;
    for (; *runs; runs++) {
        size_t length = run_length(text, at, *runs);
        if (length > longest) longest = length;
    }
    return longest;
}

// Figures, and '98: tokens that need not be in the table of words.
static bool is_figure(const struct token *token) {
    char first = token->lower.length ? token->lower.at[0] : ' ';
    return (first >= '0' && first <= '9') || first == '\'';
}

static bool can_begin(const struct time_text *text, size_t at, const struct element *element) {
    uint32_t word = text->words[at];
    if (word != NOT_INTERNED && element->begins[word / 64] >> word % 64 & 1) return true;
    return element->kind >= TAKES_NUMBER && is_figure(&text->tokens[at]);
}

static size_t number_length(const struct time_rules *rules, const struct time_text *text, size_t at) {
    struct quantity quantity;
    struct number_read *last = text->memory ? &text->memory->read[at % 4] : NULL;
    if (last && last->at == at && last->end == text->end) return last->length;
    size_t length = read_number(&rules->numbers, text->tokens, text->words, at, text->end, &quantity);
    if (last) *last = (struct number_read){at, text->end, length};
    return length;
}

// How many tokens the element takes at tokens[at], which is in the sentence; 0: it does not fit.
static size_t element_length(const struct time_rules *rules, const struct time_text *text, size_t at,
                             const struct element *element) {
    struct figure_date date;
    size_t length = 0;
    int minutes;
    if (!can_begin(text, at, element)) return 0;
    switch (element->kind) {
    case TAKES_WORDS: return longest_run(text, at, element->runs);
    case TAKES_CLASS: return sense_at(rules, text, at, element->classes) != NULL;
    case TAKES_NUMBER: return number_length(rules, text, at);
    case TAKES_DAY: return day_of_month(text->tokens[at].lower) > 0;
    case TAKES_YEAR: return read_year(rules, text, at, &length) > 0 ? length : 0;
    case TAKES_SHORT_YEAR: return read_short_year(rules, text, at, &length) >= 0 ? length : 0;
    case TAKES_CLOCK: return read_clock(rules, text, at, &minutes);
    case TAKES_DECADE: return read_decade(rules, text, at, &length) >= 0 ? length : 0;
    case TAKES_DATE: return read_figure_date(text, at, &date);
    }
    return 0;
}

struct attempt {
    const struct time_rules *rules;
    const struct time_text *text;
    const struct element *elements;
    size_t count;
    uint8_t taken[MOST_ELEMENTS]; // tokens by element
};

static bool context_holds(const struct attempt *attempt, const struct element *element, size_t at, bool is_before) {
    const struct time_text *text = attempt->text;
    bool is_there = is_before ? at > text->begin : at < text->end;
    bool fits = is_there && element_length(attempt->rules, text, is_before ? at - 1 : at, element) > 0;
    return fits != element->is_denied;
}

// Elements from `i` on, at tokens[at]; gives where the match ends, or 0.
static size_t match_from(struct attempt *attempt, size_t i, size_t at, size_t begin) {
    if (i == attempt->count) return at > begin ? at : 0;
    const struct element *element = &attempt->elements[i];
    attempt->taken[i] = 0;
    if (element->is_context) return context_holds(attempt, element, at, at == begin) ? match_from(attempt, i + 1, at, begin) : 0;
    size_t length = at < attempt->text->end ? element_length(attempt->rules, attempt->text, at, element) : 0;
    if (length && length < 256 && can_take(attempt->text, at, length)) {
        size_t end = match_from(attempt, i + 1, at + length, begin);
        attempt->taken[i] = (uint8_t)length;
        if (end) return end;
    }
    if (!element->is_optional) return 0;
    attempt->taken[i] = 0;
    return match_from(attempt, i + 1, at, begin);
}

static bool stands_alone(const struct attempt *attempt, size_t at, size_t end) {
    bool has_context = false, is_weak = false;
    for (size_t i = 0; i < attempt->count; i++) {
        const struct element *element = &attempt->elements[i];
        has_context |= element->is_context && !element->is_denied;
        if (element->kind != TAKES_CLASS || !attempt->taken[i]) continue;
        const struct word_sense *sense = sense_at(attempt->rules, attempt->text, at, element->classes);
        is_weak |= sense && sense->is_weak;
    }
    return end > at + 1 || has_context || !is_weak;
}

static void bind_slots(const struct attempt *attempt, size_t at, struct time_match *match) {
    memset(match->slots, 0, sizeof match->slots);
    for (size_t i = 0; i < attempt->count; at += attempt->taken[i++]) {
        const struct element *element = &attempt->elements[i];
        if (!attempt->taken[i] || element->slot == SLOT_COUNT) continue;
        const struct word_sense *sense = element->classes ? sense_at(attempt->rules, attempt->text, at, element->classes) : NULL;
        match->slots[element->slot] = (struct capture){sense, at, attempt->taken[i]};
    }
}

static bool can_go_on(const struct time_rule *rule, const struct time_text *text, size_t at) {
    uint32_t word = text->words[at];
    if (word != NOT_INTERNED && rule->second[word / 64] >> word % 64 & 1) return true;
    return rule->second_figure && is_figure(&text->tokens[at]);
}

bool match_time(const struct time_rules *rules, const struct time_text *text, size_t at, struct time_match *match) {
    uint32_t word = text->words[at];
    const uint32_t *lists[] = {word != NOT_INTERNED ? rules->starting[word] : NULL,
                               is_figure(&text->tokens[at]) ? rules->starting_digit : NULL};
    if (!lists[0] && !lists[1]) return false;
    bool is_last = at + 1 == text->end || (text->words[at + 1] == NOT_INTERNED && !is_figure(&text->tokens[at + 1]));
    size_t best = 0;
    for (int l = 0; l < 2; l++)
        for (const uint32_t *r = lists[l]; r && *r; r++) {
            const struct time_rule *rule = &rules->rules[(*r & ~(uint32_t)START_NEEDS_MORE) - 1];
            if (is_last && rule->least > 1) continue;
            if (*r & START_NEEDS_MORE && (is_last || !can_go_on(rule, text, at + 1))) continue;
            struct attempt attempt;
            attempt.rules = rules, attempt.text = text, attempt.elements = rules->elements + rule->first,
            attempt.count = rule->count;
            size_t end = match_from(&attempt, 0, at, at);
            if (!end || end - at < best || (end - at == best && rule >= match->rule) || !stands_alone(&attempt, at, end))
                continue;
            best = end - at;
            match->rule = rule;
            match->at = at;
            match->length = best;
            bind_slots(&attempt, at, match);
        }
    return best > 0;
}
