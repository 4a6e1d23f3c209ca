// SPDX-License-Identifier: MIT
#include "table/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"

enum { BUFFER = 1 << 16 };

static struct writer *standard_output;

static void lose(const struct writer *writer) {
    warn("%s: write error: %s", writer->name, strerror(errno));
    _exit(EXIT_SYSTEM); // not exit(): its handler would write again
}

void flush_writer(struct writer *writer) {
    size_t done = 0;
    while (done < writer->used) {
        ssize_t count = write(writer->file, writer->buffer + done, writer->used - done);
        if (count < 0 && errno != EINTR) lose(writer);
        if (count > 0) done += (size_t)count;
    }
    writer->used = 0;
}

static void flush_at_exit(void) {
    if (standard_output) flush_writer(standard_output);
}

static void begin(struct writer *writer, int file, const char *name) {
    *writer = (struct writer){.file = file, .name = name, .room = BUFFER, .buffer = take_memory(NULL, BUFFER, 1)};
}

void open_standard_output(struct writer *writer) {
    begin(writer, STDOUT_FILENO, "(stdout)");
    standard_output = writer;
    atexit(flush_at_exit);
}

void open_writer(struct writer *writer, const char *path) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) die("%s:", path);
    begin(writer, file, path);
}

// Room for `size` more bytes. A cell longer than the buffer makes the buffer grow.
static char *reserve(struct writer *writer, size_t size) {
    if (writer->room - writer->used < size) {
        flush_writer(writer);
        if (writer->room < size) {
            writer->room = size;
            writer->buffer = take_memory(writer->buffer, writer->room, 1);
        }
    }
    return writer->buffer + writer->used;
}

static char *begin_cell(struct writer *writer, size_t size) {
    char *at = reserve(writer, size + 1);
    if (writer->row_begun) *at++ = '\t', writer->used++;
    writer->row_begun = true;
    return at;
}

void write_cells(struct writer *writer, struct slice cells) {
    char *at = begin_cell(writer, cells.length);
    if (cells.length) memcpy(at, cells.at, cells.length);
    writer->used += cells.length;
}

static char escape_of(char c) { return c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\\' ? '\\' : 0; }

void write_value(struct writer *writer, struct slice value) {
    char *start = begin_cell(writer, value.length * 2), *at = start;
    for (size_t i = 0; i < value.length; i++) {
        char c = value.at[i], escape = (unsigned char)c < ' ' || c == '\\' ? escape_of(c) : 0;
        if (escape) *at++ = '\\', *at++ = escape;
        else *at++ = c;
    }
    writer->used += (size_t)(at - start);
}

void write_number(struct writer *writer, long number) {
    enum { LONGEST = 20 };
    char *start = begin_cell(writer, LONGEST), *at = start;
    unsigned long rest = number < 0 ? 0ul - (unsigned long)number : (unsigned long)number;
    if (number < 0) *at++ = '-';
    for (unsigned long more = rest; more >= 10; more /= 10) at++;
    writer->used += (size_t)(at + 1 - start);
    do *at-- = (char)('0' + rest % 10);
    while (rest /= 10);
}

void end_row(struct writer *writer) {
    *reserve(writer, 1) = '\n';
    writer->used++;
    writer->row_begun = false;
    if (writer->unbuffered) flush_writer(writer);
}

void write_header(struct writer *writer, const struct slice *names, size_t count) {
    for (size_t i = 0; i < count; i++) write_cells(writer, names[i]);
    end_row(writer);
    flush_writer(writer);
}

void close_writer(struct writer *writer) {
    flush_writer(writer);
    if (standard_output == writer) standard_output = NULL;
    if (close(writer->file) != 0) lose(writer);
    free(writer->buffer);
    writer->buffer = NULL;
}
