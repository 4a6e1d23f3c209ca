// SPDX-License-Identifier: MIT
#include "text/clusters.h"

bool open_clusters(struct clusters *clusters, struct model *model) {
    struct slice slots = model_section(model, "slots", sizeof(struct cluster_slot));
    *clusters = (struct clusters){(const struct cluster_slot *)(const void *)slots.at, slots.length / sizeof(struct cluster_slot)};
    return model->complaint == NULL;
}

const uint16_t *find_clusters(const struct clusters *clusters, uint32_t hash) {
    size_t slot = home_cluster_slot(hash, clusters->slot_count);
    uint16_t key = cluster_key(hash);
    for (size_t steps = 0; steps < MOST_CLUSTER_STEPS && slot < clusters->slot_count; steps++, slot++) {
        if (clusters->slots[slot].key == key) return clusters->slots[slot].classes;
        if (clusters->slots[slot].key == 0) return NULL;
    }
    return NULL;
}
