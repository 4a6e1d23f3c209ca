/* row_table: writes the weights of a classifier the way text/linear.h reads them: as bytes, in buckets of two rows. May be used by: learn,
 * src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ROW_TABLE_H
#define DATELINE_ROW_TABLE_H

#include "learn/model_writer.h"

struct learnt_rows {
    size_t count, labels;
    const uint32_t *hashes; // [count] of the features
    const int64_t *weights; // [count][labels], in any unit
};

// Adds sections NAME.templates, NAME.labels (one a line) and NAME.rows. At most `most` rows are kept, those with the largest weights
// (0: all), and rows whose weights all come to nothing are left out, and of those that have one bucket for their home all but the four
// the largest weights stay. Returns how many rows there are.
size_t write_rows(const struct learnt_rows *rows, struct model_writer *writer, const char *name, struct slice templates,
                  struct slice labels, size_t most);

#endif
