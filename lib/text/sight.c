// How the words of a document are written, and what that says: the first step of find_names.
// SPDX-License-Identifier: MIT
#include "base/utf8.h"
#include "text/mention.h"

// "al-Assad" in one token is a name.
static bool is_particle_and_name(struct slice form) {
    return form.length > 4 && form.at[2] == '-' && form.at[1] == 'l' && is_capitalised(slice_skip(form, 3));
}

static enum shape shape_of(struct slice form) {
    if (form.length == 0) return SHAPE_OTHER;
    unsigned char first = (unsigned char)form.at[0];
    if (first >= 'a' && first <= 'z') return is_particle_and_name(form) ? SHAPE_CAPITALISED : SHAPE_LOWER;
    if (first < 'A' || (first > 'Z' && first < 128)) return SHAPE_OTHER;
    if (first > 127 && !is_capitalised(form)) {
        size_t length;
        return char_is_lower(utf8_decode(form, &length)) ? SHAPE_LOWER : SHAPE_OTHER;
    }
    size_t letters = utf8_count(form);
    if (letters == 1 || (letters == 2 && slice_ends(form, SLICE(".")))) return SHAPE_INITIAL;
    return is_all_capitals(form) ? SHAPE_CAPITALS : SHAPE_CAPITALISED;
}

struct search begin_names(const struct names *names, struct document *document) {
    size_t count = document->tokens.count, slots = 64;
    while (slots < count) slots *= 2;
    struct search search = {.names = names, .document = document, .word_mask = slots - 1, .mention_room = count / 8 + 16};
    search.sights = TAKE(&document->memory, struct sight, count + 1);
    search.words = TAKE(&document->memory, struct word *, slots);
    search.mentions = TAKE(&document->memory, struct mention, search.mention_room);
    return search;
}

// The place of a word, or the free one where it would go.
static struct word **slot_of(const struct search *search, uint64_t hash) {
    size_t at = (hash ^ hash >> 32) & search->word_mask;
    while (search->words[at] && search->words[at]->hash != hash) at = (at + 1) & search->word_mask;
    return &search->words[at];
}

static void grow_words(struct search *search) {
    struct word **old = search->words;
    size_t slots = search->word_mask + 1;
    search->words = TAKE(&search->document->memory, struct word *, 2 * slots);
    search->word_mask = 2 * slots - 1;
    for (size_t i = 0; i < slots; i++)
        if (old[i]) *slot_of(search, old[i]->hash) = old[i];
}

struct word *word_of(struct search *search, uint64_t hash) {
    struct word **slot = slot_of(search, hash), *word = *slot;
    if (word) return word;
    if (2 * ++search->word_count > search->word_mask) {
        grow_words(search);
        slot = slot_of(search, hash);
    }
    word = TAKE(&search->document->memory, struct word, 1);
    word->hash = hash;
    return *slot = word;
}

struct mention *push_mention(struct search *search) {
    if (search->mention_count == search->mention_room) {
        struct mention *old = search->mentions;
        search->mentions = TAKE(&search->document->memory, struct mention, 2 * search->mention_room);
        memcpy(search->mentions, old, search->mention_count * sizeof *old);
        search->mention_room *= 2;
    }
    return &search->mentions[search->mention_count++];
}

static bool has_stop(const struct search *search, const struct sentence *sentence) {
    struct slice last = sentence->count ? search->document->tokens.at[sentence->first + sentence->count - 1].form : (struct slice){"", 0};
    return slice_is(last, ".") || slice_is(last, "?") || slice_is(last, "!") || slice_is(last, "\"") || slice_is(last, "\xE2\x80\x9D");
}

// A sentence is loud if it is in capitals, or has no stop and a capital on nearly all its longer words: a headline, a row of a table.
static bool is_loud(const struct search *search, const struct sentence *sentence) {
    size_t capital = 0, lower = 0, capitals = 0;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        enum shape shape = search->sights[i].shape;
        if (search->document->tokens.at[i].form.length < 4) continue;
        capital += shape == SHAPE_CAPITALISED;
        capitals += shape == SHAPE_CAPITALS;
        lower += shape == SHAPE_LOWER;
    }
    return (capitals >= 2 && capitals > 3 * (capital + lower)) || (capital + capitals >= 3 && capital + capitals > 4 * lower && !has_stop(search, sentence));
}

static bool opens_sentence(const struct search *search, const struct sentence *sentence, size_t i) {
    for (size_t back = i; back-- > sentence->first;) {
        struct slice form = search->document->tokens.at[back].form;
        if (search->sights[back].shape != SHAPE_OTHER) return false;
        if (slice_is(form, "\"") || slice_is(form, "\xE2\x80\x9C") || slice_is(form, ":") || slice_is(form, "``")) return true;
        if (form.length && ((form.at[0] >= '0' && form.at[0] <= '9') || form.at[0] == ',' || form.at[0] == '\'')) return false;
    }
    return true;
}

static void look_at_sentence(struct search *search, const struct sentence *sentence) {
    struct token *tokens = search->document->tokens.at;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        struct sight *sight = &search->sights[i];
        sight->shape = shape_of(tokens[i].form);
        sight->hash = begin_search(&tokens[i]);
        fetch_hash(&search->names->gazetteer, sight->hash);
    }
    bool loud = is_loud(search, sentence);
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        struct sight *sight = &search->sights[i];
        sight->slot = find_hash(&search->names->gazetteer, sight->hash);
        sight->loud = loud;
        if (sight->shape == SHAPE_OTHER) continue;
        sight->opens = has_capital(sight) && opens_sentence(search, sentence, i);
        struct word *word = word_of(search, sight->hash);
        word->lower += sight->shape == SHAPE_LOWER;
        word->capital += has_capital(sight) && !sight->opens && !loud;
    }
}

void look_at_words(struct search *search) {
    for (size_t s = 0; s < search->document->sentences.count; s++) look_at_sentence(search, &search->document->sentences.at[s]);
}
