// SPDX-License-Identifier: MIT
#include "table/problems.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"

#define PROBLEM_ROW(id, is_error, counted) {is_error, counted},
static const struct {
    bool is_error;
    const char *counted;
} kinds[] = {PROBLEM_KINDS(PROBLEM_ROW)};
#undef PROBLEM_ROW

static void print_place(const char *file, size_t line) {
    fprintf(stderr, "%s: ", program_name());
    if (file) fprintf(stderr, line ? "%s:%zu: " : "%s: ", file, line);
}

void report(struct problems *problems, enum problem kind, const char *file, size_t line, const char *what, ...) {
    if (kinds[kind].is_error && problems->exit_code < EXIT_DATA) problems->exit_code = EXIT_DATA;
    if (problems->seen[kind]++ == 0) {
        va_list arguments;
        va_start(arguments, what);
        print_place(file, line);
        vfprintf(stderr, what, arguments);
        fputs(kinds[kind].is_error || problems->strict ? "\n" : " (warning)\n", stderr);
        va_end(arguments);
    }
    if (problems->strict) exit(EXIT_DATA); // the writer is flushed by its own exit handler
}

int finish_problems(const struct problems *problems) {
    for (int kind = 0; kind < PROBLEM_COUNT; kind++)
        if (problems->seen[kind] > 1) warn("%zu more %s", problems->seen[kind] - 1, kinds[kind].counted);
    return problems->exit_code;
}
