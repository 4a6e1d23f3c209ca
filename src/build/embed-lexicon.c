// embed-lexicon: prints the lexicon of the embedded tables as C: embedded_lexicon of exchange/known_words.h.
// SPDX-License-Identifier: MIT
#include <stdio.h>

#include "base/die.h"
#include "exchange/known_words.h"

enum { PER_LINE = 24 };

static void print_bytes(const char *name, const void *bytes, size_t count) {
    printf("static const unsigned char %s[] = {", name);
    for (size_t i = 0; i < count; i++) printf("%s%u,", i % PER_LINE ? "" : "\n", ((const unsigned char *)bytes)[i]);
    printf("\n};\n");
}

static void print_numbers(const char *name, const uint32_t *numbers, size_t count) {
    printf("static const uint32_t %s[] = {", name);
    for (size_t i = 0; i < count; i++) printf("%s%u,", i % PER_LINE ? "" : "\n", numbers[i]);
    printf("\n};\n");
}

static void print_grid(const struct grid *grid) {
    size_t cells = grid->rows * grid->columns;
    printf("static const struct slice names[] = {");
    for (size_t c = 0; c < grid->columns; c++) printf("SLICE_INIT(\"%.*s\"), ", SHOW(grid->names[c]));
    printf("};\n");
    print_bytes("bytes", grid->bytes, grid->starts[cells]);
    print_numbers("starts", grid->starts, cells + 1);
}

static void print_slots(const struct lexicon *lexicon) {
    printf("static const struct lexicon_slot slots[] = {\n");
    for (size_t i = 0; i <= lexicon->mask; i++)
        printf("{%uu, %u},%s", lexicon->slots[i].hash, lexicon->slots[i].row, i % 8 == 7 ? "\n" : " ");
    printf("};\n");
}

int main(void) {
    struct problems problems = {.strict = true};
    struct tables tables = {.problems = &problems};
    struct grid words = load_words(&tables);
    struct lexicon lexicon;
    read_lexicon(&tables.keep, &words, &lexicon);
    printf("#include \"exchange/known_words.h\"\n");
    print_grid(&words);
    print_slots(&lexicon);
    print_numbers("next", lexicon.next, words.rows);
    print_bytes("upos", lexicon.upos, words.rows);
    printf("const struct lexicon embedded_lexicon = {\n    .grid = {SLICE_INIT(\"words\"), names, (const char *)bytes, starts, %zu, %zu},\n"
           "    .word = %d, .lemma = %d, .slots = slots, .mask = %zu, .next = next, .upos = upos,\n};\n",
           words.rows, words.columns, lexicon.word, lexicon.lemma, lexicon.mask);
    arena_free(&tables.keep);
    return fflush(stdout) || ferror(stdout) ? EXIT_SYSTEM : EXIT_DONE;
}
