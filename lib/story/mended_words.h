/* mended_words: a sentence as mending sees it. May be used by: mending.c, mended_subjects.c. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_MENDED_WORDS_H
#define DATELINE_MENDED_WORDS_H

#include "text/document.h"

struct words {
    struct token *at;
    int count;
};

// Words are counted from 1, as heads count them.
static inline struct token *word(struct words words, long i) { return &words.at[i - 1]; }

static inline bool is_name(const struct token *token) { return token->ner >= NER_PER && token->ner <= NER_TITLE; }

static inline bool relates(const struct token *token, const char *relation) {
    struct slice wanted = slice_of(relation);
    return slice_starts(token->deprel, wanted) && (token->deprel.length == wanted.length || token->deprel.at[wanted.length] == ':');
}

static inline bool relates_to_any(const struct token *token, const char *const *relations) {
    for (; *relations; relations++)
        if (relates(token, *relations)) return true;
    return false;
}

static inline void attach(struct words words, int i, long head, struct slice relation) {
    if (head == i) return;
    word(words, i)->head = head;
    word(words, i)->deprel = relation;
}

static inline bool has_child(struct words words, long head, const char *const *relations) {
    for (int i = 1; i <= words.count; i++)
        if (word(words, i)->head == head && relates_to_any(word(words, i), relations)) return true;
    return false;
}

// The first word of the names, with what joins and describes them, that end right before a verb and its auxiliaries; 0 if none do.
int first_of_names(struct words words, int verb);

// Puts right what the tree takes for a subject, or fails to, where word `i` is that subject or its verb.
void mend_subjects(struct words words, int i);

#endif
