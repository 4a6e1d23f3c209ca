/* document_date: when an article appeared, by what it tells of it. May be used by: story, exchange, src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_DOCUMENT_DATE_H
#define DATELINE_DOCUMENT_DATE_H

#include "story/dating.h"

// What the document tells of its own date (a dateline, captions, "three months of war"): bounds on `published`.
void date_document(struct arena *keep, const struct background *background, const struct document *document, struct dating *dating);

#endif
