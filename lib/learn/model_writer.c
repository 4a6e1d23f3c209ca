// SPDX-License-Identifier: MIT
#include "learn/model_writer.h"

#include <stdio.h>

#include "base/die.h"

void add_section(struct model_writer *writer, const char *name, struct slice bytes) {
    if (writer->count == MOST_SECTIONS || strlen(name) >= MODEL_NAME_ROOM) die("a model has no room for section %s", name);
    writer->sections[writer->count].name = arena_print(&writer->keep, "%s", name).at;
    writer->sections[writer->count++].bytes = arena_copy(&writer->keep, bytes);
}

static uint64_t aligned(uint64_t offset) { return (offset + MODEL_ALIGNMENT - 1) / MODEL_ALIGNMENT * MODEL_ALIGNMENT; }

struct slice build_model(struct arena *keep, struct model_writer *writer) {
    uint64_t end = sizeof(struct model_head) + writer->count * sizeof(struct model_section);
    for (size_t i = 0; i < writer->count; i++) end = aligned(end) + writer->sections[i].bytes.length;
    char *bytes = arena_take(keep, end + MODEL_ALIGNMENT);
    bytes += (MODEL_ALIGNMENT - (uintptr_t)bytes % MODEL_ALIGNMENT) % MODEL_ALIGNMENT;
    struct model_head head = {.version = MODEL_VERSION, .sections = (uint32_t)writer->count, .size = end};
    memcpy(head.magic, MODEL_MAGIC, sizeof head.magic);
    memcpy(head.kind, writer->kind, strlen(writer->kind));
    memcpy(bytes, &head, sizeof head);
    uint64_t at = sizeof head + writer->count * sizeof(struct model_section);
    for (size_t i = 0; i < writer->count; i++) {
        struct slice section = writer->sections[i].bytes;
        struct model_section row = {.offset = aligned(at), .length = section.length};
        memcpy(row.name, writer->sections[i].name, strlen(writer->sections[i].name));
        memcpy(bytes + sizeof head + i * sizeof row, &row, sizeof row);
        if (section.length) memcpy(bytes + row.offset, section.at, section.length);
        at = row.offset + row.length;
    }
    arena_free(&writer->keep);
    writer->count = 0;
    return (struct slice){bytes, end};
}

void write_model_file(struct slice bytes, const char *path) {
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes.at, 1, bytes.length, file) != bytes.length) die("%s:", path);
    if (fclose(file) != 0) die("%s:", path);
}

void write_model(struct model_writer *writer, const char *path) {
    struct arena memory = {0};
    write_model_file(build_model(&memory, writer), path);
    arena_free(&memory);
}
