// SPDX-License-Identifier: MIT
#include "text/holder.h"

#include "text/coreference.h"
#include "text/spelling.h"

uint64_t office_of(const struct search *search, const struct mention *title) {
    if (title->office) return title->office;
    uint64_t key = 0;
    for (size_t i = title->first; i < end_of(title); i++) key = join_keys(key, spelling_key(search->document->tokens.at[i].lower));
    return key;
}

static void add_holder(struct search *search, struct holders *holders, size_t person, size_t m, size_t words, struct slice country) {
    const struct mention *title = &search->mentions[m];
    if (holders->count == MOST_HOLDERS || title->title == TITLE_honorific) return;
    struct holder *holder = &holders->list[holders->count++];
    *holder = (struct holder){.person = find_root(search, person), .title = m, .words = words, .office = office_of(search, title), .country = country, .code = title->code};
    holder->era = era_of(search, m);
    holder->stated = country.length > 0;
    if (!holder->stated) holder->country = search->mentions[person].country;
}

/* Several of one office. */

enum { MOST_OF_ROW = 8 };

// The countries in front of an office of several: "the Danish and Polish ministers". How many; they come last first.
static size_t countries_before(const struct search *search, size_t m, struct slice *countries) {
    size_t count = 0, begin = search->mentions[m].first;
    for (size_t n = m; n-- > 0 && count < MOST_OF_ROW; begin = search->mentions[n].first) {
        const struct mention *before = &search->mentions[n];
        if (before->sentence != search->mentions[m].sentence || (before->kind != NER_NORP && before->kind != NER_LOC) || begin < end_of(before) || begin - end_of(before) > 2) break;
        if (before->country.length) countries[count++] = before->country;
    }
    return count;
}

static bool is_of_row(const struct search *search, size_t from, size_t until) {
    if (until < from || until - from > 3) return false;
    for (size_t i = from; i < until; i++) {
        struct slice word = search->document->tokens.at[i].lower;
        if (!slice_is(word, ",") && !slice_is(word, "and") && !slice_is(word, "of") && !slice_is(word, "the")) return false;
    }
    return true;
}

// "Presidents A of X, B of Y and C of Z"; "the Danish and Polish ministers, A and B".
static void join_row(struct search *search, struct holders *holders, size_t m) {
    struct slice countries[MOST_OF_ROW], said[MOST_OF_ROW];
    size_t persons[MOST_OF_ROW], count = 0, end = end_of(&search->mentions[m]), known = countries_before(search, m, countries);
    for (size_t n = m + 1; n < search->mention_count && count < MOST_OF_ROW; n++) {
        const struct mention *next = &search->mentions[n];
        if (next->sentence != search->mentions[m].sentence || !is_of_row(search, end, next->first)) break;
        if (next->kind == NER_PER) {
            persons[count] = n;
            said[count++] = (struct slice){"", 0};
        } else if (next->kind == NER_LOC && count && slice_is(search->document->tokens.at[end].lower, "of")) said[count - 1] = next->country;
        else if (next->kind != NER_LOC || count) break;
        end = end_of(next);
    }
    for (size_t i = 0; i < count; i++)
        add_holder(search, holders, persons[i], m, m, said[i].length || known != count ? said[i] : countries[count - 1 - i]);
}

void join_adjacent(struct search *search, struct holders *holders, size_t m) {
    struct mention *title = &search->mentions[m];
    find_owner(search, m);
    size_t person = person_beside(search, m);
    if (person) {
        title->entity = search->mentions[person - 1].entity;
        find_owner_behind(search, m, person - 1);
    }
    size_t words = title->title == TITLE_counterpart ? take_office_of_other(search, holders, m) : m;
    if (person) add_holder(search, holders, person - 1, m, words, title->country);
    else if (title->plural) join_row(search, holders, m);
}

size_t take_office_of_other(struct search *search, const struct holders *holders, size_t m) {
    struct mention *title = &search->mentions[m];
    size_t words = m, n = m, farthest = m > 12 ? m - 12 : 0;
    while (n > farthest) {
        const struct mention *other = &search->mentions[--n];
        bool office = other->kind == NER_TITLE && other->title != TITLE_counterpart && !other->plural;
        if ((other->kind != NER_PER && !office) || other->entity == title->entity) continue;
        if (office && other->entity == n) { // nobody is known to hold it
            if (other->code.length > title->code.length) title->code = other->code;
            title->office = office_of(search, other);
            return n;
        }
        for (size_t h = 0; h < holders->count; h++) {
            const struct holder *held = &holders->list[h];
            if (held->person != other->entity || search->mentions[held->title].title == TITLE_counterpart) continue;
            if (held->code.length > title->code.length) title->code = held->code;
            title->office = held->office;
            words = held->words;
        }
        return words;
    }
    return words;
}

/* Which holder a title means that stands alone. */

// The word of a title that says what its holder is: "minister" of "minister of defence".
static size_t head_of(const struct search *search, const struct mention *title) {
    size_t head = title->first;
    for (size_t i = title->first; i < end_of(title); i++) {
        struct slice word = search->document->tokens.at[i].lower;
        if (slice_is(word, "of") || slice_is(word, "for") || slice_is(word, "to")) break;
        head = i;
    }
    return head;
}

static bool is_subordinate(const struct search *search, const struct mention *title) {
    for (size_t i = title->first; i < end_of(title); i++)
        if (is_marked(&search->sights[i], WORD_subordinate)) return true;
    return title->first > 0 && is_marked(&search->sights[title->first - 1], WORD_subordinate);
}

static bool ends_alike(const struct search *search, const struct mention *a, const struct mention *b) {
    const struct token *tokens = search->document->tokens.at;
    for (size_t i = 1; i <= a->count && i <= b->count; i++)
        if (!slice_equal(tokens[end_of(a) - i].lower, tokens[end_of(b) - i].lower)) return false;
    return true;
}

static bool heads(const struct search *search, const struct mention *title) {
    return is_marked(&search->sights[head_of(search, title)], WORD_heading) && !is_subordinate(search, title);
}

// Whose offices they are, where that is no country: 0 two bodies or places, 1 only the title has one and it may be the holder's,
// 2 no hindrance.
static int fit_owner(struct search *search, const struct mention *title, const struct mention *held) {
    if (!title->owner) return 2;
    if (held->owner) return find_root(search, title->owner - 1) == find_root(search, held->owner - 1) ? 2 : 0;
    const struct mention *owner = &search->mentions[title->owner - 1];
    return owner->kind == NER_ORG && (owner->code.length || owner->country.length);
}

// How well a title can stand for a held office; 0: not at all.
static int fit_office(struct search *search, const struct mention *title, const struct holder *holder) {
    const struct mention *held = &search->mentions[holder->words];
    if (fit_owner(search, title, &search->mentions[holder->title]) == 0) return 0;
    if (holder->office == office_of(search, title)) return 4;
    if (is_subordinate(search, held) != is_subordinate(search, title)) return 0;
    if (heads(search, title) && heads(search, held)) {
        bool owner = title->owner && held->owner && find_root(search, title->owner - 1) == find_root(search, held->owner - 1);
        if (owner || (slice_is(title->code, "GOV MIL") && slice_is(holder->code, "GOV MIL"))) return 3;
    }
    const struct token *tokens = search->document->tokens.at;
    bool general = title->count == 1 && slice_equal(tokens[title->first].lower, tokens[head_of(search, held)].lower);
    bool narrow = held->count == 1 && slice_equal(tokens[held->first].lower, tokens[head_of(search, title)].lower);
    return general || narrow || ends_alike(search, title, held) ? 2 : 0;
}

// 0: countries that cannot be one; 1: nobody says the holder's; 2: the title does not say, the holder does; 3: the same, or neither.
// A paper's own ministers stand in it without their country; a counterpart is the other one.
static int fit_country(const struct search *search, const struct mention *title, const struct holder *holder) {
    bool counterpart = search->mentions[holder->title].title == TITLE_counterpart;
    if (title->country.length == 0) return counterpart ? 1 : holder->stated ? 2 : 3;
    if (holder->country.length == 0) return 1;
    return slice_equal(title->country, holder->country) ? 3 : 0;
}

size_t find_holder(struct search *search, const struct holders *holders, size_t m) {
    const struct mention *title = &search->mentions[m];
    enum era era = era_of(search, m);
    size_t found = NOBODY;
    int best = 0;
    if (is_made(search, m)) return NOBODY;
    for (size_t h = 0; h < holders->count; h++) {
        const struct holder *holder = &holders->list[h];
        int office = fit_office(search, title, holder), country = fit_country(search, title, holder), fit = 4 * country + office;
        if (office == 0 || country == 0 || (country == 1 && office < 3) || era != holder->era || fit < best) continue;
        if (fit == best && found != holder->person) found = NOBODY;
        else found = holder->person;
        best = fit;
    }
    return found;
}
