// SPDX-License-Identifier: MIT
/* A sentence ends behind an end mark and the quotes and brackets that close behind it, unless the mark belongs to an abbreviation
 * that does not end sentences, or what follows shows that the sentence goes on (a small letter after dots or a closing quote).
 * Abbreviations that may end a sentence do so before a word that opens sentences (a list: The, He, But ...), after
 * Mikheev 2002, "Periods, Capitalized Words, etc.". */
#include "text/sentences.h"

#include "text/chars.h"

bool is_end_mark(struct slice form) {
    size_t length;
    const char *end = form.at + form.length;
    return form.length && kind_at(form.at, end, &length) == KIND_MARK && !is_alphanumeric_at(end - 1, end);
}

static bool is_dots(struct slice form) {
    return form.length >= 2 && (form.at[0] != '.' || form.at[1] == '.') && !strchr("?!", form.at[form.length - 1]);
}

static bool is_glued(const struct token *token) { return token[-1].end == token->start; }

static bool is_closer(struct slice form) {
    size_t length;
    enum kind kind = kind_at(form.at, form.at + form.length, &length);
    return kind == KIND_CLOSE || (kind == KIND_APOSTROPHE && form.length <= 2 * length) || form.at[0] == '"' || form.at[0] == '*';
}

static bool begins_small(struct slice form) {
    size_t length;
    return char_is_lower(utf8_decode(form, &length));
}

static bool opens_sentence(const struct tokenizer *rules, const struct token *token) {
    return is_capitalised(token->form) && find_listed_word(&rules->openers, token->form) >= 0;
}

static bool is_number(struct slice form) {
    for (size_t i = 0; i < form.length; i++)
        if (!is_digit(form.at[i])) return false;
    return true;
}

// A closing bracket, '' or, as the last word, a quotation mark with white space before it.
static bool is_spaced_closer(const struct token *tokens, size_t at, size_t count) {
    size_t length;
    struct slice form = tokens[at].form;
    if (slice_is(form, "''") || (slice_is(form, "\"") && at + 1 == count)) return true;
    return kind_at(form.at, form.at + form.length, &length) == KIND_CLOSE;
}

// Behind what belongs to the end mark before `at`: closing quotes and brackets, more marks, references like [12].
static size_t skip_closers(const struct token *tokens, size_t at, size_t count, bool *closed) {
    for (; at < count; at++) {
        struct slice form = tokens[at].form;
        if (count - at >= 3 && slice_is(form, "[") && is_number(tokens[at + 1].form) && slice_is(tokens[at + 2].form, "]")) at += 2;
        else if (is_glued(&tokens[at]) ? is_closer(form) : is_spaced_closer(tokens, at, count)) *closed = true;
        else if (!is_end_mark(form)) break;
    }
    return at;
}

static bool ends_at_mark(const struct token *tokens, size_t mark, size_t next, bool closed) {
    const struct token *after = &tokens[next];
    bool small = begins_small(after->form), query = strchr("!?", tokens[mark].form.at[tokens[mark].form.length - 1]) != NULL;
    if (is_glued(after)) return is_capitalised(after->form) || (query && !closed && small);
    if (is_dots(tokens[mark].form) || closed) return !small;
    return true;
}

// 1. or *2. before its item: the sentence is no more than a number so far; or a number before a small letter.
static bool is_item_number(const struct token *tokens, size_t first, size_t mark, size_t next) {
    if (mark == first || next != mark + 1 || !slice_is(tokens[mark].form, ".") || !is_digit(tokens[mark - 1].form.at[0])) return false;
    return mark - first <= 2 || begins_small(tokens[next].form);
}

// A line drawn with signs, as between messages.
static bool is_drawn_line(struct slice form) {
    enum { SHORTEST = 8 };
    return form.length >= SHORTEST && (byte_kinds[(unsigned char)form.at[0]] == KIND_LINE || form.at[0] == '_') && form.at[1] == form.at[0];
}

// 05/13/2022 07:17 AM: the stamp of a message.
static size_t stamp_length(const struct token *tokens, size_t at, size_t count) {
    struct slice date = tokens[at].form;
    if (count - at < 3 || date.length < 8 || !is_digit(date.at[0]) || !memchr(date.at, '/', date.length)) return 0;
    struct slice clock = tokens[at + 1].form, half = tokens[at + 2].form;
    bool halves = half.length == 2 && (half.at[0] == 'A' || half.at[0] == 'P') && half.at[1] == 'M';
    return halves && is_digit(clock.at[0]) && memchr(clock.at, ':', clock.length) ? 3 : 0;
}

// The end of a sentence that has no end mark: at emoticons and web addresses before a capital, drawn lines, stamps of messages, and
// the courtesies that close a letter ("Regards,").
static size_t find_end_without_mark(const struct tokenizer *rules, const struct token *tokens, size_t first, size_t at, size_t count) {
    struct slice form = tokens[at].form;
    size_t stamp = stamp_length(tokens, at, count);
    if (stamp && at > first) return is_capitalised(tokens[at - 1].form) ? at : 0;
    if (stamp) return at + stamp < count ? at + stamp : 0;
    if (is_drawn_line(form)) return at > first ? at : at + 1 < count ? at + 1 : 0;
    bool address = slice_starts(form, SLICE("http"));
    if (at + 1 == count || is_glued(&tokens[at + 1])) return 0;
    if (address && slice_starts(tokens[at + 1].form, SLICE("http"))) return at + 1;
    if (!is_capitalised(tokens[at + 1].form)) return 0;
    struct slice before = slice_between(tokens[first].form.at, form.at);
    if (slice_is(form, ",")) return at > first && find_listed_word(&rules->courtesies, before) >= 0 ? at + 1 : 0;
    return address || find_listed_word(&rules->signs, form) >= 0 ? at + 1 : 0;
}

// The end of a sentence behind token `at`, or 0.
static size_t find_end(const struct tokenizer *rules, const struct token *tokens, size_t first, size_t at, size_t count) {
    struct slice form = tokens[at].form;
    bool closed = false;
    if (is_end_mark(form)) {
        size_t next = skip_closers(tokens, at + 1, count, &closed);
        if (next < count && !is_glued(&tokens[next]) && find_listed_word(&rules->signs, tokens[next].form) >= 0) next++; // an emoticon
        if (next >= count) return next;
        return ends_at_mark(tokens, at, next, closed) && !is_item_number(tokens, first, at, next) ? next : 0;
    }
    if (form.at[form.length - 1] != '.' || form.length < 2) return find_end_without_mark(rules, tokens, first, at, count);
    if (at == first) return 0;
    int value = find_listed_word(&rules->abbreviations, form);
    bool may_end = value >= 0 ? (value & FOLLOWS_MASK) == FOLLOWS_ANY : form.length > 2;
    size_t next = skip_closers(tokens, at + 1, count, &closed);
    return may_end && next < count && !is_glued(&tokens[next]) && opens_sentence(rules, &tokens[next]) ? next : 0;
}

void add_sentence(struct document *document, size_t first, size_t count, long paragraph, enum part part) {
    long number = (long)document->sentences.count + 1;
    *list_push(&document->sentences) = (struct sentence){first, count, number, paragraph, part};
}

// Most words have nothing to do with ends: this is answered from their first and last bytes.
static inline bool may_end_sentence(struct slice form) {
    unsigned char first = (unsigned char)form.at[0], last = (unsigned char)form.at[form.length - 1];
    if (byte_kinds[last] >= KIND_MARK || byte_kinds[first] > KIND_DIGIT) return true;
    return form.length >= 8 && (first == 'h' || first == '_' || is_digit((char)first));
}

void split_sentences(const struct tokenizer *rules, struct document *document, size_t first, long paragraph) {
    const struct token *tokens = document->tokens.at;
    size_t count = document->tokens.count, at = first;
    while (first < count) {
        size_t end = 0;
        for (; at < count && !end; at++) {
            if (may_end_sentence(tokens[at].form)) end = find_end(rules, tokens, first, at, count);
        }
        if (!end) end = count;
        add_sentence(document, first, end - first, paragraph, PART_body);
        first = at = end;
    }
}
