// SPDX-License-Identifier: MIT
#include "text/tagger.h"

#include "base/utf8.h"
#include "text/lemma.h"

#define BIT(tag) (1u << (tag))
// What a word that nobody knows may turn out to be.
#define OPEN_TAGS                                                                                                                     \
    (BIT(UPOS_NOUN) | BIT(UPOS_PROPN) | BIT(UPOS_VERB) | BIT(UPOS_ADJ) | BIT(UPOS_ADV) | BIT(UPOS_NUM) | BIT(UPOS_INTJ) | BIT(UPOS_X))

struct tagger {
    struct lexicon lexicon;
    struct endings endings;
    struct contexts contexts, contexts_by_hand;
};

struct tagger *make_tagger(struct arena *keep, const struct tagger_tables *tables) {
    struct tagger *tagger = TAKE(keep, struct tagger, 1);
    if (tables->ready) tagger->lexicon = *tables->ready;
    else read_lexicon(keep, &tables->words, &tagger->lexicon);
    make_room_for_others(keep, &tagger->lexicon, (tables->contexts.rows + tables->contexts_by_hand.rows) * 5);
    read_endings(keep, &tables->endings, &tagger->endings);
    read_contexts(keep, &tables->contexts, &tagger->lexicon, &tagger->contexts);
    read_contexts(keep, &tables->contexts_by_hand, &tagger->lexicon, &tagger->contexts_by_hand);
    return tagger;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool has_letter(struct slice form) {
    for (size_t i = 0; i < form.length; i++)
        if ((form.at[i] | 32) >= 'a' && (form.at[i] | 32) <= 'z') return true;
    for (size_t i = 0, length; i < form.length; i += length)
        if (char_class(utf8_decode(slice_skip(form, i), &length)) == CLASS_LETTER) return true;
    return false;
}

// A word of digits, or one that begins with them: "1990s" is a noun, "40,000" and "3.5" are numbers, "5th" an adjective.
static enum upos guess_number(struct slice lower) {
    size_t i = 0;
    while (i < lower.length && (is_digit(lower.at[i]) || strchr(".,:/-", lower.at[i]))) i++;
    struct slice rest = slice_skip(lower, i);
    if (rest.length == 0) return UPOS_NUM;
    if (slice_is(rest, "s") || slice_is(rest, "'s")) return UPOS_NOUN;
    if (slice_is(rest, "st") || slice_is(rest, "nd") || slice_is(rest, "rd") || slice_is(rest, "th")) return UPOS_ADJ;
    return UPOS_NUM;
}

static enum upos guess_mark(struct slice form) {
    for (size_t i = 0, length; i < form.length; i += length) {
        enum char_class class = char_class(utf8_decode(slice_skip(form, i), &length));
        if (class == CLASS_SYMBOL || class == CLASS_OTHER) return UPOS_SYM;
        if (class == CLASS_DIGIT) return UPOS_NUM;
    }
    return form.length && strchr("%$#@*+=<>~^|&", form.at[0]) ? UPOS_SYM : UPOS_PUNCT;
}

// URLs, addresses: words that no ending explains.
static bool is_address(struct slice lower) {
    return slice_find(lower, SLICE("://")) >= 0 || slice_starts(lower, SLICE("www.")) ||
           (lower.length > 2 && memchr(lower.at + 1, '@', lower.length - 1));
}

static enum upos guess_word(const struct endings *endings, const struct token *token) {
    struct slice form = token->form;
    if (form.length == 0) return UPOS_X;
    if (is_digit(form.at[0]) || (form.length > 1 && strchr(".+-'", form.at[0]) && is_digit(form.at[1])))
        return guess_number(token->lower);
    if (!has_letter(form)) return guess_mark(form);
    if (is_address(token->lower)) return UPOS_X;
    bool name = !slice_equal(form, token->lower);
    const struct ending_node *ending = find_ending(endings, name ? endings->name : endings->tag, token->lower);
    return ending ? ending->upos : name ? UPOS_PROPN : UPOS_NOUN;
}

static bool begins_with_letter(struct slice lower) {
    size_t length;
    if (lower.length == 0) return false;
    if ((unsigned char)lower.at[0] < 128) return lower.at[0] >= 'a' && lower.at[0] <= 'z';
    return char_class(utf8_decode(lower, &length)) == CLASS_LETTER;
}

// Where capitals say nothing: most longer words of the sentence have them (a headline in title case or in capitals).
static bool is_shouting(const struct token *tokens, size_t count) {
    size_t words = 0, capitals = 0;
    for (size_t i = 0; i < count && i < 64; i++) {
        if (tokens[i].form.length < 4 || !begins_with_letter(tokens[i].lower)) continue;
        words++;
        capitals += tokens[i].form.at[0] != tokens[i].lower.at[0];
    }
    return words >= 4 && capitals * 4 >= words * 3;
}

// The row of the lexicon that tells of this token: its very form, or, where a capital may come from the place, the lower case.
static uint32_t choose_row(const struct lexicon *lexicon, uint32_t row, const struct token *token, bool capital_is_free) {
    if (slice_equal(token->form, token->lower)) return find_written(lexicon, row, token->lower);
    uint32_t lower = find_written(lexicon, row, token->lower), exact = find_written(lexicon, row, token->form);
    if (capital_is_free) return lower != NO_ROW ? lower : exact;
    return exact;
}

// Words that are no names even with a capital: "the" in "The Hague Speaks".
static bool is_closed(const struct lexicon *lexicon, uint32_t row) {
    return row != NO_ROW && !(BIT(lexicon->upos[row]) & (OPEN_TAGS & ~BIT(UPOS_NUM)));
}

static uint32_t tag_token(const struct tagger *tagger, struct tagging *tagging, size_t i, bool capital_is_free) {
    const struct lexicon *lexicon = &tagger->lexicon;
    const struct token *token = &tagging->tokens[i];
    uint32_t any = find_lower(lexicon, token->lower, &tagging->words[i]);
    uint32_t row = choose_row(lexicon, any, token, capital_is_free);
    if (row == NO_ROW && is_closed(lexicon, any)) row = any;
    if (row == NO_ROW) {
        tagging->tags[i] = (uint8_t)guess_word(&tagger->endings, token);
        tagging->allowed[i] = BIT(tagging->tags[i]) & OPEN_TAGS ? OPEN_TAGS : BIT(tagging->tags[i]);
    } else {
        tagging->tags[i] = lexicon->upos[row];
        tagging->allowed[i] = tags_of_row(lexicon, row) | (slice_equal(token->form, token->lower) ? 0 : BIT(UPOS_PROPN));
    }
    return row;
}

static void make_room(struct arena *arena, struct tagging *tagging) {
    tagging->rows = TAKE(arena, uint32_t, tagging->length);
    size_t room = tagging->length + 2 * CONTEXT_REACH;
    tagging->tags = TAKE(arena, uint8_t, room) + CONTEXT_REACH;
    tagging->words = TAKE(arena, uint32_t, room) + CONTEXT_REACH;
    tagging->allowed = TAKE(arena, uint32_t, room) + CONTEXT_REACH;
    for (size_t i = 0; i < CONTEXT_REACH; i++) {
        tagging->tags[-1 - (ptrdiff_t)i] = tagging->tags[tagging->length + i] = CONTEXT_EDGE;
        tagging->words[-1 - (ptrdiff_t)i] = tagging->words[tagging->length + i] = NOT_INTERNED;
    }
}

struct tagging guess_tags(const struct tagger *tagger, struct document *document, size_t sentence) {
    struct sentence place = document->sentences.at[sentence];
    struct token *tokens = document->tokens.at + place.first;
    struct tagging tagging = {.tokens = tokens, .length = place.count};
    make_room(&document->memory, &tagging);
    bool shouting = is_shouting(tokens, place.count), opening = true;
    for (size_t i = 0; i < place.count; i++) {
        tagging.rows[i] = tag_token(tagger, &tagging, i, shouting || opening);
        opening = opening && !begins_with_letter(tokens[i].lower);
    }
    return tagging;
}

void tag_sentence(const struct tagger *tagger, struct document *document, size_t sentence) {
    struct tagging tagging = guess_tags(tagger, document, sentence);
    struct token *tokens = document->tokens.at + document->sentences.at[sentence].first;
    apply_contexts(&tagger->contexts, &tagging);
    apply_contexts(&tagger->contexts_by_hand, &tagging);
    for (size_t i = 0; i < tagging.length; i++) {
        tokens[i].upos = (enum upos)tagging.tags[i];
        tokens[i].lemma = find_lemma(&document->memory, &tagger->lexicon, &tagger->endings, &tokens[i], tagging.rows[i]);
    }
}

void tag_document(const struct tagger *tagger, struct document *document, bool upos_given, bool lemma_given) {
    if (upos_given && lemma_given) return;
    size_t count = upos_given || lemma_given ? document->tokens.count : 0;
    struct token *given = TAKE(&document->memory, struct token, count + 1), *tokens = document->tokens.at;
    if (count) memcpy(given, tokens, count * sizeof *given);
    for (size_t s = 0; s < document->sentences.count; s++) tag_sentence(tagger, document, s);
    for (size_t i = 0; i < count; i++) {
        if (lemma_given) tokens[i].lemma = given[i].lemma;
        if (upos_given) tokens[i].upos = given[i].upos;
    }
}
