/* mention: a name or an office as it stands in a document, and the steps from tokens to mentions to entities. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MENTION_H
#define DATELINE_MENTION_H

#include "text/name_tables.h"

struct mention {
    size_t first, count;         // tokens
    size_t sentence;
    enum ner kind;
    struct slice value;          // what it means; empty until it is known
    struct slice code;           // of a TITLE or a body: its sectors
    const struct name_row *row;  // the list's row, or NULL
    enum title_kind title;
    bool plural, body;
    uint64_t office;             // of a TITLE: the same for all that mean one office; 0: a foreign mention, not from our rows
    struct slice country;        // ISO code of whom a TITLE or a body belongs to, where that is said
    size_t owner;                // of a TITLE: the ORG mention it belongs to, + 1
    size_t entity;               // the mention that stands for all of the same thing, as an index
};

// How a token is written.
enum shape { SHAPE_OTHER, SHAPE_LOWER, SHAPE_CAPITALISED, SHAPE_CAPITALS, SHAPE_INITIAL };

struct sight {
    uint64_t hash;                     // of the word in lower case, as the gazetteer has it
    const struct gazetteer_slot *slot; // NULL: the gazetteer does not know it
    enum shape shape;
    bool opens;                        // first word of a sentence or of a quotation
    bool loud;                         // in a sentence all in capitals, or with a capital on each word: capitals say nothing
};

// What the document says about one word, wherever it stands.
struct word {
    uint64_t hash;
    uint32_t lower;   // times in lower case
    uint32_t capital; // times with a capital where it need not have one
    bool person;      // part of a person's name
    bool named, part; // part of a person's name of several words, of an organisation's of three and more, the model says
    uint16_t votes[4]; // times it is outside of names, in a person's, an organisation's, a place's: what the model thinks first
};

struct search {
    const struct names *names;
    struct document *document;
    struct sight *sights;     // [tokens]
    struct word **words;      // [word_mask + 1] by hash, NULL where free; never more than half full
    size_t word_mask, word_count;
    struct mention *mentions; // [mention_room] in text order
    size_t mention_count, mention_room;
};

// A search with nothing seen yet; lives in the document's memory.
struct search begin_names(const struct names *names, struct document *document);

// The steps, each on what the one before left.
void look_at_words(struct search *search);
void find_mentions(struct search *search);
void join_names(struct search *search);
void join_titles(struct search *search);

// What is known of a word or phrase, new if nobody asked before; stays where it is.
struct word *word_of(struct search *search, uint64_t hash);
// Appends a mention; pointers to others are good until then.
struct mention *push_mention(struct search *search);

static inline bool is_marked(const struct sight *sight, enum word_kind kind) { return sight->slot && sight->slot->marks >> kind & 1; }
static inline bool has_capital(const struct sight *sight) { return sight->shape >= SHAPE_CAPITALISED; }

#endif
