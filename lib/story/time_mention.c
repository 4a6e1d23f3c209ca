// SPDX-License-Identifier: MIT
#include "story/time_mention.h"

bool next_time(const struct tree *tree, int from, struct time_mention *time) {
    for (int i = from; i <= tree->count; i++) {
        const struct token *token = tree_token(tree, i);
        if (!token->ner_begins || (token->ner != NER_DATE && token->ner != NER_DURATION)) continue;
        *time = (struct time_mention){i, i, token->ner, token->value};
        while (time->last < tree->count && tree_token(tree, time->last + 1)->ner == token->ner && !tree_token(tree, time->last + 1)->ner_begins) time->last++;
        return true;
    }
    return false;
}

bool is_whole_day(const struct token *token, struct edtf *edtf) {
    return token->ner == NER_DATE && token->ner_begins && parse_edtf(token->value, edtf) && !edtf->is_interval && edtf->first.year > 0 &&
           !edtf->first.open_digits && edtf->first.day > 0;
}
