/* contexts: rules that change a tag where the neighbours say so, from lib/rules/contexts.tsv. May be used by: text.
 * Columns: from, to (tags); word (the word itself, or "-ending"), before2, before, after, after2. A neighbour is a tag in capitals,
 * BEGIN or END where the sentence ends there, or a word in lower case; empty: anything. Rules work one after the other, each on the
 * whole sentence (Brill 1992); a rule without a word of its own changes only to tags the lexicon allows.
 * What makes it quick: a rule is tried only if its words and its pairs of tags are in the sentence at all. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CONTEXTS_H
#define DATELINE_CONTEXTS_H

#include "text/lexicon.h"

enum {
    CONTEXT_REACH = 2,         // words before and after that a rule may look at
    CONTEXT_EDGE = UPOS_COUNT, // the tag of what lies outside the sentence
    CONTEXT_WORDS = 512,       // different words that rules may ask for; a rule with one too many never fits
};

struct context_rule {
    uint8_t from, to;
    uint8_t before, after;     // tags next to it, 0 where the rule does not say
    uint8_t conditions;        // how many of `at` count
    bool own_word;             // one of them is the word itself
    struct {
        int8_t offset;
        bool is_word;
        uint32_t value;        // tag, or number of the word in the lexicon
    } at[1 + 2 * CONTEXT_REACH];
    uint16_t words[2];         // 1 + number among the rules' words, 0 for none: the first two it asks for
    struct slice ending;       // of the word itself; empty: any
};

struct contexts {
    struct context_rule *rules;
    size_t count;
    uint16_t *asked;           // [room] by number in the lexicon: 1 + number among the rules' words, 0 for none
    size_t room;
    uint16_t asked_count;
};

// What the rules work on: arrays of a sentence, with CONTEXT_REACH free places before and behind.
struct tagging {
    uint8_t *tags;             // [length] upos, CONTEXT_EDGE outside
    uint32_t *words;           // [length] numbers of the lower case in the lexicon
    uint32_t *allowed;         // [length] tags the word may have, a bit each
    uint32_t *rows;            // [length] rows of the lexicon; NO_ROW for unknown words
    const struct token *tokens;
    size_t length;
};

// Words that rules ask for and the lexicon lacks are added to its others: at most five a row.
void read_contexts(struct arena *keep, const struct grid *grid, struct lexicon *lexicon, struct contexts *contexts);

void apply_contexts(const struct contexts *contexts, struct tagging *tagging);

#endif
