// SPDX-License-Identifier: MIT
// Runs the examples of lib/rules/known_events.tsv: each must hold one event, the row's, with its date, and the same is found when one
// asks at its first word, and at no other. Prints those that do not.
#include <stdio.h>

#include "base/utf8.h"
#include "exchange/tables.h"
#include "story/known_events.h"

static void push_token(struct document *document, struct slice text, struct slice form) {
    struct token token = {.form = form, .start = form.at - text.at, .end = form.at - text.at + (long)form.length};
    char *bytes = arena_take(&document->memory, form.length + 8);
    token.lower = lower_into(form, bytes, form.length + 8);
    *list_push(&document->tokens) = token;
}

static bool is_letter_or_digit(char c) {
    return c < 0 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Words enough like UD's for our own examples: cut at blanks, around hyphens between letters, before 's and final , . ;
static void cut_word(struct document *document, struct slice text, struct slice word) {
    while (word.length > 1 && !is_letter_or_digit(word.at[0]) && word.at[0] != '\'') {
        push_token(document, text, slice_first(word, 1));
        word = slice_skip(word, 1);
    }
    struct slice whole = word, tail = slice_skip(word, word.length);
    bool is_short = word.length == 4 && slice_ends(word, SLICE(".")) && (word.at[1] == '.' || slice_is(word, "Jan."));
    while (word.length > 1 && strchr(",.;:", word.at[word.length - 1]) && !is_short) word.length--;
    tail = slice_skip(whole, word.length);
    struct slice clitic = slice_skip(word, word.length);
    if (slice_ends(word, SLICE("'s")) && word.length > 2) clitic = slice_skip(word, word.length - 2), word = slice_drop(word, 2);
    ptrdiff_t hyphen;
    bool is_date = word.length > 5 && word.at[0] >= '0' && word.at[0] <= '9' && word.at[word.length - 1] <= '9';
    while (!is_date && (hyphen = slice_find(word, SLICE("-"))) > 0) {
        push_token(document, text, slice_first(word, (size_t)hyphen));
        push_token(document, text, (struct slice){word.at + hyphen, 1});
        word = slice_skip(word, (size_t)hyphen + 1);
    }
    if (word.length) push_token(document, text, word);
    if (clitic.length) push_token(document, text, clitic);
    for (; tail.length; tail = slice_skip(tail, 1)) push_token(document, text, slice_first(tail, 1));
}

static void add_sentence(struct document *document, struct slice text) {
    struct sentence sentence = {.first = document->tokens.count, .number = (long)document->sentences.count + 1};
    struct slice rest = text, word;
    while (slice_cut(&rest, ' ', &word))
        if (word.length) cut_word(document, text, word);
    sentence.count = document->tokens.count - sentence.first;
    *list_push(&document->sentences) = sentence;
}

// Asked at each token, the events answer at the first of `mention` with the same.
static bool is_found_there(struct known_events *events, const struct document *document, const struct known_mention *mention) {
    struct known_mention there;
    for (size_t at = 0; at < mention->first; at++)
        if (known_event_at(events, document, at, document->tokens.count, &there)) return false;
    return known_event_at(events, document, mention->first, document->tokens.count, &there) && there.first == mention->first &&
           there.count == mention->count && slice_equal(there.edtf, mention->edtf) &&
           !known_event_at(events, document, mention->first, mention->first, &there);
}

// Each row's example must hold one event, with the row's date.
static size_t run_known_events(struct tables *tables) {
    struct grid grid = load_table(tables, "known_events");
    struct known_events *events = make_known_events(&tables->keep, &grid, true);
    size_t wrong = 0, events_count = 0;
    for (size_t row = 0; row < grid.rows; row++) {
        if (slice_is(grid_cell(&grid, row, grid_column(&grid, "kind")), "PHRASE")) continue;
        events_count++;
        struct document document = {0};
        struct known_mention *found;
        struct slice example = grid_cell(&grid, row, grid_column(&grid, "example"));
        struct slice wanted = slice_skip(grid_cell(&grid, row, grid_column(&grid, "value")), 2);
        add_sentence(&document, example);
        size_t count = find_known_events(events, &document, &found);
        if (count != 1 || !slice_equal(found[0].edtf, wanted))
            wrong++, printf("%.*s: wanted %.*s, found %zu\n", SHOW(example), SHOW(wanted), count);
        else if (!is_found_there(events, &document, &found[0])) wrong++, printf("%.*s: not found when asked for\n", SHOW(example));
        free_document(&document);
    }
    printf("%zu known events, %zu wrong\n", events_count, wrong);
    return wrong;
}

int main(int argc, char **argv) {
    struct problems problems = {0};
    struct tables tables = {.problems = &problems};
    (void)argc;
    set_program_name(argv[0]);
    size_t wrong = run_known_events(&tables);
    arena_free(&tables.keep);
    return wrong ? 1 : 0;
}
