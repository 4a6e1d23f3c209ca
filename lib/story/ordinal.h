/* ordinal: "for the first time since the war began", "the second between A and B since", "the first in over a year".
 * May be used by: story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ORDINAL_H
#define DATELINE_ORDINAL_H

#include "story/background.h"
#include "text/dependencies.h"

// "1 since 2022-02-24", "1 in P1Y", "2" where nobody can say since when; empty where the sentence counts nothing. Lives in `keep`.
struct slice find_ordinal(struct arena *keep, const struct background *background, const struct document *document, const struct tree *tree);

#endif
