// SPDX-License-Identifier: MIT
#include "text/name_tables.h"

#include "base/utf8.h"
#include "text/spelling.h"

struct builder {
    struct names *names;
    struct arena *keep;
    const struct grid *shapes; // names.tsv, for the portfolios
};

#define KIND_SLICE(kind) SLICE_INIT(#kind),
static const struct slice word_kind_names[] = {WORD_KINDS(KIND_SLICE)};
static const struct slice title_kind_names[] = {TITLE_KINDS(KIND_SLICE)};
#undef KIND_SLICE

static int find_kind(const struct slice *names, int count, struct slice name) {
    for (int i = 0; i < count; i++)
        if (slice_equal(names[i], name)) return i;
    return -1;
}

static int day_compare(struct slice a, struct slice b) {
    size_t length = a.length < b.length ? a.length : b.length;
    if (length > 10) length = 10;
    return slice_compare(slice_first(a, length), slice_first(b, length));
}

bool row_holds(const struct name_row *row, struct slice day) {
    if (day.length == 0) return true;
    return (row->from.length == 0 || day_compare(row->from, day) <= 0) && (row->until.length == 0 || day_compare(day, row->until) <= 0);
}

static enum letters letters_of(struct slice alias, bool own) {
    if (own) return LETTERS_ANY;
    if (is_all_capitals(alias) && alias.length <= 6) return LETTERS_CAPITALS;
    return is_capitalised(alias) ? LETTERS_FIRST : LETTERS_SOMEWHERE;
}

static enum ner kind_of_row(struct slice kind, struct slice code) {
    enum ner ner = ner_of(kind);
    if (ner != NER_NONE) return ner;
    return code.length == 3 ? NER_LOC : NER_ORG; // a user's row that does not say
}

static void note_adjective(struct names *names, uint32_t number) {
    const struct name_row *row = &names->rows[number];
    if (row->kind != NER_NORP || row->own || row->code.length != 3) return;
    uint32_t *first = number_under(&names->adjectives, spelling_key(row->code));
    if (*first == 0) *first = number + 1;
}

static void add_names(struct builder *builder, const struct grid *grid, bool own) {
    int alias = grid_column(grid, "alias"), code = grid_column(grid, "code"), from = grid_column(grid, "valid_from");
    int until = grid_column(grid, "valid_until"), value = grid_column(grid, "value"), kind = grid_column(grid, "kind");
    int role = grid_column(grid, "role");
    for (size_t r = 0; r < grid->rows; r++) {
        struct slice word = grid_cell(grid, r, alias), meaning = grid_cell(grid, r, value);
        struct name_row row = {.alias = word, .code = grid_cell(grid, r, code), .from = grid_cell(grid, r, from), .until = grid_cell(grid, r, until),
                               .value = meaning.length ? meaning : word, .own = own, .letters = letters_of(word, own)};
        row.kind = kind_of_row(grid_cell(grid, r, kind), row.code);
        row.seat = grid_cell(grid, r, role).length > 0;
        add_phrase(&builder->names->gazetteer, word, LIST_NAMES, (uint32_t)builder->names->row_count);
        builder->names->rows[builder->names->row_count] = row;
        note_adjective(builder->names, (uint32_t)builder->names->row_count++);
    }
}

static void mark_words(struct builder *builder, const struct grid *grid, const char *column, int kind) {
    int word = grid_column(grid, column);
    for (size_t r = 0; r < grid->rows; r++) mark_word(&builder->names->gazetteer, grid_cell(grid, r, word), 1u << kind);
}

// The words of a lexicon that are no names.
static void mark_lexicon(struct builder *builder, const struct grid *grid) {
    int word = grid_column(grid, "word"), upos = grid_column(grid, "upos");
    for (size_t r = 0; r < grid->rows; r++) {
        enum upos tag = upos_of(grid_cell(grid, r, upos));
        if (tag == UPOS_PROPN || tag == UPOS_X || tag == UPOS_SYM || tag == UPOS_PUNCT) continue;
        mark_word(&builder->names->gazetteer, grid_cell(grid, r, word), 1u << WORD_common);
    }
}

static void mark_rules(struct builder *builder) {
    int word = grid_column(builder->shapes, "word"), kind = grid_column(builder->shapes, "kind");
    for (size_t r = 0; r < builder->shapes->rows; r++) {
        int which = find_kind(word_kind_names, WORD_KIND_COUNT, grid_cell(builder->shapes, r, kind));
        if (which >= 0) mark_word(&builder->names->gazetteer, grid_cell(builder->shapes, r, word), 1u << which);
    }
}

static uint64_t key_of(struct slice word) {
    char bytes[256];
    return spelling_key(lower_into(word, bytes, sizeof bytes));
}

const struct word_meaning *meaning_of(const struct names *names, uint64_t key) {
    uint32_t number = find_number(&names->meaning_keys, key);
    return number ? &names->meanings[number] : NULL;
}

struct slice adjective_of(const struct names *names, struct slice country) {
    uint32_t number = find_number(&names->adjectives, spelling_key(country));
    return number ? names->rows[number - 1].alias : country;
}

static void note_meanings(struct builder *builder) {
    const struct grid *shapes = builder->shapes;
    struct names *names = builder->names;
    int word = grid_column(shapes, "word"), kind = grid_column(shapes, "kind"), value = grid_column(shapes, "value");
    make_key_table(builder->keep, &names->meaning_keys, shapes->rows);
    names->meanings = TAKE(builder->keep, struct word_meaning, shapes->rows + 1);
    for (size_t r = 0; r < shapes->rows; r++) {
        bool nickname = slice_is(grid_cell(shapes, r, kind), "nickname"), head = slice_is(grid_cell(shapes, r, kind), "organisation_head");
        struct slice meaning = grid_cell(shapes, r, value);
        if (meaning.length == 0 || (!nickname && !head)) continue;
        uint32_t *number = number_under(&names->meaning_keys, key_of(grid_cell(shapes, r, word)));
        if (*number == 0) *number = (uint32_t)r + 1;
        if (nickname) names->meanings[*number].full_name = key_of(meaning);
        else names->meanings[*number].code = meaning;
    }
}

// "minister of X" with s for the word before the preposition, or else for the last one.
static struct slice plural_of(struct arena *keep, struct slice title) {
    static const char *const prepositions[] = {" of ", " for ", " to ", " in ", " on ", " without ", "-in-"};
    size_t end = title.length;
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++) {
        ptrdiff_t at = slice_find(title, slice_of(prepositions[i]));
        if (at > 0 && (size_t)at < end) end = (size_t)at;
    }
    struct slice head = slice_first(title, end), tail = slice_skip(title, end);
    if (slice_ends(head, SLICE("man"))) return arena_print(keep, "%.*smen%.*s", SHOW(slice_drop(head, 3)), SHOW(tail));
    if (slice_ends(head, SLICE("y"))) return arena_print(keep, "%.*sies%.*s", SHOW(slice_drop(head, 1)), SHOW(tail));
    return arena_print(keep, "%.*ss%.*s", SHOW(head), SHOW(tail));
}

static void add_title(struct builder *builder, struct title_row row) {
    struct names *names = builder->names;
    for (int plural = 0; plural <= (row.kind == TITLE_office || row.kind == TITLE_role); plural++) {
        if (plural) row.title = plural_of(builder->keep, row.title);
        row.plural = plural;
        add_phrase(&names->gazetteer, row.title, LIST_TITLES, (uint32_t)names->title_count);
        names->titles[names->title_count++] = row;
    }
    if (row.kind == TITLE_counterpart) names->titles[names->title_count - 1].plural = slice_ends(row.title, SLICE("s"));
}

static void add_body(struct builder *builder, struct slice body, struct body_row row) {
    struct names *names = builder->names;
    add_phrase(&names->gazetteer, body, LIST_BODIES, (uint32_t)names->body_count);
    names->bodies[names->body_count++] = row;
}

static const struct slice PORTFOLIO = SLICE_INIT("PORTFOLIO");

// The n-th form of a row that may hold the word PORTFOLIO: one a portfolio, with its code; n counts rows of `shapes`.
// False where there is none for this n.
static bool fill_portfolio(struct builder *builder, size_t n, struct slice *text, struct slice *code) {
    ptrdiff_t at = slice_find(*text, PORTFOLIO);
    if (at < 0) return n == 0;
    if (!slice_is(grid_cell(builder->shapes, n, grid_column(builder->shapes, "kind")), "portfolio")) return false;
    struct slice word = grid_cell(builder->shapes, n, grid_column(builder->shapes, "word"));
    *text = arena_print(builder->keep, "%.*s%.*s%.*s", SHOW(slice_first(*text, (size_t)at)), SHOW(word),
                        SHOW(slice_skip(*text, (size_t)at + PORTFOLIO.length)));
    *code = grid_cell(builder->shapes, n, grid_column(builder->shapes, "value"));
    return true;
}

static void add_titles(struct builder *builder, const struct grid *grid) {
    int title = grid_column(grid, "title"), code = grid_column(grid, "code"), kind = grid_column(grid, "kind"), office = grid_column(grid, "office");
    for (size_t r = 0; r < grid->rows; r++)
        for (size_t n = 0; n < builder->shapes->rows; n++) {
            struct title_row row = {.title = grid_cell(grid, r, title), .code = grid_cell(grid, r, code)};
            struct slice meant = grid_cell(grid, r, office), no_code;
            int which = find_kind(title_kind_names, TITLE_KIND_COUNT, grid_cell(grid, r, kind));
            row.kind = which < 0 ? TITLE_office : (enum title_kind)which;
            bool whole = slice_find(row.title, PORTFOLIO) < 0;
            if (fill_portfolio(builder, n, &row.title, &row.code) && (whole || meant.length == 0 || fill_portfolio(builder, n, &meant, &no_code))) {
                row.office = key_of(meant.length ? meant : row.title);
                add_title(builder, row);
            }
            if (whole) break;
        }
}

static void add_bodies(struct builder *builder, const struct grid *grid) {
    int body = grid_column(grid, "body"), code = grid_column(grid, "code"), kind = grid_column(grid, "kind");
    for (size_t r = 0; r < grid->rows; r++)
        for (size_t n = 0; n < builder->shapes->rows && !slice_is(grid_cell(grid, r, kind), "ending"); n++) {
            struct slice text = grid_cell(grid, r, body);
            struct body_row row = {.code = grid_cell(grid, r, code), .common = slice_is(grid_cell(grid, r, kind), "common")};
            bool whole = slice_find(text, PORTFOLIO) < 0;
            if (fill_portfolio(builder, n, &text, &row.code)) add_body(builder, text, row);
            if (whole) break;
        }
}

static size_t count_portfolios(const struct grid *shapes) {
    size_t count = 0;
    for (size_t r = 0; r < shapes->rows; r++) count += slice_is(grid_cell(shapes, r, grid_column(shapes, "kind")), "portfolio");
    return count;
}

static size_t count_forms(const struct grid *grid, const char *column, size_t portfolios) {
    size_t count = 0;
    for (size_t r = 0; r < grid->rows; r++)
        count += slice_find(grid_cell(grid, r, grid_column(grid, column)), PORTFOLIO) < 0 ? 1 : portfolios;
    return count;
}

struct names *make_names(struct arena *keep, const struct names_tables *tables) {
    const struct grid *lists[] = {&tables->countries, &tables->places, &tables->organisations, &tables->leaders};
    struct names *names = TAKE(keep, struct names, 1);
    struct builder builder = {names, keep, &tables->shapes};
    size_t rows = 0, portfolios = count_portfolios(&tables->shapes);
    for (size_t i = 0; i < tables->own_count; i++) rows += tables->own[i].rows;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) rows += lists[i]->rows;
    size_t titles = 2 * count_forms(&tables->titles, "title", portfolios), bodies = count_forms(&tables->bodies, "body", portfolios);
    names->rows = TAKE(keep, struct name_row, rows + 1);
    names->titles = TAKE(keep, struct title_row, titles + 1);
    names->bodies = TAKE(keep, struct body_row, bodies + 1);
    size_t words = tables->given_names.rows + tables->common_words.rows + tables->shapes.rows + tables->lexicon.rows;
    make_gazetteer(keep, &names->gazetteer, rows + titles + bodies + words, rows + titles + bodies);
    make_key_table(keep, &names->adjectives, 300);
    for (size_t i = 0; i < tables->own_count; i++) add_names(&builder, &tables->own[i], true);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) add_names(&builder, lists[i], false);
    mark_words(&builder, &tables->given_names, "alias", WORD_given);
    mark_words(&builder, &tables->common_words, "alias", WORD_common);
    mark_lexicon(&builder, &tables->lexicon);
    mark_rules(&builder);
    note_meanings(&builder);
    add_titles(&builder, &tables->titles);
    add_bodies(&builder, &tables->bodies);
    return names;
}
