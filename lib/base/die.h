/* die: exit codes, and messages to people on stderr: "tool: what". May be used by: everything. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_DIE_H
#define DATELINE_DIE_H

enum exit_code {
    EXIT_DONE = 0,   // all is well, also with no rows
    EXIT_DATA = 1,   // bad or missing data; all good rows were written
    EXIT_SYSTEM = 2, // usage, open, write, memory
};

// The name in front of every message: the last part of argv[0]. Its string must stay.
void set_program_name(const char *name);
const char *program_name(void);

// "tool: MESSAGE" and a line end. A format that ends in ':' gets the text of errno behind it.
void warn(const char *format, ...) __attribute__((format(printf, 1, 2)));
// The same, then exit with EXIT_SYSTEM.
void die(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

// malloc's family, which dies where there is no memory; counts that overflow die too.
void *take_memory(void *old, unsigned long count, unsigned long size);

#endif
