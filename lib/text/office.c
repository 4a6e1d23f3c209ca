// Who holds an office: the last step of find_names.
//
// ALGORITHM. First the offices that stand with a person: before him ("Defense Minister Pavel Orlin"), behind him and a comma
// ("Pavel Orlin, the Danish defense minister"), or as one of several ("Presidents A of X and B of Y"). A counterpart has the
// office of the person named last before. Then the offices that stand alone: one is that of the person who was called so, or for
// whom it can stand ("the minister", "the Pentagon chief"), of the country that is said, if there is just one such person.
// The value of an office is its code with the country in front.
// SPDX-License-Identifier: MIT
#include "text/coreference.h"
#include "text/holder.h"
#include "text/spelling.h"

static bool is_indefinite(const struct search *search, const struct mention *title) {
    const struct sentence *where = &search->document->sentences.at[title->sentence];
    for (size_t i = title->first, steps = 0; i-- > where->first && steps++ < 5;) {
        const struct token *token = &search->document->tokens.at[i];
        if (slice_is(token->lower, "a") || slice_is(token->lower, "an") || slice_is(token->lower, "another") || slice_is(token->lower, "any") ||
            slice_is(token->lower, "no") || slice_is(token->lower, "every") || slice_is(token->lower, "each") || slice_is(token->lower, "one")) return true;
        if (token->upos != UPOS_ADJ && token->upos != UPOS_NOUN && token->upos != UPOS_PROPN && token->upos != UPOS_ADV && !is_possessive(search, i) &&
            token->upos != UPOS_VERB && token->upos != UPOS_NUM && !slice_is(token->form, "-")) return false;
    }
    return false;
}

// Offices nobody holds here are one if they are called the same and belong to the same country or body.
static void join_unheld(struct references *references, size_t m) {
    struct search *search = references->search;
    struct mention *title = &search->mentions[m];
    uint64_t owner = title->owner ? find_root(search, title->owner - 1) + 1 : 0;
    uint64_t key = join_keys(join_keys(office_of(search, title), spelling_key(title->country)), owner * 2 + title->plural);
    uint32_t *known = number_for(references, KEY_title, key);
    if (*known && !is_indefinite(search, title)) title->entity = search->mentions[*known - 1].entity;
    *known = (uint32_t)m + 1;
}

// "his Russian counterpart" without a name: who was called so before, or has the office of the person named last, of this country.
static size_t find_counterpart(const struct search *search, const struct holders *holders, size_t m) {
    const struct mention *title = &search->mentions[m];
    size_t found = NOBODY;
    if (title->plural || title->country.length == 0) return NOBODY;
    for (size_t h = 0; h < holders->count; h++) {
        const struct holder *holder = &holders->list[h];
        if (!slice_equal(holder->country, title->country)) continue;
        bool same = search->mentions[holder->title].title == TITLE_counterpart || (holder->office && holder->office == title->office);
        if (!same) continue;
        if (found != NOBODY && found != holder->person) return NOBODY;
        found = holder->person;
    }
    return found;
}

static struct slice value_of_title(struct search *search, const struct mention *title) {
    if (!title->country.length || slice_starts(title->code, title->country)) return title->code;
    return title->code.length ? arena_join(&search->document->memory, title->country, " ", title->code) : title->country;
}

static void join_lone(struct references *references, const struct holders *holders, size_t m) {
    struct search *search = references->search;
    struct mention *title = &search->mentions[m];
    size_t person = NOBODY;
    if (title->title == TITLE_counterpart) {
        take_office_of_other(search, holders, m);
        person = find_counterpart(search, holders, m);
    } else if (!title->plural && !is_indefinite(search, title)) person = find_holder(search, holders, m);
    if (person != NOBODY) title->entity = person;
    else if (title->title != TITLE_counterpart) join_unheld(references, m);
}

void join_titles(struct search *search) {
    struct references references = {.search = search};
    struct holders holders = {.count = 0};
    make_key_table(&search->document->memory, &references.keys, 16);
    for (size_t m = 0; m < search->mention_count; m++)
        if (search->mentions[m].kind == NER_TITLE) join_adjacent(search, &holders, m);
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention *title = &search->mentions[m];
        if (title->kind != NER_TITLE) continue;
        if (title->entity == m) join_lone(&references, &holders, m);
        title->value = value_of_title(search, title);
    }
}
