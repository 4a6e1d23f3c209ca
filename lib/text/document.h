/* document: an article as tokens and sentences, with all that the filters find out about them. May be used by: text, story,
 * exchange, src. Knows nothing of tables. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_DOCUMENT_H
#define DATELINE_DOCUMENT_H

#include "base/arena.h"
#include "base/list.h"

// Universal Dependencies v2: parts of speech and relations.
#define UPOS_TAGS(TAG)                                                                                                           \
    TAG(ADJ) TAG(ADP) TAG(ADV) TAG(AUX) TAG(CCONJ) TAG(DET) TAG(INTJ) TAG(NOUN) TAG(NUM) TAG(PART) TAG(PRON) TAG(PROPN)          \
    TAG(PUNCT) TAG(SCONJ) TAG(SYM) TAG(VERB) TAG(X)
#define UPOS_NAME(tag) UPOS_##tag,
enum upos { UPOS_NONE, UPOS_TAGS(UPOS_NAME) UPOS_COUNT };
#undef UPOS_NAME

#define NER_KINDS(KIND)                                                                                                          \
    KIND(PER) KIND(ORG) KIND(LOC) KIND(NORP) KIND(TITLE) KIND(EVENT) KIND(DATE) KIND(TIME) KIND(DURATION) KIND(SET)              \
    KIND(MONEY) KIND(PERCENT) KIND(NUMBER)
#define NER_NAME(kind) NER_##kind,
enum ner { NER_NONE, NER_KINDS(NER_NAME) NER_COUNT };
#undef NER_NAME

// What a sentence is of the page: only title, heading and body tell the story.
#define PARTS(PART) PART(body) PART(title) PART(heading) PART(dateline) PART(byline) PART(caption) PART(furniture)
#define PART_NAME(part) PART_##part,
enum part { PARTS(PART_NAME) PART_COUNT };
#undef PART_NAME

struct token {
    struct slice row;        // its cells as they were read, for passing on; empty in tokenize
    struct slice form;       // as it stands in the text
    struct slice lower;      // the form in lower case
    long start, end;         // characters from the start of the article's text, end exclusive
    struct slice lemma;
    enum upos upos;
    enum ner ner;
    bool ner_begins;         // B of IOB2
    long entity;             // the document's number for what it refers to; 0: none
    struct slice value;      // on the first token of a mention: what it means
    long head;               // tok_id of its head in the sentence, 0 the root; -1 not known
    struct slice deprel;     // with subtype, as UD writes it
};

struct sentence {
    size_t first, count;     // document->tokens.at[first .. first + count - 1]; tok_id is 1-based within
    long number;             // sent_id
    long paragraph;          // par_id, from 1
    enum part part;
};

struct document {
    struct slice id, source, published;
    LIST(struct token) tokens;
    LIST(struct sentence) sentences;
    struct arena memory;     // what the slices above point into
};

// Names of the enums' values as the tables write them; and back (NONE or COUNT-like 0 where unknown).
struct slice upos_name(enum upos upos);
enum upos upos_of(struct slice name);
struct slice ner_name(enum ner ner);
enum ner ner_of(struct slice name);
struct slice part_name(enum part part);
enum part part_of(struct slice name);

// Forgets all, keeps the memory for the next document.
void clear_document(struct document *document);
void free_document(struct document *document);

// The first token that ends after this character; tokens.count if there is none.
size_t token_after(const struct document *document, long character);

// The words first .. first + count - 1 as they stand in the text, one blank where there was white space.
struct slice text_of(struct arena *keep, const struct document *document, size_t first, size_t count);

#endif
