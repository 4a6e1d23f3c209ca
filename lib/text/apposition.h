/* apposition: the person that an office stands beside. May be used by: text (holder.c). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_APPOSITION_H
#define DATELINE_APPOSITION_H

#include "text/mention.h"

// Whose country or body an office is: fills country, owner and code.
void find_owner(struct search *search, size_t m);
// The same, where it stands behind the person.
void find_owner_behind(struct search *search, size_t m, size_t person);

// The mention, + 1, of the person an office belongs to by where it stands; 0: it stands alone.
size_t person_beside(const struct search *search, size_t m);

// Of what time it is said to be: "former", "then"; "new", "next".
enum era { ERA_PRESENT, ERA_PAST, ERA_COMING };
enum era era_of(const struct search *search, size_t m);

// Is somebody made it ("appointed minister", "candidate for president")? Then it means nobody who is it.
bool is_made(const struct search *search, size_t m);

#endif
