// SPDX-License-Identifier: MIT
#include "text/document.h"

#define NAME_ROW(name) SLICE_INIT(#name),
static const struct slice upos_names[] = {SLICE_INIT(""), UPOS_TAGS(NAME_ROW)};
static const struct slice ner_names[] = {SLICE_INIT("O"), NER_KINDS(NAME_ROW)};
static const struct slice part_names[] = {PARTS(NAME_ROW)};
#undef NAME_ROW
// The names of tags once more, as eight bytes each, filled up with NULs: tables of words ask for thousands of them.
#define NAME_BYTES(name) #name,
static const char upos_bytes[][8] = {"", UPOS_TAGS(NAME_BYTES)};
#undef NAME_BYTES

static int find_name(const struct slice *names, int count, struct slice name) {
    for (int i = 0; i < count; i++)
        if (slice_equal(names[i], name)) return i;
    return 0;
}

struct slice upos_name(enum upos upos) { return upos_names[upos]; }
enum upos upos_of(struct slice name) {
    char bytes[8] = {0};
    if (name.length == 0 || name.length > sizeof bytes) return UPOS_NONE;
    for (size_t i = 0; i < name.length; i++) bytes[i] = name.at[i];
    for (int tag = 1; tag < UPOS_COUNT; tag++)
        if (memcmp(bytes, upos_bytes[tag], sizeof bytes) == 0) return (enum upos)tag;
    return UPOS_NONE;
}
struct slice ner_name(enum ner ner) { return ner_names[ner]; }
enum ner ner_of(struct slice name) { return (enum ner)find_name(ner_names, NER_COUNT, name); }
struct slice part_name(enum part part) { return part_names[part]; }
enum part part_of(struct slice name) { return (enum part)find_name(part_names, PART_COUNT, name); }

void clear_document(struct document *document) {
    document->id = document->source = document->published = (struct slice){"", 0};
    document->tokens.count = document->sentences.count = 0;
    arena_reset(&document->memory);
}

void free_document(struct document *document) {
    list_free(&document->tokens);
    list_free(&document->sentences);
    arena_free(&document->memory);
}

size_t token_after(const struct document *document, long character) {
    size_t low = 0, high = document->tokens.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->tokens.at[middle].end <= character) low = middle + 1;
        else high = middle;
    }
    return low;
}

struct slice text_of(struct arena *keep, const struct document *document, size_t first, size_t count) {
    if (count == 0) return (struct slice){"", 0};
    const struct token *tokens = document->tokens.at + first;
    size_t length = count;
    for (size_t i = 0; i < count; i++) length += tokens[i].form.length;
    char *text = arena_take(keep, length), *to = text;
    for (size_t i = 0; i < count; i++) {
        if (i && tokens[i].start > tokens[i - 1].end) *to++ = ' ';
        memcpy(to, tokens[i].form.at, tokens[i].form.length);
        to += tokens[i].form.length;
    }
    return slice_between(text, to);
}
