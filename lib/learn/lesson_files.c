// SPDX-License-Identifier: MIT
#include "learn/lesson_files.h"

#include "base/die.h"
#include "base/mapped.h"

struct slice read_lesson_file(const char *path) {
    struct slice bytes;
    if (!map_file(path, &bytes)) die("%s:", path);
    return bytes;
}

void read_templates(struct arena *keep, struct slice templates, const struct feature_names *names, struct features *features) {
    const char *fault = compile_features(keep, templates, names, features);
    if (fault) die("%s", fault);
}

void read_clusters(const char *path, struct clusters *clusters) {
    struct model model;
    if (!open_model(&model, read_lesson_file(path), "clusters") || !open_clusters(clusters, &model)) die("%s: %s", path, model.complaint);
}
