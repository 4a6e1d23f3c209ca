// SPDX-License-Identifier: MIT
#include "exchange/mention_rows.h"

#include <stdlib.h>

static bool is_needed(enum event_field field) {
    return field == EVENT_doc_id || field == EVENT_event_id || field == EVENT_event || field == EVENT_actor || field == EVENT_actor_code;
}

static void find_columns(struct mention_reader *mentions) {
    for (int f = 0; f < EVENT_FIELD_COUNT; f++)
        mentions->column[f] = is_needed((enum event_field)f) ? need_column(&mentions->reader, event_columns[f].at, "extract-events adds it")
                                                             : find_column(&mentions->reader, event_columns[f].at);
    mentions->story_id = find_column(&mentions->reader, "story_id");
    mentions->story_date = find_column(&mentions->reader, "story_date");
}

// Cells with a TAB between, without the columns that merging writes anew.
static struct slice join_cells(const struct mention_reader *mentions, const struct slice *cells, struct slice row) {
    if (mentions->story_id < 0 && mentions->story_date < 0) return arena_copy(&mentions->table->memory, row);
    char *copy = arena_take(&mentions->table->memory, row.length + 1), *to = copy;
    for (size_t c = 0; c < mentions->reader.columns; c++) {
        if ((int)c == mentions->story_id || (int)c == mentions->story_date) continue;
        if (to != copy) *to++ = '\t';
        if (cells[c].length) memcpy(to, cells[c].at, cells[c].length);
        to += cells[c].length;
    }
    return slice_between(copy, to);
}

static void take_row(struct mention_reader *mentions) {
    struct mention_table *table = mentions->table;
    struct account account = {.document = 0};
    for (int f = 0; f < EVENT_FIELD_COUNT; f++) {
        struct slice cell = mentions->column[f] < 0 ? (struct slice){"", 0} : mentions->reader.cells[mentions->column[f]];
        account.event.field[f] = f <= EVENT_event_id ? arena_copy(&table->memory, cell) : unescape(&table->memory, arena_copy(&table->memory, cell));
    }
    *list_push(&table->accounts) = account;
    *list_push(&table->rows) = join_cells(mentions, mentions->reader.cells, mentions->reader.row);
}

/* Order: by document, then by the number behind the #, then by the row's bytes, so that the order of input does not matter. */

struct placed {
    struct slice document, event_id, row;
    long number;
    size_t from; // where it stood
};

static long number_of(struct slice event_id) {
    long number = 0;
    for (size_t i = event_id.length; i-- > 0;)
        if (event_id.at[i] == '#') {
            slice_number(slice_skip(event_id, i + 1), &number);
            break;
        }
    return number;
}

static int compare_placed(const void *left, const void *right) {
    const struct placed *a = left, *b = right;
    int order = slice_compare(a->document, b->document);
    if (order) return order;
    if (a->number != b->number) return a->number < b->number ? -1 : 1;
    order = slice_compare(a->event_id, b->event_id);
    return order ? order : slice_compare(a->row, b->row);
}

// The order of the rows; those that are there twice once. Returns how many are left.
static size_t order_rows(const struct mention_table *table, struct placed *rows, struct problems *problems) {
    size_t count = table->accounts.count, kept = 0;
    for (size_t i = 0; i < count; i++) {
        const struct slice *field = table->accounts.at[i].event.field;
        rows[i] = (struct placed){field[EVENT_doc_id], field[EVENT_event_id], table->rows.at[i], number_of(field[EVENT_event_id]), i};
    }
    if (count) qsort(rows, count, sizeof *rows, compare_placed);
    for (size_t i = 0; i < count; i++) {
        if (!kept || !slice_equal(rows[kept - 1].event_id, rows[i].event_id)) rows[kept++] = rows[i];
        else if (!slice_equal(rows[kept - 1].row, rows[i].row))
            report(problems, PROBLEM_TWO_EVENTS, NULL, 0, "two different rows are called %.*s; one was left out", SHOW(rows[i].event_id));
    }
    return kept;
}

static void sort_rows(struct mention_table *table, struct problems *problems) {
    struct placed *rows = take_memory(NULL, table->accounts.count + 1, sizeof *rows);
    struct account *accounts = take_memory(NULL, table->accounts.count + 1, sizeof *accounts);
    size_t kept = order_rows(table, rows, problems);
    for (size_t i = 0; i < kept; i++) {
        accounts[i] = table->accounts.at[rows[i].from];
        table->rows.at[i] = rows[i].row;
    }
    free(table->accounts.at);
    table->accounts.at = accounts;
    table->accounts.room = table->accounts.count + 1;
    table->accounts.count = table->rows.count = kept;
    free(rows);
}

static void limit_days(struct article *article, const struct day_set *days) {
    struct day_set both;
    if (intersect_days(&article->days, days, &both)) article->days = both;
}

static void add_article(struct mention_table *table, const struct account *account) {
    const struct slice *field = account->event.field;
    struct edtf edtf;
    struct day_set days;
    *list_push(&table->articles) = (struct article){field[EVENT_doc_id], field[EVENT_source], field[EVENT_published], every_day()};
    if (parse_edtf(field[EVENT_published], &edtf) && edtf_days(&edtf, &days)) limit_days(&table->articles.at[table->articles.count - 1], &days);
}

static void number_articles(struct mention_table *table, const struct actor_tables *actors, const struct phrase_table *frames) {
    for (size_t i = 0; i < table->accounts.count; i++) {
        struct account *account = &table->accounts.at[i];
        if (table->articles.count == 0 || !slice_equal(table->articles.at[table->articles.count - 1].id, account->event.field[EVENT_doc_id]))
            add_article(table, account);
        account->document = table->articles.count - 1;
        read_account(actors, frames, account);
        if (account->is_published) limit_days(&table->articles.at[account->document], &account->days);
    }
}

bool open_mentions(struct mention_reader *mentions, struct mention_table *table, struct command *command, struct writer *flush) {
    *mentions = (struct mention_reader){.table = table, .command = command};
    open_reader(&mentions->reader, &command->reading, command->operands, &command->problems, flush);
    if (!read_header(&mentions->reader)) return close_reader(&mentions->reader), false;
    find_columns(mentions);
    struct slice names = {0};
    for (size_t c = 0; c < mentions->reader.columns; c++) names = arena_join(&table->memory, names, "\t", mentions->reader.names[c]);
    table->header = join_cells(mentions, mentions->reader.names, names);
    return true;
}

void read_mentions(struct mention_reader *mentions, const struct actor_tables *actors, const struct phrase_table *frames) {
    struct mention_table *table = mentions->table;
    struct slice document = {"", 0};
    size_t documents = 0, limit = mentions->command->limit;
    while (read_row(&mentions->reader)) {
        struct slice id = mentions->reader.cells[mentions->column[EVENT_doc_id]];
        if (limit && (table->rows.count == 0 || !slice_equal(id, document)) && documents++ == limit) break;
        take_row(mentions);
        document = table->accounts.at[table->accounts.count - 1].event.field[EVENT_doc_id];
    }
    close_reader(&mentions->reader);
    sort_rows(table, &mentions->command->problems);
    number_articles(table, actors, frames);
}

void free_mentions(struct mention_table *table) {
    list_free(&table->accounts);
    list_free(&table->articles);
    list_free(&table->rows);
    arena_free(&table->memory);
}
