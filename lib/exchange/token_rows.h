/* token_rows: tables with one token a row, read document by document, and the columns of tokens, entities and syntax.
 * May be used by: src. This and event_rows are the seam between rows and language: columns are written down here once. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TOKEN_ROWS_H
#define DATELINE_TOKEN_ROWS_H

#include "table/command.h"
#include "text/document.h"

// Columns of a token table; those up to FORM have to be there.
#define TOKEN_COLUMNS(COLUMN)                                                                                                    \
    COLUMN(doc_id) COLUMN(sent_id) COLUMN(tok_id) COLUMN(char_start) COLUMN(char_end) COLUMN(form)                               \
    COLUMN(source) COLUMN(published) COLUMN(par_id) COLUMN(part)                                                                 \
    COLUMN(lemma) COLUMN(upos) COLUMN(ner) COLUMN(entity) COLUMN(value) COLUMN(head) COLUMN(deprel)                            \
    COLUMN(rule)
#define TOKEN_COLUMN_NAME(name) TOKEN_##name,
enum token_column { TOKEN_COLUMNS(TOKEN_COLUMN_NAME) TOKEN_COLUMN_COUNT };
#undef TOKEN_COLUMN_NAME

struct token_reader {
    struct reader reader;
    const struct command *command;
    int column[TOKEN_COLUMN_COUNT]; // number in the table, -1 where it is not there
    bool has_findings;              // lemma or one of those behind it is there
    bool pending;                   // the row that was read last belongs to the next document
    size_t read;                    // documents
};

// Opens the table and finds its columns; false where there is no table (said so). Dies or exits where a needed column is missing.
bool open_tokens(struct token_reader *tokens, const struct command *command, struct writer *flush);
// The next document into a cleared or new one; its slices live in its own memory. False at the end.
bool read_document(struct token_reader *tokens, struct document *document);
static inline bool has_column(const struct token_reader *tokens, enum token_column column) { return tokens->column[column] >= 0; }
void close_tokens(struct token_reader *tokens);

// `dropped` is [TOKEN_COLUMN_COUNT], or NULL for none.
// Writes the header that was read, without those `dropped`, and then the names in `added`.
void write_token_header(struct token_reader *tokens, struct writer *writer, const bool *dropped,
                        const enum token_column *added, size_t added_count);
// Writes a token's row as it was read, without the columns dropped; the caller adds its own cells and ends the row.
void write_token_row(const struct token_reader *tokens, struct writer *writer, const bool *dropped, struct slice row);
// The cell of one of a token's columns.
void write_token_cell(struct writer *writer, const struct token *token, enum token_column column);

#endif
