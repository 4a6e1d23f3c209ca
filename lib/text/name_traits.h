/* name_traits: what the names' model sees of the words of a sentence: the words themselves, what the rules propose, the lists of names
 * they stand in, and what the document says of them elsewhere. May be used by: text, src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NAME_TRAITS_H
#define DATELINE_NAME_TRAITS_H

#include "text/mention.h"
#include "text/name_lists.h"
#include "text/traits.h"

// What may be decided on a word: nothing, since a user's list or a date has it; that a name goes on; anything.
enum freedom { FREE_NOT, FREE_INSIDE, FREE_WHOLLY };

struct name_sight {
    const struct name_lists *lists;
    const struct clusters *clusters; // may be NULL
    uint32_t wanted;                 // traits that templates look at, as bits
    struct seen_word *memory;        // of these, or NULL
    const uint8_t *said;             // [tokens] what is said of each word now, as in word.votes
};

// What is known of a sentence's words, [room] of each.
struct name_view {
    word_traits *traits;             // all 0 where no name is near
    enum freedom *freedom;
    struct glimpse *glimpses;
    size_t room;
};

// Room for the longest sentence of a document.
struct name_view make_name_view(struct arena *keep, const struct document *document);

// Fills the view with a sentence, but for TRAIT_label. `mention` is the first mention that ends behind the beginning of the sentence,
// or an earlier one; it is moved on.
void see_names(const struct name_sight *sight, struct search *search, size_t sentence, size_t *mention, struct name_view *view);

// What the mentions there are now say of each word of the document: said[tokens].
void say_mentions(const struct search *search, uint8_t *said);
enum vote { VOTE_OUTSIDE, VOTE_PERSON, VOTE_ORGANISATION, VOTE_PLACE };
static inline enum vote vote_of(enum ner kind) {
    return kind == NER_PER ? VOTE_PERSON : kind == NER_ORG ? VOTE_ORGANISATION : kind == NER_LOC ? VOTE_PLACE : VOTE_OUTSIDE;
}

// How often the document says what of each word, anew: word.votes.
void count_votes(struct search *search, const uint8_t *said);

// TRAIT_earlier of a word: what the document says of it elsewhere.
uint32_t document_says(struct search *search, const uint8_t *said, size_t i);

#endif
