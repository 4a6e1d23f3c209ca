/* parser_model: the parser with the models it needs. May be used by: src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PARSER_MODEL_H
#define DATELINE_PARSER_MODEL_H

#include "exchange/models.h"
#include "text/parser.h"

struct parser_model {
    struct clusters clusters;
    struct parser *parser; // free_parser
};

// Opens the models among `rows` into `keep`; dies with a message where one is none. `loaded` must stay as long as the parser.
void load_parser(struct arena *keep, const struct model_row *rows, struct parser_model *loaded);

#endif
