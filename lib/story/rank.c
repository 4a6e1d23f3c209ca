// SPDX-License-Identifier: MIT
#include "story/rank.h"

static const char *ending_of(long value) {
    if (value % 100 >= 11 && value % 100 <= 13) return "th";
    return value % 10 == 1 ? "st" : value % 10 == 2 ? "nd" : value % 10 == 3 ? "rd" : "th";
}

struct slice print_rank(struct arena *keep, long value) { return arena_print(keep, "%ld%s", value, ending_of(value)); }

// 35th, 1,000th: the figures have to go with the ending.
static bool read_figures(struct slice lower, long *value) {
    struct decimal figures;
    size_t used;
    if (!parse_figures(lower, &figures, &used) || figures.scale || figures.digits > INT32_MAX || figures.digits < 1) return false;
    *value = (long)figures.digits;
    return slice_is(slice_skip(lower, used), ending_of(*value));
}

static bool has_capital(const struct token *token) { return token->form.length && token->form.at[0] >= 'A' && token->form.at[0] <= 'Z'; }

struct run {
    const struct time_rules *rules;
    const struct token *tokens;
    size_t begin, end; // a sentence
};

// "First Deputy Minister", "Second World War": a capital that the beginning of the sentence does not ask for.
static bool is_in_name(const struct run *run, size_t at, size_t end) {
    const struct token *tokens = run->tokens;
    if (end < run->end && tokens[end].ner != NER_NONE && !tokens[end].ner_begins) return true;
    bool before_name = end < run->end && has_capital(&tokens[end]) && tokens[end].upos == UPOS_PROPN;
    return tokens[at].upos == UPOS_PROPN || (has_capital(&tokens[at]) && (at > run->begin || before_name));
}

// "A third said": a part, not a rank; a rank has a noun or an adjective behind it, or is the one ("the third").
static bool is_part(const struct run *run, size_t at) {
    if (at == run->begin || !slice_is(run->tokens[at - 1].lower, "a")) return false;
    enum upos next = at + 1 < run->end ? run->tokens[at + 1].upos : UPOS_NONE;
    bool has_hyphen = at + 1 < run->end && slice_is(run->tokens[at + 1].lower, "-");
    return next != UPOS_NOUN && next != UPOS_ADJ && next != UPOS_PROPN && next != UPOS_NUM && !has_hyphen;
}

// "at first"; "First, ..."
static bool is_aside(const struct run *run, size_t at) {
    return (at > run->begin && slice_is(run->tokens[at - 1].lower, "at")) ||
           (at + 1 < run->end && slice_is(run->tokens[at + 1].lower, ","));
}

static const struct word_sense *ordinal_at(const struct run *run, size_t at) {
    if (at >= run->end || run->tokens[at].ner != NER_NONE) return NULL;
    uint32_t word = intern_find(&run->rules->table.words, run->tokens[at].lower);
    return find_sense(&run->rules->table, word, run->rules->ordinal, run->tokens[at].form);
}

// twenty-first
static size_t read_tens(const struct run *run, size_t at, long *value) {
    if (at + 2 >= run->end || !slice_is(run->tokens[at + 1].lower, "-")) return 0;
    uint32_t word = intern_find(&run->rules->table.words, run->tokens[at].lower);
    const struct word_sense *tens = find_sense(&run->rules->table, word, run->rules->numbers.tens, run->tokens[at].form);
    const struct word_sense *digit = tens ? ordinal_at(run, at + 2) : NULL;
    if (!digit || digit->number > 9) return 0;
    *value = tens->number + digit->number;
    return is_in_name(run, at, at + 3) ? 0 : 3;
}

size_t read_rank(const struct time_rules *rules, const struct document *document, const struct sentence *sentence, size_t at, long *value) {
    struct run run = {rules, document->tokens.at, sentence->first, sentence->first + sentence->count};
    const struct token *token = &run.tokens[at];
    char first = token->lower.length ? token->lower.at[0] : ' ';
    if (token->ner != NER_NONE) return 0;
    if (first >= '0' && first <= '9') return read_figures(token->lower, value) && !is_in_name(&run, at, at + 1) ? 1 : 0;
    if (token->upos != UPOS_ADJ && token->upos != UPOS_NUM) return 0;
    const struct word_sense *sense = ordinal_at(&run, at);
    if (!sense) return read_tens(&run, at, value);
    *value = sense->number;
    return is_aside(&run, at) || is_part(&run, at) || is_in_name(&run, at, at + 1) ? 0 : 1;
}
