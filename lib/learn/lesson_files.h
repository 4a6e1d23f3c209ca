/* lesson_files: what every program that learns reads: templates and clusters, from files. It dies with a message where they cannot be had.
 * May be used by: src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_LESSON_FILES_H
#define DATELINE_LESSON_FILES_H

#include "text/clusters.h"
#include "text/features.h"

// The bytes of a file, which stay to the end of the program.
struct slice read_lesson_file(const char *path);

// Templates out of a file's bytes, compiled into `keep`.
void read_templates(struct arena *keep, struct slice templates, const struct feature_names *names, struct features *features);

// A model of kind "clusters".
void read_clusters(const char *path, struct clusters *clusters);

#endif
