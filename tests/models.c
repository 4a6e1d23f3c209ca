// SPDX-License-Identifier: MIT
// models KIND FILE: what a hostile file can do: the file cut at every 100th byte, and each byte of its beginning changed, opened and
// used. Prints TAP; the sanitizers see the rest. For small files.
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mapped.h"
#include "text/clusters.h"
#include "text/sequence.h"

struct tries {
    long refused, used;
};

// Any numbers will do: no feature may lead out of the tables.
static void use_linear(const struct linear *linear) {
    uint32_t values[MOST_VIEWS], hashes[MOST_TEMPLATES], random = 1;
    int32_t scores[MOST_LABELS];
    for (int turn = 0; turn < 8; turn++) {
        for (size_t v = 0; v < linear->features.view_count; v++) values[v] = random = random * 1664525 + 1013904223;
        size_t count = hash_features(&linear->features, values, hashes);
        for (size_t i = 0; turn < 2 && i < count; i++) hashes[i] = turn ? UINT32_MAX : 0; // the first and the last bucket
        score_features(linear, hashes, count, scores);
        if (best_label(scores, linear->label_count) >= linear->label_count) die("there is no such label");
    }
}

static bool use_clusters(struct model *model) {
    struct clusters clusters;
    if (!open_clusters(&clusters, model)) return false;
    for (uint32_t i = 0; i < 64; i++) find_clusters(&clusters, i * 0x04104105u | i);
    return true;
}

// Opens what the kind has, as its tool does.
static bool use_model(struct arena *keep, struct slice bytes, const char *kind) {
    struct model model;
    if (!open_model(&model, bytes, kind)) return false;
    if (strcmp(kind, "clusters") == 0) return use_clusters(&model);
    struct linear linear;
    if (!open_linear(keep, &model, kind, &sequence_names, &linear)) return false;
    use_linear(&linear);
    return true;
}

// A copy that ends where the bytes end, so that the sanitizers see each step beyond.
static void try_bytes(const char *at, size_t length, const char *kind, struct tries *tries) {
    struct arena keep = {0};
    void *copy;
    if (posix_memalign(&copy, MODEL_ALIGNMENT, length + !length) != 0) die("out of memory");
    memcpy(copy, at, length);
    if (use_model(&keep, (struct slice){copy, length}, kind)) tries->used++;
    else tries->refused++;
    arena_free(&keep);
    free(copy);
}

// Cut at every 100th byte, as it is and with a head that says so.
static void try_cuts(char *bytes, size_t length, const char *kind, struct tries *tries) {
    struct model_head *head = (struct model_head *)(void *)bytes;
    uint64_t size = head->size;
    for (size_t cut = 0; cut < length; cut += 100) {
        try_bytes(bytes, cut, kind, tries);
        head->size = cut;
        try_bytes(bytes, cut, kind, tries);
        head->size = size;
    }
}

// Each byte of the head, the table of sections and the small sections behind it, changed four ways.
static void try_changes(char *bytes, size_t length, const char *kind, struct tries *tries) {
    for (size_t at = 0; at < length && at < 4096; at++) {
        const char kept = bytes[at], others[] = {0, (char)0xFF, (char)(kept + 1), (char)(kept ^ 0x80)};
        for (size_t i = 0; i < sizeof others; i++) {
            bytes[at] = others[i];
            try_bytes(bytes, length, kind, tries);
        }
        bytes[at] = kept;
    }
}

int main(int argc, char **argv) {
    struct slice file;
    struct tries cuts = {0}, changes = {0};
    set_program_name("models");
    if (argc != 3 || !map_file(argv[2], &file) || file.length < sizeof(struct model_head)) die("usage: models KIND FILE");
    char *bytes = take_memory(NULL, file.length, 1);
    memcpy(bytes, file.at, file.length);
    try_cuts(bytes, file.length, argv[1], &cuts);
    try_changes(bytes, file.length, argv[1], &changes);
    printf("1..2\n%s 1 - %ld cuts are refused\n", cuts.used ? "not ok" : "ok", cuts.refused);
    printf("%s 2 - of the changes %ld are refused, %ld used\n", changes.refused ? "ok" : "not ok", changes.refused, changes.used);
    free(bytes);
    return cuts.used || changes.refused == 0;
}
