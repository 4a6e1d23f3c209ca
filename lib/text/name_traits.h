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
};

// traits[count] of the sentence's words, but for TRAIT_label, and freedom[count]. `mention` is the first mention that ends behind the
// beginning of the sentence, or an earlier one; it is moved on.
void see_names(const struct name_sight *sight, struct search *search, size_t sentence, size_t *mention, word_traits *traits,
               enum freedom *freedom);

// What the document calls each word, by the mentions there are now: word.votes.
void count_votes(struct search *search);

#endif
