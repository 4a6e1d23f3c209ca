// SPDX-License-Identifier: MIT
#include "story/noun_phrase.h"

#include "story/code.h"

struct mention mention_of(struct cast *cast, const struct tree *tree, int i) {
    return mention_at(cast->document, tree->offset + (size_t)i - 1, tree->offset, tree->offset + (size_t)tree->count);
}

static bool continues_phrase(const struct token *token) {
    if (token->ner == NER_DATE || token->ner == NER_TIME || token->ner == NER_DURATION) return false;
    return token->upos == UPOS_ADJ || token->upos == UPOS_NOUN || token->upos == UPOS_PROPN || token->upos == UPOS_DET || token->upos == UPOS_NUM ||
           token->ner == NER_TITLE || token->ner == NER_NORP || token->ner == NER_LOC || token->ner == NER_ORG || slice_ends(token->lower, SLICE("'s")) ||
           slice_is(token->lower, "’s") || slice_is(token->lower, "-") || slice_is(token->upos == UPOS_PRON ? token->deprel : (struct slice){"", 0}, "nmod:poss");
}

struct noun_phrase phrase_before(const struct tree *tree, int head) {
    struct noun_phrase phrase = {head, head};
    while (phrase.first > 1) {
        const struct token *token = tree_token(tree, phrase.first - 1);
        bool joins = slice_is(token->lower, "and") && phrase.first > 2 && phrase.first < head + 1 &&
                     (tree_token(tree, phrase.first - 2)->ner == NER_NORP || tree_token(tree, phrase.first - 2)->ner == NER_LOC) &&
                     (tree_token(tree, phrase.first)->ner == NER_NORP || tree_token(tree, phrase.first)->ner == NER_LOC);
        if (!joins && !continues_phrase(token)) break;
        phrase.first--;
    }
    return phrase;
}

static void add_country(struct countries *countries, struct slice code) {
    struct slice country = code_country(code);
    if (!country.length || countries->count == MOST_COUNTRIES) return;
    for (int i = 0; i < countries->count; i++)
        if (slice_equal(countries->at[i], country)) return;
    countries->at[countries->count++] = country;
}

static void add_country_at(struct cast *cast, const struct tree *tree, int i, struct countries *countries) {
    const struct token *token = tree_token(tree, i);
    if (!token->ner_begins) return;
    if (token->ner == NER_NORP || token->ner == NER_LOC) add_country(countries, place_code(cast, mention_of(cast, tree, i)));
    if (token->ner == NER_ORG) add_country(countries, body_code(cast, mention_of(cast, tree, i)));
}

static bool is_of_or_list(const struct token *token) {
    return slice_is(token->lower, "of") || slice_is(token->lower, "from") || slice_is(token->lower, "in") || slice_is(token->lower, "for") || slice_is(token->lower, "and") ||
           slice_is(token->lower, ",") || token->upos == UPOS_DET;
}

struct countries countries_around(struct cast *cast, const struct tree *tree, struct noun_phrase phrase) {
    struct countries countries = {.count = 0};
    for (int i = phrase.first; i <= phrase.last; i++) add_country_at(cast, tree, i, &countries);
    if (countries.count || phrase.last == tree->count) return countries;
    if (!is_of_or_list(tree_token(tree, phrase.last + 1)) || slice_is(tree_token(tree, phrase.last + 1)->lower, ",")) return countries;
    for (int i = phrase.last + 1; i <= tree->count; i++) {
        const struct token *token = tree_token(tree, i);
        if (token->ner == NER_LOC || token->ner == NER_NORP || token->ner == NER_ORG) add_country_at(cast, tree, i, &countries);
        else if (!is_of_or_list(token)) break;
    }
    return countries;
}
