// Acronyms and what they stand for.
//
// ALGORITHM. After Schwartz and Hearst (2003): "the National Movement for Reform (NMR)": the letters in brackets are looked for, the
// last first, at the beginnings of the words in front, which so say how far the name goes; words of grammar need not have a
// letter. The name found so takes the place of what was found there before. Where the words are common ones ("gross domestic product
// (GDP)") the acronym is no name either. What is in brackets may also be the long form.
// SPDX-License-Identifier: MIT
#include "text/coreference.h"
#include "text/spelling.h"

enum { MOST_LETTERS = 10 };

// The letters of a word in capitals, without stops: at most MOST_LETTERS, in lower case. How many; 0 if it is no acronym.
static size_t read_letters(const struct search *search, size_t token, char *letters) {
    struct slice form = search->document->tokens.at[token].lower;
    if (search->sights[token].shape != SHAPE_CAPITALS) return 0;
    size_t count = 0;
    for (size_t i = 0; i < form.length; i++) {
        if (form.at[i] == '.' || form.at[i] == '-') continue;
        if (form.at[i] < 'a' || form.at[i] > 'z' || count == MOST_LETTERS) return 0;
        letters[count++] = form.at[i];
    }
    return count;
}

static uint64_t key_of_letters(const char *letters, size_t count) { return spelling_key((struct slice){letters, count}) + count; }

uint64_t letters_of_acronym(const struct search *search, const struct mention *mention, size_t least) {
    char letters[MOST_LETTERS];
    size_t count = mention->count == 1 ? read_letters(search, mention->first, letters) : 0;
    return count < least ? 0 : key_of_letters(letters, count);
}

uint64_t initials_of_name(const struct search *search, const struct mention *mention) {
    char letters[MOST_LETTERS];
    size_t count = 0;
    for (size_t i = mention->first; i < end_of(mention); i++) {
        struct slice lower = search->document->tokens.at[i].lower;
        if (!has_capital(&search->sights[i]) || (i == mention->first && slice_is(lower, "the"))) continue;
        if (count == MOST_LETTERS || lower.at[0] < 'a' || lower.at[0] > 'z') return 0;
        letters[count++] = lower.at[0];
    }
    return count < 3 ? 0 : key_of_letters(letters, count);
}

static bool is_form(const struct search *search, size_t token, const char *form) { return slice_is(search->document->tokens.at[token].form, form); }

static bool is_inside(const struct search *search, size_t token, size_t sentence) {
    const struct sentence *where = &search->document->sentences.at[sentence];
    return token >= where->first && token < where->first + where->count;
}

// Is the mention between commas: the first one's token, + 1, else 0.
static size_t comma_before(const struct search *search, const struct mention *mention) {
    bool commas = mention->first > 0 && is_inside(search, mention->first - 1, mention->sentence) && is_form(search, mention->first - 1, ",") &&
                  is_inside(search, end_of(mention), mention->sentence) && is_form(search, end_of(mention), ",");
    return commas ? mention->first : 0;
}

// Is the mention alone in brackets: the bracket's token, + 1, else 0.
static size_t bracket_before(const struct search *search, const struct mention *mention) {
    if (mention->first == 0 || !is_inside(search, mention->first - 1, mention->sentence) || !is_form(search, mention->first - 1, "(")) return 0;
    bool closed = is_inside(search, end_of(mention), mention->sentence) && (is_form(search, end_of(mention), ")") || is_form(search, end_of(mention), ",") ||
                                                                         is_form(search, end_of(mention), ";"));
    return closed ? mention->first : 0;
}

/* How far the words in front of a bracket go that have these letters. */

enum strictness { SKIP_GRAMMAR, COUNT_GRAMMAR }; // need words of grammar in lower case have no letter, or each one?

static bool is_grammar(const struct search *search, size_t token) {
    const struct sight *sight = &search->sights[token];
    return sight->shape == SHAPE_LOWER && (is_marked(sight, WORD_function) || is_marked(sight, WORD_particle) || search->document->tokens.at[token].form.length <= 3);
}

static bool any_capital(const struct search *search, size_t from, size_t until) {
    for (size_t i = from; i < until; i++)
        if (has_capital(&search->sights[i])) return true;
    return false;
}

// "intercontinental" for IC: a long word that begins with the letter before the last one and has the last one inside.
static bool has_both(struct slice word, const char *letters, size_t count) {
    return count > 1 && word.length > 8 && word.at[0] == letters[count - 2] && memchr(word.at + 2, letters[count - 1], word.length - 2);
}

// The first token of the words that end before `end` and begin with the letters; `end` if they do not.
static size_t match_letters(const struct search *search, size_t from, size_t end, const char *letters, size_t count, enum strictness strictness) {
    size_t at = end, words = 0;
    while (count > 0 && at > from && words++ < 2 * MOST_LETTERS) {
        at--;
        struct slice word = search->document->tokens.at[at].lower;
        if (is_possessive(search, at) || slice_is(word, "&") || slice_is(word, "-") || slice_is(word, ",")) continue;
        bool hyphenated = at > from && slice_is(search->document->tokens.at[at - 1].form, "-");
        bool matches = word.length && word.at[0] == letters[count - 1];
        if (!matches && has_both(word, letters, count)) count--, matches = true;
        if (is_grammar(search, at) && (strictness == SKIP_GRAMMAR || !matches)) continue;
        if (matches) count--;
        else if (!hyphenated) return end;
    }
    bool begins = has_capital(&search->sights[at]) || is_marked(&search->sights[at], WORD_particle) || !any_capital(search, at, end);
    return count || !begins ? end : at;
}

static bool has_capitals(const struct search *search, size_t from, size_t until) {
    size_t count = 0;
    for (size_t i = from; i < until; i++) {
        if (search->document->tokens.at[i].ner != NER_NONE) return false;
        count += has_capital(&search->sights[i]);
    }
    return count >= 2;
}

static uint64_t key_of_word(const struct search *search, size_t token) { return search->sights[token].hash; }

// "Alternative for Germany (AfD)": no letters fit, but two organisations stand there, and no list says that they are two.
static bool may_mean(const struct mention *name, const struct mention *acronym) {
    bool two = name->row && acronym->row && !slice_equal(name->row->value, acronym->row->value);
    return name->kind == NER_ORG && acronym->kind == NER_ORG && !two && name->count > 1;
}

enum expansion { EXPANSION_NONE, EXPANSION_NAME, EXPANSION_COMMON };

// The mentions as they are written anew: a name that grows takes the place of others.
struct settled {
    struct mention *at; // [twice as many as there were]
    size_t count;
};

static const struct mention *last_in(const struct settled *settled, size_t sentence) {
    const struct mention *last = settled->count ? &settled->at[settled->count - 1] : NULL;
    return last && last->sentence == sentence ? last : NULL;
}

// One mention from `first` to `end`, in place of those that stand there.
static void put_whole(struct settled *settled, const struct mention *acronym, size_t first, size_t end) {
    struct mention whole = {.first = first, .sentence = acronym->sentence, .kind = acronym->kind};
    for (const struct mention *last; (last = last_in(settled, acronym->sentence)) && end_of(last) > first; settled->count--)
        if (last->first < whole.first) whole.first = last->first;
    whole.count = end - whole.first;
    settled->at[settled->count++] = whole;
}

// Looks at a mention in brackets; the mentions before it are settled, the last of them may grow.
static enum expansion find_expansion(const struct search *search, const struct mention *acronym, struct settled *settled) {
    char letters[MOST_LETTERS];
    size_t bracket = bracket_before(search, acronym), end = bracket ? bracket : comma_before(search, acronym);
    size_t count = end && acronym->count == 1 ? read_letters(search, acronym->first, letters) : 0;
    if (count < (bracket ? 2 : 3)) return EXPANSION_NONE;
    end--;
    size_t from = search->document->sentences.at[acronym->sentence].first;
    size_t first = match_letters(search, from, end, letters, count, SKIP_GRAMMAR);
    if (first == end) first = match_letters(search, from, end, letters, count, COUNT_GRAMMAR);
    const struct mention *last = last_in(settled, acronym->sentence);
    bool touches = last && end_of(last) == end, any = last && end_of(last) > first;
    if (first == end) return bracket && touches && may_mean(last, acronym) ? EXPANSION_NAME : EXPANSION_NONE;
    if (touches && last->first <= first) return last->kind != NER_TITLE && last->kind != NER_PER ? EXPANSION_NAME : EXPANSION_NONE;
    if (bracket && !any && !has_capital(&search->sights[first]) && !acronym->row) return EXPANSION_COMMON;
    if (!has_capitals(search, first, end) || (!any && (count < 3 || !bracket))) return EXPANSION_NONE;
    put_whole(settled, acronym, first, end);
    return EXPANSION_NAME;
}

// "WFP (World Food Programme)": a long form in brackets behind its acronym.
static bool is_long_form(const struct search *search, const struct mention *acronym, const struct mention *name) {
    if (bracket_before(search, name) != end_of(acronym) + 1 || acronym->kind != name->kind || acronym->sentence != name->sentence) return false;
    uint64_t letters = letters_of_acronym(search, acronym, 3);
    return letters && letters == initials_of_name(search, name);
}

// Does a list mean by the acronym what the text says it stands for? Its value then is the better name.
static bool agrees_with_row(const struct search *search, const struct mention *acronym, const struct mention *name) {
    struct slice value = acronym->row->value, word = search->document->tokens.at[name->first].form;
    return slice_starts(value, word);
}

static void note_definition(struct references *references, size_t acronym, size_t name) {
    struct search *search = references->search;
    if (search->mentions[acronym].row && !search->mentions[name].row && agrees_with_row(search, &search->mentions[acronym], &search->mentions[name]))
        search->mentions[name].row = search->mentions[acronym].row;
    search->mentions[acronym].row = search->mentions[name].row;
    search->mentions[acronym].kind = search->mentions[name].kind;
    uint32_t *defined = number_for(references, KEY_defined, letters_of_acronym(search, &search->mentions[acronym], 2));
    if (*defined == 0) *defined = (uint32_t)name + 1;
}

static bool has_brackets(const struct search *search) {
    for (size_t m = 0; m < search->mention_count; m++)
        if (bracket_before(search, &search->mentions[m]) || comma_before(search, &search->mentions[m])) return true;
    return false;
}

// Mentions of acronyms of common words go.
static void drop_common(struct references *references) {
    struct search *search = references->search;
    size_t kept = 0;
    for (size_t m = 0; m < search->mention_count; m++) {
        const struct mention *mention = &search->mentions[m];
        bool common = mention->count == 1 && search->sights[mention->first].shape == SHAPE_CAPITALS &&
                      *number_for(references, KEY_common, key_of_word(search, mention->first));
        if (!common) search->mentions[kept++] = *mention;
    }
    search->mention_count = kept;
}

void settle_expansions(struct references *references) {
    struct search *search = references->search;
    if (!has_brackets(search)) return;
    struct settled settled = {TAKE(&search->document->memory, struct mention, 2 * search->mention_count + 1), 0};
    struct mention *mentions = search->mentions;
    size_t count = search->mention_count;
    bool any_common = false;
    search->mentions = settled.at;
    for (size_t m = 0; m < count; m++) {
        enum expansion expansion = mentions[m].kind == NER_TITLE ? EXPANSION_NONE : find_expansion(search, &mentions[m], &settled);
        any_common |= expansion == EXPANSION_COMMON;
        if (expansion == EXPANSION_COMMON) *number_for(references, KEY_common, key_of_word(search, mentions[m].first)) = 1;
        settled.at[settled.count++] = mentions[m];
        size_t last = settled.count - 1;
        if (expansion == EXPANSION_NAME) note_definition(references, last, last - 1);
        else if (last && is_long_form(search, &settled.at[last - 1], &settled.at[last])) note_definition(references, last - 1, last);
    }
    search->mention_count = settled.count;
    if (any_common) drop_common(references);
}
