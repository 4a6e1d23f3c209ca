/* tokenizer_rules: the compiled rule tables that words, addresses, sentences and parts share. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TOKENIZER_RULES_H
#define DATELINE_TOKENIZER_RULES_H

#include "text/word_list.h"
#include "text/tokenizer.h"

// What an abbreviation says of the word behind it (column `follows` of abbreviations.tsv).
enum follows {
    FOLLOWS_NAME,   // a title before a name: never ends a sentence
    FOLLOWS_MORE,   // belongs to what comes next: ends a sentence at the end of a paragraph only
    FOLLOWS_NUMBER, // is an abbreviation before a number only: No. 5
    FOLLOWS_ANY,    // may end a sentence: does so before a word that opens sentences
    FOLLOWS_MASK = 3,
    NEEDS_CAPITAL = 4, // the row is written with a capital: so must the word be
};

// Into how many words a contraction is cut, and where: bytes from its start; `*n't` counts from the end of the stem.
struct cut {
    unsigned char pieces, lengths[3];
};

struct page_pattern; // parts.c

struct tokenizer {
    struct word_list abbreviations; // value: enum follows, and NEEDS_CAPITAL
    struct word_list contractions;  // whole words; value: index of cuts
    struct word_list clitics;       // what may be cut off any word: 's, n't
    struct word_list prefixes, suffixes; // anti-, -fold: joined with a hyphen they make one word
    struct word_list endings;       // com, uk, doc: what ends the name of a host or a file
    struct word_list measures;      // km, pm: cut off a number; value: 1 after money only
    struct word_list signs;         // :-) [...]
    struct word_list openers;       // words that open sentences
    struct word_list courtesies;    // what closes a letter
    struct cut *cuts;
    unsigned char longest_sign[256]; // by first byte
    struct word_list anchors;       // first literal words of page patterns; value: index of patterns
    struct page_pattern *patterns;
    size_t pattern_count;
};

#endif
