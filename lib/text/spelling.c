// SPDX-License-Identifier: MIT
#include "text/spelling.h"

#include "base/utf8.h"

// FNV-1a, 64 bits (Fowler, Noll, Vo 1991).
static const uint64_t BASIS = 0xcbf29ce484222325u, PRIME = 0x100000001b3u;

struct key {
    uint64_t hash;
    uint32_t last; // the letter that went in last
};

// A letter twice is the letter once.
static void add_letter(struct key *key, uint32_t letter) {
    if (letter == key->last) return;
    key->hash = (key->hash ^ letter) * PRIME;
    key->last = letter;
}

static bool has_article(struct slice word) {
    return word.length > 5 && word.at[2] == '-' && word.at[1] == 'l' && (word.at[0] == 'a' || word.at[0] == 'e');
}

static bool is_written_umlaut(struct slice rest, uint32_t letter) {
    return rest.length > 1 && rest.at[0] == 'e' && (letter == 'a' || letter == 'o' || letter == 'u') && rest.at[1] >= 'a' && rest.at[1] <= 'z';
}

uint64_t spelling_key(struct slice lower) {
    struct key key = {BASIS, 0};
    size_t length;
    for (struct slice rest = has_article(lower) ? slice_skip(lower, 3) : lower; rest.length; ) {
        uint32_t letter = (unsigned char)rest.at[0];
        if (letter < 128) length = 1;
        else letter = char_base(utf8_decode(rest, &length));
        rest = slice_skip(rest, length);
        if (letter == '-' || letter == '\'' || letter == '.' || letter == '`' || (letter > 127 && char_class(letter) >= CLASS_PUNCTUATION)) continue;
        if (letter == 'y' || letter == 'j') letter = 'i';
        if (letter == 'x') add_letter(&key, 'k'), letter = 's';
        add_letter(&key, letter);
        if (is_written_umlaut(rest, letter)) rest = slice_skip(rest, 1);
    }
    return key.hash;
}

uint64_t join_keys(uint64_t a, uint64_t b) {
    uint64_t joined = (a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2))) * PRIME; // as Boost's hash_combine
    return joined ? joined : 1;
}
