// SPDX-License-Identifier: MIT
/* Is a text wrapped? Where lines were broken at a width, many break inside a sentence: they end without a mark and the next one
 * begins with a small letter. Where a line is a paragraph, a title or a row, hardly any do. In a wrapped text a line that is so
 * short that the next word would have fitted on it was ended on purpose. */
#include "text/lines.h"

enum { WIDEST = 160, RAGGED = 6 };

static struct slice first_line(struct slice text) {
    const char *feed = text.length ? memchr(text.at, '\n', text.length) : NULL;
    return slice_first(text, feed ? (size_t)(feed - text.at) : text.length);
}

// Does the sentence plainly go on from one line to the next?
static bool runs_on(struct slice line, struct slice next) {
    char last = line.at[line.length - 1], first = next.at[0];
    return !strchr(".!?:;\"')]", last) && first >= 'a' && first <= 'z';
}

static size_t find_width(struct slice text) {
    size_t breaks = 0, run_on = 0, longest = 0;
    struct slice before = {"", 0};
    while (text.length) {
        struct slice whole = first_line(text), line = slice_trim(whole);
        text = slice_skip(text, whole.length + 1);
        if (line.length > longest) longest = line.length;
        if (longest > WIDEST) return 0;
        if (before.length && line.length) breaks++, run_on += runs_on(before, line);
        before = line;
    }
    return run_on * 10 >= breaks * 3 && run_on ? longest : 0;
}

struct lines begin_lines(struct slice text) { return (struct lines){text, find_width(text)}; }

static bool is_break(const struct lines *lines, struct slice line, struct slice next) {
    struct slice word = slice_trim(next);
    if (lines->width == 0 || word.length == 0) return true;
    if (next.at[0] == '\t' || (next.at[0] == ' ' && line.at[0] != ' ')) return true; // indented
    size_t length = 0;
    while (length < word.length && word.at[length] != ' ') length++;
    return line.length + 1 + length + RAGGED < lines->width && !runs_on(slice_trim(line), word);
}

bool next_paragraph(struct lines *lines, struct slice *paragraph) {
    if (lines->rest.length == 0) return false;
    struct slice line = first_line(lines->rest), rest = slice_skip(lines->rest, line.length + 1);
    const char *start = line.at;
    while (rest.length && slice_trim(line).length) {
        struct slice next = first_line(rest);
        if (is_break(lines, line, next)) break;
        line = next;
        rest = slice_skip(rest, next.length + 1);
    }
    *paragraph = slice_between(start, line.at + line.length);
    lines->rest = rest;
    return true;
}
