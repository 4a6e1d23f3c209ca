/* endings: what the end of a word says of its tag and its lemma, from lib/rules/endings.tsv; the longest ending wins.
 * May be used by: text.
 * Columns: use (tag: the tag of an unknown word in lower case; name: of one with capitals; lemma: what the ending becomes), upos,
 * ending, becomes, example. After Mikheev 1997, "Automatic rule induction for unknown-word guessing". */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ENDINGS_H
#define DATELINE_ENDINGS_H

#include <stdint.h>

#include "base/grid.h"
#include "text/document.h"

// A letter of a tree that is walked from the end of the word to its front.
struct ending_node {
    uint16_t child, sibling; // 0: none
    unsigned char letter;
    bool is_ending;
    enum upos upos;
    uint8_t length;          // of the ending
    struct slice becomes;
};

struct endings {
    struct ending_node *nodes;        // [0] is no node
    size_t count;
    uint16_t tag, name;               // roots
    uint16_t lemma[UPOS_COUNT];
};

void read_endings(struct arena *keep, const struct grid *grid, struct endings *endings);

// The row of the longest ending that fits, or NULL. `root` is one of the roots above, 0 gives NULL.
const struct ending_node *find_ending(const struct endings *endings, uint16_t root, struct slice word);

#endif
