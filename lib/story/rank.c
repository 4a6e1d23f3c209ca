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

// "First Deputy Minister", "Second World War": a capital that the beginning of the sentence does not ask for.
static bool is_in_name(const struct time_text *text, size_t at, size_t end) {
    const struct token *tokens = text->tokens;
    if (end < text->end && tokens[end].ner != NER_NONE && !tokens[end].ner_begins) return true;
    bool is_capital = has_capital(&tokens[at]);
    bool before_name = end < text->end && has_capital(&tokens[end]) && tokens[end].upos == UPOS_PROPN;
    return tokens[at].upos == UPOS_PROPN || (is_capital && (at > text->begin || before_name));
}

// "A third said": a part, not a rank; a rank has a noun or an adjective behind it, or is the one ("the third").
static bool is_part(const struct time_text *text, size_t at) {
    if (at == text->begin || !slice_is(text->tokens[at - 1].lower, "a")) return false;
    enum upos next = at + 1 < text->end ? text->tokens[at + 1].upos : UPOS_NONE;
    return next != UPOS_NOUN && next != UPOS_ADJ && next != UPOS_PROPN && next != UPOS_NUM &&
           !(at + 1 < text->end && slice_is(text->tokens[at + 1].lower, "-"));
}

static bool is_free(const struct time_text *text, size_t at) { return at < text->end && text->tokens[at].ner == NER_NONE; }

size_t read_rank(const struct time_rules *rules, const struct time_text *text, size_t at, long *value) {
    const struct token *tokens = text->tokens;
    size_t end = at + 1;
    char first = tokens[at].lower.length ? tokens[at].lower.at[0] : ' ';
    if (first >= '0' && first <= '9') return read_figures(tokens[at].lower, value) && !is_in_name(text, at, end) ? 1 : 0;
    if (text->words[at] == NOT_INTERNED) return 0;
    const struct word_sense *tens = sense_at(rules, text, at, rules->numbers.tens), *sense = NULL;
    if (tens && is_free(text, at + 2) && slice_is(tokens[at + 1].lower, "-")) { // twenty-first
        sense = sense_at(rules, text, at + 2, rules->ordinal);
        if (!sense || sense->number > 9) return 0;
        *value = tens->number + sense->number;
        return is_in_name(text, at, at + 3) ? 0 : 3;
    }
    sense = sense_at(rules, text, at, rules->ordinal);
    if (!sense || (tokens[at].upos != UPOS_ADJ && tokens[at].upos != UPOS_NUM)) return 0;
    bool is_aside = (at > text->begin && slice_is(tokens[at - 1].lower, "at")) || (end < text->end && slice_is(tokens[end].lower, ","));
    *value = sense->number;
    return is_aside || is_part(text, at) || is_in_name(text, at, end) ? 0 : 1;
}
