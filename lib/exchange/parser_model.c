// SPDX-License-Identifier: MIT
#include "exchange/parser_model.h"

void load_parser(struct arena *keep, const struct model_row *rows, struct parser_model *loaded) {
    struct model clusters, parses;
    load_model(rows, "clusters", &clusters);
    load_model(rows, "parses", &parses);
    open_clusters(&loaded->clusters, &clusters);
    check_model(rows, "clusters", &clusters);
    loaded->parser = make_parser(keep, &parses, &loaded->clusters);
    check_model(rows, "parses", &parses);
}
