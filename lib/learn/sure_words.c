// SPDX-License-Identifier: MIT
#include "learn/sure_words.h"

#include <stdlib.h>

#include "base/die.h"
#include "text/tag_model.h"

enum {
    SURE = 50,        // a word that occurs so often
    SURE_SHARE = 999, // and of a thousand times so often with the same tag, always has it
};

static int by_number(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

// Words and tags of the lessons, each as form << 32 | upos, in order.
static size_t list_words(const struct lesson *lessons, const size_t *order, size_t count, uint64_t **words) {
    size_t all = 0, used = 0;
    for (size_t n = 0; n < count; n++) all += lessons[order[n]].count;
    *words = take_memory(NULL, all + 1, sizeof **words);
    for (size_t n = 0; n < count; n++) {
        const struct lesson *lesson = &lessons[order[n]];
        for (size_t i = 0; i < lesson->count; i++)
            if (lesson->right[i])
                (*words)[used++] = (uint64_t)lesson->traits[i][TRAIT_form] << 32 | (uint64_t)(__builtin_ctzll(lesson->right[i]) + 1);
    }
    qsort(*words, used, sizeof **words, by_number);
    return used;
}

// The tag of a word's occurrences, or UPOS_NONE.
static enum upos sure_tag(const uint64_t *words, size_t count) {
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && words[end] == words[i];) end++;
        if (count >= SURE && (end - i) * 1000 >= count * SURE_SHARE) return (enum upos)(words[i] & 0xFF);
    }
    return UPOS_NONE;
}

struct slice list_sure_words(struct arena *keep, const struct lesson *lessons, const size_t *order, size_t count) {
    uint64_t *words;
    size_t used = list_words(lessons, order, count, &words), slots = used / SURE * 2 + 1;
    struct sure_word *sure = TAKE(keep, struct sure_word, slots);
    for (size_t i = 0, end, next = 0; i < used; i = end) {
        for (end = i; end < used && words[end] >> 32 == words[i] >> 32;) end++;
        enum upos upos = sure_tag(words + i, end - i);
        if (!upos) continue;
        size_t slot = home_sure_word((uint32_t)(words[i] >> 32), slots); // forms come in order
        if (slot < next) slot = next;
        if (slot == slots) break;
        next = slot + 1;
        sure[slot] = (struct sure_word){(uint32_t)(words[i] >> 32), upos};
    }
    free(words);
    return (struct slice){(const char *)sure, slots * sizeof *sure};
}
