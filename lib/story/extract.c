// SPDX-License-Identifier: MIT
#include "story/extract.h"

#include "story/code.h"
#include "story/document_date.h"
#include "story/mending.h"

static bool tells_story(enum part part) { return part == PART_body || part == PART_title || part == PART_heading; }

// Thousands of words without a stop are a list or a broken text; to look for events in it would take time that grows with its square.
static bool is_sentence(const struct sentence *sentence) {
    enum { MOST_WORDS = 2000 };
    return tells_story(sentence->part) && sentence->count <= MOST_WORDS;
}

bool is_worth_parsing(const struct extractor *extractor, const struct document *document, size_t sentence) {
    return is_sentence(&document->sentences.at[sentence]) &&
           (may_hold_event(extractor->frames, document, sentence) || may_hold_statement(extractor->sayings, document, sentence));
}

/* What is read before rows are written. */

struct reading {
    const struct extractor *extractor;
    struct document *document;
    struct arena *keep;
    struct cast *cast;
    struct background *background;
    struct tree *trees;            // [sentences]; count 0 where not parsed
    struct drafts drafts;
    struct statements statements;
    struct dating *datings;        // [drafts]
};

// Whom "he" will mean in the next sentence: the person who is its last subject, else the one named last.
static void remember_person(struct reading *reading, const struct tree *tree) {
    for (int i = 1; i <= tree->count; i++) {
        const struct token *token = tree_token(tree, i);
        bool owns = i < tree->count && find_child(tree, i, "case", 0) > i; // "Trump's tariff war" is not about Trump
        if (token->ner == NER_PER && token->ner_begins && !owns && character_of(reading->cast, token->entity)) remember_named(reading->cast, token->entity);
    }
    for (int i = 1; i <= tree->count; i++) {
        const struct token *token = tree_token(tree, i);
        if (token->ner == NER_PER && token->entity && has_relation(tree, i, "nsubj")) reading->cast->last_person = token->entity;
    }
}

static void read_sentences(struct reading *reading) {
    struct document *document = reading->document;
    reading->trees = TAKE(reading->keep, struct tree, document->sentences.count + 1);
    for (size_t s = 0; s < document->sentences.count; s++) {
        if (!is_sentence(&document->sentences.at[s])) continue;
        struct tree *tree = &reading->trees[s];
        mend_sentence(document, s);
        *tree = make_tree(reading->keep, document, s);
        size_t before = reading->drafts.list.count;
        find_events(reading->extractor->frames, reading->cast, tree, s, &reading->drafts);
        find_initiators(reading->extractor->initiators, reading->cast, tree, &reading->drafts, before);
        find_statements(reading->extractor->sayings, reading->cast, tree, s, &reading->statements);
        remember_person(reading, tree);
    }
    settle_modes(&reading->drafts);
    settle_statements(reading->keep, document, &reading->statements);
    reading->datings = TAKE(reading->keep, struct dating, reading->drafts.list.count + 1);
    for (size_t d = 0; d < reading->drafts.list.count; d++)
        date_event(reading->keep, reading->background, document, &reading->trees[reading->drafts.list.at[d].sentence], &reading->drafts, d,
                   &reading->datings[d]);
}

/* Writing rows. */

static struct slice number(struct arena *keep, long value) { return arena_print(keep, "%ld", value); }

static struct slice span_text(struct arena *keep, long start, long end) { return arena_print(keep, "%ld-%ld", start, end); }

static void set_sentence(struct reading *reading, struct event *event, size_t sentence) {
    const struct sentence *s = &reading->document->sentences.at[sentence];
    event->field[EVENT_sent_id] = number(reading->keep, s->number);
    event->field[EVENT_sentence] = text_of(reading->keep, reading->document, s->first, s->count);
}

static void set_parties(struct arena *keep, struct event *event, const struct parties *parties, enum event_field name, enum event_field code,
                        enum event_field span) {
    for (int i = 0; i < parties->count; i++) {
        const struct party *party = &parties->at[i];
        const char *separator = i ? ";" : "";
        event->field[name] = arena_print(keep, "%.*s%s%.*s", SHOW(event->field[name]), separator, SHOW(party->name));
        event->field[code] = arena_print(keep, "%.*s%s%.*s", SHOW(event->field[code]), separator, SHOW(party->code));
        event->field[span] = arena_print(keep, "%.*s%s%ld-%ld", SHOW(event->field[span]), separator, party->start, party->end);
    }
}

static void set_statement(struct arena *keep, struct event *event, const struct statement *statement) {
    event->field[EVENT_said_by] = statement->speaker.name;
    event->field[EVENT_said_by_code] = statement->speaker.code;
    event->field[EVENT_said_by_span] = span_text(keep, statement->speaker.start, statement->speaker.end);
    event->field[EVENT_via] = statement->via;
    event->field[EVENT_content] = statement->content;
    for (int i = 0; i < statement->content_count; i++)
        event->field[EVENT_content_span] =
            arena_join(keep, event->field[EVENT_content_span], ";", span_text(keep, statement->content_span[i].start, statement->content_span[i].end));
}

static void set_trigger_words(struct reading *reading, struct event *event, const struct tree *tree, int first, int last) {
    event->field[EVENT_char_start] = number(reading->keep, tree_token(tree, first)->start);
    event->field[EVENT_char_end] = number(reading->keep, tree_token(tree, last)->end);
    event->field[EVENT_trigger] = text_of(reading->keep, reading->document, tree->offset + (size_t)first - 1, (size_t)(last - first + 1));
}

// A place in the trigger's clause behind "in" or "at".
static void set_place(struct reading *reading, struct event *event, const struct tree *tree, int trigger) {
    for (int i = 1; i <= tree->count; i++) {
        const struct token *token = tree_token(tree, i);
        struct slice preposition = preposition_of(tree, i);
        bool there = slice_is(preposition, "in") || slice_is(preposition, "at") || slice_is(preposition, "near");
        int carrier = find_carrier(tree, trigger);
        bool own = there && (in_clause_of(tree, i, trigger) || (carrier && in_clause_of(tree, i, carrier)));
        if (token->ner != NER_LOC || !own) continue;
        struct mention mention = mention_at(reading->document, tree->offset + (size_t)i - 1, tree->offset, tree->offset + (size_t)tree->count);
        struct slice name = mention_value(reading->cast, mention);
        event->field[EVENT_place] = is_iso3(name) ? country_name(reading->cast->tables, name) : name;
        event->field[EVENT_place_code] = code_country(place_code(reading->cast, mention));
        return;
    }
}

static void set_event(struct reading *reading, size_t number_of_draft, const struct slice *names, struct event *event) {
    const struct draft *draft = &reading->drafts.list.at[number_of_draft];
    const struct dating *dating = &reading->datings[number_of_draft];
    const struct tree *tree = &reading->trees[draft->sentence];
    struct arena *keep = reading->keep;
    set_sentence(reading, event, draft->sentence);
    set_trigger_words(reading, event, tree, draft->trigger_first, draft->trigger_last);
    event->field[EVENT_event] = draft->event;
    event->field[EVENT_mode] = draft->mode;
    event->field[EVENT_status] = draft->status;
    event->field[EVENT_rule] = arena_join(keep, SLICE("frames"), "/", draft->rule);
    event->field[EVENT_initiator] = draft->initiator.name;
    set_parties(keep, event, &draft->actors, EVENT_actor, EVENT_actor_code, EVENT_actor_span);
    set_parties(keep, event, &draft->recipients, EVENT_recipient, EVENT_recipient_code, EVENT_recipient_span);
    event->field[EVENT_event_date] = dating->date;
    event->field[EVENT_time_text] = dating->text;
    event->field[EVENT_time_bound] = print_bounds(keep, dating, names);
    event->field[EVENT_ordinal] = dating->ordinal;
    if (!slice_is(draft->mode, "phone")) set_place(reading, event, tree, draft->trigger); // a call has two places, or none
    const struct statement *statement = statement_around(&reading->statements, draft->sentence, tree_token(tree, draft->trigger)->start);
    if (statement) set_statement(keep, event, statement);
}

static void set_said(struct reading *reading, const struct statement *statement, struct event *event) {
    const struct tree *tree = &reading->trees[statement->sentence];
    struct parties speakers = {.at = {statement->speaker}, .count = 1};
    set_sentence(reading, event, statement->sentence);
    set_trigger_words(reading, event, tree, statement->cue, statement->cue);
    event->field[EVENT_event] = statement->event;
    event->field[EVENT_status] = SLICE("actual");
    event->field[EVENT_rule] = arena_join(reading->keep, SLICE("sayings"), "/", statement->rule);
    set_parties(reading->keep, event, &speakers, EVENT_actor, EVENT_actor_code, EVENT_actor_span);
    set_parties(reading->keep, event, &statement->addressees, EVENT_recipient, EVENT_recipient_code, EVENT_recipient_span);
    set_statement(reading->keep, event, statement);
}

static void set_document(const struct document *document, struct arena *keep, struct event *event, long n) {
    event->field[EVENT_doc_id] = document->id;
    event->field[EVENT_source] = document->source;
    event->field[EVENT_published] = document->published;
    event->field[EVENT_event_id] = arena_print(keep, "%.*s#%ld", SHOW(document->id), n);
}

static void add_published(struct reading *reading, struct events *events) {
    struct dating dating;
    date_document(reading->keep, reading->background, reading->document, &dating);
    if (dating.count == 0) return;
    struct event *event = list_push(&events->list);
    *event = (struct event){0};
    set_document(reading->document, reading->keep, event, 0);
    event->field[EVENT_event] = SLICE("PUBLISHED");
    event->field[EVENT_status] = SLICE("actual");
    event->field[EVENT_rule] = SLICE("dating/published");
    event->field[EVENT_time_text] = dating.text;
    event->field[EVENT_time_bound] = print_bounds(reading->keep, &dating, NULL);
}

// Rows in text order: drafts and statements are each in order already.
static bool draft_comes_first(const struct reading *reading, size_t d, size_t s) {
    if (s == reading->statements.list.count) return true;
    if (d == reading->drafts.list.count) return false;
    const struct draft *draft = &reading->drafts.list.at[d];
    const struct statement *statement = &reading->statements.list.at[s];
    return draft->sentence != statement->sentence ? draft->sentence < statement->sentence : draft->trigger <= statement->cue;
}

static struct slice *name_drafts(const struct reading *reading) {
    size_t drafts = reading->drafts.list.count, statements = reading->statements.list.count;
    struct slice *names = TAKE(reading->keep, struct slice, drafts + 1);
    for (size_t d = 0, s = 0; d + s < drafts + statements;) {
        if (!draft_comes_first(reading, d, s)) { s++; continue; }
        names[d] = arena_print(reading->keep, "%.*s#%zu", SHOW(reading->document->id), d + s + 1);
        d++;
    }
    return names;
}

static void write_rows(struct reading *reading, struct events *events) {
    size_t drafts = reading->drafts.list.count, statements = reading->statements.list.count;
    struct slice *names = name_drafts(reading);
    for (size_t d = 0, s = 0; d + s < drafts + statements;) {
        struct event *event = list_push(&events->list);
        *event = (struct event){0};
        set_document(reading->document, reading->keep, event, (long)(d + s + 1));
        if (draft_comes_first(reading, d, s)) set_event(reading, d++, names, event);
        else set_said(reading, &reading->statements.list.at[s++], event);
    }
}

void extract_events(const struct extractor *extractor, struct document *document, struct events *events) {
    struct reading reading = {.extractor = extractor, .document = document, .keep = &document->memory};
    events->list.count = 0;
    reading.cast = make_cast(reading.keep, extractor->actors, document);
    reading.background = read_background(reading.keep, extractor->wars, extractor->known, document);
    read_sentences(&reading);
    add_published(&reading, events);
    write_rows(&reading, events);
    list_free(&reading.drafts.list);
    list_free(&reading.statements.list);
}
