// SPDX-License-Identifier: MIT
#include "story/tense.h"

enum { FARTHEST = 40 }; // words from the expression to its verb

struct outlook {
    const struct time_rules *rules;
    const struct time_text *text;
    bool with_hints;
};

static bool is_listed(const struct outlook *outlook, size_t at, int *tense) {
    const struct time_rules *rules = outlook->rules;
    const struct word_sense *sense = find_sense(&rules->table, outlook->text->words[at], rules->tense, SLICE("a"));
    if (sense) *tense = (int)sense->number;
    return sense != NULL;
}

// A form of a verb that is not the present's: "met", "moved"; participles too.
static bool is_past_form(const struct token *token) {
    if (slice_is(token->lower, "was")) return true;
    return !slice_equal(token->lower, token->lemma) && !slice_ends(token->lower, SLICE("ing")) && !slice_ends(token->lower, SLICE("s"));
}

static bool is_present_auxiliary(struct slice auxiliary) {
    static const char *const forms[] = {"is", "are", "am", "'s", "'re", "'m", "does", "do", "can", "ca"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (slice_is(auxiliary, forms[i])) return true;
    return false;
}

// "to meet", "to be held": what is to be.
static bool is_infinitive(const struct time_text *text, size_t at) {
    return at > text->begin && slice_is(text->tokens[at - 1].lower, "to") && slice_equal(text->tokens[at].lower, text->tokens[at].lemma);
}

// "Meets", but what somebody says is said already.
static bool is_present(const struct token *token) {
    bool says = slice_is(token->lemma, "say") || slice_is(token->lemma, "tell") || slice_is(token->lemma, "report");
    return token->upos == UPOS_VERB && !says && slice_ends(token->lower, SLICE("s")) && !slice_equal(token->lower, token->lemma);
}

// Is the verb a participle behind "be", "been", "is", so that the auxiliary tells, not the form?
static bool follows_auxiliary(const struct time_text *text, size_t at) {
    while (at > text->begin && (text->tokens[at - 1].upos == UPOS_ADV || text->tokens[at - 1].upos == UPOS_PART)) at--;
    return at > text->begin && text->tokens[at - 1].upos == UPOS_AUX;
}

static int tense_at(const struct outlook *outlook, size_t at) {
    const struct time_text *text = outlook->text;
    const struct token *token = &text->tokens[at];
    int tense = 0;
    if (token->upos != UPOS_PROPN && is_listed(outlook, at, &tense)) return tense;
    if (token->upos != UPOS_VERB && token->upos != UPOS_AUX) return 0;
    if (token->upos == UPOS_AUX && slice_is(token->lemma, "have")) return -1;
    if (slice_is(token->lower, "be") || slice_is(token->lower, "been") || (token->upos == UPOS_VERB && follows_auxiliary(text, at))) return 0;
    if (is_past_form(token)) return token->upos == UPOS_AUX && is_present_auxiliary(token->lower) ? 0 : -1;
    bool looks_ahead = is_infinitive(text, at) || (!text->is_headline && is_present(token));
    return outlook->with_hints && looks_ahead ? 1 : 0;
}

// Does the expression open a clause ("On Friday, ...", "said that by May they ...")? Prepositions and adverbs may stand before it.
static bool opens_clause(const struct time_text *text, size_t at) {
    for (; at > text->begin; at--) {
        const struct token *token = &text->tokens[at - 1];
        if (token->upos == UPOS_SCONJ || token->upos == UPOS_PUNCT) return true;
        if (token->upos != UPOS_ADP && token->upos != UPOS_ADV && token->upos != UPOS_CCONJ) return false;
    }
    return true;
}

// What may stand between a verb and the time that it tells of: "fell again in July", but "extended to July".
static bool is_between(const struct token *token) {
    if (token->upos == UPOS_ADV || token->upos == UPOS_DET) return true;
    return token->upos == UPOS_ADP && !slice_is(token->lower, "to") && !slice_is(token->lower, "until") && !slice_is(token->lower, "by");
}

static int tense_before(const struct outlook *outlook, size_t at) {
    int tense = 0;
    bool is_beside = true;
    for (size_t i = at; !tense && i > outlook->text->begin && at - i < FARTHEST; i--) {
        tense = tense_at(outlook, i - 1);
        if (tense && is_beside && i < at) tense *= 2;
        is_beside &= is_between(&outlook->text->tokens[i - 1]);
    }
    return tense;
}

static int tense_behind(const struct outlook *outlook, size_t end) {
    int tense = 0;
    for (size_t i = end; !tense && i < outlook->text->end && i - end < FARTHEST; i++) tense = tense_at(outlook, i);
    return tense;
}

int tense_around(const struct time_rules *rules, const struct time_text *text, size_t at, size_t length, bool with_hints) {
    size_t end = at + length;
    bool is_possessive = end < text->end && slice_is(text->tokens[end].lower, "'s");
    struct outlook outlook = {rules, text, with_hints && !is_possessive};
    bool behind_first = opens_clause(text, at);
    int tense = behind_first ? tense_behind(&outlook, end) : tense_before(&outlook, at);
    if (!tense && !is_possessive) tense = behind_first ? tense_before(&outlook, at) : tense_behind(&outlook, end);
    return tense || !is_possessive ? tense : -1;
}
