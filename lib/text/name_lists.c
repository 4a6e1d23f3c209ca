// SPDX-License-Identifier: MIT
#include "text/name_lists.h"

bool open_name_lists(struct model *model, struct name_lists *lists) {
    struct slice keys = model_part(model, "lists", "keys", sizeof(uint32_t));
    struct slice bits = model_part(model, "lists", "bits", sizeof(uint16_t));
    *lists = (struct name_lists){.keys = (const uint32_t *)(const void *)keys.at, .bits = (const uint16_t *)(const void *)bits.at,
                                 .slot_count = keys.length / sizeof(uint32_t)};
    if (model->complaint) return false;
    bool power = lists->slot_count && (lists->slot_count & (lists->slot_count - 1)) == 0;
    if (!power || bits.length / sizeof(uint16_t) != lists->slot_count) complain_of_model(model, "the model's lists do not go together");
    return model->complaint == NULL;
}

uint32_t find_listed_name(const struct name_lists *lists, uint64_t hash) {
    uint32_t key = key_of_listed(hash);
    size_t at = home_of_listed(hash, lists->slot_count);
    for (size_t steps = 0; steps < lists->slot_count && lists->keys[at]; steps++) { // a table without a free slot must end too
        if (lists->keys[at] == key) return lists->bits[at];
        at = (at + 1) & (lists->slot_count - 1);
    }
    return 0;
}
