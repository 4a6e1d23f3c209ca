/* model_writer: writes a model file (text/model.h). May be used by: learn, src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MODEL_WRITER_H
#define DATELINE_MODEL_WRITER_H

#include "base/arena.h"
#include "text/model.h"

enum { MOST_SECTIONS = 32 };

struct model_writer {
    const char *kind;
    struct arena keep;
    struct { const char *name; struct slice bytes; } sections[MOST_SECTIONS];
    size_t count;
};

// Keeps a copy of the bytes until write_model.
void add_section(struct model_writer *writer, const char *name, struct slice bytes);

// The bytes of the file, as open_model wants them, in `keep`; and frees the sections.
struct slice build_model(struct arena *keep, struct model_writer *writer);

// Writes what build_model gave; dies with a message where that fails.
void write_model_file(struct slice bytes, const char *path);

// Writes the file and frees the sections; dies with a message where that fails.
void write_model(struct model_writer *writer, const char *path);

#endif
