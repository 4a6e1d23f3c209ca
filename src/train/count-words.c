// count-words: how often the treebanks have each word with each tag, and its lemma then. One row a form and tag; the rows of a
// form stand together, its most frequent tag first; forms in the order of their lower case.
// SPDX-License-Identifier: MIT
#include "base/die.h"
#include "base/intern.h"
#include "base/utf8.h"
#include "exchange/token_rows.h"

// Sentences are dealt out in runs of so many, so that the parts have all kinds of text and few sentences lose their neighbours.
enum { RUN = 20 };

struct lemma {
    struct lemma *next;
    struct slice text;
    long count;
};

struct reading {
    struct reading *next; // of the same form, in order of arrival
    enum upos upos;
    struct lemma *lemmas;
    long count;
};

struct word {
    struct slice form, lower;
    struct reading *readings;
};

struct counts {
    struct interner forms;
    LIST(struct word) words; // by number of the form
    struct arena keep;
};

static const struct option_row own[] = {
    {'l', "leave-out", "K/N", "count all but the K-th of N parts of the sentences (to tag that part with what the others taught)"},
    {0, NULL, NULL, NULL},
};

struct division {
    size_t number, of; // of 0: leave out nothing
};

static struct division read_options(struct command *command, int argc, char **argv) {
    struct division part = {0};
    const char *argument;
    while (next_option(command, argc, argv, &argument) != -1) {
        struct slice rest = slice_of(argument), number, of;
        long k = 0, n = 0;
        slice_cut(&rest, '/', &number);
        slice_cut(&rest, '\0', &of);
        if (!slice_number(number, &k) || !slice_number(of, &n) || k < 1 || k > n) usage_error(command, "--leave-out wants K/N, as 1/5");
        part = (struct division){(size_t)k, (size_t)n};
    }
    return part;
}

static bool is_word(struct slice form) {
    for (size_t i = 0, length; i < form.length; i += length)
        if (char_class(utf8_decode(slice_skip(form, i), &length)) != CLASS_LETTER) return false;
    return form.length > 0;
}

// Headlines: in one all in capitals no form says anything, in one in title case a capital does not.
static bool is_all_in_capitals(const struct token *tokens, size_t count) {
    size_t words = 0, capitals = 0;
    for (size_t i = 0; i < count; i++) {
        if (utf8_count(tokens[i].form) < 2 || !is_word(tokens[i].form)) continue;
        words++;
        capitals += is_all_capitals(tokens[i].form);
    }
    return words >= 3 && capitals * 10 >= words * 6;
}

static bool is_in_title_case(const struct token *tokens, size_t count) {
    size_t words = 0, capitals = 0;
    for (size_t i = 0; i < count; i++) {
        if (utf8_count(tokens[i].form) < 4 || !is_word(tokens[i].form)) continue;
        words++;
        capitals += is_capitalised(tokens[i].form);
    }
    return words >= 4 && capitals * 4 >= words * 3;
}

static struct slice nth_cell(struct slice row, int number) {
    struct slice cell = {0};
    while (number-- >= 0 && slice_cut(&row, '\t', &cell)) {}
    return cell;
}

static void count_lemma(struct arena *keep, struct reading *reading, struct slice text) {
    struct lemma **at = &reading->lemmas;
    while (*at && !slice_equal((*at)->text, text)) at = &(*at)->next;
    if (!*at) {
        *at = TAKE(keep, struct lemma, 1);
        (*at)->text = arena_copy(keep, text);
    }
    (*at)->count++;
}

static void count_word(struct counts *counts, const struct token *token, struct slice form) {
    uint32_t number = intern(&counts->forms, form);
    if (number == counts->words.count)
        *list_push(&counts->words) = (struct word){counts->forms.names[number], arena_copy(&counts->keep, token->lower), NULL};
    struct reading **at = &counts->words.at[number].readings;
    while (*at && (*at)->upos != token->upos) at = &(*at)->next;
    if (!*at) {
        *at = TAKE(&counts->keep, struct reading, 1);
        (*at)->upos = token->upos;
    }
    (*at)->count++;
    count_lemma(&counts->keep, *at, token->lemma);
}

// A capital that comes from the place is none of the word's: but names keep it, and "I".
static void count_sentence(struct counts *counts, const struct token *tokens, size_t count, int feats) {
    if (is_all_in_capitals(tokens, count)) return;
    bool title = is_in_title_case(tokens, count), opening = true;
    for (size_t i = 0; i < count; i++) {
        const struct token *token = &tokens[i];
        size_t length;
        if (token->form.length == 0 || !token->upos || slice_is(token->lemma, "_")) continue;
        bool capital_is_free = (opening || title) && token->upos != UPOS_PROPN && !slice_is(token->form, "I");
        if (char_class(utf8_decode(token->form, &length)) == CLASS_LETTER) opening = false;
        if (slice_find(nth_cell(token->row, feats), SLICE("Typo=Yes")) >= 0) continue;
        count_word(counts, token, capital_is_free ? token->lower : token->form);
    }
}

static int compare_words(const void *left, const void *right) {
    const struct word *a = left, *b = right;
    int order = slice_compare(a->lower, b->lower);
    return order ? order : slice_compare(a->form, b->form);
}

// The most frequent lemma; of several the first in the alphabet.
static struct slice best_lemma(const struct reading *reading) {
    const struct lemma *best = reading->lemmas;
    for (const struct lemma *lemma = best; lemma; lemma = lemma->next)
        if (lemma->count > best->count || (lemma->count == best->count && slice_compare(lemma->text, best->text) < 0)) best = lemma;
    return best->text;
}

// The most frequent reading that was not written yet (its count is then 0); of several the one that came first.
static struct reading *next_reading(const struct word *word) {
    struct reading *best = NULL;
    for (struct reading *reading = word->readings; reading; reading = reading->next)
        if (reading->count > (best ? best->count : 0)) best = reading;
    return best;
}

static void write_counts(struct writer *writer, struct counts *counts) {
    if (counts->words.count) qsort(counts->words.at, counts->words.count, sizeof *counts->words.at, compare_words);
    for (size_t i = 0; i < counts->words.count; i++) {
        const struct word *word = &counts->words.at[i];
        for (struct reading *reading; (reading = next_reading(word)); reading->count = 0) {
            write_value(writer, word->form);
            write_cells(writer, upos_name(reading->upos));
            write_value(writer, best_lemma(reading));
            write_number(writer, reading->count);
            end_row(writer);
        }
    }
}

int main(int argc, char **argv) {
    struct command command = {.name = "count-words", .manual = "dateline-train", .purpose = "how often treebanks have each word with each tag", .own = own};
    struct division part = read_options(&command, argc, argv);
    struct writer writer;
    struct token_reader tokens;
    open_output(&command, &writer);
    if (!open_tokens(&tokens, &command, &writer)) return finish_command(&command, &writer);
    write_header(&writer, (struct slice[]){SLICE("form"), SLICE("upos"), SLICE("lemma"), SLICE("count")}, 4);
    int feats = find_column(&tokens.reader, "feats");
    struct counts counts = {0};
    struct document document = {0};
    for (size_t number = 0; read_document(&tokens, &document);)
        for (size_t s = 0; s < document.sentences.count; s++, number++)
            if (!part.of || number / RUN % part.of != part.number - 1)
                count_sentence(&counts, document.tokens.at + document.sentences.at[s].first, document.sentences.at[s].count, feats);
    write_counts(&writer, &counts);
    free_document(&document);
    close_tokens(&tokens);
    return finish_command(&command, &writer);
}
