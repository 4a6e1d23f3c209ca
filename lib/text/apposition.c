// SPDX-License-Identifier: MIT
#include "text/apposition.h"

#include "text/coreference.h"

enum { MOST_BETWEEN = 6 };

static bool is_one_of(struct slice word, const char *const *words) {
    for (; *words; words++)
        if (slice_is(word, *words)) return true;
    return false;
}

static const char *const between[] = {",", "the", "a", "an", "'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99", "of", "for", "at", "to", "in", "and", "-", "--", "(", ")",
                                      "who", "is", "was", "also", "as", "his", "her", "their", NULL};

static bool may_stand_between(const struct search *search, size_t token) {
    const struct token *at = &search->document->tokens.at[token];
    if (is_one_of(at->lower, between) || is_marked(&search->sights[token], WORD_modifier)) return true;
    bool elected = at->upos == UPOS_VERB && (slice_ends(at->lower, SLICE("ed")) || slice_ends(at->lower, SLICE("ing")));
    return elected || at->upos == UPOS_ADJ || at->upos == UPOS_ADV || at->upos == UPOS_NUM;
}

// May these tokens, outside of mentions, stand between an office and who holds it? A comma, articles, "of", "former".
static bool is_apposition(const struct search *search, size_t from, size_t until) {
    if (until < from || until - from > MOST_BETWEEN) return false;
    for (size_t i = from; i < until; i++)
        if (!may_stand_between(search, i)) return false;
    return true;
}

static bool has_word(const struct search *search, size_t from, size_t until, const char *word) {
    for (size_t i = from; i < until; i++)
        if (slice_is(search->document->tokens.at[i].lower, word)) return true;
    return false;
}

// "A spokesman for Orlin" is not Orlin.
static bool is_object(const struct search *search, size_t from, size_t until) {
    return has_word(search, from, until, "for") || has_word(search, from, until, "of") || has_word(search, from, until, "to") || has_word(search, from, until, "at") || has_word(search, from, until, "in");
}

// "After he met the minister, Orlin left": behind a comma a verb says that the person is the subject of something new.
static bool begins_clause(const struct search *search, const struct mention *person) {
    const struct sentence *where = &search->document->sentences.at[person->sentence];
    size_t end = end_of(person);
    if (end >= where->first + where->count) return false;
    enum upos upos = search->document->tokens.at[end].upos;
    return upos == UPOS_VERB || upos == UPOS_AUX;
}

// The person an office stands before: "Defense Minister Pavel Orlin"; and, with a comma, "his counterpart, Pavel Orlin",
// "chief of the Danish General Staff, Pavel Orlin".
static size_t person_after(const struct search *search, size_t m, bool comma) {
    const struct mention *title = &search->mentions[m];
    size_t end = end_of(title);
    bool apart = false;
    for (size_t n = m + 1; n < search->mention_count && n < m + 5; n++) {
        const struct mention *next = &search->mentions[n];
        if (next->sentence != title->sentence || !is_apposition(search, end, next->first) || has_word(search, end, next->first, "and")) return 0;
        apart |= has_word(search, end, next->first, ",") || has_word(search, end, next->first, "(");
        if (!comma && (apart || (next->kind == NER_PER && has_word(search, end, next->first, "the")))) return 0;
        if (next->kind == NER_PER) return title->plural || is_object(search, end, next->first) || (comma && (!apart || begins_clause(search, next))) ? 0 : n + 1;
        bool office = next->kind == NER_TITLE && next->first > end && !has_word(search, end, next->first, "(");
        if (office && !(comma && next->title == TITLE_honorific)) return 0;
        end = end_of(next);
    }
    return 0;
}

// Is it one more of a row: "Orlin, the Danish minister and the Polish minister met"?
static bool goes_on(const struct search *search, const struct mention *title) {
    const struct sentence *where = &search->document->sentences.at[title->sentence];
    size_t end = end_of(title);
    return end + 1 < where->first + where->count && slice_is(search->document->tokens.at[end].lower, "and") &&
           slice_is(search->document->tokens.at[end + 1].lower, "the");
}

// The person an office stands behind, with a comma or a bracket between: "Pavel Orlin, the Danish defense minister".
static size_t person_before(const struct search *search, size_t m) {
    const struct mention *title = &search->mentions[m];
    size_t begin = title->first;
    for (size_t n = m; n-- > 0 && n + 5 > m;) {
        const struct mention *before = &search->mentions[n];
        size_t end = end_of(before);
        if (before->sentence != title->sentence || !is_apposition(search, end, begin)) return 0;
        if (before->kind == NER_PER) {
            const struct token *tokens = search->document->tokens.at;
            bool comma = end < begin && (slice_is(tokens[end].form, ",") || slice_is(tokens[end].form, "(") || slice_is(tokens[end].form, "-"));
            return comma && !has_word(search, end, begin, "and") && !title->plural && !goes_on(search, title) ? n + 1 : 0;
        }
        if (before->kind == NER_TITLE && end < begin && !has_word(search, end, begin, "and")) return 0;
        begin = before->first;
    }
    return 0;
}

size_t person_beside(const struct search *search, size_t m) {
    size_t person = person_after(search, m, false);
    if (!person) person = person_before(search, m);
    return person ? person : person_after(search, m, true);
}

static const char *const past[] = {"former", "ex", "ex-", "late", "then", "then-", "ousted", "deposed", "previous", NULL};
static const char *const coming[] = {"new", "newly", "next", "future", "incoming", NULL};
static const char *const determiners[] = {"the", "a", "an", "his", "her", "its", "their", "our", NULL};
static const char *const making[] = {"appointed", "named", "nominated", "elected", "become", "becoming", "be", "being", "been", "for", "of", "as", "candidate", NULL};

enum era era_of(const struct search *search, size_t m) {
    const struct mention *title = &search->mentions[m], *before = m ? title - 1 : NULL;
    const struct token *tokens = search->document->tokens.at;
    size_t first = title->first, from = search->document->sentences.at[title->sentence].first;
    bool owned = before && before->sentence == title->sentence && (before->kind == NER_NORP || before->kind == NER_LOC || before->kind == NER_ORG);
    if (owned && first - end_of(before) <= 2) first = before->first;
    for (size_t steps = 0; first > from && steps < 2 && !is_one_of(tokens[first - 1].lower, determiners); steps++) first--;
    for (size_t i = first; i < title->first; i++) {
        if (is_one_of(tokens[i].lower, past)) return ERA_PAST;
        if (is_one_of(tokens[i].lower, coming)) return ERA_COMING;
    }
    return ERA_PRESENT;
}

bool is_made(const struct search *search, size_t m) {
    const struct token *tokens = search->document->tokens.at;
    size_t first = search->mentions[m].first, from = search->document->sentences.at[search->mentions[m].sentence].first;
    if (first > from + 1 && slice_is(tokens[first - 1].lower, "the")) // "to be the president", "see him as the president"
        return slice_is(tokens[first - 2].lower, "be") || slice_is(tokens[first - 2].lower, "as") || slice_is(tokens[first - 2].lower, "become");
    return first > from && is_one_of(tokens[first - 1].lower, making);
}

// An office of a body has the body's sectors, unless it says more than the body: a president may be anybody's.
static void take_body(struct mention *title, const struct mention *body, size_t number) {
    title->owner = number + 1;
    if (body->country.length) title->country = body->country;
    bool vague = title->code.length == 0 || slice_is(title->code, "GOV") || slice_is(title->code, "IGO") || slice_is(title->code, "PTY") || slice_is(title->code, "BUS");
    vague |= slice_is(title->code, "MIL") && (slice_starts(body->code, SLICE("REB")) || slice_starts(body->code, SLICE("PRM")) || slice_starts(body->code, SLICE("COP")));
    bool known = body->code.length || body->country.length;
    if (vague && known) title->code = body->code;
    else if (slice_is(title->code, "GOV") && !known) title->code = (struct slice){"", 0};
}

// "Danish", "Denmark's new", "Danish centre-right": do these words only say more of the office behind them?
static bool is_attribute(const struct search *search, size_t from, size_t until) {
    if (until < from || until - from > 3) return false;
    for (size_t i = from; i < until; i++) {
        const struct token *at = &search->document->tokens.at[i];
        bool word = at->upos == UPOS_ADJ || at->upos == UPOS_NOUN || at->upos == UPOS_ADV || slice_is(at->form, "-");
        if (!word && !is_possessive(search, i) && !is_marked(&search->sights[i], WORD_modifier)) return false;
    }
    return true;
}

// "the Danish prime minister and foreign minister"
static bool shares_owner(const struct search *search, const struct mention *before, const struct mention *title) {
    size_t end = end_of(before);
    return before->kind == NER_TITLE && title->first == end + 1 && slice_is(search->document->tokens.at[end].lower, "and");
}

// "the Lundby governor" is not that of another part of the country; a country itself is compared as such.
static void take_place(struct mention *title, const struct mention *place, size_t number) {
    bool country = place->row && place->row->value.length == 3 && slice_equal(place->row->value, place->country);
    if (!country && !(place->row && place->row->seat)) title->owner = number + 1;
}

static bool find_owner_before(struct search *search, size_t m) {
    struct mention *title = &search->mentions[m];
    const struct mention *before = m ? title - 1 : NULL;
    if (!before || before->sentence != title->sentence || before->kind == NER_PER || end_of(before) > title->first) return false;
    if (!is_attribute(search, end_of(before), title->first) && !shares_owner(search, before, title)) return false;
    if (before->kind == NER_ORG) return take_body(title, before, m - 1), true;
    if (before->kind == NER_LOC) take_place(title, before, m - 1);
    if (before->country.length == 0) return false;
    title->country = before->country;
    if (before->kind == NER_TITLE && title->code.length == 0) title->code = before->code;
    return true;
}

void find_owner(struct search *search, size_t m) {
    struct mention *title = &search->mentions[m];
    const struct mention *after = m + 1 < search->mention_count ? title + 1 : NULL;
    if (find_owner_before(search, m) || !after || after->sentence != title->sentence || after->kind == NER_PER || after->kind == NER_TITLE) return;
    size_t end = end_of(title);
    if (after->first <= end || after->first - end > 2) return;
    struct slice word = search->document->tokens.at[end].lower;
    if (!slice_is(word, "of") && !(slice_is(word, "for") && (title->title == TITLE_role || title->code.length == 0))) return;
    const struct mention *body = m + 2 < search->mention_count ? after + 1 : after; // "chief of the Danish General Staff"
    bool headed = body->kind == NER_ORG && (after->kind == NER_NORP || after->kind == NER_LOC) && body->first - end_of(after) <= 1;
    if (headed || after->kind == NER_ORG) {
        take_body(title, headed ? body : after, (size_t)((headed ? body : after) - search->mentions));
        if (headed && body->code.length) title->code = body->code;
    }
    if (after->kind == NER_LOC && !title->owner) take_place(title, after, m + 1);
    if (after->country.length) title->country = after->country;
}

// "Senator Pavel Orlin of Lundby"
void find_owner_behind(struct search *search, size_t m, size_t person) {
    struct mention *title = &search->mentions[m];
    if (title->owner || title->country.length || person + 1 >= search->mention_count) return;
    const struct mention *after = &search->mentions[person + 1];
    size_t end = end_of(&search->mentions[person]);
    if (after->kind != NER_LOC || after->sentence != title->sentence || after->first != end + 1 || !slice_is(search->document->tokens.at[end].lower, "of")) return;
    take_place(title, after, person + 1);
    title->country = after->country;
}
