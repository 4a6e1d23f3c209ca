// SPDX-License-Identifier: MIT
#include "text/tagger.h"

#include "text/lemma.h"
#include "text/tag_traits.h"

#define BIT(tag) (1u << (tag))
// What a word may be that no list of words exhausts.
#define OPEN_TAGS (BIT(UPOS_NOUN) | BIT(UPOS_PROPN) | BIT(UPOS_VERB) | BIT(UPOS_ADJ) | BIT(UPOS_ADV) | BIT(UPOS_INTJ) | BIT(UPOS_X))

// The rows of a word, or NO_ROW each.
struct rows {
    uint32_t by_hand;           // of its very form
    uint32_t any;               // the lexicon's first of its lower case
    uint32_t as_lower, as_form; // the lexicon's of its lower case as such, of its very form
};

// The rows of short words that were met lately; a newer word takes the place of an older one.
enum { KNOWN_BITS = 11 };
struct known_rows {
    struct packed_form form;
    struct rows rows;
};

struct tagger {
    struct lexicon lexicon, by_hand;
    struct known_rows *known; // [1 << KNOWN_BITS]
    struct endings endings;
    const struct tag_model *model;
};

struct tagger *make_tagger(struct arena *keep, const struct tagger_tables *tables, const struct tag_model *model) {
    struct tagger *tagger = TAKE(keep, struct tagger, 1);
    if (tables->ready) tagger->lexicon = *tables->ready;
    else read_lexicon(keep, &tables->words, &tagger->lexicon);
    read_lexicon(keep, &tables->by_hand, &tagger->by_hand);
    read_endings(keep, &tables->endings, &tagger->endings);
    tagger->known = TAKE(keep, struct known_rows, 1 << KNOWN_BITS);
    tagger->model = model;
    return tagger;
}

static struct rows seek_rows(const struct tagger *tagger, const struct token *token) {
    uint32_t by_hand = find_lower(&tagger->by_hand, token->lower), any = find_lower(&tagger->lexicon, token->lower);
    return (struct rows){find_written(&tagger->by_hand, by_hand, token->form), any, find_written(&tagger->lexicon, any, token->lower),
                         find_written(&tagger->lexicon, any, token->form)};
}

static struct rows find_rows(const struct tagger *tagger, const struct token *token) {
    struct packed_form form;
    if (!pack_form(token->form, &form)) return seek_rows(tagger, token);
    struct known_rows *known = &tagger->known[home_of_packed(form, KNOWN_BITS)];
    if (!is_packed(known->form, form)) *known = (struct known_rows){form, seek_rows(tagger, token)};
    return known->rows;
}

// A sentence in pieces of MOST_TAGGED words, so that room does not grow with it.
static void choose_all(const struct tagger *tagger, struct tag_room *room, struct token *tokens, size_t count) {
    for (size_t first = 0; first < count; first += MOST_TAGGED) {
        size_t piece = count - first < MOST_TAGGED ? count - first : MOST_TAGGED;
        for (size_t i = 0; i < piece; i++) {
            uint32_t row = find_rows(tagger, &tokens[first + i]).by_hand;
            room->limits[i] = row == NO_ROW ? 0 : tags_of_row(&tagger->by_hand, row);
        }
        choose_tags(tagger->model, room, tokens + first, piece);
    }
}

// Words that are no names even with a capital: "the" in "The Hague Speaks".
static bool is_closed(const struct lexicon *lexicon, uint32_t row) { return row != NO_ROW && !(BIT(lexicon->upos[row]) & OPEN_TAGS); }

// The row of the lexicon that tells of this token: its very form, or, where a capital may come from the place, the lower case.
static uint32_t choose_row(const struct lexicon *lexicon, const struct rows *rows, const struct token *token, bool capital_is_free) {
    if (slice_equal(token->form, token->lower)) return rows->as_lower;
    uint32_t row = capital_is_free && rows->as_lower != NO_ROW ? rows->as_lower : rows->as_form;
    return row == NO_ROW && is_closed(lexicon, rows->any) ? rows->any : row;
}

static struct slice lemma_by_hand(const struct tagger *tagger, const struct rows *rows, const struct token *token) {
    return rows->by_hand == NO_ROW ? (struct slice){"", 0} : lemma_of_row(&tagger->by_hand, rows->by_hand, token->upos);
}

static void find_lemmas(const struct tagger *tagger, struct arena *keep, struct token *tokens, size_t count) {
    bool shouting = is_shouting(tokens, count), opening = true;
    for (size_t i = 0; i < count; i++) {
        struct rows rows = find_rows(tagger, &tokens[i]);
        tokens[i].lemma = lemma_by_hand(tagger, &rows, &tokens[i]);
        if (tokens[i].lemma.length == 0) {
            uint32_t row = choose_row(&tagger->lexicon, &rows, &tokens[i], shouting || opening);
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
