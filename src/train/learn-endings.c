// learn-endings: lib/rules/endings.tsv from the table that count-words writes.
// ALGORITHM: every ending of the words is counted with what it says: the word's tag, or how its lemma comes about. From the shortest
// on, an ending becomes a row if it is frequent enough and says something else than the longest shorter one, and is right with at
// least two words more than that. After Mikheev 1997, "Automatic rule induction for unknown-word guessing".
// SPDX-License-Identifier: MIT
#include "base/intern.h"
#include "base/list.h"
#include "base/utf8.h"
#include "exchange/tables.h"
#include "table/command.h"
#include "text/document.h"

#define NO_LABEL ((uint32_t)-1)

enum {
    RARE = 6,          // words up to this count teach what unknown words are like
    LONGEST_CHANGE = 4 // characters of a word that are not in its lemma
};

struct label_count {
    struct label_count *next;
    uint32_t label;
    long count;
};

struct ending {
    struct slice text;
    struct label_count *labels;
    long count;            // words with it
    uint32_t rule;         // the label it stands for; NO_LABEL: it is no row
    struct slice example;  // the most frequent word that it is right for
    long example_count;
};

// One table of endings: for words in lower case, for those with capitals, for the lemmas of one tag.
struct learner {
    struct slice use;
    enum upos upos;        // whose lemmas
    size_t longest;        // characters of an ending
    long least;            // words that an ending needs
    struct interner texts;
    LIST(struct ending) endings; // by number of the text
};

struct training {
    struct arena keep;
    struct interner labels; // a tag's name; or for lemmas: what is cut off, TAB, what is put there
    struct learner tag, name, lemma[UPOS_COUNT];
};

struct row {
    struct slice form, lower, lemma;
    enum upos upos;
    long count, total;     // of this reading; of the form, set where `is_best`
    bool is_best, is_word; // its form's most frequent reading; letters, and what joins them
};

typedef LIST(struct row) rows_list;

// Letters, and what joins them.
static bool looks_like_word(struct slice form) {
    for (size_t i = 0, length; i < form.length; i += length) {
        bool is_letter = char_class(utf8_decode(slice_skip(form, i), &length)) == CLASS_LETTER;
        if (!is_letter && (i == 0 || !memchr("'.-", form.at[i], 3))) return false;
    }
    return form.length > 0;
}

static struct slice lower_of(struct arena *keep, struct slice word) {
    size_t room = word.length * 2 + 4;
    return lower_into(word, arena_take(keep, room), room);
}

static void read_counts(struct arena *keep, const struct grid *grid, rows_list *rows) {
    int form = grid_column(grid, "form"), upos = grid_column(grid, "upos"), lemma = grid_column(grid, "lemma");
    int count = grid_column(grid, "count");
    size_t best = 0;
    for (size_t r = 0; r < grid->rows; r++) {
        struct row row = {.form = grid_cell(grid, r, form), .lemma = grid_cell(grid, r, lemma), .upos = upos_of(grid_cell(grid, r, upos))};
        row.lower = lower_of(keep, row.form);
        row.is_word = looks_like_word(row.form);
        slice_number(grid_cell(grid, r, count), &row.count);
        row.is_best = r == 0 || !slice_equal(row.form, rows->at[r - 1].form);
        if (row.is_best) best = r;
        *list_push(rows) = row;
        rows->at[best].total += row.count;
    }
}

// The last characters of a word; false where the word has no more than these.
static bool ending_of(struct slice word, size_t characters, struct slice *ending) {
    size_t at = word.length;
    for (; characters; characters--) {
        if (at == 0) return false;
        do at--;
        while (at && (word.at[at] & 0xC0) == 0x80);
    }
    *ending = slice_skip(word, at);
    return at > 0;
}

static void count_label(struct training *training, struct ending *ending, uint32_t label) {
    struct label_count *found = ending->labels;
    while (found && found->label != label) found = found->next;
    if (!found) {
        found = TAKE(&training->keep, struct label_count, 1);
        *found = (struct label_count){ending->labels, label, 0};
        ending->labels = found;
    }
    found->count++;
    ending->count++;
}

// Counts the endings of a word, from those of `shortest` characters on.
static void add_word_to(struct training *training, struct learner *learner, struct slice lower, size_t shortest, struct slice label) {
    uint32_t number = intern(&training->labels, label);
    struct slice text;
    for (size_t n = shortest; n <= learner->longest && ending_of(lower, n, &text); n++) {
        uint32_t ending = intern(&learner->texts, text);
        if (ending == learner->endings.count)
            *list_push(&learner->endings) = (struct ending){.text = learner->texts.names[ending], .rule = NO_LABEL};
        count_label(training, &learner->endings.at[ending], number);
    }
}

// What has to be cut off a word's end and put there to get its lemma.
static void add_lemma(struct training *training, const struct row *row) {
    struct slice word = row->lower, lemma = lower_of(&training->keep, row->lemma);
    size_t same = 0, length;
    while (same < word.length && same < lemma.length) {
        utf8_decode(slice_skip(word, same), &length);
        if (!slice_starts(slice_skip(lemma, same), slice_first(slice_skip(word, same), length))) break;
        same += length;
    }
    struct slice cut = slice_skip(word, same), put = slice_skip(lemma, same);
    if (utf8_count(cut) > LONGEST_CHANGE) return;
    struct slice label = arena_print(&training->keep, "%.*s\t%.*s", SHOW(cut), SHOW(put));
    add_word_to(training, &training->lemma[row->upos], word, utf8_count(cut), label);
}

static bool has_lemma_endings(enum upos upos) {
    return upos == UPOS_NOUN || upos == UPOS_VERB || upos == UPOS_ADJ || upos == UPOS_ADV || upos == UPOS_AUX;
}

static bool is_open(enum upos upos) {
    return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_VERB || upos == UPOS_ADJ || upos == UPOS_ADV || upos == UPOS_NUM ||
           upos == UPOS_INTJ || upos == UPOS_X;
}

static void add_row(struct training *training, const struct row *row) {
    if (!row->is_word) return;
    if (has_lemma_endings(row->upos)) add_lemma(training, row);
    if (!row->is_best || row->total > RARE || !is_open(row->upos)) return;
    if (slice_equal(row->form, row->lower)) add_word_to(training, &training->tag, row->lower, 0, upos_name(row->upos));
    else if (is_capitalised(row->form) && !is_all_capitals(row->form) && utf8_count(row->form) > 1)
        add_word_to(training, &training->name, row->lower, 0, upos_name(row->upos));
}

static long count_of(const struct ending *ending, uint32_t label) {
    for (const struct label_count *found = ending->labels; found; found = found->next)
        if (found->label == label) return found->count;
    return 0;
}

// Of equally frequent labels the first in the alphabet.
static const struct label_count *most_frequent(const struct training *training, const struct ending *ending) {
    const struct label_count *best = ending->labels;
    for (const struct label_count *found = best; found; found = found->next)
        if (found->count > best->count ||
            (found->count == best->count && slice_compare(training->labels.names[found->label], training->labels.names[best->label]) < 0))
            best = found;
    return best;
}

// The row for a word's longest ending; NULL where not even the empty one is a row. Or of an ending: the next shorter one.
static struct ending *find_rule(const struct learner *learner, struct slice word, size_t from) {
    for (size_t n = from + 1; n-- > 0;) {
        struct slice text;
        if (!ending_of(word, n, &text)) continue;
        uint32_t number = intern_find(&learner->texts, text);
        if (number != NOT_INTERNED && learner->endings.at[number].rule != NO_LABEL) return &learner->endings.at[number];
    }
    return NULL;
}

static int compare_lengths(const void *left, const void *right) {
    const struct ending *a = *(struct ending *const *)left, *b = *(struct ending *const *)right;
    size_t m = utf8_count(a->text), n = utf8_count(b->text);
    return m != n ? (m > n) - (m < n) : slice_compare(a->text, b->text);
}

static int compare_ends(const void *left, const void *right) {
    struct slice a = (*(struct ending *const *)left)->text, b = (*(struct ending *const *)right)->text;
    for (size_t i = 1; i <= a.length && i <= b.length; i++) {
        int order = (unsigned char)a.at[a.length - i] - (unsigned char)b.at[b.length - i];
        if (order) return order;
    }
    return (a.length > b.length) - (a.length < b.length);
}

// All endings in an order; the array lives in `keep`.
static struct ending **sort_endings(struct arena *keep, struct learner *learner, int (*compare)(const void *, const void *)) {
    struct ending **order = TAKE(keep, struct ending *, learner->endings.count + 1);
    for (size_t i = 0; i < learner->endings.count; i++) order[i] = &learner->endings.at[i];
    qsort(order, learner->endings.count, sizeof *order, compare);
    return order;
}

// `otherwise` is what the empty ending says.
static void learn_rules(struct training *training, struct learner *learner, struct slice otherwise) {
    add_word_to(training, learner, SLICE("?"), 0, otherwise); // so that the empty ending is there
    struct ending **order = sort_endings(&training->keep, learner, compare_lengths);
    order[0]->rule = intern(&training->labels, otherwise);
    for (size_t i = 1; i < learner->endings.count; i++) {
        struct ending *ending = order[i];
        const struct label_count *best = most_frequent(training, ending);
        const struct ending *shorter = find_rule(learner, ending->text, utf8_count(ending->text) - 1);
        if (ending->count < learner->least || shorter->rule == best->label) continue;
        if (best->count - count_of(ending, shorter->rule) >= 2) ending->rule = best->label;
    }
}

// A word with the ending becomes its lemma by this: the ending without what is cut, and what is put there.
static struct slice becomes(struct training *training, const struct ending *ending) {
    struct slice put = training->labels.names[ending->rule], cut;
    slice_cut(&put, '\t', &cut);
    return arena_join(&training->keep, slice_drop(ending->text, cut.length), "", put);
}

static void offer_example(struct ending *ending, const struct row *row, long count) {
    if (count < ending->example_count || (count == ending->example_count && slice_compare(row->form, ending->example) < 0)) return;
    ending->example = row->form;
    ending->example_count = count;
}

static void take_examples(struct training *training, const rows_list *rows) {
    for (size_t r = 0; r < rows->count; r++) {
        const struct row *row = &rows->at[r];
        if (!row->is_word) continue;
        if (has_lemma_endings(row->upos)) {
            struct ending *rule = find_rule(&training->lemma[row->upos], row->lower, training->lemma[row->upos].longest);
            struct slice stem = slice_drop(row->lower, rule->text.length);
            bool capital = row->upos == UPOS_ADJ && !slice_equal(row->form, row->lower);
            struct slice lemma = arena_join(&training->keep, stem, "", becomes(training, rule));
            if (slice_equal(row->lemma, capital ? row->form : lemma)) offer_example(rule, row, row->count);
        }
        if (!row->is_best) continue;
        struct learner *learner = slice_equal(row->form, row->lower) ? &training->tag : &training->name;
        struct ending *rule = find_rule(learner, row->lower, learner->longest);
        if (slice_equal(training->labels.names[rule->rule], upos_name(row->upos))) offer_example(rule, row, row->total);
    }
}

static void write_rules(struct writer *writer, struct training *training, struct learner *learner) {
    struct ending **order = sort_endings(&training->keep, learner, compare_ends);
    for (size_t i = 0; i < learner->endings.count; i++) {
        if (order[i]->rule == NO_LABEL) continue;
        write_cells(writer, learner->use);
        write_cells(writer, learner->upos ? upos_name(learner->upos) : training->labels.names[order[i]->rule]);
        write_value(writer, order[i]->text);
        write_value(writer, learner->upos ? becomes(training, order[i]) : SLICE(""));
        write_value(writer, order[i]->example);
        end_row(writer);
    }
}

static void learn_endings(struct writer *writer, struct training *training, const struct grid *grid) {
    rows_list rows = {0};
    training->tag = (struct learner){.use = SLICE("tag"), .longest = 5, .least = 5};
    training->name = (struct learner){.use = SLICE("name"), .longest = 5, .least = 4};
    for (int u = 0; u < UPOS_COUNT; u++)
        training->lemma[u] = (struct learner){.use = SLICE("lemma"), .upos = (enum upos)u, .longest = 7, .least = 3};
    read_counts(&training->keep, grid, &rows);
    for (size_t r = 0; r < rows.count; r++) add_row(training, &rows.at[r]);
    learn_rules(training, &training->tag, SLICE("NOUN"));
    learn_rules(training, &training->name, SLICE("PROPN"));
    for (int u = 0; u < UPOS_COUNT; u++)
        if (has_lemma_endings((enum upos)u)) learn_rules(training, &training->lemma[u], SLICE("\t"));
    take_examples(training, &rows);
    write_rules(writer, training, &training->tag);
    write_rules(writer, training, &training->name);
    for (int u = 0; u < UPOS_COUNT; u++)
        if (has_lemma_endings((enum upos)u)) write_rules(writer, training, &training->lemma[u]);
    list_free(&rows);
}

int main(int argc, char **argv) {
    static const struct option_row own[] = {{0, NULL, NULL, NULL}};
    struct command command = {.name = "learn-endings", .manual = "dateline-train", .own = own,
                              .purpose = "tags and lemmas by the ends of words, from the counts of a treebank"};
    struct writer writer;
    const char *argument;
    while (next_option(&command, argc, argv, &argument) != -1) {}
    if (!command.operands[0] || command.operands[1]) usage_error(&command, "one table of count-words is wanted");
    open_output(&command, &writer);
    struct tables tables = {.problems = &command.problems};
    struct grid grid = load_file(&tables, command.operands[0]);
    static struct training training;
    write_header(&writer, (struct slice[]){SLICE("use"), SLICE("upos"), SLICE("ending"), SLICE("becomes"), SLICE("example")}, 5);
    learn_endings(&writer, &training, &grid);
    return finish_command(&command, &writer);
}
