// SPDX-License-Identifier: MIT
#include "text/parser.h"

#include "text/clauses.h"

struct parser {
    struct word_classes classes;
};

struct parser *make_parser(struct arena *keep, const struct parser_tables *tables) {
    struct parser *parser = TAKE(keep, struct parser, 1);
    const struct grid grids[] = {tables->syntax, tables->syntax_by_hand};
    read_word_classes(keep, grids, 2, &parser->classes);
    return parser;
}

void parse_sentence(const struct parser *parser, struct document *document, size_t sentence) {
    struct sentence place = document->sentences.at[sentence];
    if (place.count == 0) return;
    struct growing_tree tree = {document->tokens.at + place.first, TAKE(&document->memory, struct word_facts, place.count), place.count};
    struct group *groups = TAKE(&document->memory, struct group, place.count);
    for (size_t i = 0; i < place.count; i++) {
        tree.tokens[i].head = -1;
        tree.facts[i] = facts_of(&parser->classes, &tree.tokens[i]);
    }
    size_t count = build_groups(&tree, groups);
    finish_tree(&tree, join_clauses(&document->memory, &tree, groups, count));
}
