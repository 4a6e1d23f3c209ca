// SPDX-License-Identifier: MIT
#include "text/name_traits.h"

static int vote_of(enum ner kind) { return kind == NER_PER ? 1 : kind == NER_ORG ? 2 : kind == NER_LOC ? 3 : 0; }

void count_votes(struct search *search) {
    size_t m = 0;
    for (size_t i = 0; i < search->document->tokens.count; i++) {
        while (m < search->mention_count && search->mentions[m].first + search->mentions[m].count <= i) m++;
        bool inside = m < search->mention_count && search->mentions[m].first <= i;
        if (!has_capital(&search->sights[i])) continue;
        struct word *word = word_of(search, search->sights[i].hash);
        uint16_t *vote = &word->votes[inside ? vote_of(search->mentions[m].kind) : 0];
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

static uint32_t document_says(struct search *search, const struct sight *sight, enum ner kind) {
    if (!has_capital(sight)) return 0;
    const struct word *word = word_of(search, sight->hash);
    uint32_t called = most_votes(word->votes, vote_of(kind)), person = word->votes[1] - (uint32_t)(kind == NER_PER) > 0;
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

static bool may_begin(const struct sight *sight, struct slice form) {
    return has_capital(sight) || (sight->shape == SHAPE_OTHER && form.length && ((form.at[0] >= '0' && form.at[0] <= '9') || (unsigned char)form.at[0] > 127));
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

void see_names(const struct name_sight *sight, struct search *search, size_t s, size_t *mention, word_traits *traits,
               enum freedom *freedom) {
    const struct sentence *sentence = &search->document->sentences.at[s];
    size_t end = sentence->first + sentence->count;
    bool row = is_row(search->document->tokens.at, sentence);
    for (size_t i = sentence->first; i < end; i++)
        fill_traits(sight->clusters, &search->document->tokens.at[i], sight->wanted, traits[i - sentence->first]);
    for (size_t i = sentence->first; i < end; i++) {
        const struct token *token = &search->document->tokens.at[i];
        const struct sight *word = &search->sights[i];
        uint32_t *seen = traits[i - sentence->first];
        while (*mention < search->mention_count && search->mentions[*mention].first + search->mentions[*mention].count <= i) ++*mention;
        const struct mention *around = *mention < search->mention_count && search->mentions[*mention].first <= i ? &search->mentions[*mention] : NULL;
        enum ner kind = around ? around->kind : token->ner;
        bool begins = around ? around->first == i : token->ner_begins;
        uint32_t bits = word->shape == SHAPE_OTHER ? 0 : find_listed_name(sight->lists, word->hash);
        seen[TRAIT_upos] = (uint32_t)token->upos + 1;
        seen[TRAIT_ner] = 1 + 2 * (uint32_t)kind + begins;
        seen[TRAIT_list] = 1 + (bits & person_lists);
        seen[TRAIT_thing] = 1 + (bits & ~person_lists & ~(1u << LISTED_begins));
        seen[TRAIT_marks] = 1 + (word->slot ? word->slot->marks & ~(uint32_t)GAZETTEER_BEGINS & ~(1u << WORD_common) : 0);
        seen[TRAIT_look] = look_of(word);
        seen[TRAIT_setting] = setting_of(search->document->tokens.at, i, sentence, row);
        seen[TRAIT_earlier] = document_says(search, word, around ? around->kind : NER_NONE);
        if (bits >> LISTED_begins & 1) see_phrases(sight->lists, search, i, end, traits + (i - sentence->first));
        bool fixed = token->ner != NER_NONE || (around && around->row && around->row->own);
        bool whole = kind != NER_NONE || may_begin(word, token->form) || (bits & ~person_lists) != 0;
        freedom[i - sentence->first] = fixed ? FREE_NOT : whole ? FREE_WHOLLY : FREE_INSIDE;
    }
}
