// SPDX-License-Identifier: MIT
#include "text/contexts.h"

// What is in a sentence, so that most rules need no look at it.
struct presence {
    uint32_t follow[UPOS_COUNT + 1];    // [tag] tags that stand behind it, a bit each
    uint64_t words[CONTEXT_WORDS / 64]; // words that rules ask for, a bit each
};

static bool is_edge(struct slice cell) { return slice_is(cell, "BEGIN") || slice_is(cell, "END"); }

// The rules' own number of a word, from 1; CONTEXT_WORDS, which no sentence has, when there are too many.
static uint16_t ask_for(struct contexts *contexts, uint32_t word) {
    if (word >= contexts->room) return CONTEXT_WORDS;
    if (!contexts->asked[word])
        contexts->asked[word] = contexts->asked_count + 1 < CONTEXT_WORDS ? ++contexts->asked_count : CONTEXT_WORDS;
    return contexts->asked[word];
}

static void add_condition(struct contexts *contexts, struct lexicon *lexicon, struct context_rule *rule, int offset,
                          struct slice cell) {
    if (cell.length == 0) return;
    enum upos tag = upos_of(cell);
    bool is_word = !tag && !is_edge(cell);
    uint32_t value = tag ? (uint32_t)tag : is_edge(cell) ? CONTEXT_EDGE : number_lower(lexicon, cell);
    rule->at[rule->conditions].offset = (int8_t)offset;
    rule->at[rule->conditions].is_word = is_word;
    rule->at[rule->conditions++].value = value;
    if (is_word) rule->words[rule->words[0] ? 1 : 0] = ask_for(contexts, value);
    else if (offset == -1) rule->before = (uint8_t)value;
    else if (offset == 1) rule->after = (uint8_t)value;
}

static void read_rule(const struct grid *grid, size_t row, struct lexicon *lexicon, struct contexts *contexts) {
    static const struct {
        const char *name;
        int offset;
    } neighbours[] = {{"before", -1}, {"after", 1}, {"before2", -2}, {"after2", 2}};
    struct context_rule *rule = &contexts->rules[row];
    struct slice word = grid_cell(grid, row, grid_column(grid, "word"));
    rule->from = (uint8_t)upos_of(grid_cell(grid, row, grid_column(grid, "from")));
    rule->to = (uint8_t)upos_of(grid_cell(grid, row, grid_column(grid, "to")));
    rule->own_word = word.length > 0 && !(word.length > 1 && word.at[0] == '-');
    if (rule->own_word) add_condition(contexts, lexicon, rule, 0, word);
    else if (word.length) rule->ending = slice_skip(word, 1);
    for (size_t i = 0; i < sizeof neighbours / sizeof *neighbours; i++)
        add_condition(contexts, lexicon, rule, neighbours[i].offset, grid_cell(grid, row, grid_column(grid, neighbours[i].name)));
}

void read_contexts(struct arena *keep, const struct grid *grid, struct lexicon *lexicon, struct contexts *contexts) {
    *contexts = (struct contexts){.rules = TAKE(keep, struct context_rule, grid->rows + 1), .count = grid->rows};
    contexts->room = lexicon->grid.rows + lexicon->others.room;
    contexts->asked = TAKE(keep, uint16_t, contexts->room + 1);
    for (size_t row = 0; row < grid->rows; row++) read_rule(grid, row, lexicon, contexts);
}

static void note_presence(const struct contexts *contexts, const struct tagging *tagging, struct presence *presence) {
    *presence = (struct presence){0};
    presence->follow[CONTEXT_EDGE] = 1u << tagging->tags[0];
    for (size_t i = 0; i < tagging->length; i++) {
        presence->follow[tagging->tags[i]] |= 1u << tagging->tags[i + 1];
        uint16_t asked = tagging->words[i] < contexts->room ? contexts->asked[tagging->words[i]] : 0;
        if (asked && asked < CONTEXT_WORDS) presence->words[asked / 64] |= 1ull << asked % 64;
    }
}

static bool has_word(const struct presence *presence, uint16_t asked) {
    return !asked || (asked < CONTEXT_WORDS && presence->words[asked / 64] >> asked % 64 & 1);
}

static bool may_fit(const struct context_rule *rule, const struct presence *presence) {
    if (!presence->follow[rule->from]) return false;
    if (rule->before && !(presence->follow[rule->before] >> rule->from & 1)) return false;
    if (rule->after && !(presence->follow[rule->from] >> rule->after & 1)) return false;
    return has_word(presence, rule->words[0]) && has_word(presence, rule->words[1]);
}

static bool fits(const struct context_rule *rule, const struct tagging *tagging, size_t i) {
    for (size_t c = 0; c < rule->conditions; c++) {
        ptrdiff_t place = (ptrdiff_t)i + rule->at[c].offset;
        uint32_t found = rule->at[c].is_word ? tagging->words[place] : tagging->tags[place];
        if (found != rule->at[c].value) return false;
    }
    if (rule->ending.length && !slice_ends(tagging->tokens[i].lower, rule->ending)) return false;
    return rule->own_word || tagging->allowed[i] & 1u << rule->to;
}

static void apply_rule(const struct context_rule *rule, struct tagging *tagging, struct presence *presence) {
    uint8_t *end = tagging->tags + tagging->length;
    for (uint8_t *at = tagging->tags; at < end && (at = memchr(at, rule->from, (size_t)(end - at))); at++) {
        if (!fits(rule, tagging, (size_t)(at - tagging->tags))) continue;
        *at = rule->to;
        presence->follow[at[-1]] |= 1u << rule->to;
        presence->follow[rule->to] |= 1u << at[1];
    }
}

void apply_contexts(const struct contexts *contexts, struct tagging *tagging) {
    struct presence presence;
    if (tagging->length == 0) return;
    note_presence(contexts, tagging, &presence);
    for (size_t r = 0; r < contexts->count; r++)
        if (may_fit(&contexts->rules[r], &presence)) apply_rule(&contexts->rules[r], tagging, &presence);
}
