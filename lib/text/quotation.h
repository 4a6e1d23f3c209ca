/* quotation: quotation marks, also mixed ones, and whether a quotation is open. May be used by: text, story. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_QUOTATION_H
#define DATELINE_QUOTATION_H

#include "text/document.h"

// “ « „ `` open; ” » '' close; a plain " may do either, so both are true of it.
bool opens_quotation(struct slice form);
bool closes_quotation(struct slice form);

// Is a double quotation open after this sentence, given whether one was before?
bool quotation_after(const struct document *document, size_t sentence, bool open);

#endif
