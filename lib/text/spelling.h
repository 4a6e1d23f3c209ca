/* spelling: one key for the ways a name is spelt: with marks or without, Sergey and Sergei, Zelensky and Zelenskyy, Müller and
 * Mueller, al-Assad and Assad. Keys are compared only within one document, among words that stand in the same place of a name.
 * May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_SPELLING_H
#define DATELINE_SPELLING_H

#include <stdint.h>

#include "base/slice.h"

// Of a word in lower case; never 0.
uint64_t spelling_key(struct slice lower);

// Goes on with a hash, so that several words or a purpose make one key.
uint64_t join_keys(uint64_t a, uint64_t b);

#endif
