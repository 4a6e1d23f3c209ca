// SPDX-License-Identifier: MIT
#include "base/die.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *name = "dateline";

void set_program_name(const char *path) {
    const char *slash = strrchr(path, '/');
    name = slash ? slash + 1 : path;
}

const char *program_name(void) { return name; }

static void print_message(const char *format, va_list arguments) {
    int problem = errno;
    size_t length = strlen(format);
    fprintf(stderr, "%s: ", name);
    vfprintf(stderr, format, arguments);
    if (length && format[length - 1] == ':') fprintf(stderr, " %s", strerror(problem));
    fputc('\n', stderr);
}

void warn(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    print_message(format, arguments);
    va_end(arguments);
}

void die(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    print_message(format, arguments);
    va_end(arguments);
    exit(EXIT_SYSTEM);
}

void *take_memory(void *old, unsigned long count, unsigned long size) {
    if (size && count > SIZE_MAX / size) die("out of memory");
    unsigned long bytes = count * size;
    void *memory = realloc(old, bytes > 0 ? bytes : 1);
    if (!memory) die("out of memory");
    return memory;
}
