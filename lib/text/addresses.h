/* addresses: web addresses, e-mail addresses, names of hosts and files: one word each, whatever stands in them. May be used by: text. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_ADDRESSES_H
#define DATELINE_ADDRESSES_H

#include "text/tokenizer_rules.h"

// Behind the address that begins at `at`, or `at` where none does. `tried` is the end of what was found to hold no address and
// is kept by the caller from word to word, so that a long run of bytes without white space is looked at once.
const char *skip_address(const struct tokenizer *rules, const char *at, const char *end, const char **tried);

#endif
