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

static size_t home_of(const struct gazetteer *gazetteer, uint64_t hash) { return (hash ^ hash >> 32) & gazetteer->mask; }

const struct gazetteer_slot *find_hash(const struct gazetteer *gazetteer, uint64_t hash) {
    for (size_t at = home_of(gazetteer, hash);; at = (at + 1) & gazetteer->mask) {
        const struct gazetteer_slot *slot = &gazetteer->slots[at];
        if (slot->hash == hash) return slot;
        if (slot->hash == 0) return NULL;
    }
}

static struct gazetteer_slot *slot_for(struct gazetteer *gazetteer, uint64_t hash) {
    size_t at = home_of(gazetteer, hash);
    while (gazetteer->slots[at].hash && gazetteer->slots[at].hash != hash) at = (at + 1) & gazetteer->mask;
    return &gazetteer->slots[at];
}

static void grow_slots(struct gazetteer *gazetteer) {
    const struct gazetteer_slot *old = gazetteer->slots;
    size_t count = gazetteer->mask + 1;
    gazetteer->mask = 2 * count - 1;
    gazetteer->slots = TAKE(gazetteer->keep, struct gazetteer_slot, 2 * count);
    for (size_t i = 0; i < count; i++)
        if (old[i].hash) *slot_for(gazetteer, old[i].hash) = old[i];
}

static struct gazetteer_slot *take_slot(struct gazetteer *gazetteer, uint64_t hash) {
    struct gazetteer_slot *slot = slot_for(gazetteer, hash);
    if (slot->hash) return slot;
    if (++gazetteer->used > gazetteer->mask / 4 * 3) {
        grow_slots(gazetteer);
        slot = slot_for(gazetteer, hash);
    }
    slot->hash = hash;
    return slot;
}

void make_gazetteer(struct arena *keep, struct gazetteer *gazetteer, size_t phrases, size_t rows) {
    size_t slots = 1024;
    while (slots < phrases + phrases / 2) slots *= 2;
    *gazetteer = (struct gazetteer){.mask = slots - 1, .keep = keep, .row_count = 1, .row_room = rows + 1};
    gazetteer->slots = TAKE(keep, struct gazetteer_slot, slots);
    gazetteer->rows = TAKE(keep, struct gazetteer_row, gazetteer->row_room);
}

// Of a phrase in lower case.
static bool is_letter(unsigned char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte > 127; }

// The slot of a phrase; on the way every beginning of it that a tokenizer could cut off, at blanks and beside whatever is no letter
// and no digit, gets its mark.
static struct gazetteer_slot *enter_phrase(struct gazetteer *gazetteer, struct slice phrase) {
    char bytes[256]; // a phrase is short: what is longer is cut, and will not be found
    struct slice lower = lower_into(phrase, bytes, sizeof bytes);
    uint64_t hash = FNV_BASIS;
    bool was_blank = true, was_letter = false;
    for (size_t i = 0; i < lower.length; i++) {
        unsigned char byte = (unsigned char)lower.at[i];
        bool letter = is_letter(byte);
        if (!was_blank && !(was_letter && letter)) take_slot(gazetteer, hash)->marks |= GAZETTEER_BEGINS;
        was_blank = byte == ' ', was_letter = letter;
        if (is_apostrophe(lower, i)) byte = '\'', i += 2;
        hash = hash_byte(hash, byte);
    }
    return take_slot(gazetteer, hash);
}

void add_phrase(struct gazetteer *gazetteer, struct slice phrase, uint32_t list, uint32_t row) {
    if (phrase.length == 0) return;
    struct gazetteer_slot *slot = enter_phrase(gazetteer, phrase);
    if (gazetteer->row_count == gazetteer->row_room) die("too many names for the gazetteer");
    uint32_t number = (uint32_t)gazetteer->row_count++, *link = &slot->first_row;
    while (*link) link = &gazetteer->rows[*link].next;
    *link = number;
    gazetteer->rows[number] = (struct gazetteer_row){.list = list, .row = row};
}

void mark_word(struct gazetteer *gazetteer, struct slice word, uint32_t marks) {
    if (word.length) enter_phrase(gazetteer, word)->marks |= marks;
}
