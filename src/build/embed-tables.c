// embed-tables: prints tables as C, parsed: embed-tables FILE... makes what exchange/tables.h calls embedded_tables.
// SPDX-License-Identifier: MIT
#include <stdio.h>

#include "base/die.h"
#include "base/mapped.h"
#include "table/grid_file.h"

enum { PER_LINE = 24 };

static void print_number(size_t place, unsigned number) { printf("%s%u,", place % PER_LINE ? "" : "\n", number); }

static void print_bytes(size_t table, const char *bytes, size_t count) {
    printf("static const unsigned char bytes_%zu[] = {", table);
    for (size_t i = 0; i < count; i++) print_number(i, (unsigned char)bytes[i]);
    printf("\n};\n");
}

static void print_starts(size_t table, const uint32_t *starts, size_t count) {
    printf("static const uint32_t starts_%zu[] = {", table);
    for (size_t i = 0; i < count; i++) print_number(i, starts[i]);
    printf("\n};\n");
}

// Names of columns are plain words.
static void print_names(size_t table, const struct grid *grid) {
    printf("static const struct slice names_%zu[] = {", table);
    for (size_t c = 0; c < grid->columns; c++) printf("SLICE_INIT(\"%.*s\"), ", SHOW(grid->names[c]));
    printf("};\n");
}

static void print_grid(size_t table, const struct grid *grid) {
    size_t cells = grid->rows * grid->columns;
    print_names(table, grid);
    print_bytes(table, grid->bytes, grid->starts[cells] + 1); // one more: no array is empty
    print_starts(table, grid->starts, cells + 1);
}

static struct slice name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    struct slice name = slice_of(slash ? slash + 1 : path);
    return slice_ends(name, SLICE(".tsv")) ? slice_drop(name, 4) : name;
}

int main(int argc, char **argv) {
    struct arena keep = {0};
    struct problems problems = {.strict = true};
    struct grid *grids = TAKE(&keep, struct grid, (size_t)argc);
    set_program_name("embed-tables");
    printf("#include \"exchange/tables.h\"\n");
    for (int i = 1; i < argc; i++) {
        struct slice bytes;
        if (!map_file(argv[i], &bytes)) die("%s:", argv[i]);
        if (!parse_grid(&keep, bytes, argv[i], &problems, &grids[i])) return EXIT_DATA;
        print_grid((size_t)i, &grids[i]);
    }
    printf("const struct grid embedded_tables[] = {\n");
    for (int i = 1; i < argc; i++)
        printf("    {SLICE_INIT(\"%.*s\"), names_%d, (const char *)bytes_%d, starts_%d, %zu, %zu},\n", SHOW(name_of(argv[i])), i, i, i,
               grids[i].rows, grids[i].columns);
    printf("    {{0, 0}, 0, 0, 0, 0, 0},\n};\n");
    arena_free(&keep);
    return fflush(stdout) || ferror(stdout) ? EXIT_SYSTEM : EXIT_DONE;
}
