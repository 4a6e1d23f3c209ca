// SPDX-License-Identifier: MIT
#include "table/input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"

enum { BLOCK = 1 << 17 };

static char *no_operands[] = {"-", NULL};

void open_input(struct input *input, char **operands, struct problems *problems, struct writer *flush) {
    *input = (struct input){.operands = operands && operands[0] ? operands : no_operands,
                            .file = -1, .flush = flush, .problems = problems};
}

static void close_file(struct input *input) {
    if (input->file > STDIN_FILENO) close(input->file);
    input->file = -1;
}

static bool open_file(struct input *input, const char *operand) {
    bool is_standard = strcmp(operand, "-") == 0;
    input->name = is_standard ? "(stdin)" : operand;
    input->file = is_standard ? STDIN_FILENO : open(operand, O_RDONLY | O_CLOEXEC);
    if (input->file < 0) {
        warn("%s:", operand);
        input->problems->exit_code = EXIT_SYSTEM;
        return false;
    }
    if (is_standard && isatty(STDIN_FILENO)) warn("reading from the terminal; end with Ctrl-D, --help tells more");
    return true;
}

bool next_file(struct input *input) {
    close_file(input);
    input->begin = input->end = 0;
    input->at_end = false;
    while (input->operands[input->next_operand])
        if (open_file(input, input->operands[input->next_operand++])) return true;
    return false;
}

// Moves what is left to the front, or takes a larger buffer when the front is where it is.
static void make_room(struct input *input) {
    size_t left = input->end - input->begin;
    if (input->begin && left) memmove(input->data, input->data + input->begin, left);
    input->begin = 0;
    input->end = left;
    if (input->room < left + BLOCK + INPUT_PADDING) {
        input->room = left * 2 + BLOCK + INPUT_PADDING;
        input->data = take_memory(input->data, input->room, 1);
    }
}

static void flush_if_waiting(struct input *input) {
    struct pollfd waits = {.fd = input->file, .events = POLLIN};
    if (input->flush && input->flush->used && poll(&waits, 1, 0) == 0) flush_writer(input->flush);
}

bool read_more(struct input *input) {
    if (input->at_end || input->file < 0) return false;
    make_room(input);
    flush_if_waiting(input);
    ssize_t count;
    do count = read(input->file, input->data + input->end, input->room - input->end - INPUT_PADDING);
    while (count < 0 && errno == EINTR);
    if (count < 0) {
        warn("%s:", input->name);
        input->problems->exit_code = EXIT_SYSTEM;
    }
    if (count <= 0) return input->at_end = true, false;
    input->end += (size_t)count;
    return true;
}

void close_input(struct input *input) {
    close_file(input);
    free(input->data);
    input->data = NULL;
}
