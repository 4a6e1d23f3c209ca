// SPDX-License-Identifier: MIT
#include "text/word_classes.h"

#define NAME_ROW(name) SLICE_INIT(#name),
static const struct slice class_names[] = {WORD_CLASSES(NAME_ROW)};
#undef NAME_ROW

// Every word of the table needs a number before arrays of that length can be made.
static size_t count_words(const struct grid *grid) {
    int prepositions = grid_column(grid, "prepositions");
    size_t most = 0;
    for (size_t row = 0; row < grid->rows; row++) {
        struct slice list = grid_cell(grid, row, prepositions), piece;
        for (most++; slice_cut(&list, ';', &piece);) most++;
    }
    return most;
}

static void number_words(struct word_classes *classes, const struct grid *grid) {
    int word = grid_column(grid, "word"), prepositions = grid_column(grid, "prepositions");
    for (size_t row = 0; row < grid->rows; row++) {
        struct slice list = grid_cell(grid, row, prepositions), piece;
        add_word(&classes->words, grid_cell(grid, row, word));
        while (slice_cut(&list, ';', &piece)) add_word(&classes->words, piece);
    }
}

static uint64_t preposition_bits(struct word_classes *classes, struct slice list) {
    struct slice piece;
    uint64_t bits = 0;
    while (slice_cut(&list, ';', &piece)) {
        uint32_t number = find_word(&classes->words, piece);
        if (!classes->preposition[number] && classes->preposition_count < 64)
            classes->preposition[number] = (uint8_t)++classes->preposition_count;
        if (classes->preposition[number]) bits |= 1ull << (classes->preposition[number] - 1);
    }
    return bits;
}

static enum word_class class_of(struct slice name) {
    int class = 0;
    while (class < WORD_CLASS_COUNT && !slice_equal(class_names[class], name)) class ++;
    return (enum word_class) class;
}

static int kind_of_taking(enum word_class class) {
    return class == CLASS_verb ? 1 : class == CLASS_particle_verb ? 2 : class == CLASS_fixed ? 3 : 0;
}

static void read_classes(struct word_classes *classes, const struct grid *grid) {
    int class_column = grid_column(grid, "class"), word = grid_column(grid, "word"), list = grid_column(grid, "prepositions");
    for (size_t row = 0; row < grid->rows; row++) {
        uint32_t number = find_word(&classes->words, grid_cell(grid, row, word));
        enum word_class class = class_of(grid_cell(grid, row, class_column));
        uint64_t bits = preposition_bits(classes, grid_cell(grid, row, list));
        if (class == WORD_CLASS_COUNT) continue;
        classes->classes[number] |= 1u << class;
        classes->taken[kind_of_taking(class)][number] |= bits;
    }
}

void read_word_classes(struct arena *keep, const struct grid *grids, size_t count, struct word_classes *classes) {
    size_t most = 0;
    for (size_t g = 0; g < count; g++) most += count_words(&grids[g]);
    *classes = (struct word_classes){.words = make_word_index(keep, most)};
    for (size_t g = 0; g < count; g++) number_words(classes, &grids[g]);
    classes->classes = TAKE(keep, uint32_t, classes->words.count + 1);
    for (int kind = 0; kind < 4; kind++) classes->taken[kind] = TAKE(keep, uint64_t, classes->words.count + 1);
    classes->preposition = TAKE(keep, uint8_t, classes->words.count + 1);
    for (size_t g = 0; g < count; g++) read_classes(classes, &grids[g]);
}

struct word_facts facts_of(const struct word_classes *classes, const struct token *token) {
    // what is said of the form; all else is said of the lemma
    const uint32_t of_form = 1u << CLASS_past | 1u << CLASS_participle | 1u << CLASS_loose | 1u << CLASS_as_preposition |
                             1u << CLASS_intensifier | 1u << CLASS_focus | 1u << CLASS_subordinator;
    struct word_facts facts = {0};
    uint32_t form = find_word(&classes->words, token->lower);
    uint32_t lemma =
        token->upos == UPOS_PROPN || slice_equal(token->lemma, token->lower) ? form : find_word(&classes->words, token->lemma);
    if (lemma != NOT_INTERNED)
        facts = (struct word_facts){.classes = classes->classes[lemma] & ~of_form,
                                    .noun = classes->taken[0][lemma],
                                    .verb = classes->taken[1][lemma],
                                    .particle = classes->taken[2][lemma]};
    if (form == NOT_INTERNED) return facts;
    facts.classes |= classes->classes[form] & of_form;
    facts.fixed = classes->taken[3][form];
    if (classes->preposition[form]) facts.preposition = 1ull << (classes->preposition[form] - 1);
    return facts;
}
