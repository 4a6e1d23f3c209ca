// SPDX-License-Identifier: MIT
#include "table/reader.h"

#include <stdint.h>
#include <stdlib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/die.h"
#include "base/list.h"
#include "base/utf8.h"

void open_reader(struct reader *reader, const struct reader_options *options, char **operands, struct problems *problems,
                 struct writer *flush) {
    *reader = (struct reader){.options = *options};
    open_input(&reader->input, operands, problems, flush);
}

void close_reader(struct reader *reader) {
    close_input(&reader->input);
    arena_free(&reader->keep);
    free(reader->mended);
    free(reader->cells);
}

static void complain_columns(const struct reader *reader, const char *name, const char *advice) {
    struct arena scratch = {0};
    struct slice known = {0};
    for (size_t i = 0; i < reader->columns; i++) known = arena_join(&scratch, known, " ", reader->names[i]);
    warn("%s: no column %s (%s); there are: %.*s", reader->input.name, name, advice, SHOW(known));
    arena_free(&scratch);
}

int find_column(const struct reader *reader, const char *name) {
    for (size_t i = 0; i < reader->columns; i++)
        if (slice_is(reader->names[i], name)) return (int)i;
    return -1;
}

int need_column(const struct reader *reader, const char *name, const char *advice) {
    int column = find_column(reader, name);
    if (column < 0) {
        complain_columns(reader, name, advice);
        exit(EXIT_DATA);
    }
    return column;
}

/* Lines. One pass over a row finds its TABs and its end, sixteen bytes at a time where SSE2 is there, and notes what is
 * rare: NUL, CR, bytes above 127. Those rows alone are looked at again. */

enum { ODD_HIGH = 1, ODD_CONTROL = 2 };

struct scan {
    size_t length; // of the line
    size_t cells;  // how many were found; those up to the reader's count are stored
    int odd;
    bool complete; // the line feed is there
};

static void store_cell(struct reader *reader, struct scan *scan, const char *begin, const char *end) {
    if (scan->cells < reader->columns) reader->cells[scan->cells] = slice_between(begin, end);
    scan->cells++;
}

#ifdef __SSE2__
static struct scan scan_row(struct reader *reader, const char *start, const char *end) {
    struct scan scan = {0};
    const __m128i tab = _mm_set1_epi8('\t'), feed = _mm_set1_epi8('\n'), carriage = _mm_set1_epi8('\r'), nul = _mm_setzero_si128();
    const char *cell = start;
    unsigned high = 0, control = 0;
    for (const char *at = start; at < end; at += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at); // may look into the padding behind `end`
        unsigned inside = end - at < 16 ? (1u << (end - at)) - 1 : 0xFFFF;
        unsigned feeds = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, feed)) & inside;
        if (feeds) inside = (feeds & -feeds) - 1;
        unsigned tabs = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, tab)) & inside;
        high |= (unsigned)_mm_movemask_epi8(bytes) & inside;
        control |= (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(bytes, carriage), _mm_cmpeq_epi8(bytes, nul))) & inside;
        for (; tabs; tabs &= tabs - 1) {
            const char *stop = at + __builtin_ctz(tabs);
            store_cell(reader, &scan, cell, stop);
            cell = stop + 1;
        }
        if (feeds) {
            end = at + __builtin_ctz(feeds);
            scan.complete = true;
        }
    }
    store_cell(reader, &scan, cell, end);
    scan.length = (size_t)(end - start);
    scan.odd = (high ? ODD_HIGH : 0) | (control ? ODD_CONTROL : 0);
    return scan;
}
#else
static struct scan scan_row(struct reader *reader, const char *start, const char *end) {
    struct scan scan = {0};
    const char *cell = start, *at = start;
    for (; at < end && *at != '\n'; at++) {
        if (*at == '\t') store_cell(reader, &scan, cell, at), cell = at + 1;
        else if ((unsigned char)*at >= 128) scan.odd |= ODD_HIGH;
        else if (*at == '\r' || *at == 0) scan.odd |= ODD_CONTROL;
    }
    scan.complete = at < end;
    store_cell(reader, &scan, cell, at);
    scan.length = (size_t)(at - start);
    return scan;
}
#endif

/* Rows that are not in order: a byte order mark, CR before LF, NUL, bytes that are no UTF-8; with --raw, backslashes too. */

static char *put(char *to, const char *bytes, size_t count) { return memcpy(to, bytes, count), to + count; }

static struct slice mend(struct reader *reader, struct slice line) {
    struct problems *problems = reader->input.problems;
    const char *file = reader->input.name;
    if (reader->line == 1 && slice_starts(line, SLICE("\xEF\xBB\xBF"))) {
        report(problems, PROBLEM_BYTE_ORDER_MARK, file, reader->line, "byte order mark removed");
        line = slice_skip(line, 3);
    }
    if (line.length && line.at[line.length - 1] == '\r') {
        report(problems, PROBLEM_CARRIAGE_RETURN, file, reader->line, "carriage return before the line feed removed");
        line.length--;
    }
    if (reader->mended_room < line.length * 3 + 1) {
        reader->mended_room = line.length * 3 + 1;
        reader->mended = take_memory(reader->mended, reader->mended_room, 1);
    }
    char *to = reader->mended;
    bool bad = false, nul = false;
    for (size_t length; line.length; line = slice_skip(line, length)) {
        uint32_t c = utf8_decode(line, &length);
        bool is_bad = c == 0xFFFD && length == 1;
        if (is_bad || c == 0) to = put(to, REPLACEMENT, 3);
        else if (c == '\r') to = put(to, "\\r", 2);
        else if (c == '\\' && reader->options.raw) to = put(to, "\\\\", 2);
        else to = put(to, line.at, length);
        bad |= is_bad, nul |= c == 0;
    }
    if (bad) report(problems, PROBLEM_BAD_UTF8, file, reader->line, "not UTF-8; bad bytes are now U+FFFD");
    if (nul) report(problems, PROBLEM_NUL_BYTE, file, reader->line, "NUL byte, now U+FFFD");
    return slice_between(reader->mended, to);
}

static void split_again(struct reader *reader, struct slice line, struct scan *scan) {
    scan->cells = 0;
    const char *cell = line.at, *end = line.at + line.length, *tab;
    while ((tab = memchr(cell, '\t', (size_t)(end - cell)))) store_cell(reader, scan, cell, tab), cell = tab + 1;
    store_cell(reader, scan, cell, end);
}

static bool needs_mending(const struct reader *reader, struct slice line, int odd) {
    if (odd & ODD_CONTROL) return true;
    if ((odd & ODD_HIGH) && (!utf8_valid(line) || (reader->line == 1 && slice_starts(line, SLICE("\xEF\xBB\xBF"))))) return true;
    return reader->options.raw && line.length && memchr(line.at, '\\', line.length);
}

// Reads until the line that begins at input->begin may be complete: only the new bytes are searched for its end, so that a
// line of any length is scanned twice at most.
static void read_on(struct reader *reader) {
    struct input *input = &reader->input;
    for (;;) {
        size_t had = input->end - input->begin;
        if (!read_more(input)) return;
        if (memchr(input->data + input->begin + had, '\n', input->end - input->begin - had)) return;
        if (reader->options.max_record && had > reader->options.max_record) return;
    }
}

static void drop_line(struct reader *reader) {
    struct input *input = &reader->input;
    const char *feed;
    while (!(feed = memchr(input->data + input->begin, '\n', input->end - input->begin))) {
        input->begin = input->end;
        if (!read_more(input)) return;
    }
    input->begin = (size_t)(feed + 1 - input->data);
}

// The next line of the open file, cut into cells; false at its end.
static bool read_line(struct reader *reader, struct scan *scan) {
    struct input *input = &reader->input;
    for (;;) {
        const char *start = input->data + input->begin, *end = input->data + input->end;
        *scan = (struct scan){0};
        if (start != end) *scan = scan_row(reader, start, end);
        if (reader->options.max_record && scan->length > reader->options.max_record) {
            report(input->problems, PROBLEM_LONG_RECORD, input->name, ++reader->line, "record longer than --max-record=%zu bytes, skipped",
                   reader->options.max_record);
            drop_line(reader);
            continue;
        }
        if (!scan->complete && !input->at_end) {
            read_on(reader);
            continue;
        }
        if (start == end) return false;
        reader->line++;
        reader->row = slice_between(start, start + scan->length);
        input->begin += scan->length + scan->complete;
        if ((scan->odd || reader->options.raw) && needs_mending(reader, reader->row, scan->odd)) {
            reader->row = mend(reader, reader->row);
            split_again(reader, reader->row, scan);
        }
        return true;
    }
}

bool next_table_file(struct reader *reader) {
    reader->line = 0;
    return reader->in_file = next_file(&reader->input);
}

static bool is_name(struct slice name) {
    for (size_t i = 0; i < name.length; i++)
        if (name.at[i] <= ' ' || name.at[i] == '\\') return false;
    return name.length > 0;
}

static void set_names(struct reader *reader, struct slice header, char separator) {
    LIST(struct slice) names = {0};
    struct slice name;
    arena_reset(&reader->keep);
    reader->header = arena_copy(&reader->keep, header);
    for (struct slice rest = reader->header; slice_cut(&rest, separator, &name);) *list_push(&names) = name;
    reader->columns = names.count;
    reader->names = TAKE(&reader->keep, struct slice, names.count + 1);
    if (names.count) memcpy(reader->names, names.at, names.count * sizeof *names.at);
    reader->cells = take_memory(reader->cells, names.count + 1, sizeof *reader->cells);
    list_free(&names);
}

static bool check_names(struct reader *reader) {
    for (size_t i = 0; i < reader->columns; i++) {
        bool good = is_name(reader->names[i]);
        for (size_t j = 0; j < i; j++) good = good && !slice_equal(reader->names[i], reader->names[j]);
        if (good) continue;
        report(reader->input.problems, PROBLEM_BAD_HEADER, reader->input.name, reader->line,
               "bad header: column %zu, \"%.*s\", is empty, twice there, or has blanks", i + 1, SHOW(reader->names[i]));
        return false;
    }
    if (reader->columns >= 2) return true;
    report(reader->input.problems, PROBLEM_BAD_HEADER, reader->input.name, reader->line, "no header line with at least two columns");
    return false;
}

bool begin_table(struct reader *reader) {
    struct scan scan;
    if (reader->options.columns) {
        set_names(reader, slice_of(reader->options.columns), ',');
        return check_names(reader);
    }
    if (read_line(reader, &scan)) {
        set_names(reader, reader->row, '\t');
        return check_names(reader);
    }
    report(reader->input.problems, PROBLEM_EMPTY_INPUT, reader->input.name, 0, "no header line (empty input)");
    return false;
}

bool read_header(struct reader *reader) {
    while (next_table_file(reader))
        if (begin_table(reader)) return true;
    return false;
}

// The first line of a later file has to be the same header.
static void enter_later_file(struct reader *reader) {
    struct scan scan;
    while (next_table_file(reader) && !reader->options.columns) {
        if (!read_line(reader, &scan))
            report(reader->input.problems, PROBLEM_EMPTY_INPUT, reader->input.name, 0, "no header line (empty input)");
        else if (!slice_equal(reader->row, reader->header))
            report(reader->input.problems, PROBLEM_OTHER_HEADER, reader->input.name, 1, "another header than the first file's; file left out");
        else return;
    }
}

bool read_row_here(struct reader *reader) {
    struct scan scan;
    while (read_line(reader, &scan)) {
        if (scan.cells != reader->columns)
            report(reader->input.problems, PROBLEM_RAGGED_ROW, reader->input.name, reader->line, "%zu fields, header has %zu", scan.cells,
                   reader->columns);
        else if (reader->row.length != reader->header.length || !slice_equal(reader->row, reader->header)) return true;
    }
    return false;
}

bool read_row(struct reader *reader) {
    while (reader->in_file) {
        if (read_row_here(reader)) return true;
        enter_later_file(reader);
    }
    return false;
}

static char meaning_of(char c) { return c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c == '\\' ? '\\' : 0; }

struct slice unescape(struct arena *keep, struct slice cell) {
    if (cell.length == 0 || !memchr(cell.at, '\\', cell.length)) return cell;
    char *text = arena_bytes(keep, cell.length), *to = text;
    for (size_t i = 0; i < cell.length; i++) {
        char meaning = cell.at[i] == '\\' && i + 1 < cell.length ? meaning_of(cell.at[i + 1]) : 0;
        *to++ = meaning ? meaning : cell.at[i];
        i += meaning != 0;
    }
    return slice_between(text, to);
}

bool is_header_with(struct slice bytes, struct slice column) {
    struct slice line, name;
    if (slice_starts(bytes, SLICE("\xEF\xBB\xBF"))) bytes = slice_skip(bytes, 3);
    if (!slice_cut(&bytes, '\n', &line) || !memchr(line.at ? line.at : "", '\t', line.length)) return false;
    while (slice_cut(&line, '\t', &name))
        if (slice_equal(slice_trim(name), column)) return true;
    return false;
}
