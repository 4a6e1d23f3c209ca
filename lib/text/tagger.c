// SPDX-License-Identifier: MIT
#include "text/tagger.h"

#include "text/lemma.h"
#include "text/tag_traits.h"

#define BIT(tag) (1u << (tag))
// What a word may be that no list of words exhausts.
#define OPEN_TAGS (BIT(UPOS_NOUN) | BIT(UPOS_PROPN) | BIT(UPOS_VERB) | BIT(UPOS_ADJ) | BIT(UPOS_ADV) | BIT(UPOS_INTJ) | BIT(UPOS_X))

struct tagger {
    struct lexicon lexicon, by_hand;
    struct endings endings;
    const struct tag_model *model;
};

struct tagger *make_tagger(struct arena *keep, const struct tagger_tables *tables, const struct tag_model *model) {
    struct tagger *tagger = TAKE(keep, struct tagger, 1);
    if (tables->ready) tagger->lexicon = *tables->ready;
    else read_lexicon(keep, &tables->words, &tagger->lexicon);
    read_lexicon(keep, &tables->by_hand, &tagger->by_hand);
    read_endings(keep, &tables->endings, &tagger->endings);
    tagger->model = model;
    return tagger;
}

static uint32_t find_form(const struct lexicon *lexicon, const struct token *token) {
    uint32_t row = find_lower(lexicon, token->lower);
    return row == NO_ROW ? NO_ROW : find_written(lexicon, row, token->form);
}

// A sentence in pieces of MOST_TAGGED words, so that room does not grow with it.
static void choose_all(const struct tagger *tagger, struct tag_room *room, struct token *tokens, size_t count) {
    for (size_t first = 0; first < count; first += MOST_TAGGED) {
        size_t piece = count - first < MOST_TAGGED ? count - first : MOST_TAGGED;
        for (size_t i = 0; i < piece; i++) {
            uint32_t row = find_form(&tagger->by_hand, &tokens[first + i]);
            room->limits[i] = row == NO_ROW ? 0 : tags_of_row(&tagger->by_hand, row);
        }
        choose_tags(tagger->model, room, tokens + first, piece);
    }
}

// Words that are no names even with a capital: "the" in "The Hague Speaks".
static bool is_closed(const struct lexicon *lexicon, uint32_t row) { return row != NO_ROW && !(BIT(lexicon->upos[row]) & OPEN_TAGS); }

// The row of the lexicon that tells of this token: its very form, or, where a capital may come from the place, the lower case.
static uint32_t choose_row(const struct lexicon *lexicon, const struct token *token, bool capital_is_free) {
    uint32_t any = find_lower(lexicon, token->lower);
    if (any == NO_ROW) return NO_ROW;
    if (slice_equal(token->form, token->lower)) return find_written(lexicon, any, token->lower);
    uint32_t lower = find_written(lexicon, any, token->lower), exact = find_written(lexicon, any, token->form);
    uint32_t row = capital_is_free && lower != NO_ROW ? lower : exact;
    return row == NO_ROW && is_closed(lexicon, any) ? any : row;
}

static struct slice lemma_by_hand(const struct tagger *tagger, const struct token *token) {
    uint32_t row = find_form(&tagger->by_hand, token);
    return row == NO_ROW ? (struct slice){"", 0} : lemma_of_row(&tagger->by_hand, row, token->upos);
}

static void find_lemmas(const struct tagger *tagger, struct arena *keep, struct token *tokens, size_t count) {
    bool shouting = is_shouting(tokens, count), opening = true;
    for (size_t i = 0; i < count; i++) {
        tokens[i].lemma = lemma_by_hand(tagger, &tokens[i]);
        if (tokens[i].lemma.length == 0) {
            uint32_t row = choose_row(&tagger->lexicon, &tokens[i], shouting || opening);
            tokens[i].lemma = find_lemma(keep, &tagger->lexicon, &tagger->endings, &tokens[i], row);
        }
        opening = opening && !begins_with_letter(tokens[i].lower);
    }
}

void tag_sentence(const struct tagger *tagger, struct document *document, size_t sentence) {
    struct sentence place = document->sentences.at[sentence];
    struct token *tokens = document->tokens.at + place.first;
    choose_all(tagger, arena_take(&document->memory, sizeof(struct tag_room)), tokens, place.count);
    find_lemmas(tagger, &document->memory, tokens, place.count);
}

void tag_document(const struct tagger *tagger, struct document *document, bool upos_given, bool lemma_given) {
    struct tag_room *room = upos_given ? NULL : arena_take(&document->memory, sizeof *room);
    for (size_t s = 0; s < document->sentences.count; s++) {
        struct sentence place = document->sentences.at[s];
        struct token *tokens = document->tokens.at + place.first;
        if (!upos_given) choose_all(tagger, room, tokens, place.count);
        if (!lemma_given) find_lemmas(tagger, &document->memory, tokens, place.count);
    }
}
