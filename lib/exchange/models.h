/* models: lib/models/NAME.model, which make embeds in the programs that use them, or a user's file in its place. May be used by: src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MODELS_H
#define DATELINE_MODELS_H

#include "text/model.h"

// What make embedded. A program holds the models it names, and no others.
extern const char clusters_model[], clusters_model_end[], tags_model[], tags_model_end[];
extern const char names_model[], names_model_end[], parses_model[], parses_model_end[];

struct model_row {
    const char *kind;
    const char *at, *end; // embedded
    const char *path;     // the user's file, or NULL
};
#define MODEL_ROW(kind) {#kind, kind##_model, kind##_model_end, NULL}

// The models of a program: rows that end in {NULL}. A file takes the place of the row whose kind it says it is; dies where it cannot be
// read or is of no kind the program uses.
void use_model_file(struct model_row *rows, const char *path);

// Opens the model of this kind, which must be among the rows; dies where it is none.
void load_model(const struct model_row *rows, const char *kind, struct model *model);

// Dies with the model's complaint, if it has one: to be called when all of its sections were opened.
void check_model(const struct model_row *rows, const char *kind, const struct model *model);

#endif
