// SPDX-License-Identifier: MIT
#include "text/name_tables.h"

#include "base/utf8.h"
#include "text/spelling.h"

struct portfolio {
    struct slice word, code;
};

struct builder {
    struct names *names;
    struct arena *keep;
    struct gazetteer_maker *maker; // NULL: the gazetteer and the offices are there
    const uint64_t *offices;
    struct portfolio *portfolios; // rows of that kind in names.tsv
    size_t portfolio_count;
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

static void enter(struct builder *builder, struct slice phrase, enum name_list list, size_t row) {
    if (builder->maker) add_phrase(builder->maker, phrase, list, (uint32_t)row);
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
        enter(builder, word, LIST_NAMES, builder->names->row_count);
        builder->names->rows[builder->names->row_count] = row;
        note_adjective(builder->names, (uint32_t)builder->names->row_count++);
    }
}

static void mark_words(struct builder *builder, const struct grid *grid, const char *column, int kind) {
    int word = grid_column(grid, column);
    for (size_t r = 0; r < grid->rows; r++) mark_word(builder->maker, grid_cell(grid, r, word), 1u << kind);
}

// The words of a lexicon that are no names.
static void mark_lexicon(struct builder *builder, const struct grid *grid) {
    int word = grid_column(grid, "word"), upos = grid_column(grid, "upos");
    for (size_t r = 0; r < grid->rows; r++) {
        enum upos tag = upos_of(grid_cell(grid, r, upos));
        if (tag == UPOS_PROPN || tag == UPOS_X || tag == UPOS_SYM || tag == UPOS_PUNCT) continue;
        mark_word(builder->maker, grid_cell(grid, r, word), 1u << WORD_common);
    }
}

static void mark_rules(struct builder *builder, const struct grid *shapes) {
    int word = grid_column(shapes, "word"), kind = grid_column(shapes, "kind");
    for (size_t r = 0; r < shapes->rows; r++) {
        int which = find_kind(word_kind_names, WORD_KIND_COUNT, grid_cell(shapes, r, kind));
        if (which >= 0) mark_word(builder->maker, grid_cell(shapes, r, word), 1u << which);
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

static void note_meanings(struct builder *builder, const struct grid *shapes) {
    struct names *names = builder->names;
    int word = grid_column(shapes, "word"), kind = grid_column(shapes, "kind"), value = grid_column(shapes, "value");
    make_key_table(builder->keep, &names->meaning_keys, shapes->rows);
    names->meanings = TAKE(builder->keep, struct word_meaning, shapes->rows + 1);
    for (size_t r = 0; r < shapes->rows; r++) {
        struct slice meaning = grid_cell(shapes, r, value);
        if (meaning.length == 0) continue;
        bool nickname = slice_is(grid_cell(shapes, r, kind), "nickname"), head = slice_is(grid_cell(shapes, r, kind), "organisation_head");
        if (!nickname && !head) continue;
        uint32_t *number = number_under(&names->meaning_keys, key_of(grid_cell(shapes, r, word)));
        if (*number == 0) *number = (uint32_t)r + 1;
        if (nickname) names->meanings[*number].full_name = key_of(meaning);
        else names->meanings[*number].code = meaning;
    }
}

// Where the first preposition stands that ends the head of a title, with the mark before it; or the title's length.
static size_t end_of_head(struct slice title) {
    static const struct slice prepositions[] = {SLICE_INIT(" of "), SLICE_INIT(" for "), SLICE_INIT(" to "), SLICE_INIT(" in "),
                                                SLICE_INIT(" on "), SLICE_INIT(" without "), SLICE_INIT("-in-")};
    for (size_t at = 1; at < title.length; at++)
        for (size_t i = 0; (title.at[at] == ' ' || title.at[at] == '-') && i < sizeof prepositions / sizeof *prepositions; i++)
            if (slice_starts(slice_skip(title, at), prepositions[i])) return at;
    return title.length;
}

// "minister of X" with s for the word before the preposition, or else for the last one.
static struct slice plural_of(struct arena *keep, struct slice title) {
    size_t end = end_of_head(title);
    struct slice pieces[] = {slice_first(title, end), SLICE("s"), slice_skip(title, end)};
    if (slice_ends(pieces[0], SLICE("man"))) pieces[0] = slice_drop(pieces[0], 3), pieces[1] = SLICE("men");
    else if (slice_ends(pieces[0], SLICE("y"))) pieces[0] = slice_drop(pieces[0], 1), pieces[1] = SLICE("ies");
    return arena_join_all(keep, pieces, 3, "");
}

static void add_title(struct builder *builder, struct slice title, struct title_row row) {
    struct names *names = builder->names;
    enter(builder, title, LIST_TITLES, names->title_count);
    names->titles[names->title_count++] = row;
    if (row.kind != TITLE_office && row.kind != TITLE_role) return;
    if (builder->maker) enter(builder, plural_of(builder->keep, title), LIST_TITLES, names->title_count);
    row.plural = true;
    names->titles[names->title_count++] = row;
}

static void add_body(struct builder *builder, struct slice body, struct body_row row) {
    struct names *names = builder->names;
    enter(builder, body, LIST_BODIES, names->body_count);
    names->bodies[names->body_count++] = row;
}

static const struct slice PORTFOLIO = SLICE_INIT("PORTFOLIO");

static void find_portfolios(struct builder *builder, const struct grid *shapes) {
    int word = grid_column(shapes, "word"), kind = grid_column(shapes, "kind"), value = grid_column(shapes, "value");
    builder->portfolios = TAKE(builder->keep, struct portfolio, shapes->rows + 1);
    for (size_t r = 0; r < shapes->rows; r++)
        if (slice_is(grid_cell(shapes, r, kind), "portfolio"))
            builder->portfolios[builder->portfolio_count++] = (struct portfolio){grid_cell(shapes, r, word), grid_cell(shapes, r, value)};
}

// How many forms a text has: one, or where the word PORTFOLIO stands at `at`, one for each of these.
static size_t forms_of(const struct builder *builder, ptrdiff_t at) { return at < 0 ? 1 : builder->portfolio_count; }

// The n-th form of a text.
static struct slice fill_portfolio(const struct builder *builder, struct slice text, ptrdiff_t at, size_t n) {
    if (at < 0) return text;
    struct slice pieces[] = {slice_first(text, (size_t)at), builder->portfolios[n].word, slice_skip(text, (size_t)at + PORTFOLIO.length)};
    return arena_join_all(builder->keep, pieces, 3, "");
}

// The same number for all titles that mean one office: column office says which, where it is another than the title itself.
static uint64_t office_of_form(const struct builder *builder, struct slice form, struct slice office, size_t n) {
    return key_of(office.length ? fill_portfolio(builder, office, slice_find(office, PORTFOLIO), n) : form);
}

static void add_titles(struct builder *builder, const struct grid *grid) {
    int title = grid_column(grid, "title"), code = grid_column(grid, "code"), kind = grid_column(grid, "kind"), office = grid_column(grid, "office");
    for (size_t r = 0; r < grid->rows; r++) {
        int which = find_kind(title_kind_names, TITLE_KIND_COUNT, grid_cell(grid, r, kind));
        struct slice text = grid_cell(grid, r, title);
        ptrdiff_t at = slice_find(text, PORTFOLIO);
        for (size_t n = 0; n < forms_of(builder, at); n++) {
            struct slice form = builder->maker ? fill_portfolio(builder, text, at, n) : text;
            struct title_row row = {.code = at < 0 ? grid_cell(grid, r, code) : builder->portfolios[n].code};
            row.kind = which < 0 ? TITLE_office : (enum title_kind)which;
            row.plural = row.kind == TITLE_counterpart && slice_ends(text, SLICE("s"));
            if (builder->maker) row.office = office_of_form(builder, form, grid_cell(grid, r, office), n);
            else row.office = builder->offices[builder->names->title_count];
            add_title(builder, form, row);
        }
    }
}

static void add_bodies(struct builder *builder, const struct grid *grid) {
    int body = grid_column(grid, "body"), code = grid_column(grid, "code"), kind = grid_column(grid, "kind");
    for (size_t r = 0; r < grid->rows; r++) {
        struct slice text = grid_cell(grid, r, body);
        ptrdiff_t at = slice_find(text, PORTFOLIO);
        if (slice_is(grid_cell(grid, r, kind), "ending")) continue;
        for (size_t n = 0; n < forms_of(builder, at); n++) {
            struct body_row row = {.code = at < 0 ? grid_cell(grid, r, code) : builder->portfolios[n].code};
            row.common = slice_is(grid_cell(grid, r, kind), "common");
            add_body(builder, builder->maker ? fill_portfolio(builder, text, at, n) : text, row);
        }
    }
}

static size_t count_forms(const struct builder *builder, const struct grid *grid, const char *column) {
    size_t count = 0;
    int text = grid_column(grid, column);
    for (size_t r = 0; r < grid->rows; r++) count += forms_of(builder, slice_find(grid_cell(grid, r, text), PORTFOLIO));
    return count;
}

static void mark_all_words(struct builder *builder, const struct names_tables *tables) {
    mark_words(builder, &tables->given_names, "alias", WORD_given);
    mark_words(builder, &tables->common_words, "alias", WORD_common);
    mark_lexicon(builder, &tables->lexicon);
    mark_rules(builder, &tables->shapes);
}

static void make_room(struct builder *builder, const struct names_tables *tables, size_t rows) {
    struct names *names = builder->names;
    size_t titles = 2 * count_forms(builder, &tables->titles, "title"), bodies = count_forms(builder, &tables->bodies, "body");
    size_t words = tables->given_names.rows + tables->common_words.rows + tables->shapes.rows + tables->lexicon.rows;
    names->rows = TAKE(builder->keep, struct name_row, rows + 1);
    names->titles = TAKE(builder->keep, struct title_row, titles + 1);
    names->bodies = TAKE(builder->keep, struct body_row, bodies + 1);
    if (builder->maker) begin_gazetteer(builder->keep, builder->maker, rows + titles + bodies + words, rows + titles + bodies);
}

struct names *make_names(struct arena *keep, const struct names_tables *tables) {
    const struct grid *lists[] = {&tables->countries, &tables->places, &tables->organisations, &tables->leaders};
    struct names *names = TAKE(keep, struct names, 1);
    struct gazetteer_maker maker = {0};
    struct builder builder = {.names = names, .keep = keep, .maker = tables->ready ? NULL : &maker};
    if (tables->ready) builder.offices = tables->ready->offices;
    size_t rows = 0;
    names->model = tables->model;
    for (size_t i = 0; i < tables->own_count; i++) rows += tables->own[i].rows;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) rows += lists[i]->rows;
    find_portfolios(&builder, &tables->shapes);
    make_room(&builder, tables, rows);
    make_key_table(keep, &names->adjectives, 300);
    note_meanings(&builder, &tables->shapes);
    for (size_t i = 0; i < tables->own_count; i++) add_names(&builder, &tables->own[i], true);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) add_names(&builder, lists[i], false);
    if (builder.maker) mark_all_words(&builder, tables);
    add_titles(&builder, &tables->titles);
    add_bodies(&builder, &tables->bodies);
    names->gazetteer = tables->ready ? tables->ready->gazetteer : made_gazetteer(&maker);
    return names;
}
