// SPDX-License-Identifier: MIT
#include "story/party.h"

#include "story/code.h"
#include "story/noun_phrase.h"

bool same_party(const struct party *a, const struct party *b) {
    if (a->entity && b->entity && a->is_person == b->is_person) return a->entity == b->entity;
    return slice_equal(a->name, b->name) && slice_equal(a->code, b->code);
}

void add_party(struct parties *parties, struct party party) {
    if (party.code.length == 0 && !party.is_person) return;
    for (int i = 0; i < parties->count; i++)
        if (same_party(&parties->at[i], &party)) return;
    if (parties->count < MOST_PARTIES) parties->at[parties->count++] = party;
}

static struct party party_of_mention(struct cast *cast, struct mention mention, struct slice name, struct slice code) {
    const struct token *tokens = cast->document->tokens.at;
    return (struct party){name, code, tokens[mention.first].start, tokens[mention.first + mention.count - 1].end,
                          tokens[mention.first].entity, false};
}

static struct party person_party(struct cast *cast, struct mention mention, long entity) {
    const struct character *person = character_of(cast, entity);
    struct party party = party_of_mention(cast, mention, person ? person->name : mention_value(cast, mention), person ? person->code : (struct slice){"", 0});
    party.entity = entity;
    party.is_person = true;
    return party;
}

static bool is_plural(const struct token *token) {
    return token->lower.length > 2 && token->lower.at[token->lower.length - 1] == 's' && !slice_equal(token->lower, token->lemma);
}

/* An office without a name: the one person of that country and those sectors, or the office itself. */

static long person_with_office(struct cast *cast, struct slice country, struct slice sectors, struct slice office, bool is_one) {
    long found = 0;
    for (int exact = 1; exact >= !is_one; exact--, found = 0) { // of several officers only those of just that office are meant
        for (long entity = 1; entity <= cast->count; entity++) {
            const struct character *person = &cast->characters[entity];
            if (person->kind != NER_PER || person->is_former || person->is_past || !slice_equal(code_country(person->code), country)) continue;
            // GOV alone is any office of a government: then the words have to be the same
            bool same_office = !slice_is(sectors, "GOV") || (is_one && !person->office.length) || slice_equal(person->office, office);
            bool fits = !same_office ? false : exact ? slice_equal(code_sectors(person->code), sectors) : sectors_meet(person->code, sectors) && code_sectors(person->code).length;
            if (fits && found) { found = -1; break; }
            if (fits) found = entity;
        }
        if (found > 0) return found;
    }
    return 0;
}

// `office`: its words in lower case and the singular, by which a holder is found; empty: the group stands for itself.
static void add_officers(struct cast *cast, const struct tree *tree, struct noun_phrase phrase, struct slice sectors, struct slice office,
                         struct parties *parties) {
    struct countries countries = countries_around(cast, tree, phrase);
    struct mention span = {tree->offset + (size_t)phrase.first - 1, (size_t)(phrase.last - phrase.first + 1)};
    while (span.count > 1 && cast->document->tokens.at[span.first].upos == UPOS_DET) span.first++, span.count--;
    for (int i = 0; i < countries.count; i++) {
        long entity = !office.length ? 0 : person_with_office(cast, countries.at[i], code_sectors(sectors), office, !is_plural(tree_token(tree, phrase.last)));
        struct party party = entity ? person_party(cast, span, entity)
                                    : party_of_mention(cast, span, text_of(cast->keep, cast->document, span.first, span.count),
                                                       code_join(cast->keep, countries.at[i], sectors));
        if (!entity) party.entity = 0;
        if (!entity && countries.count > 1) party.name = country_name(cast->tables, countries.at[i]);
        add_party(parties, party);
    }
    if (countries.count == 0 && sectors.length)
        add_party(parties, (struct party){text_of(cast->keep, cast->document, span.first, span.count), sectors,
                                          cast->document->tokens.at[span.first].start,
                                          cast->document->tokens.at[span.first + span.count - 1].end, 0, false});
}

// Of these the ones whom the sectors fit, if they are two or more.
static bool add_fitting(const struct parties *among, struct slice sectors, struct parties *parties) {
    int fitting = 0;
    for (int i = 0; i < among->count; i++) fitting += sectors_meet(among->at[i].code, sectors);
    if (fitting < 2) return false;
    for (int i = 0; i < among->count; i++)
        if (sectors_meet(among->at[i].code, sectors)) add_party(parties, among->at[i]);
    return true;
}

// "The two defense ministers": those of the event told last, or else the two persons of different countries named last.
static bool add_from_before(struct cast *cast, struct mention at, const struct parties *among, struct slice sectors, struct parties *parties) {
    struct parties recent = {.count = 0};
    if (among && add_fitting(among, sectors, parties)) return true;
    for (int i = 0; i < cast->recent_count && recent.count < 2; i++) {
        const struct character *person = character_of(cast, cast->recent[i]);
        bool another = !recent.count || !slice_equal(code_country(recent.at[0].code), code_country(person->code));
        if (sectors_meet(person->code, sectors) && code_country(person->code).length && another)
            recent.at[recent.count++] = person_party(cast, at, cast->recent[i]);
    }
    return add_fitting(&recent, sectors, parties);
}

// "The two leaders", "both ministers", "the presidents": people the text has named before.
static bool are_known_two(const struct tree *tree, struct noun_phrase phrase) {
    static const char *const words[] = {"two", "both", "the", "these", "those"};
    for (int i = phrase.first; i < phrase.last; i++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (slice_is(tree_token(tree, i)->lower, words[w])) return true;
    return false;
}

static struct mention phrase_mention(const struct tree *tree, struct noun_phrase phrase) {
    return (struct mention){tree->offset + (size_t)phrase.first - 1, (size_t)(phrase.last - phrase.first + 1)};
}

/* One noun. */

// A person right behind the head, or in apposition to it: "his Russian counterpart Sergei Shoigu", "ministers -- A and B".
static bool add_named_behind(struct cast *cast, const struct tree *tree, int head, struct parties *parties) {
    int before = parties->count;
    FOR_CHILDREN(tree, head, child) {
        bool names = has_relation(tree, child, "appos") || has_relation(tree, child, "flat") || slice_is(tree_token(tree, child)->deprel, "nmod:desc");
        if (!names || tree_token(tree, child)->ner != NER_PER) continue;
        find_parties(cast, tree, child, NULL, parties);
    }
    if (parties->count > before || head >= tree->count) return parties->count > before;
    int next = head + 1; // by position: the name follows at once, or behind a comma or dash
    if (tree_token(tree, next)->upos == UPOS_PUNCT && next < tree->count) next++;
    const struct token *token = tree_token(tree, next);
    bool close = next == head + 1 || tree_token(tree, head)->ner == NER_TITLE;
    if (token->ner != NER_PER || !token->ner_begins || !close) return false;
    struct mention mention = mention_of(cast, tree, next);
    add_party(parties, person_party(cast, mention, token->entity));
    return true;
}

static bool is_list_word(const struct token *token) {
    return token->upos == UPOS_DET || token->upos == UPOS_ADJ || token->upos == UPOS_NOUN || token->upos == UPOS_PROPN || token->upos == UPOS_PRON ||
           slice_is(token->lower, ",") || slice_is(token->lower, "and") || slice_is(token->lower, "of") || slice_is(token->lower, "-") ||
           slice_is(token->lower, "'s") || slice_is(token->lower, "’s") || slice_is(token->lower, "then");
}

bool find_listed_persons(struct cast *cast, const struct tree *tree, int noun, struct parties *parties) {
    struct parties found = {.count = 0};
    bool listed = false;
    for (int i = phrase_before(tree, noun).first; i <= tree->count; i++) {
        const struct token *token = tree_token(tree, i);
        if (token->ner == NER_PER && token->ner_begins) {
            add_party(&found, person_party(cast, mention_of(cast, tree, i), token->entity));
            i = (int)(mention_of(cast, tree, i).first + mention_of(cast, tree, i).count - tree->offset);
            const struct token *next = i < tree->count ? tree_token(tree, i + 1) : NULL;
            if (!next || (!slice_is(next->lower, ",") && !slice_is(next->lower, "and"))) break;
            listed |= slice_is(next->lower, "and") || (i + 2 <= tree->count && slice_is(tree_token(tree, i + 2)->lower, "and"));
        } else if (!is_list_word(token)) break;
    }
    if (found.count < 2 || !listed) return false;
    for (int i = 0; i < found.count; i++) add_party(parties, found.at[i]);
    return true;
}

// The name at the end of a group that begins with an office or a body: "Deputy head of the Russian administration A",
// "Department of Defense spokesman B", "Kremlin chief, C". 0 if there is none.
static int name_at_end(const struct tree *tree, int from) {
    enum { FARTHEST = 10 };
    bool office = tree_token(tree, from - 1)->ner == NER_TITLE;
    for (int i = from; i <= tree->count && i < from + FARTHEST; i++) {
        const struct token *token = tree_token(tree, i);
        if (token->ner == NER_PER) return token->ner_begins && office ? i : 0;
        office |= token->ner == NER_TITLE;
        bool comma = slice_is(token->lower, ",") && i < tree->count && tree_token(tree, i + 1)->ner == NER_PER && tree_token(tree, i - 1)->ner != NER_NONE;
        if (!comma && (!is_list_word(token) || slice_is(token->lower, ",") || slice_is(token->lower, "and") || token->upos == UPOS_PRON)) return 0;
    }
    return 0;
}

static bool add_name_at_end(struct cast *cast, const struct tree *tree, int from, struct parties *parties) {
    int name = from > 1 ? name_at_end(tree, from) : 0;
    if (name) add_party(parties, person_party(cast, mention_of(cast, tree, name), tree_token(tree, name)->entity));
    return name != 0;
}

// The code of the body an office belongs to: "a spokeswoman for the Department of Defense".
static struct slice code_of_body_behind(struct cast *cast, const struct tree *tree, int from) {
    for (int i = from; i <= tree->count && i < from + 4; i++) {
        const struct token *token = tree_token(tree, i);
        if (token->ner == NER_ORG && token->ner_begins) return body_code(cast, mention_of(cast, tree, i));
        if (!slice_is(token->lower, "for") && !slice_is(token->lower, "of") && !slice_is(token->lower, "at") && token->upos != UPOS_DET) break;
    }
    return (struct slice){"", 0};
}

static void add_title(struct cast *cast, const struct tree *tree, int head, const struct parties *among, struct parties *parties) {
    const struct token *token = tree_token(tree, head);
    struct mention mention = mention_of(cast, tree, head);
    if (add_named_behind(cast, tree, (int)(mention.first + mention.count - tree->offset), parties)) return;
    int end = (int)(mention.first + mention.count - tree->offset) + 1;
    if (!is_plural(token) && add_name_at_end(cast, tree, end, parties)) return;
    struct slice sectors = code_sectors(title_code(cast, mention));
    if (!sectors.length) sectors = code_sectors(code_of_body_behind(cast, tree, end));
    bool counterpart = is_counterpart(cast, mention);
    if (counterpart && among && among->count) sectors = code_sectors(among->at[among->count - 1].code);
    if (!counterpart && cast->document->tokens.at[mention.first].entity && character_of(cast, cast->document->tokens.at[mention.first].entity) &&
        character_of(cast, cast->document->tokens.at[mention.first].entity)->kind == NER_PER && !is_plural(token)) {
        add_party(parties, person_party(cast, mention, cast->document->tokens.at[mention.first].entity));
        return;
    }
    struct noun_phrase phrase = phrase_before(tree, (int)(mention.first - tree->offset) + 1);
    phrase.last = (int)(mention.first + mention.count - tree->offset);
    if (is_plural(token) && !countries_around(cast, tree, phrase).count && add_from_before(cast, phrase_mention(tree, phrase), among, sectors, parties)) return;
    struct slice country = code_country(title_code(cast, mention));
    add_officers(cast, tree, phrase, country.length ? title_code(cast, mention) : sectors, office_words(cast, mention), parties);
}

// "The US and Russian ministers": the US is no party here but says whose minister is meant.
static bool is_first_of_modifiers(const struct tree *tree, int end) {
    if (end + 2 > tree->count || !slice_is(tree_token(tree, end + 1)->lower, "and")) return false;
    enum ner ner = tree_token(tree, end + 2)->ner;
    for (int i = end + 2; i <= tree->count && (ner == NER_NORP || ner == NER_LOC); i++)
        if (tree_token(tree, i)->ner != ner || i > end + 4) return tree_token(tree, i)->ner == NER_TITLE || tree_token(tree, i)->upos == UPOS_NOUN;
    return false;
}

static void add_place_or_body(struct cast *cast, const struct tree *tree, int head, struct parties *parties) {
    struct mention mention = mention_of(cast, tree, head);
    if (is_first_of_modifiers(tree, (int)(mention.first + mention.count - tree->offset))) return;
    enum ner kind = tree_token(tree, head)->ner;
    if (add_name_at_end(cast, tree, (int)(mention.first + mention.count - tree->offset) + 1, parties)) return;
    struct slice code = kind == NER_ORG ? body_code(cast, mention) : place_code(cast, mention), name = mention_value(cast, mention);
    if (kind == NER_ORG && !code_country(code).length) { // "the Russian Defense Ministry", "Russia's Defense Ministry"
        struct countries countries = countries_around(cast, tree, phrase_before(tree, head));
        if (countries.count) code = code_join(cast->keep, countries.at[0], code);
    }
    if (is_iso3(name)) name = country_name(cast->tables, name);
    add_party(parties, party_of_mention(cast, mention, name, code));
}

// "During his visit, Austin said": a pronoun in front of the sentence's subject means the subject.
static long person_behind(const struct tree *tree, int pronoun) {
    int root = tree->first_child[0], subject = root ? find_child(tree, root, "nsubj", 0) : 0;
    if (!subject || subject < pronoun || tree_token(tree, subject)->ner != NER_PER) return 0;
    for (int i = 1; i < pronoun; i++)
        if (tree_token(tree, i)->ner == NER_PER) return 0;
    return tree_token(tree, subject)->entity;
}

// "Biden said he met Xi": in what somebody says "he" is who says it, as long as the clause names nobody else first.
static long sayer_above(const struct tree *tree, int pronoun) {
    enum { DEEPEST = 4 };
    int verb = clause_verb(tree, pronoun);
    for (int steps = 0; verb && steps < DEEPEST; steps++, verb = tree_head(tree, verb)) {
        int above = tree_head(tree, verb), subject = above ? find_child(tree, above, "nsubj", 0) : 0;
        if (has_relation(tree, verb, "ccomp") && subject && subject != pronoun && tree_token(tree, subject)->ner == NER_PER)
            return tree_token(tree, subject)->entity;
    }
    return 0;
}

static void add_pronoun(struct cast *cast, const struct tree *tree, int head, const struct parties *among, struct parties *parties) {
    const struct token *token = tree_token(tree, head);
    bool several = slice_is(token->lower, "they") || slice_is(token->lower, "them") || slice_is(token->lower, "their") || slice_is(token->lower, "both");
    if (several) {
        add_from_before(cast, (struct mention){tree->offset + (size_t)head - 1, 1}, among, (struct slice){"", 0}, parties);
        return;
    }
    bool one = slice_is(token->lower, "he") || slice_is(token->lower, "she") || slice_is(token->lower, "his") || slice_is(token->lower, "her") ||
               slice_is(token->lower, "him");
    long person = one ? sayer_above(tree, head) : 0;
    if (one && !person) person = person_behind(tree, head);
    if (!person) person = cast->last_person;
    if (one && character_of(cast, person)) add_party(parties, person_party(cast, (struct mention){tree->offset + (size_t)head - 1, 1}, person));
}

static void add_common_noun(struct cast *cast, const struct tree *tree, int head, const struct parties *among, struct parties *parties) {
    const struct token *token = tree_token(tree, head);
    if (add_named_behind(cast, tree, head, parties)) return;
    struct slice code = actor_cell(&cast->tables->groups, find_phrase(&cast->tables->groups, token->lemma), "code");
    if (!code.length) code = actor_cell(&cast->tables->bodies, find_by_ending(&cast->tables->bodies, token->lower), "code");
    if (!code.length) return;
    struct noun_phrase phrase = phrase_before(tree, head);
    bool two = slice_is(code, "2"), anybody = two || slice_is(code, "*"); // "the pair" is nobody by itself
    bool plural = (two || is_plural(token)) && !countries_around(cast, tree, phrase).count;
    if (plural && are_known_two(tree, phrase) &&
        add_from_before(cast, phrase_mention(tree, phrase), among, anybody ? (struct slice){"", 0} : code, parties)) return;
    if (!anybody) add_officers(cast, tree, phrase, code, (struct slice){"", 0}, parties);
}

static void add_one(struct cast *cast, const struct tree *tree, int head, const struct parties *among, struct parties *parties) {
    const struct token *token = tree_token(tree, head);
    switch (token->ner) {
    case NER_PER: {
        struct mention mention = mention_of(cast, tree, head);
        add_party(parties, person_party(cast, mention, cast->document->tokens.at[mention.first].entity));
        break;
    }
    case NER_TITLE: add_title(cast, tree, head, among, parties); break;
    case NER_ORG: case NER_LOC: case NER_NORP: add_place_or_body(cast, tree, head, parties); break;
    case NER_NONE: case NER_NUMBER: // "the two"
        if (token->upos == UPOS_PRON || token->upos == UPOS_DET) add_pronoun(cast, tree, head, among, parties);
        else add_common_noun(cast, tree, head, among, parties);
        break;
    default: break;
    }
}

static void add_with_conjuncts(struct cast *cast, const struct tree *tree, int noun, const struct parties *among, struct parties *parties, int depth) {
    struct parties so_far = {.count = 0};
    enum { DEEPEST = 16 };
    if (depth > DEEPEST) return;
    const struct parties *behind = among;
    add_one(cast, tree, noun, among, parties);
    if (parties->count) so_far = *parties, behind = &so_far;
    FOR_CHILDREN(tree, noun, child)
        if (has_relation(tree, child, "conj") && tree_token(tree, child)->upos != UPOS_VERB)
            add_with_conjuncts(cast, tree, child, behind, parties, depth + 1);
}

void find_parties(struct cast *cast, const struct tree *tree, int noun, const struct parties *among, struct parties *parties) {
    add_with_conjuncts(cast, tree, noun, among, parties, 0);
}
