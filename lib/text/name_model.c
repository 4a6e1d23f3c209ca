// ALGORITHM. Stacking (Wolpert 1992): the rules' mentions are one of the things a sequence classifier sees of each word.
// SPDX-License-Identifier: MIT
#include "text/name_model.h"

#include "text/name_run.h"

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
    bool known = read_name_labels(names->linear.labels, names->linear.label_count, names);
    if (!known) complain_of_model(model, "the model has labels that are none of names");
    if (model->complaint) return false;
    names->memory = make_trait_memory(keep);
    names->words = TAKE(keep, struct word_scores, 1);
    open_word_scores(keep, &names->linear, names->words);
    return true;
}

// Labels of all words of the document, twice: first with what the rules say of each word elsewhere in the document in view, then with
// what the model itself said, where that is something else.

struct labelling {
    const struct name_model *model;
    struct search *search;
    struct name_sight sight;
    struct name_view view;
    uint64_t *allowed;    // [the longest sentence]
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
    label_sequence(&work->model->linear, work->model->words, &limits, work->view.traits, sentence->count,
                      work->labels + sentence->first, NULL);
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

// In the document's memory.
static uint8_t *label_names(const struct name_model *model, struct search *search) {
    struct document *document = search->document;
    size_t tokens = document->tokens.count + 1;
    struct labelling work = {.model = model, .search = search, .view = make_name_view(&document->memory, document)};
    work.allowed = TAKE(&document->memory, uint64_t, work.view.room);
    work.said = TAKE(&document->memory, uint8_t, 3 * tokens);
    work.seen = work.said + tokens;
    work.labels = work.seen + tokens;
    work.sight = (struct name_sight){&model->lists, model->clusters, model->linear.features.traits, model->memory, work.said};
    label_document(&work);
    return work.labels;
}

// Spans: the model's names in text order.

struct span {
    size_t first, end;
    uint32_t sentence;
    enum ner kind;
    const struct mention *same; // the rules' mention of the same words and kind, or NULL
};

struct spans {
    struct span *at;
    size_t count;
};

static size_t count_spans(const struct name_model *model, const uint8_t *labels, size_t tokens) {
    size_t count = 0;
    for (size_t i = 0; i < tokens; i++) {
        enum ner kind = model->kinds[labels[i]];
        count += kind != NER_NONE && (model->begins[labels[i]] || i == 0 || model->kinds[labels[i - 1]] != kind);
        count += kind == NER_PER; // a run may be cut into several persons
    }
    return count;
}

static struct spans find_spans(const struct name_model *model, struct search *search, const uint8_t *labels) {
    const struct document *document = search->document;
    size_t room = count_spans(model, labels, document->tokens.count);
    struct spans spans = {TAKE(&search->document->memory, struct span, room + 1), 0};
    for (size_t s = 0; s < document->sentences.count; s++) {
        size_t i = document->sentences.at[s].first, end = i + document->sentences.at[s].count;
        while (i < end) {
            size_t first = i++;
            enum ner kind = model->kinds[labels[first]];
            if (kind == NER_NONE) continue;
            while (i < end && model->kinds[labels[i]] == kind && !model->begins[labels[i]] &&
                   !(kind == NER_PER && begins_next_person(search->sights, first, i, end))) i++;
            spans.at[spans.count++] = (struct span){first, i, (uint32_t)s, kind, NULL};
        }
    }
    return spans;
}

static void note_full_names(struct search *search, const struct spans *spans) {
    for (const struct span *span = spans->at; span < spans->at + spans->count; span++)
        for (size_t i = span->first; span->end - span->first > 1 && i < span->end; i++) {
            if (!has_capital(&search->sights[i])) continue;
            word_of(search, search->sights[i].hash)->named |= span->kind == NER_PER;
            word_of(search, search->sights[i].hash)->part |= span->kind == NER_ORG && span->end - span->first > 2;
        }
}

// Both: the model's spans, and of the rules' mentions those that the model does not decide on, or that somebody put on a list.

static size_t end_of(const struct mention *mention) { return mention->first + mention->count; }

static bool is_country(const struct mention *mention) {
    return mention->kind == NER_LOC && mention->row && mention->row->value.length == 3 && !mention->row->seat;
}

static bool is_decided(const struct mention *mention) {
    return (mention->kind == NER_PER || mention->kind == NER_ORG || mention->kind == NER_LOC) && !(mention->row && mention->row->own);
}

// "Orlin", "Van der Meer", where somebody of this name has more names elsewhere.
static bool is_named_in_full(struct search *search, const struct mention *mention) {
    size_t last = end_of(mention) - 1;
    bool one = mention->count == 1 || is_marked(&search->sights[last - 1], WORD_particle) ||
               (mention->count == 3 && slice_is(search->document->tokens.at[last - 1].form, "-"));
    return mention->kind == NER_PER && one && word_of(search, search->sights[last].hash)->named;
}

// "Harbour Commission", where there is a National Harbour Commission.
static bool is_part_of_name(struct search *search, const struct mention *mention) {
    for (size_t i = mention->first; i < end_of(mention); i++)
        if (!has_capital(&search->sights[i]) || !word_of(search, search->sights[i].hash)->part) return false;
    return mention->kind == NER_ORG && mention->count > 1;
}

static bool stays(struct search *search, const struct mention *old) {
    return !is_decided(old) || (old->row && old->kind != NER_LOC) || old->body || is_named_in_full(search, old) ||
           is_part_of_name(search, old);
}

// "US Defense Ministry" is a country and its body.
static bool is_country_and_body(const struct span *span, const struct mention *old, const struct mention *end) {
    if (old + 1 == end || old->first != span->first || end_of(old) != old[1].first || end_of(&old[1]) != span->end) return false;
    bool country = old->kind == NER_NORP || (old->kind == NER_LOC && old->row), listed = old[1].kind == NER_ORG && old[1].row;
    struct slice code = listed ? old[1].row->code : old[1].body ? old[1].code : (struct slice){"", 0};
    return country && (slice_find(code, SLICE("GOV")) >= 0 || slice_find(code, SLICE("MIL")) >= 0);
}

// One person for the rules, two that touch for the model.
static bool is_torn(const struct span *span, const struct span *last, const struct mention *old) {
    bool next = span + 1 < last && span[1].kind == NER_PER && span[1].first == span->end && span[1].end == end_of(old);
    return span->kind == NER_PER && old->kind == NER_PER && old->first == span->first && next;
}

// Where the rules know better: what stands in an office or an event belongs to it, and a body is not to be had in pieces.
static bool is_for_rules(const struct span *span, const struct mention *old) {
    bool around = old->first <= span->first && end_of(old) >= span->end;
    bool covered = span->first <= old->first && end_of(old) <= span->end;
    if ((old->kind == NER_TITLE || old->kind == NER_EVENT) && around) return true;
    bool known = old->body || (old->kind == NER_ORG && old->row);
    return known && old->count > 1 && !covered && (span->kind == NER_ORG || around);
}

// A person is called without his title, which stays: "Gen. Orlin", also where the model began inside "Secretary of Defense Orlin".
static bool loses_title(struct span *span, const struct mention *old) {
    bool inside = old->first < span->first;
    if (old->kind != NER_TITLE || end_of(old) >= span->end || old->first > span->first) return false;
    if (span->kind != NER_PER && !inside && old->title != TITLE_honorific) return false;
    span->first = end_of(old);
    span->kind = NER_PER;
    return true;
}

// A span with the very words of a rules' mention.
static void agree(struct search *search, struct span *span, const struct mention *old) {
    bool same = old->first == span->first && old->kind == span->kind;
    if (same && end_of(old) > span->end && is_marked(&search->sights[end_of(old) - 1], WORD_suffix)) span->end = end_of(old);
    if (old->first != span->first || end_of(old) != span->end) return;
    bool house = old->kind == NER_ORG && old->row && old->row->seat; // "Downing Street"
    if (is_country(old) || house || old->body || is_named_in_full(search, old)) span->kind = old->kind;
    if (span->kind == old->kind) span->same = old;
}

static struct mention mention_of(const struct span *span) {
    if (span->same) return *span->same;
    return (struct mention){.first = span->first, .count = span->end - span->first, .sentence = span->sentence, .kind = span->kind};
}

static void put_together(struct search *search, const struct spans *spans, const struct mention *old, const struct mention *end) {
    const struct span *last = spans->at + spans->count;
    for (struct span *span = spans->at; span < last || old < end;) {
        if (span == last || (old < end && end_of(old) <= span->first)) {
            if (stays(search, old)) *push_mention(search) = *old;
            old++;
        } else if (old < end && old->first < span->end) {
            if (is_torn(span, last, old)) span[1] = (struct span){span->first, span[1].end, span->sentence, NER_PER, old}, span++;
            else if (is_country_and_body(span, old, end)) *push_mention(search) = *old++, span++;
            else if (is_for_rules(span, old)) span++;
            else if (loses_title(span, old)) *push_mention(search) = *old++;
            else agree(search, span, old++);
        } else *push_mention(search) = mention_of(span++);
    }
}

void decide_names(const struct name_model *model, struct search *search) {
    const struct mention *old = search->mentions, *end = old + search->mention_count;
    struct spans spans = find_spans(model, search, label_names(model, search));
    note_full_names(search, &spans);
    search->mention_room = search->mention_count + spans.count + 1; // no more than both together
    search->mentions = TAKE(&search->document->memory, struct mention, search->mention_room);
    search->mention_count = 0;
    put_together(search, &spans, old, end);
}
