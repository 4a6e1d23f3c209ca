/* clusters: classes of words that stand in like neighbours, learnt from plain text; three sizes of class. May be used by: text, learn,
 * src.
 * A model of kind "clusters" has one section, "slots": a hash table of rows of four 16-bit numbers: key, coarse, middle, fine. A word
 * is sought from the home slot of its hash on, slot by slot up to a free one, whose key is 0; a row is the word's if its key is that of
 * the hash. The words themselves are not in the file: two that agree in all that is asked for share a row, which
 * befalls one unknown word in ten thousand. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_CLUSTERS_H
#define DATELINE_CLUSTERS_H

#include "text/model.h"

enum cluster_size { CLUSTER_coarse, CLUSTER_middle, CLUSTER_fine, CLUSTER_SIZES };

// The classes of one word, from 0.
typedef uint16_t word_clusters[CLUSTER_SIZES];

struct cluster_slot {
    uint16_t key; // 0: free
    word_clusters classes;
};

// Where the word with this hash is sought first, and its key: for those who write the table.
static inline size_t home_cluster_slot(uint32_t hash, size_t slot_count) { return (size_t)(((uint64_t)hash * slot_count) >> 32); }
static inline uint16_t cluster_key(uint32_t hash) { return (uint16_t)((hash & 0xFFFF) == 0 ? 1 : hash & 0xFFFF); }

// How far from home a word may lie.
enum { MOST_CLUSTER_STEPS = 64 };

struct clusters {
    const struct cluster_slot *slots; // [slot_count]
    size_t slot_count;
};

// The table of a model of kind "clusters", used where it lies; false with the model's complaint set.
bool open_clusters(struct clusters *clusters, struct model *model);

// The classes of a word, or NULL. `hash` is hash_slice of the word as it is written, digits as 0.
const uint16_t *find_clusters(const struct clusters *clusters, uint32_t hash);

#endif
