/* cursor: a run without white space while it is cut into words. May be used by: text (words and what it is made of). */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CURSOR_H
#define DATELINE_CURSOR_H

#include "text/chars.h"
#include "text/tokenizer_rules.h"

struct cursor {
    const struct tokenizer *rules;
    struct document *document;
    const char *chunk, *at, *end; // the chunk, and what is left of it
    const char *text_end;
    const char *tried;            // by skip_address
    long character;               // of `at`
    bool wide;                    // the chunk is not all ASCII
};

// Appends the word from the cursor to `stop`, and moves the cursor there.
static inline void take(struct cursor *cursor, const char *stop) {
    struct slice form = slice_between(cursor->at, stop);
    long length = (long)(cursor->wide ? utf8_count(form) : form.length);
    struct token *token = list_push(&cursor->document->tokens);
    *token = (struct token){.form = form, .start = cursor->character, .end = cursor->character + length, .head = -1};
    cursor->character += length;
    cursor->at = stop;
}

#endif
