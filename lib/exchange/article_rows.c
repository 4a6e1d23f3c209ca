// SPDX-License-Identifier: MIT
#include "exchange/article_rows.h"

#include "base/utf8.h"

void open_articles(struct article_reader *articles, const struct command *command, struct writer *flush) {
    *articles = (struct article_reader){.command = command};
    open_reader(&articles->reader, &command->reading, command->operands, (struct problems *)&command->problems, flush);
}

void close_articles(struct article_reader *articles) {
    close_reader(&articles->reader);
    arena_free(&articles->memory);
}

static void find_columns(struct article_reader *articles) {
    struct reader *reader = &articles->reader;
    articles->id = need_column(reader, "doc_id", "it names the article");
    articles->text = need_column(reader, "text", "it is the article");
    articles->source = find_column(reader, "source");
    articles->published = find_column(reader, "published");
    find_kept(&articles->kept, reader, articles->command->keep);
}

// Enough of the file that its first line can be judged.
static bool looks_like_table(struct article_reader *articles) {
    enum { ENOUGH = 1 << 16 };
    struct input *input = &articles->reader.input;
    while (input->end - input->begin < ENOUGH && read_more(input))
        if (memchr(input->data + input->begin, '\n', input->end - input->begin)) break;
    if (input->begin == input->end) return false;
    return is_header_with(slice_between(input->data + input->begin, input->data + input->end), SLICE("text"));
}

static bool enter_file(struct article_reader *articles) {
    struct reader *reader = &articles->reader;
    while (next_table_file(reader)) {
        articles->is_open = true;
        articles->in_table = reader->options.columns || looks_like_table(articles);
        if (!articles->in_table) return true;
        if (begin_table(reader)) return find_columns(articles), true;
    }
    return articles->is_open = false;
}

static struct slice cell(const struct article_reader *articles, int column) {
    return column < 0 ? (struct slice){"", 0} : articles->reader.cells[column];
}

static bool read_table_article(struct article_reader *articles, struct article *article) {
    if (!read_row_here(&articles->reader)) return false;
    *article = (struct article){cell(articles, articles->id), cell(articles, articles->source), cell(articles, articles->published),
                                {0}, {"", 0}};
    article->text = unescape(&articles->memory, cell(articles, articles->text));
    article->kept = kept_cells(&articles->memory, &articles->kept, articles->reader.row);
    return true;
}

static struct slice name_of_file(struct article_reader *articles) {
    struct slice name = slice_of(articles->reader.input.name);
    if (slice_is(name, "(stdin)")) return SLICE("stdin");
    for (size_t i = name.length; i-- > 0;)
        if (name.at[i] == '/') {
            name = slice_skip(name, i + 1);
            break;
        }
    for (size_t i = name.length; i-- > 1;)
        if (name.at[i] == '.') return slice_first(name, i);
    return name;
}

// NUL and bytes that are no UTF-8 become U+FFFD.
static struct slice mend_text(struct article_reader *articles, struct slice text) {
    struct problems *problems = articles->reader.input.problems;
    const char *file = articles->reader.input.name;
    if (slice_starts(text, SLICE("\xEF\xBB\xBF"))) {
        report(problems, PROBLEM_BYTE_ORDER_MARK, file, 0, "byte order mark removed");
        text = slice_skip(text, 3);
    }
    bool nul = text.length && memchr(text.at, 0, text.length), bad = !utf8_valid(text);
    if (nul) report(problems, PROBLEM_NUL_BYTE, file, 0, "NUL byte, now U+FFFD");
    if (bad) report(problems, PROBLEM_BAD_UTF8, file, 0, "not UTF-8; bad bytes are now U+FFFD");
    if (!nul && !bad) return text;
    char *mended = arena_take(&articles->memory, text.length * 3), *to = mended;
    for (size_t length; text.length; text = slice_skip(text, length)) {
        uint32_t c = utf8_decode(text, &length);
        bool replace = c == 0 || (c == 0xFFFD && length == 1);
        memcpy(to, replace ? REPLACEMENT : text.at, replace ? 3 : length);
        to += replace ? 3 : length;
    }
    return slice_between(mended, to);
}

static char escape_letter(uint32_t c) { return c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\\' ? '\\' : 0; }

// A value as a table has it. File names and arguments may be no UTF-8.
static struct slice escape(struct arena *keep, struct slice value) {
    char *start = arena_take(keep, value.length * 3 + 1), *at = start;
    for (size_t length; value.length; value = slice_skip(value, length)) {
        uint32_t c = utf8_decode(value, &length);
        char letter = escape_letter(c);
        if (letter) *at++ = '\\', *at++ = letter;
        else at += utf8_encode(c, at);
    }
    return slice_between(start, at);
}

static bool read_plain_article(struct article_reader *articles, struct article *article) {
    struct input *input = &articles->reader.input;
    if (input->at_end && input->begin == input->end && articles->reader.line) return false;
    while (read_more(input)) {}
    articles->reader.line = 1; // the file has been taken
    *article = articles->plain;
    if (article->id.length == 0) article->id = name_of_file(articles);
    article->id = escape(&articles->memory, article->id);
    article->source = escape(&articles->memory, article->source);
    article->published = escape(&articles->memory, article->published);
    article->kept = empty_kept_cells(&articles->memory, articles->command->keep);
    article->text = mend_text(articles, slice_between(input->data + input->begin, input->data + input->end));
    input->begin = input->end;
    if (slice_trim(article->text).length == 0) report(input->problems, PROBLEM_EMPTY_ARTICLE, input->name, 0, "an empty article");
    return true;
}

bool read_article(struct article_reader *articles, struct article *article) {
    if (articles->command->limit && articles->read >= articles->command->limit) return false;
    arena_reset(&articles->memory);
    for (;;) {
        if (articles->is_open && (articles->in_table ? read_table_article(articles, article) : read_plain_article(articles, article))) {
            articles->read++;
            return true;
        }
        if (!enter_file(articles)) return false;
    }
}
