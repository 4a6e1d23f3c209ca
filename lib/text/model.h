/* model: a file of trained numbers, used where it lies in memory: sections with names, each checked when it is asked for. Its bytes
 * are described in dateline-model(5). May be used by: text, learn, exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MODEL_H
#define DATELINE_MODEL_H

#include <stdint.h>

#include "base/slice.h"

#define MODEL_MAGIC "dateline"
enum { MODEL_VERSION = 1, MODEL_NAME_ROOM = 24, MODEL_ALIGNMENT = 64 };

// The first bytes of a file, in the byte order of the machine that runs, which is little-endian (open_model checks it).
struct model_head {
    char magic[8];        // MODEL_MAGIC, no NUL
    uint32_t version;     // MODEL_VERSION
    uint32_t sections;    // how many rows of struct model_section follow
    uint64_t size;        // of the whole file
    char kind[MODEL_NAME_ROOM]; // "tags", "names", ...: what the model is for, filled up with NULs
};

struct model_section {
    char name[MODEL_NAME_ROOM]; // filled up with NULs
    uint64_t offset, length;    // in bytes from the start of the file; offsets are multiples of MODEL_ALIGNMENT
};

struct model {
    struct slice bytes;
    const struct model_section *sections; // [section_count]
    uint32_t section_count;
    const char *complaint; // NULL, or the first thing that is wrong with it; static
};

// Checks head and table of sections; nothing else is read, so a large file costs nothing. `bytes` must begin at a multiple of
// MODEL_ALIGNMENT and stay as long as the model. False with complaint set where this is no model of that kind.
bool open_model(struct model *model, struct slice bytes, const char *kind);

// The bytes of a section, whose length must be a multiple of `unit`; empty, with complaint set, where it is not there or does not fit.
struct slice model_section(struct model *model, const char *name, size_t unit);

// The same for section "PREFIX.NAME".
struct slice model_part(struct model *model, const char *prefix, const char *name, size_t unit);

// Notes what is wrong, unless something was wrong already.
void complain_of_model(struct model *model, const char *complaint);

#endif
