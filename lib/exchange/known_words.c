// SPDX-License-Identifier: MIT
#include "exchange/known_words.h"

struct grid load_words(struct tables *tables) {
    return put_above(tables, load_table(tables, "words"), load_table(tables, "words_by_hand"));
}

struct tagger_tables load_known_words(struct tables *tables, const struct lexicon *ready) {
    struct tagger_tables words = {.endings = load_table(tables, "endings"), .contexts = load_table(tables, "contexts"),
                                  .contexts_by_hand = load_table(tables, "contexts_by_hand")};
    if (tables->overlay_count == 0) words.ready = ready;
    if (!words.ready) words.words = load_words(tables);
    return words;
}
