// embed-gazetteer: prints the gazetteer of the embedded tables, and the offices of their titles, as C: embedded_names of
// exchange/known_names.h.
// SPDX-License-Identifier: MIT
#include <inttypes.h>
#include <stdio.h>

#include "base/die.h"
#include "exchange/known_names.h"

static void print_slots(const struct gazetteer *gazetteer) {
    printf("static const struct gazetteer_slot slots[%zu] = {\n", gazetteer->mask + 1);
    for (size_t i = 0; i <= gazetteer->mask; i++) {
        const struct gazetteer_slot *slot = &gazetteer->slots[i];
        if (slot->hash) printf("    [%zu] = {0x%" PRIx64 "u, %" PRIu32 ", 0x%" PRIx32 "},\n", i, slot->hash, slot->first_row, slot->marks);
    }
    printf("};\n");
}

static void print_rows(const struct gazetteer *gazetteer, size_t count) {
    printf("static const struct gazetteer_row rows[] = {\n");
    for (size_t i = 0; i < count; i++) {
        const struct gazetteer_row *row = &gazetteer->rows[i];
        printf("    {%" PRIu32 ", %" PRIu32 ", %" PRIu32 "},\n", row->next, row->list, row->row);
    }
    printf("};\n");
}

static void print_offices(const struct names *names) {
    printf("static const uint64_t offices[] = {\n");
    for (size_t i = 0; i < names->title_count; i++) printf("    0x%" PRIx64 "u,\n", names->titles[i].office);
    printf("    0};\n");
}

int main(void) {
    struct problems problems = {.strict = true};
    struct tables tables = {.problems = &problems};
    struct names_tables lists = load_known_names(&tables, NULL, 0, NULL);
    const struct names *names = make_names(&tables.keep, &lists);
    printf("#include \"exchange/known_names.h\"\n");
    print_slots(&names->gazetteer);
    print_rows(&names->gazetteer, names->row_count + names->title_count + names->body_count + 1);
    print_offices(names);
    printf("const struct ready_names embedded_names = {{slots, %zu, rows}, offices};\n", names->gazetteer.mask);
    arena_free(&tables.keep);
    return fflush(stdout) || ferror(stdout) ? EXIT_SYSTEM : EXIT_DONE;
}
