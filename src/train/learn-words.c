// learn-words: lib/rules/words.tsv from the table that count-words writes and the endings that learn-endings learnt from it.
// A word becomes a row if it occurs three times, or if the endings would get its tag or its lemma wrong.
// SPDX-License-Identifier: MIT
#include "base/utf8.h"
#include "exchange/tables.h"
#include "table/command.h"
#include "text/lemma.h"

enum { MOST_TAGS = 5 };

struct counts {
    struct grid grid;
    int form, upos, lemma, count; // columns
};

struct training {
    struct counts counts;
    struct endings endings;
    struct arena keep, scratch;   // scratch: of one word
};

// A form and its rows, the most frequent tag first.
struct word {
    struct slice form, lower;
    size_t first, end;
    long total;
};

static enum upos upos_at(const struct counts *counts, size_t row) { return upos_of(grid_cell(&counts->grid, row, counts->upos)); }

static long count_at(const struct counts *counts, size_t row) {
    long count = 0;
    slice_number(grid_cell(&counts->grid, row, counts->count), &count);
    return count;
}

static bool has_capital(const struct word *word) { return !slice_equal(word->form, word->lower); }

static struct word word_at(const struct counts *counts, struct arena *scratch, size_t row) {
    struct word word = {.form = grid_cell(&counts->grid, row, counts->form), .first = row};
    size_t room = word.form.length * 2 + 4;
    word.lower = lower_into(word.form, arena_take(scratch, room), room);
    for (; row < counts->grid.rows && slice_equal(grid_cell(&counts->grid, row, counts->form), word.form); row++)
        word.total += count_at(counts, row);
    word.end = row;
    return word;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "1,500", "-3.5", "10:30": every such word is a number, no row has to say so.
static bool is_number(struct slice form) {
    if (form.length > 1 && (form.at[0] == '-' || form.at[0] == '+')) form = slice_skip(form, 1);
    for (size_t i = 0; i < form.length; i++)
        if (!is_digit(form.at[i]) && (i == 0 || !memchr(".,:/-", form.at[i], 5))) return false;
    return form.length > 0;
}

static bool is_letter_at(struct slice s, size_t at, size_t *length) {
    return char_class(utf8_decode(slice_skip(s, at), length)) == CLASS_LETTER;
}

// Letters, and what joins them.
static bool looks_like_word(struct slice form) {
    for (size_t i = 0, length; i < form.length; i += length)
        if (!is_letter_at(form, i, &length) && (i == 0 || !memchr("'.-", form.at[i], 3))) return false;
    return form.length > 0;
}

// The tag the endings give it; UPOS_NONE for what is no word.
static enum upos guess_tag(const struct endings *endings, const struct word *word) {
    size_t length;
    if (!is_letter_at(word->form, 0, &length)) return UPOS_NONE;
    const struct ending_node *ending = find_ending(endings, has_capital(word) ? endings->name : endings->tag, word->lower);
    return ending ? ending->upos : UPOS_NONE;
}

// The lemma a row has to give; empty where the endings give it.
static struct slice lemma_to_give(struct training *training, const struct word *word, size_t row) {
    struct token token = {.form = word->form, .lower = word->lower, .upos = upos_at(&training->counts, row)};
    struct slice lemma = token.upos == UPOS_PROPN ? word->form : grid_cell(&training->counts.grid, row, training->counts.lemma);
    struct slice found = find_lemma(&training->scratch, NULL, &training->endings, &token, NO_ROW);
    return slice_equal(found, lemma) ? SLICE("") : lemma;
}

// A tag that is seen once of a frequent word, or of one word in two hundred, is rather a slip.
static size_t count_tags(const struct counts *counts, const struct word *word) {
    size_t row = word->first;
    while (row < word->end && row - word->first < MOST_TAGS) {
        long count = count_at(counts, row);
        if (count * 200 < word->total || (count < 2 && word->total > 50)) break;
        row++;
    }
    return row > word->first ? row - word->first : 1;
}

// How often the word is a name, in the rows first .. end - 1 of one lower case: "Bush" where the word is "bush".
static long count_names(const struct counts *counts, size_t first, size_t end) {
    long names = 0;
    for (size_t row = first; row < end; row++) {
        struct slice form = grid_cell(&counts->grid, row, counts->form);
        if (upos_at(counts, row) == UPOS_PROPN && is_capitalised(form)) names += count_at(counts, row);
    }
    return names;
}

static bool may_be_slip_for_name(enum upos upos) { return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_X || upos == UPOS_VERB; }

// Is it a word that the endings alone would treat as well?
static bool is_needless(struct training *training, const struct word *word, size_t tags, long names) {
    const struct counts *counts = &training->counts;
    enum upos best = upos_at(counts, word->first), guess = guess_tag(&training->endings, word);
    size_t characters = utf8_count(word->form);
    if (is_number(word->form)) return true;
    if (word->total == 1 && characters > 3 && !looks_like_word(word->form)) return true;
    if (has_capital(word) && tags == 1 && best == UPOS_PROPN && guess == UPOS_PROPN) return true;
    if (!has_capital(word) && names >= 10 && names > 10 * word->total && may_be_slip_for_name(best)) return true;
    if (word->total >= 3 || guess != best || (tags > 1 && word->total > 1)) return false;
    for (size_t i = 0; i < tags; i++)
        if (lemma_to_give(training, word, word->first + i).length) return false;
    return true;
}

static void write_word(struct writer *writer, struct training *training, const struct word *word, size_t tags) {
    for (size_t row = word->first; row < word->first + tags; row++) {
        write_value(writer, word->form);
        write_cells(writer, upos_name(upos_at(&training->counts, row)));
        write_value(writer, lemma_to_give(training, word, row));
        end_row(writer);
    }
}

// Behind the last row whose form has this lower case.
static size_t end_of_lower(const struct counts *counts, struct arena *scratch, const struct word *word) {
    size_t end = word->end;
    while (end < counts->grid.rows) {
        struct word next = word_at(counts, scratch, end);
        if (!slice_equal(next.lower, word->lower)) break;
        end = next.end;
    }
    return end;
}

static void learn_words(struct writer *writer, struct training *training) {
    const struct counts *counts = &training->counts;
    for (size_t row = 0, same_until = 0, names = 0; row < counts->grid.rows;) {
        arena_reset(&training->scratch);
        struct word word = word_at(counts, &training->scratch, row);
        if (row >= same_until) {
            same_until = end_of_lower(counts, &training->scratch, &word);
            names = (size_t)count_names(counts, row, same_until);
        }
        size_t tags = count_tags(counts, &word);
        if (!is_needless(training, &word, tags, (long)names)) write_word(writer, training, &word, tags);
        row = word.end;
    }
}

int main(int argc, char **argv) {
    static const struct option_row own[] = {{0, NULL, NULL, NULL}};
    struct command command = {.name = "learn-words", .manual = "dateline-train", .purpose = "the lexicon, from the counts of a treebank and its endings", .own = own};
    struct writer writer;
    const char *argument;
    while (next_option(&command, argc, argv, &argument) != -1) {}
    if (!command.operands[0] || !command.operands[1] || command.operands[2])
        usage_error(&command, "a table of count-words and one of learn-endings are wanted");
    open_output(&command, &writer);
    struct tables tables = {.problems = &command.problems};
    struct training training = {.counts = {.grid = load_file(&tables, command.operands[0])}};
    struct grid endings = load_file(&tables, command.operands[1]), *grid = &training.counts.grid;
    training.counts.form = grid_column(grid, "form"), training.counts.upos = grid_column(grid, "upos");
    training.counts.lemma = grid_column(grid, "lemma"), training.counts.count = grid_column(grid, "count");
    read_endings(&training.keep, &endings, &training.endings);
    write_header(&writer, (struct slice[]){SLICE("word"), SLICE("upos"), SLICE("lemma")}, 3);
    learn_words(&writer, &training);
    return finish_command(&command, &writer);
}
