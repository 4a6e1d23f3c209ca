/* command: the command line that all tools share. May be used by: src.
 * One row an option makes parsing, --help and the completion of shells; a tool's own rows come before the shared ones. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_COMMAND_H
#define DATELINE_COMMAND_H

#include "table/problems.h"
#include "table/reader.h"
#include "table/writer.h"

#define DATELINE_VERSION "0.1.0"

struct option_row {
    int id;               // its letter, or any number above 255 where it has none
    const char *name;     // --NAME
    const char *argument; // what stands behind it, or NULL
    const char *help;
};

struct command {
    const char *name;               // tokenize
    const char *purpose;            // one line
    const char *manual;             // the page that --help names; NULL: the one called like the program
    const struct option_row *own;   // ends with a row of zeros
    // what the shared options say
    struct reader_options reading;
    bool no_header, unbuffered;
    const char *keep;               // columns to carry over a change of grain, comma between
    size_t limit;                   // documents to read; 0: all
    struct problems problems;
    char **operands;                // what follows the options, NULL at the end; known when next_option gave -1
};

// The next of the tool's own options, its argument in *argument; -1 when there are no more. Shared options are taken in here;
// --help and --version print and exit, a usage error is two lines and exit 2.
int next_option(struct command *command, int argc, char **argv, const char **argument);

// A number for an option, or usage error.
size_t option_number(const struct command *command, const char *option, const char *text);
void usage_error(const struct command *command, const char *format, ...) __attribute__((format(printf, 2, 3), noreturn));

// Standard output as the options want it.
void open_output(const struct command *command, struct writer *writer);
// Closes standard output, says what was counted, and returns the exit code: the last act of main.
int finish_command(struct command *command, struct writer *writer);

#endif
