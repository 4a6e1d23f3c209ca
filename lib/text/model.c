// SPDX-License-Identifier: MIT
#include "text/model.h"

void complain_of_model(struct model *model, const char *complaint) {
    if (model->complaint == NULL) model->complaint = complaint;
}

// Is a name field this name, filled up with NULs?
static bool is_named(const char field[MODEL_NAME_ROOM], const char *name, size_t length) {
    if (length >= MODEL_NAME_ROOM || memcmp(field, name, length) != 0) return false;
    for (size_t i = length; i < MODEL_NAME_ROOM; i++)
        if (field[i] != 0) return false;
    return true;
}

static const char *find_fault(const struct model_head *head, struct slice bytes, const char *kind) {
    const uint16_t one = 1;
    if (*(const unsigned char *)&one != 1) return "models are for little-endian machines";
    if (bytes.length < sizeof *head || memcmp(head->magic, MODEL_MAGIC, sizeof head->magic) != 0) return "this is no model of dateline";
    if (head->version != MODEL_VERSION) return "the model is of another version";
    if (head->size != bytes.length) return "the model is cut off or has bytes too many";
    if (!is_named(head->kind, kind, strlen(kind))) return "the model is for something else";
    if (head->sections > (bytes.length - sizeof *head) / sizeof(struct model_section)) return "the model's table of sections is cut off";
    return NULL;
}

bool open_model(struct model *model, struct slice bytes, const char *kind) {
    const struct model_head *head = (const struct model_head *)(const void *)bytes.at;
    *model = (struct model){.bytes = bytes, .complaint = find_fault(head, bytes, kind)};
    if (model->complaint) return false;
    model->sections = (const struct model_section *)(const void *)(head + 1);
    model->section_count = head->sections;
    return true;
}

static struct slice find_section(struct model *model, const char *name, size_t length, size_t unit) {
    for (uint32_t i = 0; i < model->section_count; i++) {
        const struct model_section *section = &model->sections[i];
        if (!is_named(section->name, name, length)) continue;
        bool inside = section->offset <= model->bytes.length && section->length <= model->bytes.length - section->offset;
        if (inside && section->offset % MODEL_ALIGNMENT == 0 && section->length % unit == 0)
            return (struct slice){model->bytes.at + section->offset, (size_t)section->length};
        complain_of_model(model, "a section of the model does not fit into it");
        return (struct slice){"", 0};
    }
    complain_of_model(model, "the model lacks a section");
    return (struct slice){"", 0};
}

struct slice model_section(struct model *model, const char *name, size_t unit) { return find_section(model, name, strlen(name), unit); }

struct slice model_part(struct model *model, const char *prefix, const char *name, size_t unit) {
    char whole[MODEL_NAME_ROOM];
    size_t before = strlen(prefix), after = strlen(name);
    if (before + 1 + after >= sizeof whole) return find_section(model, "", 0, unit);
    memcpy(whole, prefix, before);
    whole[before] = '.';
    memcpy(whole + before + 1, name, after);
    return find_section(model, whole, before + 1 + after, unit);
}
