// SPDX-License-Identifier: MIT
// Compiles the rows: the first half of time_pattern.h.
#include "story/time_pattern.h"

#include "base/die.h"
#include "story/time_index.h"

struct compiler {
    struct arena *keep;
    struct time_rules *rules;
    const struct grid *grid; // the table that is being compiled
    int name, kind, pattern, value;
    size_t begins_length;   // of element.begins
    uint64_t *words_of;     // [64][begins_length] by class
    struct interner texts;  // of the table's elements, which are compiled once however many rows have them
    LIST(struct element) made;     // [texts.count]
    LIST(struct element) elements; // of all rules
};

_Noreturn static void die_at(const struct grid *grid, size_t row, const char *what, struct slice name) {
    die("%.*s: row %zu: %s %.*s", SHOW(grid->name), row + 1, what, SHOW(name));
}

static uint32_t **compile_words(struct compiler *compiler, struct slice alternatives) {
    size_t count = 1;
    for (size_t i = 0; i < alternatives.length; i++) count += alternatives.at[i] == '|';
    uint32_t **runs = TAKE(compiler->keep, uint32_t *, count + 1);
    struct slice run, word;
    for (size_t r = 0; slice_cut(&alternatives, '|', &run); r++) {
        size_t words = 2, w = 0;
        char blank = memchr(run.at, '_', run.length) ? '_' : ' '; // named phrases are written with blanks
        for (size_t i = 0; i < run.length; i++) words += run.at[i] == blank;
        runs[r] = TAKE(compiler->keep, uint32_t, words);
        while (slice_cut(&run, blank, &word)) runs[r][w++] = intern_find(&compiler->rules->table.words, word);
        runs[r][w] = NOT_INTERNED;
    }
    return runs;
}

static struct slice find_phrase(struct compiler *compiler, struct slice name, size_t row) {
    for (size_t r = 0; r < compiler->grid->rows; r++)
        if (slice_is(grid_cell(compiler->grid, r, compiler->kind), "PHRASE") &&
            slice_equal(grid_cell(compiler->grid, r, compiler->name), name))
            return grid_cell(compiler->grid, r, compiler->pattern);
    die_at(compiler->grid, row, "no phrase", name);
}

// The class of words that the end of a range shares with its begin.
static struct slice last_of(enum time_slot slot, struct slice name) {
    return slot == SLOT_lastmonth ? SLICE("month") : slot == SLOT_lastweekday ? SLICE("weekday") : slot == SLOT_lastzone ? SLICE("zone") : name;
}

static void compile_slot(struct compiler *compiler, struct slice name, struct element *element, size_t row) {
    static const enum element_kind read[SLOT_COUNT] = {
        [SLOT_number] = TAKES_NUMBER,        [SLOT_day] = TAKES_DAY,     [SLOT_lastday] = TAKES_DAY,   [SLOT_year] = TAKES_YEAR,
        [SLOT_shortyear] = TAKES_SHORT_YEAR, [SLOT_clock] = TAKES_CLOCK, [SLOT_decade] = TAKES_DECADE, [SLOT_date] = TAKES_DATE,
        [SLOT_lastyear] = TAKES_YEAR,        [SLOT_lastnumber] = TAKES_NUMBER, [SLOT_anchor] = TAKES_ANCHOR, [SLOT_event] = TAKES_EVENT,
        [SLOT_lastclock] = TAKES_CLOCK};
    element->slot = slot_of(name);
    if (element->slot == SLOT_COUNT) die_at(compiler->grid, row, "no class", name);
    element->kind = read[element->slot] ? read[element->slot] : TAKES_CLASS;
    element->classes = find_classes(&compiler->rules->table, last_of(element->slot, name));
    if (element->kind == TAKES_CLASS && !element->classes) die_at(compiler->grid, row, "no words of class", name);
}

static struct element compile_element(struct compiler *compiler, struct slice text, size_t row) {
    struct element element = {.slot = SLOT_COUNT};
    if (text.length > 1 && slice_ends(text, SLICE("?"))) element.is_optional = true, text = slice_drop(text, 1);
    if (text.length > 2 && text.at[0] == '[') {
        element.is_context = true;
        text = slice_drop(slice_skip(text, 1), 1);
        if (text.at[0] == '!') element.is_denied = true, text = slice_skip(text, 1);
    }
    if (text.length > 1 && text.at[0] == '^') element.is_capital = true, text = slice_skip(text, 1);
    if (text.length > 1 && text.at[0] == '$') compile_slot(compiler, slice_skip(text, 1), &element, row);
    else if (text.length > 1 && text.at[0] == '@') {
        struct slice name = slice_skip(text, 1);
        if (!find_classes(&compiler->rules->table, name)) element.slot = slot_of(name); // else it is one of words
        element.runs = compile_words(compiler, find_phrase(compiler, name, row));
    } else element.runs = compile_words(compiler, text);
    return element;
}

typedef LIST(struct slice) slice_list;

// Adds the words of a pattern: cut at blanks and bars; what is no word there does no harm.
static void add_literals(slice_list *literals, struct slice pattern) {
    struct slice element, run, word;
    while (slice_cut(&pattern, ' ', &element)) {
        if (element.length > 1 && slice_ends(element, SLICE("?"))) element = slice_drop(element, 1);
        if (element.length > 2 && element.at[0] == '[') element = slice_drop(slice_skip(element, 1), 1);
        if (element.length > 1 && element.at[0] == '!') element = slice_skip(element, 1);
        if (element.length > 1 && element.at[0] == '^') element = slice_skip(element, 1);
        while (slice_cut(&element, '|', &run))
            while (slice_cut(&run, '_', &word))
                if (word.length && word.at[0] != '$') *list_push(literals) = word;
    }
}

// Every word that rows use by itself, ended by a zero slice.
static slice_list literals_of(const struct grid *grids, size_t grid_count) {
    slice_list literals = {0};
    for (const struct slice *word_of = number_literals; word_of->at; word_of++) *list_push(&literals) = *word_of;
    *list_push(&literals) = SLICE("'");
    for (size_t g = 0; g < grid_count; g++) {
        int pattern = grid_column(&grids[g], "pattern");
        for (size_t row = 0; row < grids[g].rows; row++) add_literals(&literals, grid_cell(&grids[g], row, pattern));
    }
    *list_push(&literals) = (struct slice){NULL, 0};
    return literals;
}

// ---- what an element can begin with

// Marks in element->begins the words it can begin with; what begins with a figure is known by the element's kind.
static void mark_begins(struct compiler *compiler, struct element *element) {
    const struct time_rules *rules = compiler->rules;
    const struct number_words *numbers = &rules->numbers;
    uint64_t classes = element->classes;
    element->begins = TAKE(compiler->keep, uint64_t, compiler->begins_length);
    if (element->kind == TAKES_NUMBER) {
        classes = numbers->digit | numbers->tens | numbers->plural | numbers->vague | numbers->half | numbers->piece;
        mark_word(element->begins, numbers->a), mark_word(element->begins, numbers->an);
    }
    if (element->kind == TAKES_YEAR) classes = numbers->digit; // nineteen ninety-six
    if (element->kind >= TAKES_ANCHOR) memset(element->begins, 0xff, compiler->begins_length * sizeof *element->begins);
    if (element->kind == TAKES_DECADE || element->kind == TAKES_SHORT_YEAR) mark_word(element->begins, rules->quote);
    for (; classes; classes &= classes - 1)
        for (size_t i = 0; i < compiler->begins_length; i++)
            element->begins[i] |= compiler->words_of[(size_t)__builtin_ctzll(classes) * compiler->begins_length + i];
    if (element->kind == TAKES_WORDS)
        for (uint32_t **run = element->runs; *run; run++) mark_word(element->begins, **run);
}

// The words of each class, as `begins`.
static void list_classes(struct compiler *compiler) {
    const struct word_table *table = &compiler->rules->table;
    compiler->begins_length = table->words.count / 64 + 1;
    compiler->words_of = TAKE(compiler->keep, uint64_t, 64 * compiler->begins_length);
    for (uint32_t word = 0; word < table->words.count; word++)
        for (uint32_t s = table->first[word]; s; s = table->senses[s - 1].next)
            mark_word(compiler->words_of + table->senses[s - 1].class * compiler->begins_length, word);
}

// The element of a text, compiled where the table has none like it yet.
static struct element make_element(struct compiler *compiler, struct slice text, size_t row) {
    uint32_t number = intern(&compiler->texts, text);
    if (number == compiler->made.count) {
        struct element *made = list_push(&compiler->made);
        *made = compile_element(compiler, text, row);
        mark_begins(compiler, made);
    }
    return compiler->made.at[number];
}

static void compile_rule(struct compiler *compiler, size_t row) {
    struct time_rules *rules = compiler->rules;
    const struct grid *grid = compiler->grid;
    struct time_rule *rule = &rules->rules[rules->rule_count++];
    struct slice rest = grid_cell(grid, row, compiler->pattern), element;
    *rule = (struct time_rule){.table = grid->name,
                               .name = grid_cell(grid, row, compiler->name),
                               .value = grid_cell(grid, row, compiler->value),
                               .kind = ner_of(grid_cell(grid, row, compiler->kind)),
                               .first = compiler->elements.count};
    while (slice_cut(&rest, ' ', &element)) {
        if (rule->count == MOST_ELEMENTS) die_at(grid, row, "too many elements", rule->name);
        struct element compiled = make_element(compiler, element, row);
        const struct element *last = rule->count ? &compiler->elements.at[compiler->elements.count - 1] : NULL;
        if (last && last->is_context && !compiled.is_context && rule->least) die_at(grid, row, "a word behind what has to follow, in", rule->name);
        *list_push(&compiler->elements) = compiled;
        rule->has_anchor |= compiled.kind == TAKES_ANCHOR;
        rule->least += !compiled.is_optional && !compiled.is_context;
        rule->count++;
    }
}

void make_time_rules(struct arena *keep, struct time_rules *rules, const struct grid *grids, size_t grid_count,
                     const struct grid *word_grids, size_t word_grid_count) {
    size_t rows = 0;
    for (size_t g = 0; g < grid_count; g++) rows += grids[g].rows;
    slice_list literals = literals_of(grids, grid_count);
    rules->table = make_word_table(keep, word_grids, word_grid_count, literals.at);
    list_free(&literals);
    rules->numbers = find_number_words(&rules->table);
    rules->about = find_classes(&rules->table, SLICE("about"));
    rules->am = find_classes(&rules->table, SLICE("am")), rules->decade = find_classes(&rules->table, SLICE("decade"));
    rules->edge = find_classes(&rules->table, SLICE("edge")), rules->tense = find_classes(&rules->table, SLICE("tense"));
    rules->deferring = find_classes(&rules->table, SLICE("deferring"));
    rules->unchanging = find_classes(&rules->table, SLICE("unchanging"));
    rules->appointing = find_classes(&rules->table, SLICE("appointing"));
    rules->appointment = find_classes(&rules->table, SLICE("appointment"));
    rules->governor = find_classes(&rules->table, SLICE("governor"));
    rules->zone = find_classes(&rules->table, SLICE("zone")), rules->numbered = find_classes(&rules->table, SLICE("numbered"));
    rules->unit = find_classes(&rules->table, SLICE("unit")), rules->ordinal = find_classes(&rules->table, SLICE("ordinal"));
    rules->countable = find_classes(&rules->table, SLICE("countable"));
    rules->quote = intern_find(&rules->table.words, SLICE("'"));
    rules->rules = TAKE(keep, struct time_rule, rows + 1);
    struct compiler compiler = {.keep = keep, .rules = rules};
    list_classes(&compiler);
    for (size_t g = 0; g < grid_count; g++) {
        compiler.grid = &grids[g], compiler.name = grid_column(&grids[g], "rule");
        compiler.kind = grid_column(&grids[g], "kind"), compiler.pattern = grid_column(&grids[g], "pattern");
        compiler.value = grid_column(&grids[g], "value");
        for (size_t row = 0; row < grids[g].rows; row++)
            if (!slice_is(grid_cell(&grids[g], row, compiler.kind), "PHRASE")) compile_rule(&compiler, row);
        interner_reset(&compiler.texts), compiler.made.count = 0; // phrases are of one table
    }
    rules->elements = TAKE(keep, struct element, compiler.elements.count + 1);
    if (compiler.elements.count) memcpy(rules->elements, compiler.elements.at, compiler.elements.count * sizeof *rules->elements);
    interner_free(&compiler.texts);
    list_free(&compiler.made);
    list_free(&compiler.elements);
    index_rules(keep, rules);
}
