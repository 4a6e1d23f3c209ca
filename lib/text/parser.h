/* parser: a dependency tree for a sentence, out of a model. May be used by: exchange, src, story.
 * ALGORITHM. Moves (transition.h) chosen greedily by one linear classifier, the relation of each arc by another (greedy.h), which both
 * see words, tags, clusters and the tree as far as it has grown (outlook.h; after Zhang and Nivre 2011, "Transition-based dependency
 * parsing with rich non-local features"). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_PARSER_H
#define DATELINE_PARSER_H

#include "text/clusters.h"
#include "text/document.h"

struct parser;

// Out of a model of kind "parses"; NULL with the model's complaint set where it is none. The model's bytes and the clusters must live as
// long as the parser, which lives in `keep`; free_parser gives back what it worked with.
struct parser *make_parser(struct arena *keep, struct model *model, const struct clusters *clusters);
void free_parser(struct parser *parser);

// Fills head (1-based tok_id, 0 the root) and deprel (UD v2) of the tokens of one sentence (its index in the document) from form, lower,
// lemma, upos and, where they are known, names (ner). Whatever the input: exactly one root, no cycle. Deprels are the model's or static.
// Linear in the length of the sentence.
void parse_sentence(struct parser *parser, struct document *document, size_t sentence);

#endif
