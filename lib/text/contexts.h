/* contexts: rules that change a tag where the neighbours say so, from lib/rules/contexts.tsv. May be used by: text.
 * Columns: from, to (tags); word (the word itself, or "-ending"), before2, before, after, after2; example. A neighbour is a tag
 * in capitals, BEGIN or END where the sentence ends there, or a word in lower case; empty: anything. Rules work one after the other,
 * each on the whole sentence (Brill 1992); a rule without a word of its own changes only to tags the lexicon allows. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CONTEXTS_H
#define DATELINE_CONTEXTS_H

#include "text/lexicon.h"

#define CONTEXT_REACH 2                       // words before and after that a rule may look at
#define CONTEXT_EDGE (UPOS_COUNT)             // the tag of what lies outside the sentence

struct context_rule {
    uint8_t from, to;
    uint8_t conditions;                       // how many of `at` count
    struct { int8_t offset; bool is_word; uint32_t value; } at[1 + 2 * CONTEXT_REACH];
    struct slice ending;                      // of the word itself; empty: any
    uint32_t tags;                            // what has to be somewhere in the sentence: tags, a bit each,
    uint64_t words;                           // and words, a bit of 64 each (as in a Bloom filter)
};

struct contexts {
    struct context_rule *rules;
    size_t count;
};

// What the rules work on: arrays of a sentence, with CONTEXT_REACH free places before and behind.
struct tagging {
    uint8_t *tags;     // [length] upos, CONTEXT_EDGE outside
    uint32_t *words;   // [length] numbers of the lower case in the lexicon
    uint32_t *allowed; // [length] tags the word may have, a bit each
    const struct token *tokens;
    size_t length;
};

// Words that rules ask for and the lexicon lacks are added to its numbers: at most five a row.
void read_contexts(struct arena *keep, const struct grid *grid, struct lexicon *lexicon, struct contexts *contexts);

void apply_contexts(const struct contexts *contexts, struct tagging *tagging);

#endif
