// Who holds an office: the last step of find_names.
//
// ALGORITHM. An office that stands before a person, or behind one and a comma, is the person's. One that stands alone is that of
// the one person in the document who has this office, for this country where a country is said. A counterpart has the office of the
// person named last before. Its value is the code of the office with the country in front.
// SPDX-License-Identifier: MIT
#include "text/mention.h"

enum { MOST_HOLDERS = 64 };

struct holder {
    size_t person;  // mention that stands for him
    size_t title;   // mention of the office
};

struct holders {
    struct holder list[MOST_HOLDERS];
    size_t count;
};

static bool may_stand_between(const struct search *search, size_t token) {
    struct slice word = search->document->tokens.at[token].lower;
    return slice_is(word, ",") || slice_is(word, "the") || slice_is(word, "a") || slice_is(word, "an") || slice_is(word, "'s") ||
           slice_is(word, "\xE2\x80\x99s") || slice_is(word, "of") || slice_is(word, "and") || slice_is(word, "-") || slice_is(word, "--") ||
           is_marked(&search->sights[token], WORD_modifier);
}

// May these tokens, outside of mentions, stand between an office and who holds it? A comma, articles, "of", "former".
static bool is_apposition(const struct search *search, size_t from, size_t until) {
    if (until < from || until - from > 5) return false;
    for (size_t i = from; i < until; i++)
        if (!may_stand_between(search, i)) return false;
    return true;
}

static bool has_word(const struct search *search, size_t from, size_t until, const char *word) {
    for (size_t i = from; i < until; i++)
        if (slice_is(search->document->tokens.at[i].lower, word)) return true;
    return false;
}

static size_t end_of(const struct mention *mention) { return mention->first + mention->count; }

// The person an office stands before: "Defense Minister Pavel Orlin"; and, with a comma, "his counterpart, Pavel Orlin",
// "chief of the Danish General Staff, Pavel Orlin".
static size_t person_after(const struct search *search, size_t m, bool comma) {
    const struct mention *title = &search->mentions[m];
    size_t end = end_of(title);
    for (size_t n = m + 1; n < search->mention_count && n < m + 5; n++) {
        const struct mention *next = &search->mentions[n];
        if (next->sentence != title->sentence || !is_apposition(search, end, next->first) || has_word(search, end, next->first, "and")) return 0;
        if (!comma && has_word(search, end, next->first, ",")) return 0;
        if (next->kind == NER_PER) return title->plural ? 0 : n + 1;
        if (next->kind == NER_TITLE && next->first > end) return 0;
        end = end_of(next);
    }
    return 0;
}

// The person an office stands behind, with a comma between: "Pavel Orlin, the Danish defense minister".
static size_t person_before(const struct search *search, size_t m) {
    const struct mention *title = &search->mentions[m];
    size_t begin = title->first;
    for (size_t n = m; n-- > 0 && n + 5 > m;) {
        const struct mention *before = &search->mentions[n];
        if (before->sentence != title->sentence || !is_apposition(search, end_of(before), begin)) return 0;
        if (before->kind == NER_PER) {
            const struct token *comma = &search->document->tokens.at[end_of(before)];
            return end_of(before) < begin && slice_is(comma->form, ",") && !title->plural ? n + 1 : 0;
        }
        begin = before->first;
    }
    return 0;
}

static void take_country(struct search *search, size_t m) {
    struct mention *title = &search->mentions[m];
    const struct mention *before = m ? &search->mentions[m - 1] : NULL, *after = m + 1 < search->mention_count ? &search->mentions[m + 1] : NULL;
    if (before && before->sentence == title->sentence && before->kind != NER_PER && title->first - end_of(before) <= 2 &&
        is_apposition(search, end_of(before), title->first) && before->country.length && end_of(before) <= title->first &&
        (end_of(before) == title->first || !slice_is(search->document->tokens.at[end_of(before)].form, ","))) {
        title->country = before->country;
        if (title->code.length == 0) title->code = before->code;
    } else if (after && after->sentence == title->sentence && after->kind != NER_PER && after->kind != NER_TITLE && after->country.length &&
               after->first > end_of(title) && slice_is(search->document->tokens.at[end_of(title)].lower, "of") && after->first - end_of(title) <= 2) {
        title->country = after->country;
        const struct mention *body = m + 2 < search->mention_count ? after + 1 : after; // "chief of the Danish General Staff"
        bool headed = body->body && after->kind == NER_NORP && body->first == end_of(after);
        if (headed) title->code = body->code;
        else if (title->code.length == 0) title->code = after->code;
    }
}

static struct slice text_of_title(struct search *search, const struct mention *title) {
    return text_of(&search->document->memory, search->document, title->first, title->count);
}

static bool ends_alike(struct search *search, const struct mention *a, const struct mention *b) {
    const struct token *tokens = search->document->tokens.at;
    size_t count = a->count < b->count ? a->count : b->count;
    for (size_t i = 1; i <= count; i++)
        if (!slice_equal(tokens[end_of(a) - i].lower, tokens[end_of(b) - i].lower)) return false;
    return true;
}

// Ministers and secretaries of defense are called one or the other.
static bool is_same_office(struct search *search, const struct mention *a, const struct mention *b) {
    if (a->country.length && b->country.length && !slice_equal(a->country, b->country)) return false;
    return ends_alike(search, a, b) || (slice_equal(a->code, b->code) && slice_is(a->code, "GOV MIL"));
}

static void add_holder(struct holders *holders, size_t person, size_t title) {
    if (holders->count < MOST_HOLDERS) holders->list[holders->count++] = (struct holder){person, title};
}

// Offices that stand with their holder; and what they say of his country.
static void join_adjacent(struct search *search, struct holders *holders) {
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention *title = &search->mentions[m];
        if (title->kind != NER_TITLE) continue;
        take_country(search, m);
        size_t person = person_after(search, m, false);
        if (!person) person = person_before(search, m);
        if (!person) person = person_after(search, m, true);
        if (!person) continue;
        title->entity = search->mentions[person - 1].entity;
        if (title->title != TITLE_honorific && title->title != TITLE_counterpart) add_holder(holders, title->entity, m);
    }
}

// The code of the person named last before a counterpart.
static void take_office_of_other(struct search *search, const struct holders *holders, size_t m) {
    struct mention *title = &search->mentions[m];
    for (size_t n = m; n-- > 0 && n + 12 > m;) {
        if (search->mentions[n].kind != NER_PER || search->mentions[n].entity == title->entity) continue;
        for (size_t h = 0; h < holders->count; h++) {
            const struct mention *held = &search->mentions[holders->list[h].title];
            if (holders->list[h].person == search->mentions[n].entity && held->code.length > title->code.length) title->code = held->code;
        }
        return;
    }
}

static void join_lone_title(struct search *search, const struct holders *holders, size_t m) {
    struct mention *title = &search->mentions[m];
    size_t person = search->mention_count;
    for (size_t h = 0; h < holders->count; h++) {
        if (!is_same_office(search, title, &search->mentions[holders->list[h].title])) continue;
        if (person != search->mention_count && person != holders->list[h].person) return;
        person = holders->list[h].person;
    }
    if (person != search->mention_count) title->entity = person;
}

static struct slice code_of_title(struct search *search, const struct mention *title) {
    if (!title->country.length || slice_starts(title->code, title->country)) return title->code;
    return title->code.length ? arena_join(&search->document->memory, title->country, " ", title->code) : title->country;
}

// Offices nobody holds here are one if they are called the same and belong to the same country.
static void join_unheld(struct search *search, size_t m) {
    struct mention *title = &search->mentions[m];
    struct slice name = arena_join(&search->document->memory, title->country, " ", text_of_title(search, title));
    char bytes[256];
    struct token token = {.lower = slice_first(name, sizeof bytes)};
    struct word *word = word_of(search, begin_search(&token));
    if (word->thing[NER_TITLE]) title->entity = word->thing[NER_TITLE] - 1;
    else word->thing[NER_TITLE] = m + 1;
}

void join_titles(struct search *search) {
    struct holders holders = {.count = 0};
    join_adjacent(search, &holders);
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention *title = &search->mentions[m];
        if (title->kind != NER_TITLE) continue;
        if (title->title == TITLE_counterpart) take_office_of_other(search, &holders, m);
        else if (title->entity == m && !title->plural) join_lone_title(search, &holders, m);
        if (title->entity == m && title->title != TITLE_counterpart) join_unheld(search, m);
        title->value = code_of_title(search, title);
    }
}
