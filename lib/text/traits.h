/* traits: what a model may see of one word, each as a number: hashes of its form and of pieces of it, its clusters, its tag.
 * Templates name them (features.h). May be used by: text, learn, src/train. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TRAITS_H
#define DATELINE_TRAITS_H

#include "text/clusters.h"
#include "text/document.h"
#include "text/packed_form.h"

// 0 is always: nothing to see. What stands up to `fine` is of the word alone and is filled by fill_traits (`lowered` by the tagger); the others are filled by
// who knows them: the tagger, the names' model, the parser.
#define TRAITS(TRAIT)                                                                                                            \
    TRAIT(any)                                                           /* 1: there is a word */                                \
    TRAIT(form) TRAIT(lower)                                             /* hashes; digits count as 0 */                         \
    TRAIT(suffix1) TRAIT(suffix2) TRAIT(suffix3) TRAIT(suffix4)          /* last bytes of lower; 0 where the word is no longer */ \
    TRAIT(prefix1) TRAIT(prefix2) TRAIT(prefix3)                         /* first bytes of lower */                              \
    TRAIT(shape)                                                         /* "Xx", "d.d", runs as one */                          \
    TRAIT(coarse) TRAIT(middle) TRAIT(fine)                              /* clusters + 1 */                                      \
    TRAIT(lowered)                                                       /* the fine cluster of lower, + 1 */                    \
    TRAIT(upos) TRAIT(tag) TRAIT(lemma) TRAIT(ner)                       /* tag: upos made finer */                              \
    TRAIT(label)                                                         /* + 1: decided by the model itself, further left */    \
    TRAIT(earlier)                                                       /* + 1: what the document called this word before */    \
    TRAIT(list) TRAIT(thing) TRAIT(phrase)                               /* + 1: lists of names it stands in (name_traits.h) */  \
    TRAIT(marks) TRAIT(look) TRAIT(setting)                              /* + 1: what the rules of names know of it */           \
    TRAIT(deprel) TRAIT(relations) TRAIT(left_count) TRAIT(right_count) TRAIT(distance) /* of a tree that grows */
#define TRAIT_NAME(name) TRAIT_##name,
enum trait { TRAITS(TRAIT_NAME) TRAIT_COUNT };
#undef TRAIT_NAME

extern const char *const trait_names[TRAIT_COUNT + 1]; // ends in NULL

typedef uint32_t word_traits[TRAIT_COUNT];

// What a place outside the sentence shows, of every trait.
enum { TRAIT_EDGE = 1 };

// Fills the traits `any` to `fine` of a word, those of them that are in `wanted` (bits 1 << trait); the others are 0. `clusters` may be NULL.
void fill_traits(const struct clusters *clusters, const struct token *token, uint32_t wanted, word_traits traits);

// What was seen of short words lately: a newer word takes the place of an older one. Each memory is of one who looks, for one thread.
enum { SEEN_TRAITS = TRAIT_lowered + 1, SEEN_BITS = 11 };
struct seen_word {
    struct packed_form form;
    uint32_t traits[SEEN_TRAITS];
};

struct seen_word *make_trait_memory(struct arena *keep);

// Fills traits with those of the word and zeros, if it was seen. If not, *seen is where it can be kept, by keep_traits; NULL: nowhere.
bool recall_traits(struct seen_word *memory, struct slice form, word_traits traits, struct seen_word **seen);
void keep_traits(struct seen_word *seen, struct slice form, const word_traits traits);

#endif
