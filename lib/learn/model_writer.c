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

static void write_bytes(FILE *file, const char *path, const void *bytes, size_t length) {
    if (length && fwrite(bytes, 1, length, file) != length) die("%s:", path);
}

void write_model(struct model_writer *writer, const char *path) {
    struct model_section table[MOST_SECTIONS] = {0};
    uint64_t end = sizeof(struct model_head) + writer->count * sizeof *table;
    for (size_t i = 0; i < writer->count; i++) {
        memcpy(table[i].name, writer->sections[i].name, strlen(writer->sections[i].name));
        table[i].offset = aligned(end);
        table[i].length = writer->sections[i].bytes.length;
        end = table[i].offset + table[i].length;
    }
    struct model_head head = {.version = MODEL_VERSION, .sections = (uint32_t)writer->count, .size = end};
    memcpy(head.magic, MODEL_MAGIC, sizeof head.magic);
    memcpy(head.kind, writer->kind, strlen(writer->kind));
    FILE *file = fopen(path, "wb");
    if (file == NULL) die("%s:", path);
    write_bytes(file, path, &head, sizeof head);
    write_bytes(file, path, table, writer->count * sizeof *table);
    uint64_t at = sizeof head + writer->count * sizeof *table;
    for (size_t i = 0; i < writer->count; i++) {
        static const char nothing[MODEL_ALIGNMENT];
        write_bytes(file, path, nothing, (size_t)(table[i].offset - at));
        write_bytes(file, path, writer->sections[i].bytes.at, writer->sections[i].bytes.length);
        at = table[i].offset + table[i].length;
    }
    if (fclose(file) != 0) die("%s:", path);
    arena_free(&writer->keep);
    writer->count = 0;
}
