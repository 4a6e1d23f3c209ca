/* word_classes: what the parser knows of single words, from lib/rules/syntax.tsv and syntax_by_hand.tsv.
 * May be used by: text.
 * Columns: class, word (a lemma; for past and participle a form), prepositions (;-list: those the word takes). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_WORD_CLASSES_H
#define DATELINE_WORD_CLASSES_H

#include <stdint.h>

#include "base/grid.h"
#include "text/document.h"
#include "text/word_index.h"

#define WORD_CLASSES(CLASS)                                                                                                      \
    CLASS(content_verb)    /* takes a clause: say, think */                                                                      \
    CLASS(infinitive_verb) /* takes an infinitive or participle: try, agree */                                                   \
    CLASS(person_verb)     /* takes a person and a thing: tell, give */                                                          \
    CLASS(infinitive_noun) /* plan to, effort to */                                                                              \
    CLASS(time_noun)       /* stands without preposition: last week */                                                           \
    CLASS(past)            /* a form that is only past: spoke */                                                                 \
    CLASS(participle)      /* a form that is only participle: spoken */                                                          \
    CLASS(noun)            /* has prepositions: talks with */                                                                    \
    CLASS(verb)            /* has prepositions: meet with */                                                                     \
    CLASS(particle_verb)   /* has particles: carry out */                                                                        \
    CLASS(loose)           /* a preposition that goes to the verb rather than to the noun before: during */                      \
    CLASS(rank)            /* stands before a name and belongs to it: President */                                               \
    CLASS(name_head)       /* the last word of a name that is no person's: Department */                                         \
    CLASS(as_preposition)  /* a participle that is a preposition: including */                                                  \
    CLASS(intensifier)     /* an adverb that goes to the adverb behind it: very */                                              \
    CLASS(focus)           /* an adverb that goes to the noun or preposition behind it: only */                                 \
    CLASS(subordinator)    /* a preposition that also opens clauses: since */                                                   \
    CLASS(fixed)           /* with its second word one word: because of */
#define WORD_CLASS_NAME(name) CLASS_##name,
enum word_class { WORD_CLASSES(WORD_CLASS_NAME) WORD_CLASS_COUNT };
#undef WORD_CLASS_NAME

struct word_classes {
    struct word_index words; // lemmas, forms and prepositions
    uint32_t *classes;       // [words] bit 1 << enum word_class
    uint64_t *taken[4];      // [words] prepositions, a bit each: of a noun, of a verb, its particles, its second word if fixed
    uint8_t *preposition;    // [words] number of the bit + 1, 0 for other words
    unsigned preposition_count;
};

// What is known of one token.
struct word_facts {
    uint32_t classes;        // of its lemma, and past/participle of its form
    uint64_t noun, verb, particle, fixed; // what it takes, as `taken`
    uint64_t preposition;    // its own bit as a preposition, 0 for others
    uint32_t walk;           // a mark for who walks over the sentence, 0 at first
};

// What several grids say of a word is taken together.
void read_word_classes(struct arena *keep, const struct grid *grids, size_t count, struct word_classes *classes);
struct word_facts facts_of(const struct word_classes *classes, const struct token *token);

static inline bool has_class(const struct word_facts *facts, enum word_class class) { return facts->classes >> class & 1; }

#endif
