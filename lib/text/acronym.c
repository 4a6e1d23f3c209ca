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

// The first token of the words that end before `end` and begin with the letters; `end` if they do not.
static size_t match_letters(const struct search *search, size_t from, size_t end, const char *letters, size_t count, enum strictness strictness) {
    size_t at = end, words = 0;
    while (count > 0 && at > from && words++ < 2 * MOST_LETTERS) {
        at--;
        struct slice word = search->document->tokens.at[at].lower;
        if (is_possessive(search, at) || slice_is(word, "&") || slice_is(word, "-") || slice_is(word, ",")) continue;
        bool hyphenated = at > from && slice_is(search->document->tokens.at[at - 1].form, "-");
        bool matches = word.length && word.at[0] == letters[count - 1];
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

// Looks at a mention in brackets; `kept` mentions stand before it, the last of which may have to grow. Returns the new count in *kept.
static enum expansion find_expansion(struct search *search, const struct mention *acronym, size_t *kept) {
    char letters[MOST_LETTERS];
    size_t end = bracket_before(search, acronym), count = end && acronym->count == 1 ? read_letters(search, acronym->first, letters) : 0;
    if (count < 2) return EXPANSION_NONE;
    end--;
    size_t from = search->document->sentences.at[acronym->sentence].first;
    size_t first = match_letters(search, from, end, letters, count, SKIP_GRAMMAR);
    if (first == end) first = match_letters(search, from, end, letters, count, COUNT_GRAMMAR);
    const struct mention *last = *kept ? &search->mentions[*kept - 1] : NULL;
    bool touches = last && last->sentence == acronym->sentence && end_of(last) == end;
    if (first == end) return touches && may_mean(last, acronym) ? EXPANSION_NAME : EXPANSION_NONE;
    if (touches && last->first <= first) return last->kind != NER_TITLE && last->kind != NER_PER ? EXPANSION_NAME : EXPANSION_NONE;
    bool any = last && last->sentence == acronym->sentence && end_of(last) > first;
    if (!any) return acronym->row || has_capital(&search->sights[first]) ? EXPANSION_NONE : EXPANSION_COMMON;
    if (!has_capitals(search, first, end)) return EXPANSION_NONE;
    struct mention whole = {.first = first, .sentence = acronym->sentence, .kind = acronym->kind};
    while (*kept && search->mentions[*kept - 1].sentence == acronym->sentence && end_of(&search->mentions[*kept - 1]) > first) {
        (*kept)--;
        if (search->mentions[*kept].first < whole.first) whole.first = search->mentions[*kept].first;
    }
    whole.count = end - whole.first;
    search->mentions[(*kept)++] = whole;
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

void settle_expansions(struct references *references) {
    struct search *search = references->search;
    size_t kept = 0, dropped = 0;
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention mention = search->mentions[m];
        enum expansion expansion = mention.kind == NER_TITLE ? EXPANSION_NONE : find_expansion(search, &mention, &kept);
        if (expansion == EXPANSION_COMMON) {
            *number_for(references, KEY_common, key_of_word(search, mention.first)) = 1;
            dropped++;
            continue;
        }
        search->mentions[kept++] = mention;
        if (expansion == EXPANSION_NAME) note_definition(references, kept - 1, kept - 2);
        else if (kept > 1 && is_long_form(search, &search->mentions[kept - 2], &search->mentions[kept - 1])) note_definition(references, kept - 2, kept - 1);
    }
    search->mention_count = kept;
    if (dropped == 0) return;
    kept = 0;
    for (size_t m = 0; m < search->mention_count; m++) {
        const struct mention *mention = &search->mentions[m];
        bool common = mention->count == 1 && search->sights[mention->first].shape == SHAPE_CAPITALS &&
                      *number_for(references, KEY_common, key_of_word(search, mention->first));
        if (!common) search->mentions[kept++] = *mention;
    }
    search->mention_count = kept;
}
