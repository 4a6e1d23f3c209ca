// SPDX-License-Identifier: MIT
#include "story/mode.h"

/* Modes: words in the trigger's clause. A row's `word` begins it, `words` is the whole of it ("video link"). */

static bool words_stand_at(const struct tree *tree, int i, struct slice words) {
    struct slice word;
    for (; slice_cut(&words, ' ', &word); i++)
        if (i > tree->count || !(slice_equal(tree_token(tree, i)->lower, word) || slice_equal(tree_token(tree, i)->lemma, word))) return false;
    return true;
}

// "On the sidelines of the summit" is not the summit.
static bool is_barred(const struct tree *tree, int i, struct slice bars) {
    int head = tree_head(tree, i);
    struct slice word;
    while (head && slice_cut(&bars, '|', &word))
        if (slice_equal(tree_token(tree, head)->lower, word) || slice_equal(preposition_of(tree, i), word)) return true;
    return false;
}

static struct slice mode_at(const struct modes *modes, const struct tree *tree, int i, struct slice event) {
    const struct token *token = tree_token(tree, i);
    const struct slice spellings[] = {token->lower, token->lemma};
    for (int s = 0; s < 2; s++)
        for (uint32_t row = find_phrase(&modes->rows, spellings[s]); row != NO_ROW; row = modes->rows.next_row[row])
            if (slice_equal(actor_cell(&modes->rows, row, "event"), event) && words_stand_at(tree, i, actor_cell(&modes->rows, row, "words")) &&
                !is_barred(tree, i, actor_cell(&modes->rows, row, "bars")))
                return actor_cell(&modes->rows, row, "mode");
    return (struct slice){"", 0};
}

struct slice find_mode(const struct modes *modes, const struct tree *tree, int trigger, struct slice event) {
    int carrier = tree_token(tree, trigger)->upos == UPOS_VERB ? 0 : find_carrier(tree, trigger);
    for (int i = 1; i <= tree->count; i++) {
        bool near = in_clause_of(tree, i, trigger) || (carrier && in_clause_of(tree, i, carrier));
        struct slice mode = near ? mode_at(modes, tree, i, event) : (struct slice){"", 0};
        if (mode.length) return mode;
    }
    return (struct slice){"", 0};
}
