// SPDX-License-Identifier: MIT
#include "text/gazetteer.h"

#include "base/die.h"
#include "base/utf8.h"

// FNV-1a, 64 bits (Fowler, Noll, Vo 1991): it can be gone on with at any byte.
static const uint64_t FNV_BASIS = 0xcbf29ce484222325u, FNV_PRIME = 0x100000001b3u;

static uint64_t hash_byte(uint64_t hash, unsigned char byte) { return (hash ^ byte) * FNV_PRIME; }

static bool is_apostrophe(struct slice s, size_t i) {
    return (unsigned char)s.at[i] == 0xE2 && i + 2 < s.length && memcmp(s.at + i, "\xE2\x80\x99", 3) == 0;
}

// Bytes in lower case; a typographic apostrophe is like a typewriter's.
static uint64_t hash_bytes(uint64_t hash, struct slice s) {
    for (size_t i = 0; i < s.length; i++) {
        unsigned char byte = (unsigned char)s.at[i];
        if (is_apostrophe(s, i)) byte = '\'', i += 2;
        hash = hash_byte(hash, byte);
    }
    return hash;
}

uint64_t begin_search(const struct token *token) { return hash_bytes(FNV_BASIS, token->lower); }

uint64_t go_on_search(uint64_t hash, const struct token *token, bool after_blank) {
    return hash_bytes(after_blank ? hash_byte(hash, ' ') : hash, token->lower);
}

static size_t home_of(uint64_t hash, size_t mask) { return (hash ^ hash >> 32) & mask; }

const struct gazetteer_slot *find_hash(const struct gazetteer *gazetteer, uint64_t hash) {
    for (size_t at = home_of(hash, gazetteer->mask);; at = (at + 1) & gazetteer->mask) {
        const struct gazetteer_slot *slot = &gazetteer->slots[at];
        if (slot->hash == hash) return slot;
        if (slot->hash == 0) return NULL;
    }
}

static struct gazetteer_slot *slot_for(struct gazetteer_maker *maker, uint64_t hash) {
    size_t at = home_of(hash, maker->mask);
    while (maker->slots[at].hash && maker->slots[at].hash != hash) at = (at + 1) & maker->mask;
    return &maker->slots[at];
}

static void grow_slots(struct gazetteer_maker *maker) {
    const struct gazetteer_slot *old = maker->slots;
    size_t count = maker->mask + 1;
    maker->mask = 2 * count - 1;
    maker->slots = TAKE(maker->keep, struct gazetteer_slot, 2 * count);
    for (size_t i = 0; i < count; i++)
        if (old[i].hash) *slot_for(maker, old[i].hash) = old[i];
}

static struct gazetteer_slot *take_slot(struct gazetteer_maker *maker, uint64_t hash) {
    struct gazetteer_slot *slot = slot_for(maker, hash);
    if (slot->hash) return slot;
    if (++maker->used > maker->mask / 4 * 3) {
        grow_slots(maker);
        slot = slot_for(maker, hash);
    }
    slot->hash = hash;
    return slot;
}

void begin_gazetteer(struct arena *keep, struct gazetteer_maker *maker, size_t phrases, size_t rows) {
    size_t slots = 1024;
    while (slots < phrases + phrases / 2) slots *= 2;
    *maker = (struct gazetteer_maker){.mask = slots - 1, .keep = keep, .row_count = 1, .row_room = rows + 1};
    maker->slots = TAKE(keep, struct gazetteer_slot, slots);
    maker->rows = TAKE(keep, struct gazetteer_row, maker->row_room);
}

// Of a phrase in lower case.
static bool is_letter(unsigned char byte) { return byte >= 'a' ? byte <= 'z' || byte > 127 : byte >= '0' && byte <= '9'; }

// The slot of a phrase; on the way every beginning of it that a tokenizer could cut off, at blanks and beside whatever is no letter
// and no digit, gets its mark.
static struct gazetteer_slot *enter_phrase(struct gazetteer_maker *maker, struct slice phrase) {
    char bytes[256]; // a phrase is short: what is longer is cut, and will not be found
    struct slice lower = lower_into(phrase, bytes, sizeof bytes);
    uint64_t hash = FNV_BASIS;
    for (size_t i = 0; i < lower.length;) {
        if (i && lower.at[i - 1] != ' ') take_slot(maker, hash)->marks |= GAZETTEER_BEGINS;
        do { // to the end of a run of letters
            unsigned char byte = (unsigned char)lower.at[i];
            if (is_apostrophe(lower, i)) byte = '\'', i += 2;
            hash = hash_byte(hash, byte);
            i++;
        } while (i < lower.length && is_letter((unsigned char)lower.at[i - 1]) && is_letter((unsigned char)lower.at[i]));
    }
    return take_slot(maker, hash);
}

void add_phrase(struct gazetteer_maker *maker, struct slice phrase, uint32_t list, uint32_t row) {
    if (phrase.length == 0) return;
    struct gazetteer_slot *slot = enter_phrase(maker, phrase);
    if (maker->row_count == maker->row_room) die("too many names for the gazetteer");
    uint32_t number = (uint32_t)maker->row_count++, *link = &slot->first_row;
    while (*link) link = &maker->rows[*link].next;
    *link = number;
    maker->rows[number] = (struct gazetteer_row){.list = list, .row = row};
}

void mark_word(struct gazetteer_maker *maker, struct slice word, uint32_t marks) {
    if (word.length) enter_phrase(maker, word)->marks |= marks;
}

struct gazetteer made_gazetteer(const struct gazetteer_maker *maker) { return (struct gazetteer){maker->slots, maker->mask, maker->rows}; }
