// SPDX-License-Identifier: MIT
#include "text/contexts.h"

static bool is_edge(struct slice cell) { return slice_is(cell, "BEGIN") || slice_is(cell, "END"); }

static uint64_t word_bit(uint32_t word) { return word == NOT_INTERNED ? 0 : 1ull << (word & 63); }

static void add_condition(struct lexicon *lexicon, struct context_rule *rule, int offset, struct slice cell) {
    if (cell.length == 0) return;
    enum upos tag = upos_of(cell);
    rule->at[rule->conditions].offset = (int8_t)offset;
    rule->at[rule->conditions].is_word = !tag && !is_edge(cell);
    rule->at[rule->conditions].value = tag ? (uint32_t)tag : is_edge(cell) ? CONTEXT_EDGE : add_word(&lexicon->lowers, cell);
    if (rule->at[rule->conditions].is_word) rule->words |= word_bit(rule->at[rule->conditions].value);
    else rule->tags |= 1u << rule->at[rule->conditions].value;
    rule->conditions++;
}

static void read_rule(const struct grid *grid, size_t row, struct lexicon *lexicon, struct context_rule *rule) {
    static const struct { const char *name; int offset; } neighbours[] = {{"before", -1}, {"after", 1}, {"before2", -2}, {"after2", 2}};
    struct slice word = grid_cell(grid, row, grid_column(grid, "word"));
    rule->from = (uint8_t)upos_of(grid_cell(grid, row, grid_column(grid, "from")));
    rule->to = (uint8_t)upos_of(grid_cell(grid, row, grid_column(grid, "to")));
    rule->tags = 1u << rule->from;
    if (word.length > 1 && word.at[0] == '-') rule->ending = slice_skip(word, 1);
    else add_condition(lexicon, rule, 0, word);
    for (size_t i = 0; i < sizeof neighbours / sizeof *neighbours; i++)
        add_condition(lexicon, rule, neighbours[i].offset, grid_cell(grid, row, grid_column(grid, neighbours[i].name)));
}

void read_contexts(struct arena *keep, const struct grid *grid, struct lexicon *lexicon, struct contexts *contexts) {
    *contexts = (struct contexts){TAKE(keep, struct context_rule, grid->rows + 1), grid->rows};
    for (size_t row = 0; row < grid->rows; row++) read_rule(grid, row, lexicon, &contexts->rules[row]);
}

static bool fits(const struct context_rule *rule, const struct tagging *tagging, size_t i) {
    bool own_word = false;
    for (size_t c = 0; c < rule->conditions; c++) {
        ptrdiff_t place = (ptrdiff_t)i + rule->at[c].offset;
        uint32_t found = rule->at[c].is_word ? tagging->words[place] : tagging->tags[place];
        if (found != rule->at[c].value) return false;
        own_word |= rule->at[c].offset == 0;
    }
    if (rule->ending.length && !slice_ends(tagging->tokens[i].lower, rule->ending)) return false;
    return own_word || tagging->allowed[i] & 1u << rule->to;
}

static void apply_rule(const struct context_rule *rule, struct tagging *tagging) {
    uint8_t *end = tagging->tags + tagging->length;
    for (uint8_t *at = tagging->tags; at < end && (at = memchr(at, rule->from, (size_t)(end - at))); at++)
        if (fits(rule, tagging, (size_t)(at - tagging->tags))) *at = rule->to;
}

void apply_contexts(const struct contexts *contexts, struct tagging *tagging) {
    uint32_t tags = 1u << CONTEXT_EDGE;
    uint64_t words = 0;
    for (size_t i = 0; i < tagging->length; i++) {
        tags |= 1u << tagging->tags[i];
        words |= word_bit(tagging->words[i]);
    }
    for (size_t r = 0; r < contexts->count; r++) {
        const struct context_rule *rule = &contexts->rules[r];
        if ((rule->tags & ~tags) | (rule->words & ~words)) continue;
        apply_rule(rule, tagging);
        tags |= 1u << rule->to;
    }
}
