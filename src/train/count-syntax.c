// count-syntax: lib/rules/syntax.tsv, the words the parser knows, from treebanks with trees.
// Every relation that tells something is tallied with its word (and preposition); a word gets into a class when the tally is high
// enough, and high enough against another tally. What a reader of the result would not have there is left out by a table.
// SPDX-License-Identifier: MIT
#include "base/die.h"
#include "base/intern.h"
#include "base/utf8.h"
#include "exchange/tables.h"
#include "exchange/token_rows.h"

#define TALLIES(TALLY)                                                                                                           \
    TALLY(any_verb) TALLY(clause) TALLY(infinitive) TALLY(person) TALLY(noun_infinitive) TALLY(unmarked)                         \
    TALLY(verb_form) TALLY(past_form) TALLY(participle_form) TALLY(verb_as_case) TALLY(verb_as_other)                            \
    TALLY(before_name) TALLY(ends_name) TALLY(in_person) TALLY(common_noun) TALLY(adverb_of_next) TALLY(adverb_before_adverb)    \
    TALLY(fixed) TALLY(particle) TALLY(of_noun) TALLY(past_noun) TALLY(of_verb) TALLY(past_verb)
#define TALLY_NAME(name) TALLY_##name,
enum tally { TALLIES(TALLY_NAME) TALLY_COUNT };
#undef TALLY_NAME

// A word is of a class if its tally is at least so much, and more than `share` of the other tally. In the order of the classes.
static const struct rule {
    const char *class;
    enum tally tally;
    long least;
    double share;
    enum tally other;
    bool irregular;     // not for forms in -ed
    bool needs_noun;    // only words that are common nouns elsewhere
    bool abbreviations; // words with dots too
} rules[] = {
    {.class = "as_preposition", TALLY_verb_as_case, 2, 0.4, TALLY_verb_as_other},
    {.class = "content_verb", TALLY_clause, 3, 0.12, TALLY_any_verb},
    {.class = "fixed", TALLY_fixed, 4},
    {.class = "infinitive_noun", TALLY_noun_infinitive, 2},
    {.class = "infinitive_verb", TALLY_infinitive, 3, 0.1, TALLY_any_verb},
    {.class = "intensifier", TALLY_adverb_of_next, 3, 0.6, TALLY_adverb_before_adverb},
    {.class = "name_head", TALLY_ends_name, 2, 1, TALLY_in_person, .needs_noun = true},
    {.class = "noun", TALLY_of_noun, 2, 1, TALLY_past_noun},
    {.class = "participle", TALLY_participle_form, 2, 0.97, TALLY_verb_form, .irregular = true},
    {.class = "particle_verb", TALLY_particle, 2},
    {.class = "past", TALLY_past_form, 2, 0.97, TALLY_verb_form, .irregular = true},
    {.class = "person_verb", TALLY_person, 3, 0.1, TALLY_any_verb},
    {.class = "rank", TALLY_before_name, 2, .abbreviations = true},
    {.class = "time_noun", TALLY_unmarked, 2},
    {.class = "verb", TALLY_of_verb, 2, 1.2, TALLY_past_verb},
};

struct tallies {
    struct interner keys;  // a byte for the tally, word, TAB, preposition
    LIST(long) counts;     // by number
    struct arena keep, scratch;
    struct grid left_out;
    int xpos;              // column of the treebank
};

struct tree {
    const struct token *tokens;
    size_t count;
};

static struct slice key_of(struct arena *scratch, enum tally tally, struct slice word, struct slice preposition) {
    return arena_print(scratch, "%c%.*s\t%.*s", 'a' + (int)tally, SHOW(word), SHOW(preposition));
}

static void add_pair(struct tallies *tallies, enum tally tally, struct slice word, struct slice preposition) {
    uint32_t number = intern(&tallies->keys, key_of(&tallies->scratch, tally, word, preposition));
    if (number == tallies->counts.count) *list_push(&tallies->counts) = 0;
    tallies->counts.at[number]++;
}

static void add(struct tallies *tallies, enum tally tally, struct slice word) { add_pair(tallies, tally, word, SLICE("")); }

static long tallied(struct tallies *tallies, enum tally tally, struct slice word, struct slice preposition) {
    uint32_t number = intern_find(&tallies->keys, key_of(&tallies->scratch, tally, word, preposition));
    return number == NOT_INTERNED ? 0 : tallies->counts.at[number];
}

static struct slice lemma_of(struct tallies *tallies, const struct token *token) {
    size_t room = token->lemma.length * 2 + 4;
    return lower_into(token->lemma, arena_take(&tallies->scratch, room), room);
}

static bool is_name_or_noun(const struct token *token) { return token->upos == UPOS_NOUN || token->upos == UPOS_PROPN; }
static bool is(const struct token *token, const char *relation) { return slice_is(token->deprel, relation); }
static bool is_kind_of(const struct token *token, const char *relation) {
    size_t length = strlen(relation);
    return slice_starts(token->deprel, slice_of(relation)) && (token->deprel.length == length || token->deprel.at[length] == ':');
}

static struct slice nth_cell(struct slice row, int number) {
    struct slice cell = {0};
    while (number-- >= 0 && slice_cut(&row, '\t', &cell)) {}
    return cell;
}

static const struct token *head_of(const struct tree *tree, const struct token *token) {
    return token->head > 0 && (size_t)token->head <= tree->count ? &tree->tokens[token->head - 1] : NULL;
}

static bool has_to(const struct tree *tree, long head) {
    for (size_t i = 0; i < tree->count; i++)
        if (tree->tokens[i].head == head && slice_is(tree->tokens[i].lower, "to")) return true;
    return false;
}

// The first preposition of a noun that stands before it; tree->count if there is none.
static size_t preposition_of(const struct tree *tree, size_t noun) {
    for (size_t i = 0; i < noun; i++)
        if (tree->tokens[i].head == (long)noun + 1 && is(&tree->tokens[i], "case")) return i;
    return tree->count;
}

static void add_verb(struct tallies *tallies, const struct token *token) {
    struct slice xpos = nth_cell(token->row, tallies->xpos);
    if (token->upos == UPOS_NOUN && slice_equal(token->form, token->lower)) add(tallies, TALLY_common_noun, token->lower);
    if (token->upos != UPOS_VERB) return;
    add(tallies, TALLY_any_verb, lemma_of(tallies, token));
    add(tallies, TALLY_verb_form, token->lower);
    if (slice_is(xpos, "VBD")) add(tallies, TALLY_past_form, token->lower);
    if (slice_is(xpos, "VBN")) add(tallies, TALLY_participle_form, token->lower);
    if (token->head > 0) add(tallies, is(token, "case") ? TALLY_verb_as_case : TALLY_verb_as_other, token->lower);
}

static void add_complement(struct tallies *tallies, const struct tree *tree, const struct token *token, const struct token *head) {
    struct slice lemma = lemma_of(tallies, head);
    if (head->upos == UPOS_VERB && is(token, "ccomp")) add(tallies, TALLY_clause, lemma);
    if (head->upos == UPOS_VERB && is(token, "xcomp")) add(tallies, TALLY_infinitive, lemma);
    if (is(token, "iobj")) add(tallies, TALLY_person, lemma);
    if (is(token, "compound:prt")) add_pair(tallies, TALLY_particle, lemma, token->lower);
    if (is(token, "acl") && head->upos == UPOS_NOUN && has_to(tree, token - tree->tokens + 1)) add(tallies, TALLY_noun_infinitive, lemma);
    if (slice_ends(token->deprel, SLICE(":unmarked")) && token->upos == UPOS_NOUN) add(tallies, TALLY_unmarked, lemma_of(tallies, token));
}

static void add_name(struct tallies *tallies, const struct tree *tree, const struct token *token, const struct token *head) {
    const struct token *next = token + 1 < tree->tokens + tree->count ? token + 1 : NULL;
    if (is(token, "nmod:desc") && is_name_or_noun(token)) add(tallies, TALLY_before_name, token->lower);
    if (is(token, "compound") && token->upos == UPOS_PROPN && head->upos == UPOS_PROPN && head > token)
        add(tallies, TALLY_ends_name, head->lower);
    if (is(token, "flat") && token->upos == UPOS_PROPN) add(tallies, TALLY_in_person, token->lower);
    if (is(token, "fixed") && head + 1 == token) add_pair(tallies, TALLY_fixed, head->lower, token->lower);
    if (token->upos != UPOS_ADV || !next || next->upos != UPOS_ADV) return;
    add(tallies, TALLY_adverb_before_adverb, token->lower);
    if (head == next) add(tallies, TALLY_adverb_of_next, token->lower);
}

// A preposition behind a noun: does its own noun belong to that noun, or past it to the verb?
static void add_prepositional(struct tallies *tallies, const struct tree *tree, size_t i, const struct token *head) {
    const struct token *token = &tree->tokens[i];
    bool of_verb = is_kind_of(token, "obl"), of_noun = is_kind_of(token, "nmod");
    if ((!of_verb && !of_noun) || !(is_name_or_noun(token) || token->upos == UPOS_PRON || token->upos == UPOS_NUM)) return;
    size_t at = preposition_of(tree, i);
    if (at == tree->count || at == 0) return;
    const struct token *before = &tree->tokens[at - 1], *above = head_of(tree, head);
    struct slice preposition = tree->tokens[at].lower;
    if (slice_is(preposition, "of") || !(is_name_or_noun(before) || before->upos == UPOS_PRON)) return;
    if (before->upos == UPOS_NOUN) add_pair(tallies, of_noun ? TALLY_of_noun : TALLY_past_noun, lemma_of(tallies, before), preposition);
    if (of_verb && head->upos == UPOS_VERB) add_pair(tallies, TALLY_of_verb, lemma_of(tallies, head), preposition);
    if (of_noun && above && above->upos == UPOS_VERB) add_pair(tallies, TALLY_past_verb, lemma_of(tallies, above), preposition);
}

static void add_sentence(struct tallies *tallies, const struct tree *tree) {
    for (size_t i = 0; i < tree->count; i++) {
        const struct token *token = &tree->tokens[i], *head = head_of(tree, token);
        arena_reset(&tallies->scratch);
        add_verb(tallies, token);
        if (!head) continue;
        add_complement(tallies, tree, token, head);
        add_name(tallies, tree, token, head);
        add_prepositional(tallies, tree, i, head);
    }
}

// Letters; in abbreviations ("Gen.") dots too.
static bool is_word(struct slice form, bool with_dots) {
    for (size_t i = 0, length; i < form.length; i += length)
        if (char_class(utf8_decode(slice_skip(form, i), &length)) != CLASS_LETTER && (i == 0 || !with_dots || form.at[i] != '.'))
            return false;
    return form.length > 0;
}

// An empty cell of the table stands for any word, any preposition.
static bool is_left_out(const struct grid *grid, const char *class, struct slice word, struct slice preposition) {
    int columns[] = {grid_column(grid, "class"), grid_column(grid, "word"), grid_column(grid, "preposition")};
    for (size_t row = 0; row < grid->rows; row++) {
        struct slice its_word = grid_cell(grid, row, columns[1]), its_preposition = grid_cell(grid, row, columns[2]);
        if (slice_is(grid_cell(grid, row, columns[0]), class) && (!its_word.length || slice_equal(its_word, word)) &&
            (!its_preposition.length || slice_equal(its_preposition, preposition)))
            return true;
    }
    return false;
}

static bool belongs(struct tallies *tallies, const struct rule *rule, struct slice word, struct slice preposition, long count) {
    if (!is_word(word, rule->abbreviations) || (preposition.length && !is_word(preposition, false)) || count < rule->least) return false;
    if (rule->irregular && slice_ends(word, SLICE("ed"))) return false;
    if (rule->needs_noun && !tallied(tallies, TALLY_common_noun, word, SLICE(""))) return false;
    if (rule->share > 0 && (double)count <= rule->share * (double)tallied(tallies, rule->other, word, preposition)) return false;
    return !is_left_out(&tallies->left_out, rule->class, word, preposition);
}

static struct interner *sorted; // for compare_keys alone
static int compare_keys(const void *left, const void *right) {
    return slice_compare(sorted->names[*(const uint32_t *)left], sorted->names[*(const uint32_t *)right]);
}

// Keys in order have a word's prepositions one behind another: they make one row.
static void write_class(struct writer *writer, struct tallies *tallies, const struct rule *rule, const uint32_t *order) {
    struct slice open = {0}, list = {0};
    for (size_t i = 0; i <= tallies->keys.count; i++) {
        struct slice key = i < tallies->keys.count ? tallies->keys.names[order[i]] : SLICE("\t"), word;
        bool ours = key.at[0] == 'a' + (int)rule->tally;
        key = slice_skip(key, 1);
        slice_cut(&key, '\t', &word);
        if (ours && !belongs(tallies, rule, word, key, tallies->counts.at[order[i]])) continue;
        if (open.length && !(ours && slice_equal(open, word))) {
            write_cells(writer, slice_of(rule->class));
            write_value(writer, open);
            write_value(writer, list);
            end_row(writer);
            open = list = (struct slice){0};
        }
        if (!ours) continue;
        list = arena_join(&tallies->keep, list, ";", key);
        open = word;
    }
}

static void write_classes(struct writer *writer, struct tallies *tallies) {
    uint32_t *order = TAKE(&tallies->keep, uint32_t, tallies->keys.count + 1);
    for (uint32_t i = 0; i < tallies->keys.count; i++) order[i] = i;
    sorted = &tallies->keys;
    qsort(order, tallies->keys.count, sizeof *order, compare_keys);
    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) write_class(writer, tallies, &rules[r], order);
}

int main(int argc, char **argv) {
    static const struct option_row own[] = {
        {'x', "left-out", "FILE", "rows not wanted: class, word, preposition; an empty cell stands for any"}, {0, NULL, NULL, NULL}};
    struct command command = {.name = "count-syntax", .purpose = "the words the parser knows, from treebanks", .own = own};
    struct tables tables = {.problems = &command.problems};
    struct tallies tallies = {0};
    struct writer writer;
    struct token_reader tokens;
    const char *argument;
    while (next_option(&command, argc, argv, &argument) != -1) tallies.left_out = load_file(&tables, argument);
    open_output(&command, &writer);
    if (!open_tokens(&tokens, &command, &writer)) return finish_command(&command, &writer);
    write_header(&writer, (struct slice[]){SLICE("class"), SLICE("word"), SLICE("prepositions")}, 3);
    tallies.xpos = find_column(&tokens.reader, "xpos");
    for (struct document document = {0}; read_document(&tokens, &document);)
        for (size_t s = 0; s < document.sentences.count; s++)
            add_sentence(&tallies, &(struct tree){document.tokens.at + document.sentences.at[s].first, document.sentences.at[s].count});
    write_classes(&writer, &tallies);
    return finish_command(&command, &writer);
}
