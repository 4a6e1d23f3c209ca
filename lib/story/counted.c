// SPDX-License-Identifier: MIT
#include "story/counted.h"

#include "base/utf8.h"

enum { MOST_WORDS = 8 }; // from the number to its noun

struct reader {
    const struct time_rules *rules;
    const struct time_text *text;
    enum counted_form form;
    bool after_of; // "20 of the 30 remaining soldiers": between "of the" and the noun more may stand
};

static const struct token *token_at(const struct reader *reader, size_t at) {
    return at < reader->text->end ? &reader->text->tokens[at] : NULL;
}

static enum upos upos_at(const struct reader *reader, size_t at) {
    return at < reader->text->end && reader->text->tokens[at].ner == NER_NONE ? reader->text->tokens[at].upos : UPOS_NONE;
}

static bool is_word(const struct reader *reader, size_t at, const char *word) {
    const struct token *token = token_at(reader, at);
    return token && slice_is(token->lower, word);
}

static bool has_class(const struct reader *reader, size_t at, uint64_t classes) {
    return at < reader->text->end && sense_at(reader->rules, reader->text, at, classes);
}

// "missiles", "people"; "Iraqis" too
static bool is_many(const struct reader *reader, size_t at) {
    const struct token *token = &reader->text->tokens[at];
    if (has_class(reader, at, reader->rules->countable)) return true;
    bool ends_in_s = token->lower.length > 2 && slice_ends(token->lower, SLICE("s")) && !slice_ends(token->lower, SLICE("ss"));
    return token->upos == UPOS_PROPN ? ends_in_s : ends_in_s || (token->lemma.length && !slice_equal(token->lemma, token->lower));
}

// A participle before a noun: "five captured soldiers".
static bool is_participle(const struct reader *reader, size_t at) {
    enum upos next = upos_at(reader, at + 1);
    if (upos_at(reader, at) != UPOS_VERB || (next != UPOS_NOUN && next != UPOS_ADJ)) return false;
    struct slice lower = reader->text->tokens[at].lower;
    return slice_ends(lower, SLICE("ed")) || (reader->after_of && slice_ends(lower, SLICE("ing")));
}

static bool is_hyphen(const struct reader *reader, size_t at) {
    const struct token *tokens = reader->text->tokens;
    return at + 1 < reader->text->end && slice_is(tokens[at].lower, "-") && tokens[at].start == tokens[at - 1].end &&
           tokens[at].end == tokens[at + 1].start;
}

static bool is_describing(enum upos upos) { return upos == UPOS_ADJ || upos == UPOS_PROPN || upos == UPOS_NOUN; }

// Can tokens[at] stand between the number and its noun?
static bool is_modifier(const struct reader *reader, size_t at) {
    enum upos upos = upos_at(reader, at);
    if (is_describing(upos) || is_participle(reader, at)) return true;
    if (upos == UPOS_NUM) return reader->after_of;
    if (upos == UPOS_CCONJ) return is_describing(upos_at(reader, at - 1)) && is_describing(upos_at(reader, at + 1));
    return upos == UPOS_ADV && (upos_at(reader, at + 1) == UPOS_ADJ || is_participle(reader, at + 1));
}

static bool is_digit(struct slice word) { return word.length && word.at[0] >= '0' && word.at[0] <= '9'; }

// A noun; and a name in the plural with none behind it ("nine Iraqis").
static bool is_noun(const struct reader *reader, size_t at) {
    enum upos next = upos_at(reader, at + 1);
    if (upos_at(reader, at) == UPOS_NOUN) return !is_digit(reader->text->tokens[at].lower);
    return upos_at(reader, at) == UPOS_PROPN && is_many(reader, at) && next != UPOS_NOUN && next != UPOS_PROPN;
}

static bool is_possessive(const struct reader *reader, size_t at) {
    const struct token *token = at < reader->text->end ? &reader->text->tokens[at] : NULL;
    return token && token->upos == UPOS_PART && token->start == token[-1].end;
}

// Is the noun found the counted one, whatever adjective or name comes behind it ("five missiles Monday")?
static bool is_last(const struct reader *reader, size_t noun) { return reader->form != COUNTED_MANY || is_many(reader, noun); }

// The last noun of the run of adjectives, names and nouns that begins at tokens[at]; behind a plural only another plural belongs to it
// ("two arms dealers"). text->end where there is none.
static size_t find_noun(const struct reader *reader, size_t at) {
    size_t none = reader->text->end, noun = none;
    if (upos_at(reader, at) == UPOS_CCONJ) return none; // "dozens and dozens"
    for (size_t i = at, last; i < at + MOST_WORDS && is_modifier(reader, i); i = last + 1) {
        last = is_hyphen(reader, i + 1) ? i + 2 : i;
        if (is_possessive(reader, last + 1)) { // "half of the army's tanks", but "10 analysts' forecasts"
            if (!reader->after_of && reader->form != COUNTED_ANY) return is_noun(reader, last) ? last : none;
            noun = none, last++;
            continue;
        }
        if (last > i && is_modifier(reader, last + 1)) continue; // F-16 jets, oil-rich states
        if (!is_noun(reader, last)) {
            if (noun < none && is_last(reader, noun)) break;
            continue;
        }
        if (noun < none && has_class(reader, noun, reader->rules->countable)) break; // 100 metres champions
        if (noun < none && is_many(reader, noun) && !(upos_at(reader, last) == UPOS_NOUN && is_many(reader, last))) break;
        noun = last;
    }
    return noun;
}

// "20 of the soldiers", "dozens of its planes", "half the soldiers"
static size_t skip_of(struct reader *reader, size_t at) {
    reader->after_of = is_word(reader, at, "of");
    if (!reader->after_of && reader->form != COUNTED_ANY) return at;
    at += reader->after_of;
    return at + (upos_at(reader, at) == UPOS_DET || upos_at(reader, at) == UPOS_PRON);
}

// Of people a person, of wounded "wounded"; else the lemma.
static struct slice noun_at(struct arena *keep, const struct reader *reader, size_t at) {
    const struct token *token = &reader->text->tokens[at];
    const struct word_sense *sense = sense_at(reader->rules, reader->text, at, reader->rules->countable);
    char lower[128];
    if (sense) return sense->value.length ? sense->value : arena_copy(keep, token->lower);
    struct slice noun = lower_into(token->lemma.length ? token->lemma : token->lower, lower, sizeof lower);
    bool is_name = token->upos == UPOS_PROPN && slice_equal(noun, slice_first(token->lower, sizeof lower));
    return arena_copy(keep, slice_drop(noun, is_name && slice_ends(noun, SLICE("s")))); // names have themselves for a lemma: Americans
}

struct slice counted_noun(struct arena *keep, const struct time_rules *rules, const struct time_text *text, size_t at, size_t length,
                          enum counted_form form) {
    struct reader reader = {rules, text, form, false};
    size_t behind = at + length;
    if (at > text->begin && has_class(&reader, at - 1, rules->numbered)) return SLICE("");
    if (is_hyphen(&reader, behind)) // a five-member council, but a one-time benefit
        return form != COUNTED_ONE && is_noun(&reader, behind + 1) ? noun_at(keep, &reader, behind + 1) : SLICE("");
    size_t from = skip_of(&reader, behind), noun = find_noun(&reader, from);
    if (noun == text->end) return has_class(&reader, from, rules->countable) ? noun_at(keep, &reader, from) : SLICE("");
    bool is_right = form == COUNTED_ANY || is_many(&reader, noun) == (form == COUNTED_MANY);
    return is_right ? noun_at(keep, &reader, noun) : SLICE("");
}
