// SPDX-License-Identifier: MIT
#include "story/time_pattern.h"

#include "story/known_events.h"

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

// Figures, '98 and mid-1990s: tokens that need not be in the table of words.
static inline bool is_figure(const struct token *token) {
    char first = token->lower.length ? token->lower.at[0] : ' ';
    if (first == 'm') return token->lower.length > 4 && token->lower.at[4] <= '9' && slice_starts(token->lower, SLICE("mid-"));
    return (first >= '0' && first <= '9') || first == '\'';
}

static inline bool can_begin(const struct time_text *text, size_t at, const struct element *element) {
    uint32_t word = text->words[at];
    if (element->kind >= TAKES_ANCHOR) return true;
    if (word != NOT_INTERNED && element->begins[word / 64] >> word % 64 & 1) return true;
    return element->kind >= TAKES_NUMBER && is_figure(&text->tokens[at]);
}

static bool is_small(struct slice form) { return form.length && form.at[0] >= 'a' && form.at[0] <= 'z'; }

struct attempt {
    const struct time_rules *rules;
    const struct time_text *text;
    const struct element *elements;
    size_t count;
    uint8_t taken[MOST_ELEMENTS]; // tokens by element
    size_t behind[MOST_ELEMENTS]; // of a context behind the expression: where it stands
    size_t number_at, number_length; // the number that was read last: many rules begin with one
    uint32_t *const *runs;           // and the words that were sought last, at runs_at
    size_t runs_at, runs_length;
};

static size_t number_length(struct attempt *attempt, size_t at) {
    struct quantity quantity;
    const struct time_text *text = attempt->text;
    if (attempt->number_at != at)
        attempt->number_length = read_number(&attempt->rules->numbers, text->tokens, text->words, at, text->end, &quantity);
    attempt->number_at = at;
    return attempt->number_length;
}

static size_t words_length(struct attempt *attempt, size_t at, uint32_t *const *runs) {
    if (attempt->runs == runs && attempt->runs_at == at) return attempt->runs_length;
    attempt->runs = runs, attempt->runs_at = at;
    return attempt->runs_length = longest_run(attempt->text, at, runs);
}

// Of elements that are no words, classes or numbers.
static size_t rare_length(const struct time_rules *rules, const struct time_text *text, size_t at, enum element_kind kind) {
    struct figure_date date;
    struct time_match anchor;
    struct known_mention event;
    size_t length = 0;
    int minutes;
    switch (kind) {
    case TAKES_DAY: return day_of_month(text->tokens[at].lower) > 0;
    case TAKES_YEAR: return read_year(rules, text, at, &length) > 0 ? length : 0;
    case TAKES_SHORT_YEAR: return read_short_year(rules, text, at, &length) >= 0 ? length : 0;
    case TAKES_CLOCK: return read_clock(rules, text, at, &minutes);
    case TAKES_DECADE: return read_decade(rules, text, at, &length) >= 0 ? length : 0;
    case TAKES_DATE: return read_figure_date(text, at, &date);
    case TAKES_ANCHOR: return match_anchor(rules, text, at, &anchor) ? anchor.length : 0;
    case TAKES_EVENT: return text->events && known_event_at(text->events, text->document, at, text->end, &event) ? event.count : 0;
    default: return 0;
    }
}

// How many tokens the element takes at tokens[at], which is in the sentence; 0: it does not fit.
static size_t element_length(struct attempt *attempt, size_t at, const struct element *element) {
    const struct time_text *text = attempt->text;
    if (!can_begin(text, at, element) || (element->is_capital && is_small(text->tokens[at].form))) return 0;
    switch (element->kind) {
    case TAKES_WORDS: return words_length(attempt, at, element->runs);
    case TAKES_CLASS: return sense_at(attempt->rules, text, at, element->classes) != NULL;
    case TAKES_NUMBER: return number_length(attempt, at);
    default: return rare_length(attempt->rules, text, at, element->kind);
    }
}

// How many tokens a word of the context takes at tokens[at], with those before it at tokens[at - 1].
static size_t context_length(struct attempt *attempt, const struct element *element, size_t at) {
    const struct time_text *text = attempt->text;
    return at >= text->begin && at < text->end ? element_length(attempt, at, element) : 0;
}

// The contexts behind an expression that ends at `end`, one after the other; those denied take no room.
static bool holds_behind(struct attempt *attempt, size_t i, size_t end) {
    for (size_t at = end; i < attempt->count; i++) {
        const struct element *element = &attempt->elements[i];
        size_t length = element->is_context ? context_length(attempt, element, at) : 0;
        attempt->taken[i] = 0;
        if (element->is_denied ? length > 0 : length == 0) return false;
        if (!element->is_denied) attempt->behind[i] = at, at += length;
    }
    return true;
}

// An end where something was taken, and no comma last that a missing year left behind.
static size_t checked_end(const struct attempt *attempt, size_t at, size_t begin) {
    return at > begin && !slice_is(attempt->text->tokens[at - 1].lower, ",") ? at : 0;
}

// May an element be missing, and does its first word miss? Then nothing has to be tried.
static inline bool is_passed_over(const struct attempt *attempt, const struct element *element, size_t at) {
    return element->is_optional && !element->is_context && (at >= attempt->text->end || !can_begin(attempt->text, at, element));
}

// Elements from `i` on, at tokens[at]; gives where the match ends, or 0.
static size_t match_from(struct attempt *attempt, size_t i, size_t at, size_t begin) {
    for (; i < attempt->count && is_passed_over(attempt, &attempt->elements[i], at); i++) attempt->taken[i] = 0;
    if (i == attempt->count) return checked_end(attempt, at, begin);
    const struct element *element = &attempt->elements[i];
    attempt->taken[i] = 0;
    if (element->is_context && at > begin) return holds_behind(attempt, i, at) ? checked_end(attempt, at, begin) : 0;
    if (element->is_context)
        return (at > 0 && context_length(attempt, element, at - 1) > 0) != element->is_denied ? match_from(attempt, i + 1, at, begin) : 0;
    size_t length = at < attempt->text->end ? element_length(attempt, at, element) : 0;
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
    bool has_context = false, is_weak = false, is_part = false;
    for (size_t i = 0; i < attempt->count; i++) {
        const struct element *element = &attempt->elements[i];
        has_context |= element->is_context && !element->is_denied;
        if (element->kind != TAKES_CLASS || !attempt->taken[i]) continue;
        const struct word_sense *sense = sense_at(attempt->rules, attempt->text, at, element->classes);
        is_weak |= sense && sense->is_weak;
        is_part |= sense && sense->is_part;
    }
    return end > at + 1 || (!is_part && (has_context || !is_weak));
}

static void bind_slots(const struct attempt *attempt, size_t at, struct time_match *match) {
    memset(match->slots, 0, sizeof match->slots);
    for (size_t i = 0; i < attempt->count; at += attempt->taken[i++]) {
        const struct element *element = &attempt->elements[i];
        if (element->kind == TAKES_EVENT && element->is_context) match->slots[SLOT_event] = (struct capture){NULL, attempt->behind[i], 1};
        if (!attempt->taken[i] || element->slot == SLOT_COUNT) continue;
        const struct word_sense *sense = element->classes ? sense_at(attempt->rules, attempt->text, at, element->classes) : NULL;
        match->slots[element->slot] = (struct capture){sense, at, attempt->taken[i]};
    }
}

static bool can_be_second(const struct time_rule *rule, uint32_t word) { return rule->second[word / 64] >> word % 64 & 1; }

static bool can_go_on(const struct time_rule *rule, const struct time_text *text, size_t at) {
    uint32_t word = text->words[at];
    if (word != NOT_INTERNED && can_be_second(rule, word)) return true;
    return rule->second_figure && is_figure(&text->tokens[at]);
}

// Would a match of this rule and end be the best so far, and not one that was found before?
static bool is_wanted(const struct time_rule *rule, size_t length, const struct time_match *best, const struct time_match *after) {
    if (after && (length > after->length || (length == after->length && rule <= after->rule))) return false;
    return length > best->length || (length == best->length && rule < best->rule);
}

// Of the rules that can begin with a word, those that the next one lets go on or end. Worked out once for a pair, as long as there is room.
static const uint32_t *rules_for_pair(const struct time_rules *rules, uint32_t word, uint32_t next) {
    struct word_pair *pair = &rules->pairs[(word * 31 + next) % WORD_PAIRS];
    if (pair->word == word && pair->next == next) return pair->rules;
    uint32_t kept[PAIR_RULES + 1], count = 0;
    for (const uint32_t *r = rules->starting[word]; *r; r++) {
        if (*r & START_NEEDS_MORE && !can_be_second(&rules->rules[(*r & ~(uint32_t)START_NEEDS_MORE) - 1], next)) continue;
        if (count == PAIR_RULES) return rules->starting[word];
        kept[count++] = *r;
    }
    kept[count++] = 0;
    pair->word = word, pair->next = next;
    memcpy(pair->rules, kept, count * sizeof *kept);
    return pair->rules;
}

// The rules that can begin at tokens[at] with this word, or with a figure (word: count of words), as far as the next token tells.
static const uint32_t *rules_for(const struct time_rules *rules, const struct time_text *text, size_t at, uint32_t word) {
    if (!rules->starting[word] || at + 1 == text->end) return rules->single[word];
    if (is_figure(&text->tokens[at + 1])) return rules->starting[word];
    uint32_t next = text->words[at + 1];
    return next == NOT_INTERNED ? rules->single[word] : rules_for_pair(rules, word, next);
}

bool match_time(const struct time_rules *rules, const struct time_text *text, size_t at, const struct time_match *after,
                struct time_match *match) {
    uint32_t word = text->words[at];
    const uint32_t *lists[] = {word != NOT_INTERNED ? rules_for(rules, text, at, word) : NULL,
                               is_figure(&text->tokens[at]) ? rules_for(rules, text, at, (uint32_t)rules->table.words.count) : NULL};
    if (!lists[0] && !lists[1]) return false;
    struct time_match best;
    struct attempt attempt; // not cleared as a whole: this runs for most words
    best.length = 0;
    attempt.rules = rules, attempt.text = text, attempt.number_at = SIZE_MAX, attempt.runs = NULL;
    for (int l = 0; l < 2; l++)
        for (const uint32_t *r = lists[l]; r && *r; r++) {
            const struct time_rule *rule = &rules->rules[(*r & ~(uint32_t)START_NEEDS_MORE) - 1];
            if (*r & START_NEEDS_MORE && !can_go_on(rule, text, at + 1)) continue;
            if (rule->has_anchor && text->within_anchor) continue;
            attempt.elements = rules->elements + rule->first, attempt.count = rule->count;
            size_t end = match_from(&attempt, 0, at, at);
            if (!end || !is_wanted(rule, end - at, &best, after) || !stands_alone(&attempt, at, end)) continue;
            best.rule = rule, best.at = at, best.length = end - at;
            bind_slots(&attempt, at, &best);
        }
    if (best.length) *match = best;
    return best.length > 0;
}

bool match_anchor(const struct time_rules *rules, const struct time_text *text, size_t at, struct time_match *match) {
    struct time_match before, *after = NULL;
    struct time_text inside = *text;
    inside.within_anchor = true;
    while (match_time(rules, &inside, at, after, match)) {
        if (match->rule->kind == NER_DATE) return true;
        before = *match, after = &before;
    }
    return false;
}
