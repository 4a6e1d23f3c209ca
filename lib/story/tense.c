// SPDX-License-Identifier: MIT
#include "story/tense.h"

enum { FARTHEST = 40 }; // words from the expression to its verb

struct outlook {
    const struct time_rules *rules;
    const struct time_text *text;
    bool with_hints, is_possessive;
};

static bool is_word(const struct time_text *text, size_t at, const char *word) {
    return at >= text->begin && at < text->end && slice_is(text->tokens[at].lower, word);
}

// ---- what one word says

static const struct word_sense *sense_of(const struct outlook *outlook, size_t at, uint64_t classes) {
    const struct word_table *table = &outlook->rules->table;
    const struct token *token = &outlook->text->tokens[at];
    const struct word_sense *sense = find_sense(table, outlook->text->words[at], classes, SLICE("a"));
    if (sense || token->upos != UPOS_VERB || slice_equal(token->lemma, token->lower)) return sense;
    return find_sense(table, intern_find(&table->words, token->lemma), classes, SLICE("a")); // any form of a verb
}

// "Better than expected", "as planned".
static bool is_comparison(const struct time_text *text, size_t at) {
    return at > text->begin && (is_word(text, at - 1, "than") || is_word(text, at - 1, "as"));
}

// "Had been expected": what was ahead is over.
static bool follows_had(const struct time_text *text, size_t at) {
    for (size_t i = at; i > text->begin && at - i < 3; i--)
        if (is_word(text, i - 1, "had")) return true;
    return false;
}

static bool is_listed(const struct outlook *outlook, size_t at, int *tense) {
    const struct word_sense *sense = sense_of(outlook, at, outlook->rules->tense);
    const struct token *token = &outlook->text->tokens[at];
    bool is_name = token->upos == UPOS_PROPN || (token->upos == UPOS_NONE && token->form.length && token->form.at[0] < 'a'); // "May", where nobody tagged it
    if (!sense || is_name || is_comparison(outlook->text, at)) return false;
    *tense = sense->number > 0 && follows_had(outlook->text, at) ? -1 : (int)sense->number;
    return true;
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

static bool is_infinitive(const struct time_text *text, size_t at) {
    return at > text->begin && is_word(text, at - 1, "to") && slice_equal(text->tokens[at].lower, text->tokens[at].lemma);
}

// "Agreed to meet", "ordered the troops to leave", "going to visit": what somebody means to do, but not "managed to meet".
static bool is_intended(const struct outlook *outlook, size_t at) {
    enum { OBJECT = 4 }; // words between the verb and "to"
    if (!is_infinitive(outlook->text, at)) return false;
    for (size_t i = at - 1; i > outlook->text->begin && at - 1 - i < OBJECT; i--) {
        if (sense_of(outlook, i - 1, outlook->rules->governor)) return !follows_had(outlook->text, i - 1);
        if (outlook->text->tokens[i - 1].upos == UPOS_VERB) return false;
    }
    return false;
}

// "Meets", "polls open", but what somebody says is said already, and headlines tell of the past so.
static bool is_present(const struct time_rules *rules, const struct time_text *text, size_t at) {
    const struct token *token = &text->tokens[at];
    if (text->is_headline || sense_at(rules, text, at, rules->unchanging)) return false; // "they shut on Monday" may be past
    bool says = slice_is(token->lemma, "say") || slice_is(token->lemma, "tell") || slice_is(token->lemma, "report");
    bool is_plural = at > text->begin && text->tokens[at - 1].upos == UPOS_NOUN && slice_equal(token->lower, token->lemma);
    return token->upos == UPOS_VERB && !says && (is_plural || slice_ends(token->lower, SLICE("s"))) && !is_past_form(token);
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
    if (is_listed(outlook, at, &tense)) return tense;
    if (token->upos != UPOS_VERB && token->upos != UPOS_AUX) return 0;
    bool is_have = slice_is(token->lemma, "have");
    if (is_have && is_word(text, at + 1, "to")) return slice_is(token->lower, "had") ? -1 : 1; // a duty
    if (token->upos == UPOS_AUX && is_have) return -1;
    if (slice_is(token->lower, "be") || slice_is(token->lower, "been") || (token->upos == UPOS_VERB && follows_auxiliary(text, at))) return 0;
    if (is_past_form(token)) return token->upos == UPOS_AUX && is_present_auxiliary(token->lower) ? 0 : -1;
    if (slice_is(token->lower, "going") && is_word(text, at + 1, "to")) return 1;
    return outlook->with_hints && (is_intended(outlook, at) || is_present(outlook->rules, text, at)) ? 1 : 0;
}

// ---- which word counts

// Does the expression open a clause ("On Friday, ...", "said that by May they ...")? Prepositions and adverbs may stand before it.
static bool opens_clause(const struct time_text *text, size_t at) {
    for (; at > text->begin; at--) {
        const struct token *token = &text->tokens[at - 1];
        if (token->upos == UPOS_SCONJ || token->upos == UPOS_PUNCT) return true;
        if (token->upos != UPOS_ADP && token->upos != UPOS_ADV && token->upos != UPOS_CCONJ) return false;
    }
    return true;
}

// The word that the expression leans on, prepositions and adverbs between: "payable [on] Dec. 7".
static const struct token *word_before(const struct time_text *text, size_t at) {
    while (at > text->begin && (text->tokens[at - 1].upos == UPOS_ADP || text->tokens[at - 1].upos == UPOS_ADV)) at--;
    return at > text->begin ? &text->tokens[at - 1] : NULL;
}

// "Extended to July", "until July", "for the July deadline": the preposition looks elsewhere than the verb.
static bool leads_on(const struct time_text *text, size_t at) {
    static const char *const words[] = {"to", "until", "till", "by", "for", "through"};
    if (at > text->begin && text->tokens[at - 1].upos == UPOS_DET) at--;
    for (size_t i = 0; at > text->begin && i < sizeof words / sizeof *words; i++)
        if (is_word(text, at - 1, words[i])) return true;
    return false;
}

// "Preferred shares": a participle that stands before its noun.
static bool is_attribute(const struct time_text *text, size_t at) {
    if (at == text->begin) return false;
    const struct token *before = &text->tokens[at - 1];
    bool may_describe = before->upos == UPOS_DET || before->upos == UPOS_ADJ || before->upos == UPOS_NUM || before->upos == UPOS_NOUN;
    return (may_describe || before->lower.length == 1) && at + 1 < text->end && text->tokens[at + 1].upos == UPOS_NOUN;
}

// May the verb before an expression be taken for sure, as far as what stands around the expression tells?
static bool may_be_sure(const struct time_text *text, size_t at, size_t end) {
    const struct token *word = word_before(text, at);
    return word && word->upos != UPOS_ADJ && (end >= text->end || text->tokens[end].upos != UPOS_NOUN);
}

// "Was arrested", "had been held": what was done is done; but "was to be held", "was called to vote".
static bool is_passive(const struct outlook *outlook, size_t at) {
    const struct time_rules *rules = outlook->rules;
    return is_past_form(&outlook->text->tokens[at]) && follows_auxiliary(outlook->text, at) && !sense_of(outlook, at, rules->governor | rules->deferring);
}

// "Called a strike for Monday", "announced elections in July": they are ahead.
static bool appoints(const struct outlook *outlook, size_t verb, size_t at) {
    const struct token *noun = word_before(outlook->text, at);
    if (!noun || !sense_of(outlook, verb, outlook->rules->appointing)) return false;
    return sense_of(outlook, (size_t)(noun - outlook->text->tokens), outlook->rules->appointment) != NULL;
}

// "The parade is on Monday", "the term ends in April": the present right before a time tells what is to be.
static bool is_scheduled(const struct outlook *outlook, size_t at, const struct token *leans_on) {
    const struct time_text *text = outlook->text;
    const struct token *token = &text->tokens[at];
    if (token != leans_on || text->is_headline || outlook->is_possessive) return false;
    return is_present(outlook->rules, text, at) || (token->upos == UPOS_AUX && is_present_auxiliary(token->lower));
}

// "Postponed until Friday", "extended to July": past, but what it tells of is ahead.
static bool defers(const struct outlook *outlook, size_t verb, size_t at) {
    return outlook->text->tokens[verb].upos == UPOS_VERB && leads_on(outlook->text, at) && sense_of(outlook, verb, outlook->rules->deferring);
}

// The verb before; doubled where nothing stands between that could tell otherwise.
static int tense_before(const struct outlook *outlook, size_t at, size_t end) {
    const struct time_text *text = outlook->text;
    bool is_sure = may_be_sure(text, at, end);
    for (size_t i = at; i > text->begin && at - i < FARTHEST; i--) {
        int tense = is_scheduled(outlook, i - 1, word_before(text, at)) ? 1 : tense_at(outlook, i - 1);
        if (defers(outlook, i - 1, at)) return is_sure && tense > 0 ? 2 : 1;
        if (tense < 0 && appoints(outlook, i - 1, at)) return 1;
        if (tense < 0) is_sure &= !leads_on(text, at) && !is_attribute(text, i - 1);
        if (tense) return is_sure ? 2 * tense : tense;
        enum upos upos = text->tokens[i - 1].upos;
        is_sure &= upos != UPOS_PUNCT && upos != UPOS_SCONJ && (upos != UPOS_VERB || is_passive(outlook, i - 1));
    }
    return 0;
}

// The verb behind, of the same clause: "On Monday it is clear that they will go" does not tell of Monday.
static int tense_behind(const struct outlook *outlook, size_t end) {
    int tense = 0;
    for (size_t i = end; !tense && i < outlook->text->end && i - end < FARTHEST; i++) {
        if (outlook->text->tokens[i].upos == UPOS_SCONJ) return 0;
        tense = tense_at(outlook, i);
        if (tense < 0 && i == end) return 2 * tense; // "the strike on October 7 began"
    }
    return tense;
}

int tense_around(const struct time_rules *rules, const struct time_text *text, size_t at, size_t length, bool with_hints) {
    size_t end = at + length;
    bool is_possessive = end < text->end && slice_is(text->tokens[end].lower, "'s") && !is_word(text, at - 1, "of");
    struct outlook outlook = {rules, text, with_hints && !is_possessive, is_possessive};
    if (at > text->begin + 1 && is_word(text, at - 2, "ahead") && is_word(text, at - 1, "of")) return 1;
    bool behind_first = opens_clause(text, at);
    int tense = behind_first ? tense_behind(&outlook, end) : tense_before(&outlook, at, end);
    if (!tense && !is_possessive) tense = behind_first ? tense_before(&outlook, at, end) : tense_behind(&outlook, end);
    return tense || !is_possessive ? tense : -1;
}
