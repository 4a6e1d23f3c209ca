// SPDX-License-Identifier: MIT
#include "text/name_traits.h"

void say_mentions(const struct search *search, uint8_t *said) {
    memset(said, VOTE_OUTSIDE, search->document->tokens.count);
    for (size_t m = 0; m < search->mention_count; m++)
        memset(said + search->mentions[m].first, vote_of(search->mentions[m].kind), search->mentions[m].count);
}

void count_votes(struct search *search, const uint8_t *said) {
    size_t count = search->document->tokens.count;
    for (size_t i = 0; i < count; i++)
        if (has_capital(&search->sights[i])) {
            struct word *word = word_of(search, search->sights[i].hash);
            memset(word->votes, 0, sizeof word->votes);
        }
    for (size_t i = 0; i < count; i++) {
        if (!has_capital(&search->sights[i])) continue;
        uint16_t *vote = &word_of(search, search->sights[i].hash)->votes[said[i]];
        *vote += *vote < UINT16_MAX;
    }
}

// What it is called most often, leaving out the vote of this place; 0: it stands nowhere else.
static uint32_t most_votes(const uint16_t votes[4], int own) {
    uint32_t best = 0, most = 0;
    for (int v = 0; v < 4; v++) {
        uint32_t count = votes[v] - (uint32_t)(v == own);
        if (count > most) most = count, best = (uint32_t)v + 1;
    }
    return best;
}

uint32_t document_says(struct search *search, const uint8_t *said, size_t i) {
    const struct sight *sight = &search->sights[i];
    if (!has_capital(sight)) return 0;
    const struct word *word = word_of(search, sight->hash);
    uint32_t called = most_votes(word->votes, said[i]), person = word->votes[VOTE_PERSON] - (uint32_t)(said[i] == VOTE_PERSON) > 0;
    return 1 + called + 5 * (word->lower > 0) + 10 * (word->capital > (uint32_t)!sight->opens) + 20 * person;
}

static uint32_t look_of(const struct sight *sight) {
    return 1 + (uint32_t)sight->shape + 5 * sight->opens + 10 * sight->loud + 20 * is_marked(sight, WORD_common);
}

// A row of a table: figures are a third of it.
static bool is_row(const struct token *tokens, const struct sentence *sentence) {
    size_t figures = 0;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++)
        figures += tokens[i].form.length && tokens[i].form.at[0] >= '0' && tokens[i].form.at[0] <= '9';
    return figures >= 2 && 3 * figures >= sentence->count;
}

// What a word has around it that no word shows: blanks, the part of the page.
static uint32_t setting_of(const struct token *tokens, size_t i, const struct sentence *sentence, bool row) {
    bool left = i > sentence->first && tokens[i - 1].end == tokens[i].start;
    bool right = i + 1 < sentence->first + sentence->count && tokens[i].end == tokens[i + 1].start;
    return 1 + (uint32_t)left + 2 * right + 4 * row + 8 * (uint32_t)sentence->part;
}

static const uint32_t person_lists = 1u << LISTED_given | 1u << LISTED_surname | 1u << LISTED_upper | 1u << LISTED_person;

static const uint32_t whole_lists = 1u << LISTED_city | 1u << LISTED_region | 1u << LISTED_organisation | 1u << LISTED_party |
                                    1u << LISTED_person;

// May a name begin with this word? Else the model is not asked where none goes on: most words are cheap.
static bool may_begin(const struct sight *sight, const struct token *token, uint32_t bits) {
    bool common = is_marked(sight, WORD_common), function = is_marked(sight, WORD_function);
    if (has_capital(sight)) return !(sight->opens && function && !is_marked(sight, WORD_given)) || bits & whole_lists;
    if (sight->shape == SHAPE_LOWER) return !common && bits & whole_lists;
    struct slice form = token->form; // "3M", "49ers"
    return form.length > 1 && form.at[0] >= '0' && form.at[0] <= '9' && (form.at[form.length - 1] | 32) >= 'a';
}

// The phrases of several words that begin here: their words are told which list has them.
static void see_phrases(const struct name_lists *lists, const struct search *search, size_t at, size_t end, word_traits *traits) {
    const struct token *tokens = search->document->tokens.at;
    uint64_t hash = search->sights[at].hash;
    uint32_t bits = 1u << LISTED_begins, found = 0;
    size_t last = at;
    for (size_t i = at + 1; i < end && i < at + 8 && bits >> LISTED_begins & 1; i++) {
        hash = go_on_search(hash, &tokens[i], tokens[i].start > tokens[i - 1].end);
        bits = find_listed_name(lists, hash);
        uint32_t whole = bits & ~(1u << LISTED_begins);
        if (whole) found = whole, last = i;
    }
    for (size_t i = at; found && i <= last; i++)
        traits[i - at][TRAIT_phrase] = 1 + 2 * found + (i > at);
}

// The first look at a word: enough to know whether a name may begin with it.
struct glimpse {
    uint32_t bits;  // the lists it stands in
    enum ner kind;  // of the mention it is part of
    bool begins, near;
};

static void glance(const struct name_sight *sight, const struct search *search, size_t i, size_t *mention, struct glimpse *glimpse,
                   enum freedom *freedom) {
    const struct token *token = &search->document->tokens.at[i];
    const struct sight *word = &search->sights[i];
    while (*mention < search->mention_count && search->mentions[*mention].first + search->mentions[*mention].count <= i) ++*mention;
    const struct mention *around = *mention < search->mention_count ? &search->mentions[*mention] : NULL;
    if (around && around->first > i) around = NULL;
    bool listed = has_capital(word) || (word->shape == SHAPE_LOWER && !is_marked(word, WORD_common));
    *glimpse = (struct glimpse){.bits = listed ? find_listed_name(sight->lists, word->hash) : 0,
                                .kind = around ? around->kind : token->ner, .begins = around ? around->first == i : token->ner_begins};
    bool fixed = token->ner != NER_NONE || (around && around->row && around->row->own);
    bool named = glimpse->kind == NER_PER || glimpse->kind == NER_ORG || glimpse->kind == NER_LOC;
    *freedom = fixed ? FREE_NOT : named || may_begin(word, token, glimpse->bits) ? FREE_WHOLLY : FREE_INSIDE;
}

// How far around a word where a name may begin templates look, and how far on a name may go over words with which none begins.
enum { NEAR_BEFORE = 2, NEAR_AFTER = 4 };

static void mark_near(const struct name_view *view, size_t count) {
    size_t until = 0;
    for (size_t i = 0; i < count; i++) {
        if (view->freedom[i] == FREE_WHOLLY) {
            for (size_t back = 1; back <= NEAR_BEFORE && back <= i; back++) view->glimpses[i - back].near = true;
            until = i + NEAR_AFTER + 1;
        }
        view->glimpses[i].near = i < until;
    }
}

static void see_word(const struct name_sight *sight, struct search *search, const struct sentence *sentence, size_t i, bool row,
                     const struct glimpse *glimpse, word_traits seen) {
    const struct token *token = &search->document->tokens.at[i];
    const struct sight *word = &search->sights[i];
    struct seen_word *kept;
    if (!recall_traits(sight->memory, token->form, seen, &kept)) {
        fill_traits(sight->clusters, token, sight->wanted, seen);
        keep_traits(kept, token->form, seen);
    }
    seen[TRAIT_ner] = 1 + 2 * (uint32_t)glimpse->kind + glimpse->begins;
    seen[TRAIT_list] = 1 + (glimpse->bits & person_lists);
    seen[TRAIT_thing] = 1 + (glimpse->bits & ~person_lists & ~(1u << LISTED_begins));
    seen[TRAIT_marks] = 1 + (word->slot ? word->slot->marks & ~(uint32_t)GAZETTEER_BEGINS & ~(1u << WORD_common) : 0);
    seen[TRAIT_look] = look_of(word);
    seen[TRAIT_setting] = setting_of(search->document->tokens.at, i, sentence, row);
    seen[TRAIT_earlier] = document_says(search, sight->said, i);
}

struct name_view make_name_view(struct arena *keep, const struct document *document) {
    size_t room = 1;
    for (size_t s = 0; s < document->sentences.count; s++)
        if (document->sentences.at[s].count > room) room = document->sentences.at[s].count;
    return (struct name_view){TAKE(keep, word_traits, room), TAKE(keep, enum freedom, room), TAKE(keep, struct glimpse, room), room};
}

void see_names(const struct name_sight *sight, struct search *search, size_t s, size_t *mention, struct name_view *view) {
    const struct sentence *sentence = &search->document->sentences.at[s];
    bool row = is_row(search->document->tokens.at, sentence);
    for (size_t i = 0; i < sentence->count; i++)
        glance(sight, search, sentence->first + i, mention, &view->glimpses[i], &view->freedom[i]);
    mark_near(view, sentence->count);
    for (size_t i = 0; i < sentence->count; i++)
        if (view->glimpses[i].near) see_word(sight, search, sentence, sentence->first + i, row, &view->glimpses[i], view->traits[i]);
        else memset(view->traits[i], 0, sizeof view->traits[i]);
    for (size_t i = 0; i < sentence->count; i++)
        if (view->glimpses[i].bits >> LISTED_begins & 1)
            see_phrases(sight->lists, search, sentence->first + i, sentence->first + sentence->count, view->traits + i);
}
