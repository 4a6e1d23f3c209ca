// Which mentions are of the same thing, and what it is called: the third step of find_names.
//
// ALGORITHM. A mention of several words stands for a person; it joins the newest earlier one that ends in the same word and does
// not contradict it ("Joe Biden" and "Joseph Biden" do, "J. Biden" and "Joe Biden" do not). A single word joins the newest person
// before it whose name ends in it, or else the next one after it, or else anybody who has the word in his name. Other things join
// by the value a list gives them, or by their words; an acronym in brackets joins the name in front of it.
// SPDX-License-Identifier: MIT
#include "base/utf8.h"
#include "text/mention.h"

enum { MOST_NAMESAKES = 8 }; // so that a document of one family stays linear

static struct slice text_of_mention(struct search *search, const struct mention *mention) {
    return text_of(&search->document->memory, search->document, mention->first, mention->count);
}

// The last word that is no suffix, and the first.
static size_t family_token(const struct search *search, const struct mention *mention) {
    size_t at = mention->first + mention->count;
    while (--at > mention->first)
        if (search->sights[at].shape >= SHAPE_CAPITALISED && !is_marked(&search->sights[at], WORD_suffix)) break;
    return at;
}

static uint64_t hash_text(struct slice text) {
    char bytes[256];
    struct token token = {.lower = lower_into(text, bytes, sizeof bytes)};
    return begin_search(&token);
}

// May two persons whose names end in the same word be one? Where both have another first word, no; an initial fits its name.
static bool may_be_one(const struct search *search, const struct mention *a, const struct mention *b) {
    const struct token *one = &search->document->tokens.at[a->first], *other = &search->document->tokens.at[b->first];
    if (a->row && b->row && slice_equal(a->row->value, b->row->value)) return true;
    if (slice_equal(one->lower, other->lower)) return true;
    bool initial = search->sights[a->first].shape == SHAPE_INITIAL || search->sights[b->first].shape == SHAPE_INITIAL;
    return initial && one->lower.length && other->lower.length && one->lower.at[0] == other->lower.at[0];
}

// Words of the name proper: "Van der Meer" has one.
static size_t capitals_in(const struct search *search, const struct mention *mention) {
    size_t count = 0;
    for (size_t i = mention->first; i < mention->first + mention->count; i++)
        count += has_capital(&search->sights[i]) && !is_marked(&search->sights[i], WORD_particle) && !is_marked(&search->sights[i], WORD_suffix);
    return count;
}

static size_t find_namesake(struct search *search, const struct word *family, const struct mention *mention) {
    size_t steps = 0;
    for (size_t at = family->family; at && steps++ < MOST_NAMESAKES; at = search->mentions[at - 1].namesake)
        if (may_be_one(search, &search->mentions[at - 1], mention)) return at;
    return 0;
}

static void note_bearers(struct search *search, size_t m) {
    const struct mention *mention = &search->mentions[m];
    for (size_t i = mention->first; i < mention->first + mention->count; i++)
        if (search->sights[i].shape >= SHAPE_CAPITALISED) word_of(search, search->sights[i].hash)->bearer = mention->entity + 1;
}

// Full names first: who is there.
static void join_full_names(struct search *search) {
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention *mention = &search->mentions[m];
        mention->entity = m;
        if (mention->kind != NER_PER || capitals_in(search, mention) < 2) continue;
        struct word *family = word_of(search, search->sights[family_token(search, mention)].hash);
        size_t namesake = find_namesake(search, family, mention);
        if (namesake) {
            mention->entity = search->mentions[namesake - 1].entity;
            struct mention *first = &search->mentions[mention->entity];
            if (!first->row && (mention->row || mention->count > first->count))
                first->value = mention->row ? mention->row->value : text_of_mention(search, mention);
        } else {
            mention->namesake = family->family;
            family->family = m + 1;
            mention->value = mention->row ? mention->row->value : text_of_mention(search, mention);
        }
        note_bearers(search, m);
    }
}

// Then the single words, by who was named last; `family` now runs through the document a second time.
static void join_single_names(struct search *search) {
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention *mention = &search->mentions[m];
        if (mention->kind != NER_PER) continue;
        struct word *word = word_of(search, search->sights[family_token(search, mention)].hash);
        if (capitals_in(search, mention) >= 2) {
            word->family = mention->entity + 1;
            continue;
        }
        size_t known = word->family ? word->family : word->bearer;
        if (known && search->mentions[known - 1].kind == NER_PER) mention->entity = search->mentions[known - 1].entity;
        else {
            mention->value = mention->row ? mention->row->value : text_of_mention(search, mention);
            word->bearer = m + 1;
        }
    }
}

/* Things: organisations, places, nationalities, events. */

static struct slice without_article(struct slice text) {
    return slice_starts(text, SLICE("the ")) || slice_starts(text, SLICE("The ")) ? slice_skip(text, 4) : text;
}

// The country that a body or an office belongs to: "Russian X", "Russia's X", "X of Russia".
static void find_country(struct search *search, size_t m) {
    struct mention *mention = &search->mentions[m];
    const struct token *tokens = search->document->tokens.at;
    const struct mention *before = m ? &search->mentions[m - 1] : NULL, *after = m + 1 < search->mention_count ? &search->mentions[m + 1] : NULL;
    size_t end = before ? before->first + before->count : 0;
    if (before && before->sentence == mention->sentence) {
        for (int words = 0; words < 2 && end < mention->first; words++)
            if (slice_is(tokens[end].lower, "'s") || slice_is(tokens[end].lower, "\xE2\x80\x99s") || is_marked(&search->sights[end], WORD_modifier)) end++;
        if (end == mention->first && (before->kind == NER_NORP || before->kind == NER_LOC || before->kind == NER_TITLE)) mention->country = before->country;
        if (end == mention->first && before->kind == NER_ORG) {
            mention->country = before->country;
            if (mention->code.length == 0) mention->code = before->code;
        }
    }
    if (mention->country.length || !after || after->sentence != mention->sentence) return;
    end = mention->first + mention->count;
    if (end < after->first && slice_is(tokens[end].lower, "of") && after->first - end <= 2 && (after->kind == NER_LOC || after->kind == NER_ORG)) {
        mention->country = after->country;
        if (mention->code.length == 0) mention->code = after->code;
    }
}

static bool is_iso3(struct slice code) {
    return code.length >= 3 && code.at[0] >= 'A' && code.at[0] <= 'Z' && code.at[1] >= 'A' && code.at[1] <= 'Z' && code.at[2] >= 'A' &&
           code.at[2] <= 'Z' && (code.length == 3 || code.at[3] == ' ');
}

static void take_code(struct mention *mention) {
    if (!mention->row || !is_iso3(mention->row->code)) return;
    mention->country = slice_first(mention->row->code, 3);
    if (mention->kind == NER_ORG) mention->code = slice_skip(mention->row->code, 4);
}

// How a country's name stands before a body's: its adjective, the first one on the list.
static struct slice adjective_of(const struct names *names, struct slice country) {
    for (size_t r = 0; r < names->row_count; r++)
        if (names->rows[r].kind == NER_NORP && slice_equal(names->rows[r].code, country)) return names->rows[r].alias;
    return country;
}

static struct slice name_of_body(struct search *search, const struct mention *mention) {
    struct slice text = without_article(text_of_mention(search, mention));
    if (mention->country.length == 0) return text;
    return arena_join(&search->document->memory, adjective_of(search->names, mention->country), " ", text);
}

// "European Union (EU)": is there nothing but a bracket between this mention and the one before?
static bool is_bracketed(const struct search *search, size_t m) {
    const struct mention *mention = &search->mentions[m], *before = &search->mentions[m - 1];
    size_t end = before->first + before->count;
    return before->sentence == mention->sentence && before->kind == mention->kind && mention->count == 1 && end + 1 == mention->first &&
           slice_is(search->document->tokens.at[end].form, "(") && search->sights[mention->first].shape == SHAPE_CAPITALS;
}

// Without the words that only say what it is: "Orlin Holdings Ltd" is "Orlin".
static uint64_t hash_of_core(const struct search *search, const struct mention *mention) {
    size_t end = mention->first + mention->count;
    while (end > mention->first + 1 && is_marked(&search->sights[end - 1], WORD_organisation_head)) end--;
    return end == mention->first + 1 && mention->count > 1 ? search->sights[mention->first].hash : 0;
}

static void join_thing(struct search *search, size_t m) {
    struct mention *mention = &search->mentions[m];
    take_code(mention);
    if (mention->body) find_country(search, m);
    mention->value = mention->row ? mention->row->value : mention->body ? name_of_body(search, mention) : without_article(text_of_mention(search, mention));
    struct word *word = word_of(search, hash_text(mention->value));
    if (m && is_bracketed(search, m)) mention->entity = search->mentions[m - 1].entity;
    else if (word->thing[mention->kind]) mention->entity = search->mentions[word->thing[mention->kind] - 1].entity;
    if (word->thing[mention->kind] == 0) word->thing[mention->kind] = mention->entity + 1;
    uint64_t core = mention->kind == NER_ORG ? hash_of_core(search, mention) : 0;
    if (core && word_of(search, core)->thing[NER_ORG] == 0) word_of(search, core)->thing[NER_ORG] = mention->entity + 1;
    // a body without its country is the last one that had one
    if (!mention->body) return;
    word = word_of(search, hash_text(without_article(text_of_mention(search, mention))));
    if (mention->country.length) word->thing[NER_ORG] = mention->entity + 1;
    else if (word->thing[NER_ORG]) mention->entity = search->mentions[word->thing[NER_ORG] - 1].entity;
    mention->country = search->mentions[mention->entity].country;
}

void join_names(struct search *search) {
    join_full_names(search);
    join_single_names(search);
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention *mention = &search->mentions[m];
        if (mention->kind == NER_PER || mention->kind == NER_TITLE) continue;
        join_thing(search, m);
    }
    for (size_t m = 0; m < search->mention_count; m++)
        if (search->mentions[m].kind != NER_TITLE) search->mentions[m].value = search->mentions[search->mentions[m].entity].value;
}
