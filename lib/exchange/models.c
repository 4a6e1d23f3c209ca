// SPDX-License-Identifier: MIT
#include "exchange/models.h"

#include "base/die.h"
#include "base/mapped.h"

static const struct model_row *find_row(const struct model_row *rows, const char *kind) {
    while (rows->kind && strcmp(rows->kind, kind) != 0) rows++;
    return rows;
}

static struct slice bytes_of(const char *path) {
    struct slice bytes;
    if (!map_file(path, &bytes)) die("%s:", path);
    return bytes;
}

void use_model_file(struct model_row *rows, const char *path) {
    struct slice bytes = bytes_of(path);
    struct model model;
    const char *complaint = NULL;
    for (struct model_row *row = rows; row->kind; row++) {
        if (open_model(&model, bytes, row->kind)) {
            row->path = path;
            return;
        }
        if (complaint == NULL) complaint = model.complaint;
    }
    die("%s: %s", path, complaint);
}

void load_model(const struct model_row *rows, const char *kind, struct model *model) {
    const struct model_row *row = find_row(rows, kind);
    open_model(model, row->path ? bytes_of(row->path) : slice_between(row->at, row->end), kind);
    check_model(rows, kind, model);
}

void check_model(const struct model_row *rows, const char *kind, const struct model *model) {
    if (model->complaint == NULL) return;
    const char *path = find_row(rows, kind)->path;
    die("%s: %s", path ? path : kind, model->complaint);
}
