/* clusters: classes of words that stand in like neighbours, learnt from plain text; three sizes of class. May be used by: text, learn,
 * src. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CLUSTERS_H
#define DATELINE_CLUSTERS_H

#include "text/model.h"

enum cluster_size { CLUSTER_coarse, CLUSTER_middle, CLUSTER_fine, CLUSTER_SIZES };

// The classes of one word, from 0.
typedef uint16_t word_clusters[CLUSTER_SIZES];

struct clusters {
    size_t count;                   // words
    const word_clusters *classes;   // [count]
    // how a word is found: clusters.c
    const uint32_t *slots;          // [slot_count] number of a word + 1; 0: free
    size_t slot_count;
    const uint32_t *ends;           // [count] where each word's bytes end in words
    struct slice words;
};

// Sections of a model of kind "clusters" (dateline-model(5)), used where they lie; false with the model's complaint set.
bool open_clusters(struct clusters *clusters, struct model *model);

// The classes of a word as it is written (digits as 0), or NULL. `hash` is hash_slice of it.
const uint16_t *find_clusters(const struct clusters *clusters, struct slice word, uint32_t hash);

#endif
