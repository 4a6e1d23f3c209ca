// SPDX-License-Identifier: MIT
#include "exchange/token_rows.h"

#include "base/die.h"
#include "base/utf8.h"

#define COLUMN_SLICE(name) SLICE_INIT(#name),
static const struct slice column_names[] = {TOKEN_COLUMNS(COLUMN_SLICE)};
#undef COLUMN_SLICE

bool open_tokens(struct token_reader *tokens, const struct command *command, struct writer *flush) {
    *tokens = (struct token_reader){.command = command};
    open_reader(&tokens->reader, &command->reading, command->operands, (struct problems *)&command->problems, flush);
    if (!read_header(&tokens->reader)) return false;
    for (int c = 0; c < TOKEN_COLUMN_COUNT; c++)
        tokens->column[c] = c <= TOKEN_form ? need_column(&tokens->reader, column_names[c].at, "tokenize adds it")
                                            : find_column(&tokens->reader, column_names[c].at);
    for (int c = TOKEN_lemma; c < TOKEN_COLUMN_COUNT; c++) tokens->has_findings |= tokens->column[c] >= 0;
    return true;
}

void close_tokens(struct token_reader *tokens) { close_reader(&tokens->reader); }

static struct slice cell(const struct token_reader *tokens, enum token_column column) {
    int number = tokens->column[column];
    return number < 0 ? (struct slice){"", 0} : tokens->reader.cells[number];
}

static bool read_number(struct token_reader *tokens, enum token_column column, long *number) {
    if (slice_number(cell(tokens, column), number) && *number >= 0) return true;
    report(tokens->reader.input.problems, PROBLEM_BAD_VALUE, tokens->reader.input.name, tokens->reader.line,
           "%.*s is \"%.*s\", should be a number", SHOW(column_names[column]), SHOW(cell(tokens, column)));
    return false;
}

// A cell as a value in the document's memory, given that the row was copied there: `moved` is how far.
static struct slice take(struct token_reader *tokens, struct document *document, enum token_column column, struct slice row) {
    struct slice value = cell(tokens, column);
    if (value.length == 0) return (struct slice){"", 0};
    value.at = row.at + (value.at - tokens->reader.row.at);
    return unescape(&document->memory, value);
}

static struct slice lower_form(struct document *document, struct slice form) {
    bool has_upper = false, is_wide = false;
    for (size_t i = 0; i < form.length; i++) {
        has_upper |= form.at[i] >= 'A' && form.at[i] <= 'Z';
        is_wide |= (unsigned char)form.at[i] > 127;
    }
    if (!has_upper && !is_wide) return form;
    size_t room = is_wide ? form.length * 2 + 4 : form.length; // a letter may grow by a byte in lower case
    return lower_into(form, arena_bytes(&document->memory, room), room);
}

static enum ner take_ner(struct token_reader *tokens, bool *begins) {
    struct slice ner = cell(tokens, TOKEN_ner);
    *begins = slice_starts(ner, SLICE("B-"));
    return ner.length > 2 ? ner_of(slice_skip(ner, 2)) : NER_NONE;
}

// The columns that filters add, as far as they are there.
static void take_findings(struct token_reader *tokens, struct document *document, struct token *token) {
    token->lemma = take(tokens, document, TOKEN_lemma, token->row);
    token->upos = upos_of(cell(tokens, TOKEN_upos));
    token->ner = take_ner(tokens, &token->ner_begins);
    token->value = take(tokens, document, TOKEN_value, token->row);
    token->deprel = take(tokens, document, TOKEN_deprel, token->row);
    if (!slice_number(cell(tokens, TOKEN_entity), &token->entity)) token->entity = 0;
    if (!slice_number(cell(tokens, TOKEN_head), &token->head)) token->head = -1;
}

static bool take_token(struct token_reader *tokens, struct document *document, long *sentence) {
    struct slice none = {"", 0};
    struct token token = {.lemma = none, .value = none, .deprel = none, .head = -1};
    long number;
    if (!read_number(tokens, TOKEN_sent_id, sentence) || !read_number(tokens, TOKEN_tok_id, &number) ||
        !read_number(tokens, TOKEN_char_start, &token.start) || !read_number(tokens, TOKEN_char_end, &token.end))
        return false;
    token.row = arena_copy(&document->memory, tokens->reader.row);
    token.form = take(tokens, document, TOKEN_form, token.row);
    token.lower = lower_form(document, token.form);
    if (tokens->has_findings) take_findings(tokens, document, &token);
    *list_push(&document->tokens) = token;
    return true;
}

static void take_sentence(struct token_reader *tokens, struct document *document, long number) {
    size_t count = document->sentences.count;
    if (count == 0 || document->sentences.at[count - 1].number != number) {
        long paragraph;
        if (!slice_number(cell(tokens, TOKEN_par_id), &paragraph)) paragraph = 0;
        *list_push(&document->sentences) = (struct sentence){document->tokens.count - 1, 0, number, paragraph, part_of(cell(tokens, TOKEN_part))};
        count++;
    }
    document->sentences.at[count - 1].count++;
}

static void begin_document(struct token_reader *tokens, struct document *document) {
    clear_document(document);
    document->id = arena_copy(&document->memory, cell(tokens, TOKEN_doc_id));
    document->source = arena_copy(&document->memory, cell(tokens, TOKEN_source));
    document->published = arena_copy(&document->memory, cell(tokens, TOKEN_published));
}

bool read_document(struct token_reader *tokens, struct document *document) {
    if (tokens->command->limit && tokens->read >= tokens->command->limit) return false;
    if (!tokens->pending && !read_row(&tokens->reader)) return false;
    begin_document(tokens, document);
    do {
        long number;
        if (!slice_equal(cell(tokens, TOKEN_doc_id), document->id)) {
            tokens->pending = true;
            return tokens->read++, true;
        }
        if (take_token(tokens, document, &number)) take_sentence(tokens, document, number);
    } while (read_row(&tokens->reader));
    tokens->pending = false;
    return tokens->read++, true;
}

static bool is_dropped(const struct token_reader *tokens, const bool *dropped, size_t column) {
    for (int c = 0; c < TOKEN_COLUMN_COUNT; c++)
        if (dropped && dropped[c] && tokens->column[c] == (int)column) return true;
    return false;
}

void write_token_header(struct token_reader *tokens, struct writer *writer, const bool *dropped, const enum token_column *added,
                        size_t added_count) {
    if (tokens->command->no_header) return;
    for (size_t c = 0; c < tokens->reader.columns; c++)
        if (!is_dropped(tokens, dropped, c)) write_cells(writer, tokens->reader.names[c]);
    for (size_t i = 0; i < added_count; i++) write_cells(writer, column_names[added[i]]);
    end_row(writer);
    flush_writer(writer);
}

void write_token_row(const struct token_reader *tokens, struct writer *writer, const bool *dropped, struct slice row) {
    if (!dropped) {
        write_cells(writer, row);
        return;
    }
    struct slice value;
    for (size_t c = 0; c < tokens->reader.columns; c++) {
        const char *tab = row.length ? memchr(row.at, '\t', row.length) : NULL;
        value = slice_first(row, tab ? (size_t)(tab - row.at) : row.length);
        row = slice_skip(row, value.length + 1);
        if (!is_dropped(tokens, dropped, c)) write_cells(writer, value);
    }
}

#define BEGINS_SLICE(name) SLICE_INIT("B-" #name),
#define INSIDE_SLICE(name) SLICE_INIT("I-" #name),
static const struct slice ner_cells[2][NER_COUNT] = {{SLICE_INIT("O"), NER_KINDS(INSIDE_SLICE)}, {SLICE_INIT("O"), NER_KINDS(BEGINS_SLICE)}};
#undef BEGINS_SLICE
#undef INSIDE_SLICE

void write_token_cell(struct writer *writer, const struct token *token, enum token_column column) {
    switch (column) {
    case TOKEN_lemma: write_value(writer, token->lemma); break;
    case TOKEN_upos: write_cells(writer, upos_name(token->upos)); break;
    case TOKEN_ner: write_cells(writer, ner_cells[token->ner_begins][token->ner]); break;
    case TOKEN_entity: token->entity ? write_number(writer, token->entity) : write_cells(writer, SLICE("")); break;
    case TOKEN_value: write_value(writer, token->value); break;
    case TOKEN_head: token->head >= 0 ? write_number(writer, token->head) : write_cells(writer, SLICE("")); break;
    case TOKEN_deprel: write_value(writer, token->deprel); break;
    default: die("column %s is tokenize's to write", column_names[column].at);
    }
}
