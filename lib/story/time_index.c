// SPDX-License-Identifier: MIT
#include "story/time_index.h"

// ---- which rules can begin with a word

typedef LIST(uint32_t) rule_list;

// Once for each rule; it needs more than this word only if it does so in every way.
static void note_start(rule_list *list, uint32_t rule, bool needs_more) {
    uint32_t *last = list->count ? &list->at[list->count - 1] : NULL;
    if (!last || (*last & ~START_NEEDS_MORE) != rule + 1) *list_push(list) = (rule + 1) | (needs_more ? START_NEEDS_MORE : 0);
    else if (!needs_more) *last &= ~START_NEEDS_MORE;
}

static void note_element(const struct time_rules *rules, rule_list *lists, const struct element *element, uint32_t rule, bool needs_more) {
    size_t words = rules->table.words.count;
    for (size_t i = 0; i <= words / 64; i++)
        for (uint64_t left = element->begins[i]; left; left &= left - 1) {
            size_t word = i * 64 + (size_t)__builtin_ctzll(left);
            if (word >= words) break;
            if (!slice_is(rules->table.words.names[word], ",")) note_start(&lists[word], rule, needs_more);
        }
    if (element->kind >= TAKES_NUMBER) note_start(&lists[words], rule, needs_more); // figures
}

static uint32_t *keep_list(struct arena *keep, rule_list *list) {
    uint32_t *kept = list->count ? TAKE(keep, uint32_t, list->count + 1) : NULL;
    if (kept) memcpy(kept, list->at, list->count * sizeof *kept);
    list_free(list);
    return kept;
}

// Of a list, the rules that can end with the token that they begin with.
static uint32_t *keep_single(struct arena *keep, const struct time_rules *rules, const rule_list *list) {
    uint32_t *kept = NULL;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        uint32_t entry = list->at[i];
        if (entry & START_NEEDS_MORE || rules->rules[entry - 1].least > 1) continue;
        if (!kept) kept = TAKE(keep, uint32_t, list->count + 1);
        kept[count++] = entry;
    }
    return kept;
}

// ---- what can be the second word

// Words that can stand inside what begins with a figure: in a number those of its classes; in a year, a clock time and the like any with
// a meaning, and marks.
struct inside {
    uint64_t *number, *other;
};

static struct inside words_inside(struct arena *keep, const struct time_rules *rules) {
    const struct word_table *table = &rules->table;
    const struct number_words *numbers = &rules->numbers;
    uint64_t classes = numbers->digit | numbers->tens | numbers->hundred | numbers->magnitude | numbers->letter | numbers->plural |
                       numbers->vague | numbers->half | numbers->piece;
    size_t length = table->words.count / 64 + 1;
    struct inside inside = {TAKE(keep, uint64_t, length), TAKE(keep, uint64_t, length)};
    for (uint32_t word = 0; word < table->words.count; word++) {
        struct slice text = table->words.names[word];
        bool is_mark = text.length == 0 || !((text.at[0] | 32) >= 'a' && (text.at[0] | 32) <= 'z');
        if (table->first[word] || is_mark || slice_is(text, "s")) mark_word(inside.other, word);
        for (uint32_t s = table->first[word]; s; s = table->senses[s - 1].next)
            if (classes >> table->senses[s - 1].class & 1) mark_word(inside.number, word);
    }
    for (const struct slice *literal = number_literals; literal->at; literal++) {
        uint32_t word = intern_find(&table->words, *literal);
        mark_word(inside.number, word), mark_word(inside.other, word);
    }
    return inside;
}

static void add_words(uint64_t *to, const uint64_t *words, size_t length) {
    for (size_t i = 0; i < length; i++) to[i] |= words[i];
}

// Notes what can follow the first token of the rule's i-th element.
static void mark_followers(const struct time_rules *rules, struct time_rule *rule, size_t i, struct inside inside) {
    const struct element *element = &rules->elements[rule->first + i];
    size_t length = rules->table.words.count / 64 + 1;
    if (element->kind >= TAKES_ANCHOR) memset(rule->second, 0xff, length * sizeof *rule->second);
    if (element->kind >= TAKES_NUMBER) {
        add_words(rule->second, element->kind == TAKES_NUMBER ? inside.number : inside.other, length);
        rule->second_figure = true;
    }
    for (uint32_t **run = element->runs; element->kind == TAKES_WORDS && *run; run++)
        if (**run != NOT_INTERNED) mark_word(rule->second, (*run)[1]);
    while (++i < rule->count) {
        const struct element *next = &rules->elements[rule->first + i];
        if (next->is_context) continue;
        add_words(rule->second, next->begins, length);
        rule->second_figure |= next->kind >= TAKES_NUMBER;
        if (!next->is_optional) return;
    }
}

static void mark_seconds(struct arena *keep, const struct time_rules *rules, struct time_rule *rule, struct inside inside) {
    rule->second = TAKE(keep, uint64_t, rules->table.words.count / 64 + 1);
    for (size_t i = 0; i < rule->count; i++) {
        const struct element *element = &rules->elements[rule->first + i];
        if (element->is_context) continue;
        mark_followers(rules, rule, i, inside);
        if (!element->is_optional) return;
    }
}

// Must another element of the rule follow its i-th?
static bool needs_more(const struct time_rules *rules, const struct time_rule *rule, size_t i) {
    while (++i < rule->count)
        if (!rules->elements[rule->first + i].is_context && !rules->elements[rule->first + i].is_optional) return true;
    return false;
}

static void index_starts(struct arena *keep, struct time_rules *rules) {
    size_t words = rules->table.words.count;
    rule_list *lists = take_memory(NULL, words + 1, sizeof *lists);
    memset(lists, 0, (words + 1) * sizeof *lists);
    for (uint32_t r = 0; r < rules->rule_count; r++)
        for (size_t i = 0; i < rules->rules[r].count; i++) {
            const struct element *element = &rules->elements[rules->rules[r].first + i];
            if (element->is_context) continue;
            note_element(rules, lists, element, r, needs_more(rules, &rules->rules[r], i));
            if (!element->is_optional) break;
        }
    rules->starting = TAKE(keep, uint32_t *, words + 1);
    rules->single = TAKE(keep, uint32_t *, words + 1);
    for (size_t w = 0; w <= words; w++) {
        rules->single[w] = keep_single(keep, rules, &lists[w]);
        rules->starting[w] = keep_list(keep, &lists[w]);
    }
    free(lists);
}

void index_rules(struct arena *keep, struct time_rules *rules) {
    struct inside inside = words_inside(keep, rules);
    for (size_t r = 0; r < rules->rule_count; r++) mark_seconds(keep, rules, &rules->rules[r], inside);
    index_starts(keep, rules);
    rules->pairs = TAKE(keep, struct word_pair, WORD_PAIRS);
    for (size_t i = 0; i < WORD_PAIRS; i++) rules->pairs[i].word = NOT_INTERNED;
}
