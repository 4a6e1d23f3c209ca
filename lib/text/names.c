// SPDX-License-Identifier: MIT
#include "text/names.h"

#include "base/utf8.h"
#include "text/name_model.h"

// Numbers entities in text order and writes what was found to the tokens.
static void write_mentions(struct search *search) {
    struct token *tokens = search->document->tokens.at;
    long *numbers = TAKE(&search->document->memory, long, search->mention_count + 1), last = 0;
    for (size_t m = 0; m < search->mention_count; m++) {
        const struct mention *mention = &search->mentions[m];
        if (numbers[mention->entity] == 0) numbers[mention->entity] = ++last;
        for (size_t i = 0; i < mention->count; i++) {
            struct token *token = &tokens[mention->first + i];
            token->ner = mention->kind;
            token->ner_begins = i == 0;
            token->entity = numbers[mention->entity];
        }
        tokens[mention->first].value = mention->value;
    }
}

void find_names(const struct names *names, struct document *document) {
    struct search search = begin_names(names, document);
    look_at_words(&search);
    find_mentions(&search);
    if (names->model) decide_names(names->model, &search);
    join_names(&search);
    join_titles(&search);
    write_mentions(&search);
}

void correct_tags(struct document *document) {
    for (size_t i = 0; i < document->tokens.count; i++) {
        struct token *token = &document->tokens.at[i];
        bool country = token->ner == NER_LOC && token->value.length == 3 && token->upos == UPOS_PRON; // "US"
        bool name = (token->ner == NER_PER || token->ner == NER_LOC) && (token->upos == UPOS_VERB || token->upos == UPOS_INTJ);
        bool title = token->ner == NER_TITLE && token->upos == UPOS_ADJ && i + 1 < document->tokens.count && token[1].entity == token->entity &&
                     token[1].ner == NER_PER;
        if ((name || country) && is_capitalised(token->form)) token->upos = UPOS_PROPN;
        else if (title) token->upos = UPOS_NOUN; // "policy chief Pavel Orlin"
    }
}
