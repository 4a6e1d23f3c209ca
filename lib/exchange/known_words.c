// SPDX-License-Identifier: MIT
#include "exchange/known_words.h"

struct grid load_words(struct tables *tables) {
    return put_above(tables, load_table(tables, "words"), load_table(tables, "words_by_hand"));
}

struct tagger_tables load_known_words(struct tables *tables, const struct lexicon *ready) {
    struct tagger_tables words = {.endings = load_table(tables, "endings"), .by_hand = load_table(tables, "words_by_hand")};
    if (tables->overlay_count == 0) words.ready = ready;
    if (!words.ready) words.words = load_words(tables);
    return words;
}

struct tagger *load_tagger(struct tables *tables, const struct lexicon *ready, const struct model_row *models) {
    struct tagger_tables words = load_known_words(tables, ready);
    struct tag_model *tags = TAKE(&tables->keep, struct tag_model, 1);
    struct clusters *clusters = TAKE(&tables->keep, struct clusters, 1);
    struct model model;
    load_model(models, "clusters", &model);
    open_clusters(clusters, &model);
    check_model(models, "clusters", &model);
    load_model(models, "tags", &model);
    open_tag_model(&tables->keep, &model, clusters, tags);
    check_model(models, "tags", &model);
    return make_tagger(&tables->keep, &words, tags);
}
