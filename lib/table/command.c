// SPDX-License-Identifier: MIT
#include "table/command.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"

enum { COLUMNS = 512, NO_HEADER, RAW, STRICT, KEEP, LIMIT, MAX_RECORD };

static const struct option_row shared[] = {
    {COLUMNS, "columns", "NAMES", "the input has no header; these are its columns, comma between"},
    {NO_HEADER, "no-header", NULL, "write no header"},
    {RAW, "raw", NULL, "the input has no escapes: a backslash is a backslash"},
    {STRICT, "strict", NULL, "stop at the first problem, warnings too"},
    {KEEP, "keep", "NAMES", "carry these input columns along where rows change their grain"},
    {LIMIT, "limit", "N", "read N documents, then stop"},
    {MAX_RECORD, "max-record", "BYTES", "skip input lines longer than this, with a message"},
    {'u', "unbuffered", NULL, "write every row at once"},
    {'h', "help", NULL, "print this and exit"},
    {'V', "version", NULL, "print the version and exit"},
    {0, NULL, NULL, NULL},
};

static const struct option_row *option_lists(const struct command *command, int which) { return which == 0 ? command->own : shared; }

static void print_help(const struct command *command) {
    printf("%s - %s\n\nusage: %s [OPTION ...] [FILE ...]\n\n", command->name, command->purpose, program_name());
    for (int which = 0; which < 2; which++)
        for (const struct option_row *row = option_lists(command, which); row->id; row++) {
            char words[64];
            snprintf(words, sizeof words, "--%s%s%s", row->name, row->argument ? " " : "", row->argument ? row->argument : "");
            if (row->id < 256) printf("  -%c, %-24s %s\n", row->id, words, row->help);
            else printf("      %-24s %s\n", words, row->help);
        }
    printf("\nman %s tells more; man 5 dateline has the columns.\n", command->manual ? command->manual : program_name());
    if (fflush(stdout) != 0 || ferror(stdout)) die("(stdout): write error: %s", strerror(errno));
    exit(EXIT_DONE);
}

void usage_error(const struct command *command, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s: ", program_name());
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, "\n%s: usage: %s [OPTION ...] [FILE ...]; --help lists the options\n", program_name(), command->name);
    exit(EXIT_SYSTEM);
}

size_t option_number(const struct command *command, const char *option, const char *text) {
    long value;
    if (!slice_number(slice_of(text), &value) || value < 0) usage_error(command, "--%s wants a number, not \"%s\"", option, text);
    return (size_t)value;
}

static bool take_shared(struct command *command, int id, const char *argument) {
    switch (id) {
    case COLUMNS: command->reading.columns = argument; return true;
    case NO_HEADER: return command->no_header = true;
    case RAW: return command->reading.raw = true;
    case STRICT: return command->problems.strict = true;
    case KEEP: command->keep = argument; return true;
    case LIMIT: command->limit = option_number(command, "limit", argument); return true;
    case MAX_RECORD: command->reading.max_record = option_number(command, "max-record", argument); return true;
    case 'u': return command->unbuffered = true;
    case 'h': print_help(command); return true;
    case 'V': printf("%s (dateline) %s\n", command->name, DATELINE_VERSION); exit(fflush(stdout) == 0 ? EXIT_DONE : EXIT_SYSTEM);
    default: return false;
    }
}

enum { MOST_OPTIONS = 48 };

static void build_tables(const struct command *command, struct option *options, char *letters) {
    *letters++ = ':'; // so that a missing argument is told from an unknown option
    for (int which = 0; which < 2; which++)
        for (const struct option_row *row = option_lists(command, which); row->id; row++) {
            *options++ = (struct option){row->name, row->argument ? required_argument : no_argument, NULL, row->id};
            if (row->id > 255) continue;
            *letters++ = (char)row->id;
            if (row->argument) *letters++ = ':';
        }
    *options = (struct option){0};
    *letters = 0;
}

int next_option(struct command *command, int argc, char **argv, const char **argument) {
    struct option options[MOST_OPTIONS + 1];
    char letters[2 * MOST_OPTIONS + 2];
    if (optind == 1 && argc > 0) set_program_name(argv[0]);
    build_tables(command, options, letters);
    opterr = 0;
    int id;
    while ((id = getopt_long(argc, argv, letters, options, NULL)) != -1) {
        if (id == ':') usage_error(command, "%s wants an argument", argv[optind - 1]);
        if (id == '?') usage_error(command, "unknown option %s", optopt && optopt < 256 ? (char[]){'-', (char)optopt, 0} : argv[optind - 1]);
        if (take_shared(command, id, optarg)) continue;
        *argument = optarg;
        return id;
    }
    command->operands = argv + optind;
    return -1;
}

void open_output(const struct command *command, struct writer *writer) {
    open_standard_output(writer);
    writer->unbuffered = command->unbuffered;
}

int finish_command(struct command *command, struct writer *writer) {
    close_writer(writer);
    return finish_problems(&command->problems);
}
