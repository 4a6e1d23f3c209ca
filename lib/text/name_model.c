// ALGORITHM. Stacking (Wolpert 1992): the rules' mentions are one of the things a sequence classifier sees of each word.
// SPDX-License-Identifier: MIT
#include "text/name_model.h"

bool read_name_labels(const struct slice *labels, size_t count, struct name_model *names) {
    if (count == 0 || !slice_is(labels[0], "O")) return false;
    for (size_t l = 0; l < count; l++) {
        names->kinds[l] = labels[l].length > 2 ? ner_of(slice_skip(labels[l], 2)) : NER_NONE;
        names->begins[l] = slice_starts(labels[l], SLICE("B-"));
        if (labels[l].length > 2 && names->kinds[l] == NER_NONE) return false;
    }
    for (size_t before = 0; before <= count; before++)
        for (size_t l = 0; l < count; l++) {
            bool free = names->kinds[l] == NER_NONE || names->begins[l];
            if (free || (before < count && names->kinds[before] == names->kinds[l])) names->after[before] |= UINT64_C(1) << l;
        }
    names->allowed[FREE_NOT] = 1;
    for (size_t l = 0; l < count; l++) {
        names->allowed[FREE_WHOLLY] |= UINT64_C(1) << l;
        if (!names->begins[l]) names->allowed[FREE_INSIDE] |= UINT64_C(1) << l;
    }
    return true;
}

bool open_name_model(struct arena *keep, struct model *model, const struct clusters *clusters, struct name_model *names) {
    *names = (struct name_model){.clusters = clusters};
    if (!open_linear(keep, model, "names", &sequence_names, &names->linear) || !open_name_lists(model, &names->lists)) return false;
    if (!read_name_labels(names->linear.labels, names->linear.label_count, names)) complain_of_model(model, "the model has labels that are none of names");
    return model->complaint == NULL;
}

// Rebuilding: the model's spans, and of the rules' mentions those that the model does not decide on.

struct rebuild {
    struct search *search;
    const struct mention *old; // the rules' mentions, all
    size_t old_count, next;    // next: the first that ends behind what was done
    struct mention *mentions;
    size_t count;
};

static bool is_decided(const struct mention *mention) {
    return (mention->kind == NER_PER || mention->kind == NER_ORG || mention->kind == NER_LOC) && !(mention->row && mention->row->own);
}

static void add_span(struct rebuild *rebuild, size_t sentence, size_t first, size_t end, enum ner kind) {
    struct mention mention = {.first = first, .count = end - first, .sentence = sentence, .kind = kind};
    size_t m = rebuild->next;
    while (m < rebuild->old_count && rebuild->old[m].first + rebuild->old[m].count <= first) m++;
    if (m < rebuild->old_count && rebuild->old[m].first == first && rebuild->old[m].count == end - first && rebuild->old[m].kind == kind) mention = rebuild->old[m];
    rebuild->mentions[rebuild->count++] = mention;
}

// The mentions that stay, up to token `end`.
static void keep_others(struct rebuild *rebuild, size_t from, size_t end) {
    for (; rebuild->next < rebuild->old_count && rebuild->old[rebuild->next].first < end; rebuild->next++) {
        const struct mention *mention = &rebuild->old[rebuild->next];
        if (!is_decided(mention) && mention->first >= from && mention->first + mention->count <= end) rebuild->mentions[rebuild->count++] = *mention;
    }
}

static void take_labels(struct rebuild *rebuild, const struct name_model *model, size_t s, const uint8_t *labels) {
    const struct sentence *sentence = &rebuild->search->document->sentences.at[s];
    size_t from = sentence->first, end = sentence->first + sentence->count;
    for (size_t i = sentence->first; i < end;) {
        enum ner kind = model->kinds[labels[i - sentence->first]];
        if (kind == NER_NONE) { i++; continue; }
        size_t after = i + 1;
        while (after < end && model->kinds[labels[after - sentence->first]] == kind && !model->begins[labels[after - sentence->first]]) after++;
        keep_others(rebuild, from, i);
        add_span(rebuild, s, i, after, kind);
        i = from = after;
    }
    keep_others(rebuild, from, end);
}

void decide_names(const struct name_model *model, struct search *search) {
    struct document *document = search->document;
    struct name_sight sight = {&model->lists, model->clusters, model->linear.features.traits};
    struct rebuild rebuild = {.search = search, .old = search->mentions, .old_count = search->mention_count};
    size_t longest = 0, mention = 0;
    for (size_t s = 0; s < document->sentences.count; s++)
        if (document->sentences.at[s].count > longest) longest = document->sentences.at[s].count;
    word_traits *traits = TAKE(&document->memory, word_traits, longest + 1);
    enum freedom *freedom = TAKE(&document->memory, enum freedom, longest + 1);
    uint8_t *labels = TAKE(&document->memory, uint8_t, longest + 1);
    uint64_t *allowed = TAKE(&document->memory, uint64_t, longest + 1);
    struct sequence_limits limits = {allowed, model->after};
    rebuild.mentions = TAKE(&document->memory, struct mention, document->tokens.count + 1);
    count_votes(search);
    for (size_t s = 0; s < document->sentences.count; s++) {
        size_t count = document->sentences.at[s].count;
        see_names(&sight, search, s, &mention, traits, freedom);
        for (size_t i = 0; i < count; i++) allowed[i] = model->allowed[freedom[i]];
        label_sequence(&model->linear, &limits, traits, count, labels);
        take_labels(&rebuild, model, s, labels);
    }
    search->mentions = rebuild.mentions;
    search->mention_room = document->tokens.count + 1;
    search->mention_count = rebuild.count;
}
