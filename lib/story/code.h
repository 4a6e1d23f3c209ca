/* code: actor codes, a country and sectors with blanks between. May be used by: story, exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CODE_H
#define DATELINE_CODE_H

#include "base/arena.h"

// Is this one of PLOVER's 25 sectors (GOV, MIL ...)?
bool is_sector(struct slice word);

// The country or international body a code begins with; empty where it has sectors only.
struct slice code_country(struct slice code);
// What follows the country: "GOV MIL".
struct slice code_sectors(struct slice code);
// Has the code this sector?
bool code_has(struct slice code, struct slice sector);
// Do two codes share a sector, or has one of them none?
bool sectors_meet(struct slice a, struct slice b);

// The country of the first that has one, then the sectors of both, each once.
struct slice code_join(struct arena *keep, struct slice a, struct slice b);

#endif
