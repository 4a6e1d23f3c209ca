// SPDX-License-Identifier: MIT
#include "text/key_table.h"

void make_key_table(struct arena *keep, struct key_table *table, size_t keys) {
    size_t slots = 64;
    while (slots < 2 * keys) slots *= 2;
    *table = (struct key_table){.keep = keep, .slots = TAKE(keep, struct key_slot, slots), .mask = slots - 1};
}

static struct key_slot *slot_of(const struct key_table *table, uint64_t key) {
    size_t at = (key ^ key >> 32) & table->mask;
    while (table->slots[at].key && table->slots[at].key != key) at = (at + 1) & table->mask;
    return &table->slots[at];
}

static void grow(struct key_table *table) {
    struct key_table larger = *table;
    larger.mask = 2 * table->mask + 1;
    larger.slots = TAKE(table->keep, struct key_slot, larger.mask + 1);
    for (size_t i = 0; i <= table->mask; i++)
        if (table->slots[i].key) *slot_of(&larger, table->slots[i].key) = table->slots[i];
    *table = larger;
}

uint32_t *number_under(struct key_table *table, uint64_t key) {
    if (key == 0) key = 1;
    if (table->used > table->mask / 4 * 3) grow(table);
    struct key_slot *slot = slot_of(table, key);
    table->used += slot->key == 0;
    slot->key = key;
    return &slot->number;
}

uint32_t find_number(const struct key_table *table, uint64_t key) { return slot_of(table, key ? key : 1)->number; }
