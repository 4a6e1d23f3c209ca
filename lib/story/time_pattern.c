// SPDX-License-Identifier: MIT
#include "story/time_pattern.h"

#include "base/die.h"

enum element_kind { TAKES_WORDS, TAKES_CLASS, TAKES_NUMBER, TAKES_DAY, TAKES_YEAR, TAKES_SHORT_YEAR, TAKES_CLOCK, TAKES_DECADE, TAKES_DATE };

// A run of words, ended by NOT_INTERNED.
struct element {
    enum element_kind kind;
    enum time_slot slot;
    uint64_t classes;
    uint32_t **runs;          // for words: the alternatives, ended by NULL
    uint64_t *begins;         // [word / 64] bit word % 64: it can begin with that word
    bool is_optional, is_context, is_denied;
};

#define MOST_ELEMENTS 16

// ---- compiling

struct compiler {
    struct arena *keep;
    struct time_rules *rules;
    const struct grid *grid;
    int name, kind, pattern;
};

static uint32_t **compile_words(struct compiler *compiler, struct slice alternatives) {
    size_t count = 1;
    for (size_t i = 0; i < alternatives.length; i++) count += alternatives.at[i] == '|';
    uint32_t **runs = TAKE(compiler->keep, uint32_t *, count + 1);
    struct slice run, word;
    for (size_t r = 0; slice_cut(&alternatives, '|', &run); r++) {
        size_t words = 2, w = 0;
        for (size_t i = 0; i < run.length; i++) words += run.at[i] == ' ';
        runs[r] = TAKE(compiler->keep, uint32_t, words);
        while (slice_cut(&run, ' ', &word)) runs[r][w++] = intern_find(&compiler->rules->table.words, word);
        runs[r][w] = NOT_INTERNED;
    }
    return runs;
}

static struct slice find_phrase(struct compiler *compiler, struct slice name, size_t row) {
    for (size_t r = 0; r < compiler->grid->rows; r++)
        if (slice_is(grid_cell(compiler->grid, r, compiler->kind), "PHRASE") && slice_equal(grid_cell(compiler->grid, r, compiler->name), name))
            return grid_cell(compiler->grid, r, compiler->pattern);
    die("times: row %zu: no phrase %.*s", row + 1, SHOW(name));
}

static void compile_slot(struct compiler *compiler, struct slice name, struct element *element, size_t row) {
    static const enum element_kind read[SLOT_COUNT] = {
        [SLOT_number] = TAKES_NUMBER, [SLOT_day] = TAKES_DAY, [SLOT_lastday] = TAKES_DAY, [SLOT_year] = TAKES_YEAR, [SLOT_shortyear] = TAKES_SHORT_YEAR,
        [SLOT_clock] = TAKES_CLOCK, [SLOT_decade] = TAKES_DECADE, [SLOT_date] = TAKES_DATE};
    element->slot = slot_of(name);
    if (element->slot == SLOT_COUNT) die("times: row %zu: no class $%.*s", row + 1, SHOW(name));
    element->kind = read[element->slot] ? read[element->slot] : TAKES_CLASS;
    element->classes = find_classes(&compiler->rules->table, name);
    if (element->kind == TAKES_CLASS && !element->classes) die("times: row %zu: no words of class $%.*s", row + 1, SHOW(name));
}

static struct element compile_element(struct compiler *compiler, struct slice text, size_t row) {
    struct element element = {.slot = SLOT_COUNT};
    if (text.length > 1 && slice_ends(text, SLICE("?"))) element.is_optional = true, text = slice_drop(text, 1);
    if (text.length > 2 && text.at[0] == '[') {
        element.is_context = true;
        text = slice_drop(slice_skip(text, 1), 1);
        if (text.at[0] == '!') element.is_denied = true, text = slice_skip(text, 1);
    }
    if (text.length > 1 && text.at[0] == '$') compile_slot(compiler, slice_skip(text, 1), &element, row);
    else if (text.length > 1 && text.at[0] == '@') element.runs = compile_words(compiler, find_phrase(compiler, slice_skip(text, 1), row));
    else element.runs = compile_words(compiler, text);
    return element;
}

// Every word that rows use by itself: cut at blanks and bars; what is no word there does no harm.
static struct slice *literals_of(struct arena *keep, const struct grid *grid) {
    int pattern = grid_column(grid, "pattern");
    size_t most = 8, count = 0;
    for (size_t row = 0; row < grid->rows; row++) most += grid_cell(grid, row, pattern).length + 1;
    struct slice *literals = TAKE(keep, struct slice, most), element, word;
    for (const struct slice *word_of = number_literals; word_of->at; word_of++) literals[count++] = *word_of;
    literals[count++] = SLICE("'");
    for (size_t row = 0; row < grid->rows; row++) {
        struct slice rest = grid_cell(grid, row, pattern);
        while (slice_cut(&rest, ' ', &element)) {
            if (element.length > 1 && slice_ends(element, SLICE("?"))) element = slice_drop(element, 1);
            if (element.length > 2 && element.at[0] == '[') element = slice_drop(slice_skip(element, 1), 1);
            if (element.length > 1 && element.at[0] == '!') element = slice_skip(element, 1);
            while (slice_cut(&element, '|', &word))
                if (word.length && word.at[0] != '$') literals[count++] = word;
        }
    }
    return literals;
}

// ---- which rules can begin with a word

typedef LIST(uint32_t) rule_list;

static void note_start(rule_list *list, uint32_t rule) {
    if (list->count == 0 || list->at[list->count - 1] != rule + 1) *list_push(list) = rule + 1;
}

// Marks in element->begins the words it can begin with; what begins with a figure is known by the element's kind.
static void mark_begins(struct arena *keep, const struct time_rules *rules, struct element *element) {
    const struct number_words *numbers = &rules->numbers;
    const struct word_table *table = &rules->table;
    uint64_t classes = element->classes;
    element->begins = TAKE(keep, uint64_t, table->words.count / 64 + 1);
    if (element->kind == TAKES_NUMBER) {
        classes = numbers->digit | numbers->tens | numbers->plural | numbers->vague | numbers->half;
        element->begins[numbers->a / 64] |= 1ull << numbers->a % 64;
        element->begins[numbers->an / 64] |= 1ull << numbers->an % 64;
    }
    if (element->kind == TAKES_YEAR) classes = numbers->digit; // nineteen ninety-six
    if (element->kind == TAKES_DECADE || element->kind == TAKES_SHORT_YEAR) element->begins[rules->quote / 64] |= 1ull << rules->quote % 64;
    for (uint32_t word = 0; word < table->words.count; word++)
        for (uint32_t s = table->first[word]; s; s = table->senses[s - 1].next)
            if (classes >> table->senses[s - 1].class & 1) element->begins[word / 64] |= 1ull << word % 64;
    if (element->kind == TAKES_WORDS)
        for (uint32_t **run = element->runs; *run; run++)
            if (**run != NOT_INTERNED) element->begins[**run / 64] |= 1ull << **run % 64;
}

static void note_element(const struct time_rules *rules, rule_list *lists, const struct element *element, uint32_t rule) {
    size_t words = rules->table.words.count;
    for (size_t word = 0; word < words; word++)
        if (element->begins[word / 64] >> word % 64 & 1 && !slice_is(rules->table.words.names[word], ",")) note_start(&lists[word], rule);
    if (element->kind >= TAKES_NUMBER) note_start(&lists[words], rule); // figures
}

static uint32_t *keep_list(struct arena *keep, rule_list *list) {
    uint32_t *kept = list->count ? TAKE(keep, uint32_t, list->count + 1) : NULL;
    if (kept) memcpy(kept, list->at, list->count * sizeof *kept);
    list_free(list);
    return kept;
}

static void index_starts(struct arena *keep, struct time_rules *rules) {
    size_t words = rules->table.words.count;
    rule_list *lists = take_memory(NULL, words + 1, sizeof *lists);
    memset(lists, 0, (words + 1) * sizeof *lists);
    for (uint32_t r = 0; r < rules->rule_count; r++)
        for (size_t i = 0; i < rules->rules[r].count; i++) {
            const struct element *element = &rules->elements[rules->rules[r].first + i];
            if (element->is_context) continue;
            note_element(rules, lists, element, r);
            if (!element->is_optional) break;
        }
    rules->starting = TAKE(keep, uint32_t *, words);
    for (size_t w = 0; w < words; w++) rules->starting[w] = keep_list(keep, &lists[w]);
    rules->starting_digit = keep_list(keep, &lists[words]);
    free(lists);
}

void make_time_rules(struct arena *keep, struct time_rules *rules, const struct grid *grid, const struct grid *word_grids, size_t word_grid_count) {
    rules->table = make_word_table(keep, word_grids, word_grid_count, literals_of(keep, grid));
    rules->numbers = find_number_words(&rules->table);
    rules->am = find_classes(&rules->table, SLICE("am")), rules->decade = find_classes(&rules->table, SLICE("decade"));
    rules->edge = find_classes(&rules->table, SLICE("edge")), rules->tense = find_classes(&rules->table, SLICE("tense"));
    rules->zone = find_classes(&rules->table, SLICE("zone"));
    rules->quote = intern_find(&rules->table.words, SLICE("'"));
    rules->rules = TAKE(keep, struct time_rule, grid->rows + 1);
    rules->elements = TAKE(keep, struct element, grid->rows * MOST_ELEMENTS + 1);
    struct compiler compiler = {keep, rules, grid, grid_column(grid, "rule"), grid_column(grid, "kind"), grid_column(grid, "pattern")};
    size_t used = 0;
    for (size_t row = 0; row < grid->rows; row++) {
        struct slice kind = grid_cell(grid, row, compiler.kind), rest = grid_cell(grid, row, compiler.pattern), element;
        if (slice_is(kind, "PHRASE")) continue;
        struct time_rule *rule = &rules->rules[rules->rule_count++];
        *rule = (struct time_rule){grid_cell(grid, row, compiler.name), grid_cell(grid, row, grid_column(grid, "value")), ner_of(kind), used, 0, 0};
        while (slice_cut(&rest, ' ', &element)) {
            if (rule->count == MOST_ELEMENTS) die("times: row %zu: more than %d elements", row + 1, MOST_ELEMENTS);
            struct element *compiled = &rules->elements[used++];
            *compiled = compile_element(&compiler, element, row);
            mark_begins(keep, rules, compiled);
            rule->least += !compiled->is_optional && !compiled->is_context;
            rule->count++;
        }
    }
    index_starts(keep, rules);
    }

// ---- matching

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

// How many tokens the element takes at tokens[at], which is in the sentence; 0: it does not fit.
static size_t element_length(const struct time_rules *rules, const struct time_text *text, size_t at, const struct element *element) {
    struct quantity quantity;
    struct figure_date date;
    size_t length = 0;
    int minutes;
    if (!can_begin(text, at, element)) return 0;
    switch (element->kind) {
    case TAKES_WORDS: return longest_run(text, at, element->runs);
    case TAKES_CLASS: return find_sense(&rules->table, text->words[at], element->classes, text->tokens[at].form) != NULL;
    case TAKES_NUMBER: return read_number(&rules->numbers, text->tokens, text->words, at, text->end, &quantity);
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
        const struct word_sense *sense = find_sense(&attempt->rules->table, attempt->text->words[at], element->classes, attempt->text->tokens[at].form);
        is_weak |= sense && sense->is_weak;
    }
    return end > at + 1 || has_context || !is_weak;
}

static void bind_slots(const struct attempt *attempt, size_t at, struct time_match *match) {
    memset(match->slots, 0, sizeof match->slots);
    for (size_t i = 0; i < attempt->count; at += attempt->taken[i++]) {
        const struct element *element = &attempt->elements[i];
        if (!attempt->taken[i] || element->slot == SLOT_COUNT) continue;
        const struct word_sense *sense =
            element->classes ? find_sense(&attempt->rules->table, attempt->text->words[at], element->classes, attempt->text->tokens[at].form) : NULL;
        match->slots[element->slot] = (struct capture){sense, at, attempt->taken[i]};
    }
}

bool match_time(const struct time_rules *rules, const struct time_text *text, size_t at, struct time_match *match) {
    uint32_t word = text->words[at];
    const uint32_t *lists[] = {word != NOT_INTERNED ? rules->starting[word] : NULL, is_figure(&text->tokens[at]) ? rules->starting_digit : NULL};
    if (!lists[0] && !lists[1]) return false;
    bool is_last = at + 1 == text->end || (text->words[at + 1] == NOT_INTERNED && !is_figure(&text->tokens[at + 1]));
    size_t best = 0;
    for (int l = 0; l < 2; l++)
        for (const uint32_t *r = lists[l]; r && *r; r++) {
            const struct time_rule *rule = &rules->rules[*r - 1];
            if (is_last && rule->least > 1) continue;
            struct attempt attempt;
            attempt.rules = rules, attempt.text = text, attempt.elements = rules->elements + rule->first, attempt.count = rule->count;
            size_t end = match_from(&attempt, 0, at, at);
            if (!end || end - at < best || (end - at == best && rule >= match->rule) || !stands_alone(&attempt, at, end)) continue;
            best = end - at;
            match->rule = rule;
            match->at = at;
            match->length = best;
            bind_slots(&attempt, at, match);
        }
    return best > 0;
}
