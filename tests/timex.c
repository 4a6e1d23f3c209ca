// SPDX-License-Identifier: MIT
// Runs the examples of lib/rules/times.tsv: each row's example must hold what the row says, once published on 2022-05-20 (a Friday),
// once with no date of publication. Prints one line for each that does not, then how many rows were run;
// the same for known_events.tsv. With --seconds N it
// instead repeats the examples as one document for N seconds and prints tokens per second.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/utf8.h"
#include "exchange/tables.h"
#include "story/known_events.h"
#include "story/timex.h"

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

// Is there an expression of these words with this value?
static bool has_expression(struct document *document, struct slice words, struct slice value) {
    for (size_t i = 0; i < document->tokens.count; i++) {
        size_t count = 1;
        if (!document->tokens.at[i].ner_begins) continue;
        while (i + count < document->tokens.count && document->tokens.at[i + count].ner != NER_NONE &&
               !document->tokens.at[i + count].ner_begins)
            count++;
        struct slice found = text_of(&document->memory, document, i, count);
        if (slice_equal(found, words) && slice_equal(document->tokens.at[i].value, value)) return true;
    }
    return false;
}

static void print_found(const struct document *document) {
    for (size_t i = 0; i < document->tokens.count; i++) {
        const struct token *token = &document->tokens.at[i];
        if (token->ner_begins) printf(" |");
        if (token->ner != NER_NONE) printf(" %.*s", SHOW(token->form));
        if (token->ner_begins) printf("(%.*s)", SHOW(token->value));
    }
    printf("\n");
}

static bool run_example(const struct timex *timex, struct slice example, struct slice published, struct slice wanted) {
    struct document document = {0};
    add_sentence(&document, example);
    document.published = published;
    find_times(timex, &document);
    const char *mark = wanted.length ? memchr(wanted.at, '=', wanted.length) : NULL;
    struct slice words = mark ? slice_between(wanted.at, mark) : wanted;
    bool good = mark && has_expression(&document, words, slice_skip(wanted, words.length + 1));
    if (!good) {
        printf("%.*s [%.*s]: wanted %.*s, found", SHOW(example), SHOW(published), SHOW(wanted));
        print_found(&document);
    }
    free_document(&document);
    return good;
}

// Each row's example must hold one event, with the row's date.
static size_t run_known_events(struct tables *tables) {
    struct grid grid = load_table(tables, "known_events");
    struct known_events *events = make_known_events(&tables->keep, &grid);
    size_t wrong = 0;
    for (size_t row = 0; row < grid.rows; row++) {
        struct document document = {0};
        struct known_mention *found;
        struct slice example = grid_cell(&grid, row, grid_column(&grid, "example"));
        struct slice wanted = slice_skip(grid_cell(&grid, row, grid_column(&grid, "value")), 2);
        add_sentence(&document, example);
        size_t count = find_known_events(events, &document, &found);
        if (count != 1 || !slice_equal(found[0].edtf, wanted))
            wrong++, printf("%.*s: wanted %.*s, found %zu\n", SHOW(example), SHOW(wanted), count);
        free_document(&document);
    }
    printf("%zu known events, %zu wrong\n", grid.rows, wrong);
    return wrong;
}

static void measure(const struct timex *timex, const struct grid *times, double seconds) {
    struct document document = {0};
    clock_t begin = clock();
    size_t tokens = 0;
    while ((double)(clock() - begin) < seconds * CLOCKS_PER_SEC) {
        clear_document(&document);
        document.published = SLICE("2022-05-20");
        for (size_t row = 0; row < times->rows; row++)
            add_sentence(&document, grid_cell(times, row, grid_column(times, "example")));
        find_times(timex, &document);
        tokens += document.tokens.count;
    }
    printf("%.1f M tokens/s, cutting included\n", (double)tokens * CLOCKS_PER_SEC / (double)(clock() - begin) / 1e6);
    free_document(&document);
}

int main(int argc, char **argv) {
    struct problems problems = {0};
    struct tables tables = {.problems = &problems};
    set_program_name(argv[0]);
    struct timex_tables grids = {load_table(&tables, "times"), load_table(&tables, "time_words"), load_table(&tables, "numbers")};
    struct timex *timex = make_timex(&tables.keep, &grids);
    const struct grid *times = &grids.times;
    size_t run = 0, wrong = 0;
    if (argc > 2) measure(timex, times, atof(argv[2]));
    for (size_t row = 0; argc < 3 && row < times->rows; row++) {
        struct slice example = grid_cell(times, row, grid_column(times, "example"));
        if (!example.length) continue;
        wrong += !run_example(timex, example, SLICE("2022-05-20"), grid_cell(times, row, grid_column(times, "expect")));
        wrong += !run_example(timex, example, SLICE(""), grid_cell(times, row, grid_column(times, "bare")));
        run += 2;
    }
    if (argc < 3) printf("%zu examples, %zu wrong\n", run, wrong);
    if (argc < 3) wrong += run_known_events(&tables);
    arena_free(&tables.keep);
    return wrong ? 1 : 0;
}
