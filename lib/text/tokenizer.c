// SPDX-License-Identifier: MIT
#include "text/tokenizer.h"

#include "text/lines.h"
#include "text/parts.h"
#include "text/sentences.h"
#include "text/words.h"

static const struct {
    const char *name;
    enum follows follows;
} follows_names[] = {{"name", FOLLOWS_NAME}, {"more", FOLLOWS_MORE}, {"number", FOLLOWS_NUMBER}, {"any", FOLLOWS_ANY}};

static void compile_abbreviations(struct tokenizer *rules, const struct grid *grid) {
    int word = grid_column(grid, "abbreviation"), follows = grid_column(grid, "follows");
    for (size_t row = 0; row < grid->rows; row++) {
        struct slice form = grid_cell(grid, row, word);
        int value = FOLLOWS_ANY;
        for (size_t i = 0; i < sizeof follows_names / sizeof *follows_names; i++)
            if (slice_is(grid_cell(grid, row, follows), follows_names[i].name)) value = follows_names[i].follows;
        if (form.length && form.at[0] >= 'A' && form.at[0] <= 'Z') value |= NEEDS_CAPITAL;
        add_listed_word(&rules->abbreviations, form, value);
    }
}

// `gon|na` is a word and how it is cut; `*|n't` is a clitic, cut off any word.
static void compile_contractions(struct tokenizer *rules, struct arena *keep, const struct grid *grid) {
    int column = grid_column(grid, "cut");
    rules->cuts = TAKE(keep, struct cut, grid->rows + 1);
    for (size_t row = 0; row < grid->rows; row++) {
        struct slice rest = grid_cell(grid, row, column), piece;
        char *word = arena_take(keep, rest.length + 1), *to = word;
        struct cut *cut = &rules->cuts[row];
        if (slice_starts(rest, SLICE("*|"))) {
            add_listed_word(&rules->clitics, slice_skip(rest, 2), (int)row);
            continue;
        }
        while (cut->pieces < 3 && slice_cut(&rest, '|', &piece)) {
            memcpy(to, piece.at, piece.length);
            to += piece.length;
            cut->lengths[cut->pieces++] = (unsigned char)(piece.length > LONGEST_ENTRY ? LONGEST_ENTRY : piece.length);
        }
        add_listed_word(&rules->contractions, slice_between(word, to), (int)row);
    }
}

static void compile_hyphens(struct tokenizer *rules, const struct grid *grid) {
    int part = grid_column(grid, "part");
    for (size_t row = 0; row < grid->rows; row++) {
        struct slice word = grid_cell(grid, row, part);
        if (slice_ends(word, SLICE("-"))) add_listed_word(&rules->prefixes, slice_drop(word, 1), 1);
        else if (slice_starts(word, SLICE("-"))) add_listed_word(&rules->suffixes, slice_skip(word, 1), 1);
    }
}

static void compile_measures(struct tokenizer *rules, const struct grid *grid) {
    int measure = grid_column(grid, "measure"), after = grid_column(grid, "after");
    for (size_t row = 0; row < grid->rows; row++)
        add_listed_word(&rules->measures, grid_cell(grid, row, measure), slice_is(grid_cell(grid, row, after), "money"));
}

static void compile_signs(struct tokenizer *rules, const struct grid *grid) {
    add_column(&rules->signs, grid, "sign");
    for (size_t i = 0; i < rules->signs.words.count; i++) {
        struct slice sign = rules->signs.words.names[i];
        unsigned char *longest = &rules->longest_sign[(unsigned char)sign.at[0]];
        if (sign.length > *longest) *longest = (unsigned char)sign.length;
    }
}

struct tokenizer *make_tokenizer(struct arena *keep, const struct tokenizer_tables *tables) {
    struct tokenizer *rules = TAKE(keep, struct tokenizer, 1);
    compile_abbreviations(rules, &tables->abbreviations);
    compile_contractions(rules, keep, &tables->contractions);
    compile_hyphens(rules, &tables->hyphens);
    compile_measures(rules, &tables->measures);
    compile_signs(rules, &tables->signs);
    compile_patterns(rules, keep, &tables->parts);
    add_column(&rules->endings, &tables->addresses, "ending");
    add_column(&rules->openers, &tables->openers, "opener");
    add_column(&rules->courtesies, &tables->courtesies, "courtesy");
    return rules;
}

void free_tokenizer(struct tokenizer *rules) {
    free_word_list(&rules->abbreviations);
    free_word_list(&rules->contractions);
    free_word_list(&rules->clitics);
    free_word_list(&rules->prefixes);
    free_word_list(&rules->suffixes);
    free_word_list(&rules->endings);
    free_word_list(&rules->measures);
    free_word_list(&rules->signs);
    free_word_list(&rules->openers);
    free_word_list(&rules->courtesies);
    free_word_list(&rules->anchors);
}

// A dateline is a sentence of its own before the first one of the text it stands in.
static size_t take_dateline(const struct tokenizer *rules, struct document *document, size_t first, long paragraph) {
    enum { LAST_PARAGRAPH = 6 };
    size_t count = document->tokens.count - first;
    size_t length = paragraph <= LAST_PARAGRAPH ? dateline_length(rules, document->tokens.at + first, count) : 0;
    if (length == 0) return first;
    add_sentence(document, first, length, paragraph, PART_dateline);
    return first + length;
}

void tokenize_text(const struct tokenizer *rules, struct slice text, struct document *document) {
    struct lines lines = begin_lines(text);
    struct slice paragraph;
    const char *done = text.at;
    long character = 0, number = 0;
    while (next_paragraph(&lines, &paragraph)) {
        size_t first = document->tokens.count;
        character += paragraph.at - done; // line feeds
        character = cut_words(rules, paragraph, character, document);
        done = paragraph.at + paragraph.length;
        if (document->tokens.count == first) continue;
        first = take_dateline(rules, document, first, ++number);
        split_sentences(rules, document, first, number);
    }
    mark_parts(rules, document);
}
