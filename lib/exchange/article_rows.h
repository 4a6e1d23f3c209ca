/* article_rows: articles on their way in, as tables (doc_id, text and what else there is) or as plain text files. May be used by: src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ARTICLE_ROWS_H
#define DATELINE_ARTICLE_ROWS_H

#include "table/command.h"
#include "table/kept.h"

struct article {
    struct slice id, source, published;        // escaped, as in the table
    struct slice text;                         // unescaped, valid UTF-8
    struct slice kept;                         // the cells that --keep asks for, TAB between
};

struct article_reader {
    struct reader reader;
    const struct command *command;
    struct article plain;                      // what the options say of plain text: id, source, published; empty ones are found out
    int id, source, published, text;           // column numbers, -1 where there is none
    struct kept_columns kept;
    bool in_table, is_open;
    size_t read;
    struct arena memory;                       // of the article that was read last
};

void open_articles(struct article_reader *articles, const struct command *command, struct writer *flush);
// The next article, good until the next call; false at the end. A file whose first line is a header with a column `text` is a
// table; any other is one article, whose doc_id is the file's name without folder and extension.
bool read_article(struct article_reader *articles, struct article *article);
void close_articles(struct article_reader *articles);

#endif
