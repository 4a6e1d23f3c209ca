/* abbreviations: words that keep the dot behind them: listed ones, acronyms, initials. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ABBREVIATIONS_H
#define DATELINE_ABBREVIATIONS_H

#include "text/cursor.h"

// Behind the abbreviation at the cursor whose first dot is at `dot`, or NULL where it is none.
const char *skip_abbreviation(const struct cursor *cursor, const char *dot);
// Is this listed abbreviation, with its dot, one here? Some are before numbers only, or with a capital only.
bool is_abbreviation(const struct cursor *cursor, struct slice word);

#endif
