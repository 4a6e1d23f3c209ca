// SPDX-License-Identifier: MIT
#include "text/addresses.h"

#include "text/chars.h"

// Bytes that may stand in the name of a host, a file or a mailbox.
static bool is_name_byte(char c) {
    return byte_kinds[(unsigned char)c] == KIND_LETTER || is_digit(c) || c == '.' || c == '-' || c == '%' || c == '+';
}

static const char *skip_name(const char *at, const char *end) {
    while (at < end && is_name_byte(*at)) at++;
    return at;
}

// What follows a text, and closing brackets that were not opened in the address, are not of it.
static const char *drop_punctuation(const char *at, const char *end) {
    long open = 0;
    for (const char *p = at; p < end; p++) open += (*p == '(') - (*p == ')');
    while (end > at) {
        char last = end[-1];
        if (last == ')' && open < 0) open++;
        else if (!strchr(".,;:!?'\"]>}*", last)) break;
        end--;
    }
    return end;
}

// The rest of a web address: to a quotation mark, an angle or a letter that is no ASCII sign.
static const char *skip_path(const char *at, const char *end) {
    const char *start = at;
    while (at < end && !strchr("\"<>|", *at) && !(end - at >= 3 && memcmp(at, "\xE2\x80", 2) == 0)) at++;
    return drop_punctuation(start, at);
}

static bool is_known_ending(const struct tokenizer *rules, const char *at, const char *end) {
    const char *dot = end;
    while (dot > at && dot[-1] != '.') dot--;
    return dot > at + 1 && find_listed_word(&rules->endings, slice_between(dot, end)) >= 0;
}

// A small letter or digit on both sides of two dots or more: comp.sources.unix; or a last part that is known: example.org.
static bool is_dotted_name(const struct tokenizer *rules, const char *at, const char *end) {
    size_t dots = 0, part = 0;
    bool small = true;
    for (const char *p = at; p < end; p++) {
        if (*p == '.') {
            if (part == 0) return false;
            dots++, part = 0;
        } else part++, small = small && !is_capital(*p);
    }
    if (dots == 0 || part == 0) return false;
    if (is_known_ending(rules, at, end)) return true;
    return dots >= 2 && small && (size_t)(end - at) >= 4 * dots && !is_digit(*at);
}

static bool is_scheme(struct slice word) {
    return slice_is(word, "http") || slice_is(word, "https") || slice_is(word, "ftp") || slice_is(word, "Http") || slice_is(word, "HTTP") ||
           slice_is(word, "file");
}

static const char *skip_mailbox(const char *at, const char *sign, const char *end) {
    const char *host = sign + 1, *stop = skip_name(host, end);
    while (stop > host && (stop[-1] == '.' || stop[-1] == '-')) stop--;
    return stop > host + 1 && !is_digit(*host) && is_alphanumeric_at(host, end) ? stop : at;
}

const char *skip_address(const struct tokenizer *rules, const char *at, const char *end, const char **tried) {
    if (at < *tried) return at;
    const char *name = skip_name(at, end), *stop = name;
    *tried = name;
    if (name < end && *name == '@' && name > at) return skip_mailbox(at, name, end);
    if (end - name > 3 && memcmp(name, "://", 3) == 0) return is_scheme(slice_between(at, name)) ? skip_path(at, end) : at;
    if (end - name > 1 && *name == ':' && slice_is(slice_between(at, name), "mailto")) return skip_path(at, end);
    while (stop > at && (stop[-1] == '.' || stop[-1] == '-')) stop--;
    if (stop - at > 4 && (memcmp(at, "www.", 4) == 0 || memcmp(at, "WWW.", 4) == 0)) return skip_path(at, end);
    if (!is_dotted_name(rules, at, stop)) return at;
    return stop == name && stop < end && *stop == '/' && is_alphanumeric_at(stop + 1, end) ? skip_path(at, end) : stop;
}
