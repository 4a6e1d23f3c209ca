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
    for (size_t l = 0; l < count; l++) {
        bool free = names->kinds[l] == NER_NONE || names->begins[l];
        for (size_t before = 0; before <= count; before++)
            if (free || (before < count && names->kinds[before] == names->kinds[l])) names->after[before] |= UINT64_C(1) << l;
        names->allowed[FREE_WHOLLY] |= UINT64_C(1) << l;
        if (!names->begins[l]) names->allowed[FREE_INSIDE] |= UINT64_C(1) << l;
    }
    names->allowed[FREE_NOT] = 1;
    return true;
}

bool open_name_model(struct arena *keep, struct model *model, const struct clusters *clusters, struct name_model *names) {
    *names = (struct name_model){.clusters = clusters};
    if (!open_linear(keep, model, "names", &sequence_names, &names->linear) || !open_name_lists(model, &names->lists)) return false;
    if (!read_name_labels(names->linear.labels, names->linear.label_count, names)) complain_of_model(model, "the model has labels that are none of names");
    return model->complaint == NULL;
}

// Labels of all words of the document, twice: first with what the rules say of each word elsewhere in the document in view, then with
// what the model itself said, where that is something else.

struct labelling {
    const struct name_model *model;
    struct search *search;
    struct name_sight sight;
    struct name_view view;
    uint64_t *allowed;    // [tokens]
    uint8_t *said, *seen; // [tokens] seen: what the document said of each word when it was labelled
    uint8_t *labels;      // [tokens]
};

static void label_sentence(struct labelling *work, size_t s, size_t *mention) {
    const struct sentence *sentence = &work->search->document->sentences.at[s];
    struct sequence_limits limits = {work->allowed, work->model->after};
    see_names(&work->sight, work->search, s, mention, &work->view);
    for (size_t i = 0; i < sentence->count; i++) {
        work->allowed[i] = work->model->allowed[work->view.freedom[i]];
        work->seen[sentence->first + i] = (uint8_t)work->view.traits[i][TRAIT_earlier];
    }
    label_sequence(&work->model->linear, &limits, work->view.traits, sentence->count, work->labels + sentence->first);
}

static bool hears_news(const struct labelling *work, const struct sentence *sentence) {
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++)
        if (work->seen[i] && work->seen[i] != document_says(work->search, work->said, i)) return true;
    return false;
}

static void label_document(struct labelling *work) {
    const struct document *document = work->search->document;
    size_t mention = 0;
    say_mentions(work->search, work->said);
    count_votes(work->search, work->said);
    for (size_t s = 0; s < document->sentences.count; s++) label_sentence(work, s, &mention);
    for (size_t i = 0; i < document->tokens.count; i++) work->said[i] = (uint8_t)vote_of(work->model->kinds[work->labels[i]]);
    count_votes(work->search, work->said);
    mention = 0;
    for (size_t s = 0; s < document->sentences.count; s++)
        if (hears_news(work, &document->sentences.at[s])) label_sentence(work, s, &mention);
}

uint8_t *label_names(const struct name_model *model, struct search *search) {
    struct document *document = search->document;
    size_t tokens = document->tokens.count + 1;
    struct labelling work = {.model = model, .search = search, .view = make_name_view(&document->memory, document)};
    work.allowed = TAKE(&document->memory, uint64_t, tokens);
    work.said = TAKE(&document->memory, uint8_t, 3 * tokens);
    work.seen = work.said + tokens;
    work.labels = work.seen + tokens;
    work.sight = (struct name_sight){&model->lists, model->clusters, model->linear.features.traits, work.said};
    label_document(&work);
    return work.labels;
}

// Spans: the model's names in text order.

static void find_spans(const struct name_model *model, struct search *search, const uint8_t *labels, struct mention *spans, size_t *count) {
    for (size_t s = 0; s < search->document->sentences.count; s++) {
        size_t i = search->document->sentences.at[s].first, end = i + search->document->sentences.at[s].count;
        while (i < end) {
            size_t first = i++;
            enum ner kind = model->kinds[labels[first]];
            if (kind == NER_NONE) continue;
            while (i < end && model->kinds[labels[i]] == kind && !model->begins[labels[i]]) i++;
            spans[(*count)++] = (struct mention){.first = first, .count = i - first, .sentence = s, .kind = kind};
        }
    }
}

static void note_full_names(struct search *search, const struct mention *spans, size_t count) {
    for (size_t m = 0; m < count; m++)
        for (size_t i = spans[m].first; spans[m].kind == NER_PER && spans[m].count > 1 && i < spans[m].first + spans[m].count; i++)
            if (search->sights[i].shape >= SHAPE_CAPITALISED) word_of(search, search->sights[i].hash)->named = true;
}

// Both: the model's spans, and of the rules' mentions those that the model does not decide on, or that somebody put on a list.

static size_t end_of(const struct mention *mention) { return mention->first + mention->count; }

static bool is_country(const struct mention *mention) {
    return mention->kind == NER_LOC && mention->row && mention->row->value.length == 3 && !mention->row->seat;
}

static bool is_decided(const struct mention *mention) {
    return (mention->kind == NER_PER || mention->kind == NER_ORG || mention->kind == NER_LOC) && !(mention->row && mention->row->own);
}

static bool is_named_in_full(struct search *search, const struct mention *mention) {
    return mention->kind == NER_PER && mention->count == 1 && word_of(search, search->sights[mention->first].hash)->named;
}

// Where the rules know better: "US Defense Ministry" is a country and its body, and what stands in an office belongs to it.
static bool is_for_rules(const struct mention *span, const struct mention *old, const struct mention *end) {
    if (old->kind == NER_TITLE && old->first <= span->first && end_of(old) >= end_of(span)) return true;
    bool country = old->kind == NER_NORP || (old->kind == NER_LOC && old->row);
    bool office = old + 1 < end && (slice_starts(old[1].code, SLICE("GOV")) || slice_starts(old[1].code, SLICE("MIL")));
    return span->kind == NER_ORG && country && office && old[1].body && old->first == span->first && end_of(old) == old[1].first &&
           end_of(&old[1]) == end_of(span);
}

static bool stays(struct search *search, const struct mention *old) {
    return !is_decided(old) || (old->row && old->kind != NER_LOC) || old->body || is_named_in_full(search, old);
}

// A person is called without his title: the title's mention stays.
static bool loses_title(struct mention *span, const struct mention *old) {
    if (span->kind != NER_PER || old->kind != NER_TITLE || old->first != span->first || old->count >= span->count) return false;
    span->first += old->count;
    span->count -= old->count;
    return true;
}

// A span with the very words of a rules' mention.
static void agree(struct search *search, struct mention *span, const struct mention *old) {
    if (old->first != span->first || old->count != span->count) return;
    if (is_country(old) || is_named_in_full(search, old)) span->kind = old->kind;
    if (span->kind == old->kind) *span = *old;
}

static void put_together(struct search *search, struct mention *spans, size_t count, const struct mention *old, const struct mention *end) {
    const struct mention *last = spans + count;
    for (struct mention *span = spans; span < last || old < end;) {
        if (span == last || (old < end && end_of(old) <= span->first)) {
            if (stays(search, old)) *push_mention(search) = *old;
            old++;
        } else if (old < end && old->first < end_of(span)) {
            if (is_for_rules(span, old, end)) span++;
            else if (loses_title(span, old)) *push_mention(search) = *old++;
            else agree(search, span, old++);
        } else *push_mention(search) = *span++;
    }
}

void decide_names(const struct name_model *model, struct search *search) {
    size_t tokens = search->document->tokens.count, count = 0;
    const struct mention *old = search->mentions, *end = old + search->mention_count;
    const uint8_t *labels = label_names(model, search);
    struct mention *spans = TAKE(&search->document->memory, struct mention, tokens + 1);
    find_spans(model, search, labels, spans, &count);
    note_full_names(search, spans, count);
    search->mentions = TAKE(&search->document->memory, struct mention, search->mention_room);
    search->mention_count = 0;
    put_together(search, spans, count, old, end);
}
