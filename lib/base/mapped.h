/* mapped: a file's bytes in memory, read-only. May be used by: everything. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MAPPED_H
#define DATELINE_MAPPED_H

#include "base/slice.h"

// The bytes of a regular file; false with errno set where it cannot be read. An empty file has length 0.
// The bytes stay as long as the process: rules and names are needed to its end.
bool map_file(const char *path, struct slice *bytes);

#endif
