/* parser: a dependency tree by rules: groups of words, then clauses, then whatever is left. May be used by: exchange, src, story.
 * See groups.h and clauses.h for how. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PARSER_H
#define DATELINE_PARSER_H

#include "base/grid.h"
#include "text/document.h"

struct parser;

// The tables, as lib/rules has them: class word prepositions. What both say of a word is taken together.
struct parser_tables {
    struct grid syntax, syntax_by_hand;
};

// The grids' cells must live as long as the parser, which lives in `keep`.
struct parser *make_parser(struct arena *keep, const struct parser_tables *tables);

// Fills head (1-based tok_id, 0 the root) and deprel (UD v2) of the tokens of one sentence (its index in the document) from upos,
// lemma, lower and, where they are known, names (ner). Whatever the input: exactly one root, no cycle. Deprels are static strings.
// Linear in the length of the sentence.
void parse_sentence(const struct parser *parser, struct document *document, size_t sentence);

#endif
