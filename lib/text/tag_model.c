// SPDX-License-Identifier: MIT
#include "text/tag_model.h"

#include "text/tag_traits.h"

static bool has_our_labels(const struct linear *linear) {
    if (linear->label_count != UPOS_COUNT - 1) return false;
    for (size_t label = 0; label < linear->label_count; label++)
        if (upos_of(linear->labels[label]) != (enum upos)(label + 1)) return false;
    return true;
}

bool open_tag_model(struct arena *keep, struct model *model, const struct clusters *clusters, struct tag_model *tags) {
    *tags = (struct tag_model){.clusters = clusters};
    struct slice sure = model_section(model, "sure", sizeof *tags->sure), lead = model_section(model, "lead", sizeof tags->lead);
    if (lead.length == sizeof tags->lead) memcpy(&tags->lead, lead.at, sizeof tags->lead);
    else complain_of_model(model, "the model has no lead or several");
    tags->sure = (const struct sure_word *)(const void *)sure.at;
    tags->sure_slots = sure.length / sizeof *tags->sure;
    if (!open_linear(keep, model, "drafts", &sequence_names, &tags->drafts) ||
        !open_linear(keep, model, "tags", &sequence_names, &tags->tags))
        return false;
    if (!has_our_labels(&tags->drafts) || !has_our_labels(&tags->tags)) complain_of_model(model, "the model's labels are other tags");
    if (model->complaint) return false;
    tags->of_drafts = TAKE(keep, struct word_scores, 1);
    tags->of_tags = TAKE(keep, struct word_scores, 1);
    tags->memory = make_trait_memory(keep);
    open_word_scores(keep, &tags->drafts, tags->of_drafts);
    open_word_scores(keep, &tags->tags, tags->of_tags);
    return true;
}

enum upos find_sure_word(const struct tag_model *model, uint32_t form) {
    for (size_t slot = home_sure_word(form, model->sure_slots); slot < model->sure_slots && model->sure[slot].form; slot++)
        if (model->sure[slot].form == form) return model->sure[slot].upos < UPOS_COUNT ? (enum upos)model->sure[slot].upos : UPOS_NONE;
    return UPOS_NONE;
}

// Limits in bits of labels, which begin at 0 where tags begin at 1.
static void limit_labels(const struct tag_model *model, struct tag_room *room, size_t count) {
    for (size_t i = 0; i < count; i++) {
        enum upos sure = room->limits[i] ? UPOS_NONE : find_sure_word(model, room->traits[i][TRAIT_form]);
        if (sure) room->limits[i] = UINT64_C(1) << sure;
        room->limits[i] = room->limits[i] ? room->limits[i] >> 1 : ~UINT64_C(0);
    }
}

// A draft that stands is the only label allowed.
static void keep_drafts(const struct tag_model *model, struct tag_room *room, size_t count) {
    for (size_t i = 0; i < count; i++) {
        room->traits[i][TRAIT_upos] = room->labels[i] + 1u;
        if (room->leads[i] >= model->lead) room->limits[i] = UINT64_C(1) << room->labels[i];
    }
}

void choose_tags(const struct tag_model *model, struct tag_room *room, struct token *tokens, size_t count) {
    struct sequence_limits limits = {.allowed = room->limits};
    see_words(model->clusters, model->memory, tokens, count, model->drafts.features.traits | model->tags.features.traits, room->traits);
    limit_labels(model, room, count);
    label_sequence(&model->drafts, model->of_drafts, &limits, room->traits, count, room->labels, room->leads);
    keep_drafts(model, room, count);
    label_sequence(&model->tags, model->of_tags, &limits, room->traits, count, room->labels, NULL);
    for (size_t i = 0; i < count; i++) tokens[i].upos = (enum upos)(room->labels[i] + 1);
}
