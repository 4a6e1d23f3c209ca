/* copy-table: a table through the reader and the writer that all tools share, and nothing else. For `make bench`. */
// SPDX-License-Identifier: MIT
#include "base/die.h"
#include "table/reader.h"
#include "table/writer.h"

int main(int argc, char **argv) {
    struct problems problems = {0};
    struct writer writer;
    struct reader reader;
    (void)argc;
    set_program_name(argv[0]);
    open_standard_output(&writer);
    open_reader(&reader, &(struct reader_options){0}, argv + 1, &problems, &writer);
    if (read_header(&reader)) {
        write_header(&writer, reader.names, reader.columns);
        while (read_row(&reader)) {
            write_cells(&writer, reader.row);
            end_row(&writer);
        }
    }
    close_reader(&reader);
    close_writer(&writer);
    return finish_problems(&problems);
}
