// SPDX-License-Identifier: MIT
#include "story/initiator.h"

struct initiators {
    struct phrase_table lemmas;
};

struct initiators *make_initiators(struct arena *keep, struct grid grid) {
    struct initiators *initiators = TAKE(keep, struct initiators, 1);
    initiators->lemmas = make_phrase_table(keep, grid, "lemma");
    return initiators;
}

static bool is_listed(const struct initiators *initiators, const struct token *token) {
    const struct phrase_table *lemmas = &initiators->lemmas;
    struct slice pos = upos_name(token->upos == UPOS_PROPN ? UPOS_NOUN : token->upos);
    for (uint32_t row = find_phrase(lemmas, token->lemma); row != NO_ROW; row = lemmas->next_row[row])
        if (slice_equal(actor_cell(lemmas, row, "pos"), pos)) return true;
    return false;
}

static int distance(int a, int b) { return a > b ? a - b : b - a; }

// The talk or meeting of the sentence that stands nearest to a word.
static struct draft *nearest_talk(struct drafts *drafts, size_t from, int word) {
    struct draft *found = NULL;
    for (size_t i = from; i < drafts->list.count; i++) {
        struct draft *draft = &drafts->list.at[i];
        if (slice_is(draft->event, "CONSULT") && (!found || distance(draft->trigger, word) < distance(found->trigger, word))) found = draft;
    }
    return found;
}

static void set_initiator(struct cast *cast, const struct tree *tree, int word, struct drafts *drafts, size_t from) {
    struct draft *draft = nearest_talk(drafts, from, word);
    struct parties parties = {.count = 0};
    if (!draft || draft->initiator.name.length) return;
    bool is_verb = tree_token(tree, word)->upos == UPOS_VERB;
    bool by = is_verb && (is_passive(tree, word) || slice_is(preposition_of(tree, tree->right[word]), "by") || !find_child(tree, word, "obj", 0));
    if (by) fill_slot(cast, tree, word, SLICE("by"), &draft->actors, &parties);
    if (!parties.count) fill_slots(cast, tree, word, is_verb ? SLICE("subject") : SLICE("owner|of|modifier"), &draft->actors, &parties);
    if (parties.count) draft->initiator = parties.at[0];
}

void find_initiators(const struct initiators *initiators, struct cast *cast, const struct tree *tree, struct drafts *drafts, size_t from) {
    for (int i = 1; from < drafts->list.count && i <= tree->count; i++)
        if (is_listed(initiators, tree_token(tree, i))) set_initiator(cast, tree, i, drafts, from);
}
