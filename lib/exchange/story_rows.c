// SPDX-License-Identifier: MIT
#include "exchange/story_rows.h"

#include <stdlib.h>

#include "story/name_list.h"

#define NAMES(list) (list), sizeof(list) / sizeof *(list)

static const struct slice events_columns[] = {
    SLICE_INIT("story_id"), SLICE_INIT("event"), SLICE_INIT("mode"), SLICE_INIT("context"), SLICE_INIT("event_date"), SLICE_INIT("date_basis"),
    SLICE_INIT("actor"), SLICE_INIT("actor_code"), SLICE_INIT("recipient"), SLICE_INIT("recipient_code"), SLICE_INIT("initiator"),
    SLICE_INIT("place"), SLICE_INIT("place_code"), SLICE_INIT("status"), SLICE_INIT("n_docs"), SLICE_INIT("n_sources"), SLICE_INIT("n_conflicts"),
    SLICE_INIT("doc_ids"), SLICE_INIT("sources"),
};

static const struct slice claims_columns[] = {
    SLICE_INIT("story_id"), SLICE_INIT("event"), SLICE_INIT("event_date"), SLICE_INIT("actor"), SLICE_INIT("field"), SLICE_INIT("value"),
    SLICE_INIT("standing"), SLICE_INIT("doc_ids"), SLICE_INIT("sources"), SLICE_INIT("said_by"), SLICE_INIT("evidence"),
};

static const struct story *story_at(const struct views *views, size_t s) { return &views->merged.stories->list.at[s]; }

// Calls FOR each account of a story: `telling` and `account` are numbers.
#define FOR_ACCOUNTS(views, number, telling, account)                                                                            \
    for (size_t telling = story_at(views, number)->first_telling; telling != NO_ACCOUNT; telling = (views)->merged.stories->next_telling[telling]) \
        for (size_t account = (views)->merged.tellings->list.at[telling].first; account != NO_ACCOUNT;                           \
             account = (views)->merged.tellings->next_account[account])

/* Order: by the first day a story can have been on, then the last, then its name. */

struct sorted_story {
    size_t number;
    long first, last;
    struct slice id;
};

static int compare_stories(const void *left, const void *right) {
    const struct sorted_story *a = left, *b = right;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    if (a->last != b->last) return a->last < b->last ? -1 : 1;
    return slice_compare(a->id, b->id);
}

static void order_stories(struct views *views) {
    size_t count = views->merged.stories->list.count;
    struct sorted_story *sorted = TAKE(views->keep, struct sorted_story, count + 1);
    views->order = TAKE(views->keep, size_t, count + 1);
    for (size_t s = 0; s < count; s++) {
        const struct day_set *days = &story_at(views, s)->whole.days;
        long first = days->first == DAY_OPEN_FIRST ? days->last : days->first; // what is only known to be before a day stands there
        sorted[s] = (struct sorted_story){s, first, days->last, views->ids[s]};
    }
    if (count) qsort(sorted, count, sizeof *sorted, compare_stories);
    for (size_t s = 0; s < count; s++) views->order[s] = sorted[s].number;
}

void make_views(struct arena *keep, const struct mention_table *table, const struct tellings *tellings, const struct stories *stories, struct views *views) {
    *views = (struct views){.table = table, .keep = keep};
    views->merged = (struct merged){table->accounts.at, table->accounts.count, tellings, table->articles.at, stories, NULL, NULL, NULL};
    place_statements(keep, &views->merged);
    size_t count = stories->list.count;
    views->ids = TAKE(keep, struct slice, count + 1);
    views->dates = TAKE(keep, struct slice, count + 1);
    for (size_t s = 0; s < count; s++) {
        views->ids[s] = table->accounts.at[stories->list.at[s].first_account].event.field[EVENT_event_id];
        views->dates[s] = print_days(keep, &stories->list.at[s].whole.days);
    }
    views->claims_from = make_claims(keep, &views->merged, &views->claims);
    order_stories(views);
}

void free_views(struct views *views) { list_free(&views->claims.list); }

/* Cells of a story. */

enum participant_part { NAME_OF_PARTICIPANT, CODE_OF_PARTICIPANT };

static struct slice participants_cell(const struct views *views, const struct telling *whole, int from, int to, enum participant_part part) {
    struct slice cell = {"", 0};
    for (int p = from; p < to; p++) {
        struct slice piece = part == NAME_OF_PARTICIPANT ? whole->participants[p].name : whole->participants[p].code;
        cell = arena_print(views->keep, "%.*s%s%.*s", SHOW(cell), p > from ? ";" : "", SHOW(piece));
    }
    return cell;
}

// The first value that any mention of the story has for a field.
static struct slice first_value(const struct views *views, size_t story, enum event_field field) {
    FOR_ACCOUNTS(views, story, t, i)
        if (views->merged.accounts[i].event.field[field].length) return views->merged.accounts[i].event.field[field];
    return (struct slice){"", 0};
}

// What the date is made of: "002: May 13 (XXXX-05-13); 001: last Friday (XXXX-WXX-5)". Whoever has another date has a claim.
static struct slice date_basis(const struct views *views, size_t story) {
    LIST(struct slice) pieces = {0};
    FOR_ACCOUNTS(views, story, t, i) {
        const struct slice *field = views->merged.accounts[i].event.field;
        struct slice text = field[EVENT_time_text], date = field[EVENT_event_date], ordinal = field[EVENT_ordinal];
        struct day_set both;
        if (text.length == 0 && ordinal.length == 0) continue;
        if (!intersect_days(&views->merged.accounts[i].days, &story_at(views, story)->whole.days, &both)) continue;
        struct slice piece = arena_print(views->keep, "%.*s: %.*s", SHOW(field[EVENT_doc_id]), SHOW(text));
        if (date.length) piece = arena_print(views->keep, "%.*s (%.*s)", SHOW(piece), SHOW(date));
        if (ordinal.length) piece = arena_print(views->keep, "%.*s%s%.*s", SHOW(piece), text.length ? ", no. " : "no. ", SHOW(ordinal));
        *list_push(&pieces) = piece;
    }
    struct slice basis = arena_join_all(views->keep, pieces.at, pieces.count, "; ");
    list_free(&pieces);
    return basis;
}

static struct slice status_cell(enum standing_of_event standing) {
    static const struct slice names[] = {SLICE_INIT("negated"), SLICE_INIT("possible"), SLICE_INIT("planned"), SLICE_INIT("historical"), SLICE_INIT("actual")};
    return names[standing];
}

static void write_documents(struct writer *writer, const struct views *views, size_t story, size_t conflicts) {
    struct interner ids = {0}, sources = {0};
    for (size_t t = story_at(views, story)->first_telling; t != NO_ACCOUNT; t = views->merged.stories->next_telling[t]) {
        const struct article *article = &views->merged.articles[views->merged.tellings->list.at[t].document];
        add_name(&ids, article->id);
        add_name(&sources, article->source.length ? article->source : article->id); // a document without a source stands for itself
    }
    write_number(writer, (long)ids.count);
    write_number(writer, (long)sources.count);
    write_number(writer, (long)conflicts);
    write_cells(writer, take_names(views->keep, &ids));
    write_cells(writer, take_names(views->keep, &sources));
    interner_free(&ids);
    interner_free(&sources);
}

// What was only denied or only possible is no event of the world; its mentions and claims are in the other views.
static bool is_listed(const struct story *story) { return story->whole.standing >= EVENT_PLANNED; }

static void write_story(struct writer *writer, const struct views *views, size_t s) {
    const struct telling *whole = &story_at(views, s)->whole;
    write_cells(writer, views->ids[s]);
    write_value(writer, whole->event);
    write_value(writer, whole->mode);
    write_value(writer, first_value(views, s, EVENT_context));
    write_cells(writer, views->dates[s]);
    write_value(writer, date_basis(views, s));
    write_value(writer, participants_cell(views, whole, 0, whole->actor_count, NAME_OF_PARTICIPANT));
    write_value(writer, participants_cell(views, whole, 0, whole->actor_count, CODE_OF_PARTICIPANT));
    write_value(writer, participants_cell(views, whole, whole->actor_count, whole->participant_count, NAME_OF_PARTICIPANT));
    write_value(writer, participants_cell(views, whole, whole->actor_count, whole->participant_count, CODE_OF_PARTICIPANT));
    write_value(writer, first_value(views, s, EVENT_initiator));
    write_value(writer, first_value(views, s, EVENT_place));
    write_value(writer, first_value(views, s, EVENT_place_code));
    write_cells(writer, status_cell(whole->standing));
    struct claims own = views->claims;
    own.list.count = views->claims_from[s + 1];
    write_documents(writer, views, s, count_conflicts(&own, views->claims_from[s]));
    end_row(writer);
}

static void write_events_header(struct writer *writer, const struct mention_table *table) {
    (void)table;
    write_header(writer, NAMES(events_columns));
}

static void write_events(struct writer *writer, const struct views *views) {
    for (size_t i = 0; i < views->merged.stories->list.count; i++)
        if (is_listed(story_at(views, views->order[i]))) write_story(writer, views, views->order[i]);
}

static void write_mentions_header(struct writer *writer, const struct mention_table *table) {
    const struct slice names[] = {table->header, SLICE("story_id"), SLICE("story_date")};
    write_header(writer, NAMES(names));
}

static void write_mentions(struct writer *writer, const struct views *views) {
    for (size_t i = 0; i < views->merged.account_count; i++) {
        size_t telling = views->merged.tellings->telling_of[i];
        size_t story = telling == NO_ACCOUNT ? views->merged.about[i] : views->merged.tellings->list.at[telling].story;
        write_cells(writer, views->table->rows.at[i]);
        write_cells(writer, story == NO_ACCOUNT ? SLICE("") : views->ids[story]);
        write_cells(writer, story == NO_ACCOUNT ? SLICE("") : views->dates[story]);
        end_row(writer);
    }
}

static void write_claims_header(struct writer *writer, const struct mention_table *table) {
    (void)table;
    write_header(writer, NAMES(claims_columns));
}

static void write_claims(struct writer *writer, const struct views *views) {
    for (size_t i = 0; i < views->merged.stories->list.count; i++) {
        size_t s = views->order[i];
        const struct telling *whole = &story_at(views, s)->whole;
        struct slice actors = participants_cell(views, whole, 0, whole->actor_count, NAME_OF_PARTICIPANT);
        for (size_t c = views->claims_from[s]; c < views->claims_from[s + 1]; c++) {
            const struct claim *claim = &views->claims.list.at[c];
            const struct slice cells[] = {whole->event, views->dates[s], actors, slice_of(claim->field), claim->value, standing_name(claim->standing)};
            write_cells(writer, views->ids[s]);
            for (size_t v = 0; v < sizeof cells / sizeof *cells; v++) write_value(writer, cells[v]);
            write_cells(writer, claim->doc_ids);
            write_cells(writer, claim->sources);
            write_value(writer, claim->said_by);
            write_cells(writer, claim->evidence);
            end_row(writer);
        }
    }
}

const struct view events_view = {"events", write_events_header, write_events};
const struct view mentions_view = {"mentions", write_mentions_header, write_mentions};
const struct view claims_view = {"claims", write_claims_header, write_claims};
