// SPDX-License-Identifier: MIT
#include "story/time_words.h"

#include "base/die.h"
#include "base/utf8.h"

#define SLOT_ROW(name) SLICE_INIT(#name),
static const struct slice slot_names[] = {TIME_SLOTS(SLOT_ROW)};
#undef SLOT_ROW

enum time_slot slot_of(struct slice class_name) {
    struct slice base;
    if (slice_cut(&class_name, '.', &base))
        for (int slot = 0; slot < SLOT_COUNT; slot++)
            if (slice_equal(slot_names[slot], base)) return (enum time_slot)slot;
    return SLOT_COUNT;
}

static size_t class_number(struct word_table *table, struct slice name) {
    for (size_t i = 0; i < table->class_count; i++)
        if (slice_equal(table->classes[i], name)) return i;
    if (table->class_count == 64) die("time words: more than 64 classes at %.*s", SHOW(name));
    table->classes[table->class_count] = name;
    return table->class_count++;
}

static struct word_sense read_sense(struct word_table *table, const struct grid *grid, size_t row) {
    struct slice class = grid_cell(grid, row, grid_column(grid, "class")), mark = grid_cell(grid, row, grid_column(grid, "case"));
    struct word_sense sense = {.value = grid_cell(grid, row, grid_column(grid, "value"))};
    sense.class = (uint8_t)class_number(table, class);
    sense.slot = (uint8_t)slot_of(class);
    if (sense.slot == SLOT_COUNT) die("%.*s: no such class of words: %.*s", SHOW(grid->name), SHOW(class));
    sense.is_weak = slice_is(mark, "weak") || slice_is(mark, "name");
    sense.is_part = slice_is(mark, "part") || slice_is(mark, "short");
    sense.is_capital = slice_is(mark, "part") || slice_is(mark, "name") || slice_is(mark, "capital");
    slice_number(sense.value, &sense.number);
    return sense;
}

// The interner's arrays, copied to where they need not be given back.
static struct interner freeze(struct arena *keep, struct interner *made) {
    struct interner frozen = {.count = made->count, .slot_count = made->slot_count};
    frozen.names = TAKE(keep, struct slice, made->count);
    frozen.hashes = TAKE(keep, uint32_t, made->count);
    frozen.slots = TAKE(keep, uint32_t, made->slot_count);
    for (size_t i = 0; i < made->count; i++) frozen.names[i] = arena_copy(keep, made->names[i]);
    memcpy(frozen.hashes, made->hashes, made->count * sizeof *frozen.hashes);
    memcpy(frozen.slots, made->slots, made->slot_count * sizeof *frozen.slots);
    interner_free(made);
    return frozen;
}

struct word_table make_word_table(struct arena *keep, const struct grid *grids, size_t grid_count, const struct slice *literals) {
    struct word_table table = {.classes = TAKE(keep, struct slice, 64)};
    struct interner words = {0};
    size_t rows = 0, count = 0, literal_count = 0;
    for (size_t g = 0; g < grid_count; g++) rows += grids[g].rows;
    while (literals[literal_count].at) literal_count++;
    table.senses = TAKE(keep, struct word_sense, rows + 1);
    table.first = TAKE(keep, uint32_t, rows + literal_count + 1);
    for (size_t g = 0; g < grid_count; g++)
        for (size_t row = 0; row < grids[g].rows; row++) {
            uint32_t word = intern(&words, grid_cell(&grids[g], row, grid_column(&grids[g], "word")));
            table.senses[count] = read_sense(&table, &grids[g], row);
            uint32_t *link = &table.first[word]; // at the end, so that the rows above win
            while (*link) link = &table.senses[*link - 1].next;
            *link = (uint32_t)++count;
        }
    for (size_t i = 0; i < literal_count; i++) intern(&words, literals[i]);
    table.words = freeze(keep, &words);
    return table;
}

uint64_t find_classes(const struct word_table *table, struct slice name) {
    uint64_t mask = 0;
    for (size_t i = 0; i < table->class_count; i++) {
        struct slice class = table->classes[i];
        bool is_part = slice_starts(class, name) && class.length > name.length && class.at[name.length] == '.';
        if (is_part || slice_equal(class, name)) mask |= (uint64_t)1 << i;
    }
    return mask;
}

const struct word_sense *find_sense(const struct word_table *table, uint32_t word, uint64_t classes, struct slice form) {
    if (word == NOT_INTERNED) return NULL;
    for (uint32_t s = table->first[word]; s; s = table->senses[s - 1].next) {
        const struct word_sense *sense = &table->senses[s - 1];
        if (!(classes >> sense->class & 1)) continue;
        char first = form.length ? form.at[0] : 'a';
        if (!sense->is_capital || first < 'a' || first > 'z') return sense;
    }
    return NULL;
}
