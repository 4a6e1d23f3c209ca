// SPDX-License-Identifier: MIT
#include "text/lemma.h"

static struct slice change_ending(struct arena *keep, const struct endings *endings, enum upos upos, struct slice lower) {
    const struct ending_node *ending = find_ending(endings, endings->lemma[upos], lower);
    if (!ending) return lower;
    struct slice stem = slice_drop(lower, ending->length);
    struct slice kept = slice_first(ending->becomes, ending->length);
    // "read" stays "read": nothing to build
    if (slice_starts(slice_skip(lower, stem.length), ending->becomes)) return slice_first(lower, stem.length + kept.length);
    return arena_join(keep, stem, "", ending->becomes);
}

struct slice find_lemma(struct arena *keep, const struct lexicon *lexicon, const struct endings *endings, const struct token *token,
                        uint32_t row) {
    if (row != NO_ROW) {
        struct slice lemma = lemma_of_row(lexicon, row, token->upos);
        if (lemma.length) return lemma;
    }
    switch (token->upos) {
    case UPOS_ADJ: // "Norwegian" keeps its capital, "New" in a headline does not
        if (!slice_equal(token->form, token->lower) && (row == NO_ROW || slice_equal(word_of_row(lexicon, row), token->form)))
            return token->form;
        return change_ending(keep, endings, token->upos, token->lower);
    case UPOS_PROPN:
    case UPOS_X:
    case UPOS_PUNCT:
    case UPOS_SYM:
    case UPOS_NUM: return token->form;
    default: return change_ending(keep, endings, token->upos, token->lower);
    }
}
