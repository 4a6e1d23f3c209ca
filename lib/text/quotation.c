// SPDX-License-Identifier: MIT
#include "text/quotation.h"

static bool is_one_of(struct slice form, const char *const *marks, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (slice_is(form, marks[i])) return true;
    return false;
}

bool opens_quotation(struct slice form) {
    static const char *const marks[] = {"“", "«", "„", "``", "\""};
    return is_one_of(form, marks, sizeof marks / sizeof *marks);
}

bool closes_quotation(struct slice form) {
    static const char *const marks[] = {"”", "»", "''", "\""};
    return is_one_of(form, marks, sizeof marks / sizeof *marks);
}

bool quotation_after(const struct document *document, size_t sentence, bool open) {
    const struct sentence *s = &document->sentences.at[sentence];
    for (size_t i = s->first; i < s->first + s->count; i++) {
        struct slice form = document->tokens.at[i].form;
        bool opens = opens_quotation(form), closes = closes_quotation(form);
        if (opens && closes) open = !open;
        else if (opens || closes) open = opens;
    }
    return open;
}
