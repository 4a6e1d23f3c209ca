// Organisations, places, nationalities, events: which names are the same thing's.
//
// ALGORITHM. Names are one if they mean the same by a list, or are spelt alike without article. An organisation's name may also be
// the end of a longer one before it ("the Industrial Court" after "the National Industrial Court"), lack the words that only say what
// it is ("Orlin" for "Orlin Holdings Ltd"), or be the initials of another. A body ("Defense Ministry") has the name of its country in
// front, and without a country is the last one that had one.
// SPDX-License-Identifier: MIT
#include "text/coreference.h"
#include "text/spelling.h"

static bool is_article(const struct search *search, size_t token) {
    struct slice word = search->document->tokens.at[token].lower;
    return slice_is(word, "the") || slice_is(word, "a") || slice_is(word, "an");
}

static size_t first_word(const struct search *search, const struct mention *mention) {
    return mention->count > 1 && is_article(search, mention->first) ? mention->first + 1 : mention->first;
}

// The words from one token to another as one key, however they are spelt; 0 if there is no word.
static uint64_t key_of_words(const struct search *search, size_t from, size_t until) {
    uint64_t key = 0;
    for (size_t i = from; i < until; i++) {
        struct slice word = search->document->tokens.at[i].lower;
        if (slice_is(word, "&")) word = SLICE("and");
        else if (!is_word(search, i) && (word.length == 0 || (unsigned char)word.at[0] < '0')) continue; // a hyphen, a stop
        if (is_possessive(search, i)) continue;
        key = join_keys(key, spelling_key(word));
    }
    return key;
}

/* Countries of bodies. */

static bool is_iso3(struct slice code) {
    return code.length >= 3 && code.at[0] >= 'A' && code.at[0] <= 'Z' && code.at[1] >= 'A' && code.at[1] <= 'Z' && code.at[2] >= 'A' &&
           code.at[2] <= 'Z' && (code.length == 3 || code.at[3] == ' ');
}

static void take_code(struct mention *mention) {
    if (!mention->row || !is_iso3(mention->row->code)) return;
    mention->country = slice_first(mention->row->code, 3);
    if (mention->kind == NER_ORG) mention->code = slice_skip(mention->row->code, 4);
}

// The mention that says whose a body is, in front of it: "Russian X", "Russia's X", "the Danish new X".
static const struct mention *owner_before(const struct search *search, size_t m) {
    const struct mention *mention = &search->mentions[m], *before = m ? &search->mentions[m - 1] : NULL;
    if (!before || before->sentence != mention->sentence) return NULL;
    size_t end = end_of(before);
    for (int words = 0; words < 2 && end < mention->first; words++) end += is_possessive(search, end) || is_marked(&search->sights[end], WORD_modifier);
    return end == mention->first ? before : NULL;
}

static void find_country(struct search *search, size_t m) {
    struct mention *mention = &search->mentions[m];
    const struct mention *before = owner_before(search, m), *after = m + 1 < search->mention_count ? &search->mentions[m + 1] : NULL;
    if (before && (before->kind == NER_NORP || before->kind == NER_LOC || before->kind == NER_TITLE || before->kind == NER_ORG)) {
        mention->country = before->country;
        if (before->kind == NER_ORG && mention->code.length == 0) mention->code = before->code;
    }
    if (mention->country.length || !after || after->sentence != mention->sentence) return;
    size_t end = end_of(mention);
    bool of = end < after->first && slice_is(search->document->tokens.at[end].lower, "of") && after->first - end <= 2;
    if (!of || (after->kind != NER_LOC && after->kind != NER_ORG)) return;
    if (after->row && is_iso3(after->row->code)) mention->country = slice_first(after->row->code, 3);
    else mention->country = after->country;
    if (mention->code.length == 0) mention->code = after->code;
}

// Is it among the bodies that every country may have?
static bool is_common_body(const struct search *search, const struct mention *mention) {
    const struct token *tokens = search->document->tokens.at;
    uint64_t hash = search->sights[mention->first].hash;
    for (size_t i = mention->first + 1; i < end_of(mention); i++) hash = go_on_search(hash, &tokens[i], tokens[i].start > tokens[i - 1].end);
    const struct gazetteer_slot *slot = find_hash(&search->names->gazetteer, hash);
    for (uint32_t n = slot ? slot->first_row : 0; n; n = search->names->gazetteer.rows[n].next)
        if (search->names->gazetteer.rows[n].list == LIST_BODIES) return true;
    return false;
}

// A list's party, house or ministry that is another country's here: "the Maldivian Democratic Party".
static void leave_row(struct search *search, size_t m) {
    struct mention *mention = &search->mentions[m];
    const struct mention *before = owner_before(search, m);
    if (!mention->row || mention->row->own || mention->kind != NER_ORG || !before || (before->kind != NER_NORP && before->kind != NER_LOC)) return;
    bool other = before->country.length && mention->country.length && !slice_equal(before->country, mention->country);
    bool state = slice_starts(mention->code, SLICE("PTY")) || slice_starts(mention->code, SLICE("GOV")) || slice_starts(mention->code, SLICE("LEG")) ||
                 slice_starts(mention->code, SLICE("MIL")) || slice_starts(mention->code, SLICE("JUD")) || slice_starts(mention->code, SLICE("COP"));
    if (!other || !state) return;
    if (!is_marked(&search->sights[end_of(mention) - 1], WORD_organisation_head) && !is_common_body(search, mention)) return;
    mention->row = NULL;
    mention->body = true;
    mention->country = (struct slice){"", 0};
}

static struct slice name_of_thing(struct search *search, size_t m) {
    const struct mention *mention = &search->mentions[m];
    if (mention->row) return mention->row->value;
    size_t first = first_word(search, mention);
    struct slice text = text_of(&search->document->memory, search->document, first, end_of(mention) - first);
    if (!mention->body || mention->country.length == 0) return text;
    const struct mention *before = owner_before(search, m);
    bool said = before && before->kind == NER_NORP && slice_equal(before->country, mention->country);
    return arena_join(&search->document->memory, said ? text_of_mention(search, before) : adjective_of(search->names, mention->country), " ", text);
}

/* Joining. */

// Unites a mention with the newest under a key and becomes the newest itself.
static bool join_under(struct references *references, enum key_purpose purpose, uint64_t key, size_t m) {
    uint32_t *known = number_for(references, purpose, key);
    bool any = *known > 0;
    if (any) unite(references->search, *known - 1, m);
    *known = (uint32_t)m + 1;
    return any;
}

static uint64_t key_of_kind(const struct mention *mention, uint64_t key) { return join_keys(key, mention->kind); }

static uint64_t key_of_value(const struct search *search, const struct mention *mention) {
    if (mention->row) return key_of_kind(mention, spelling_key(mention->value));
    uint64_t key = key_of_words(search, first_word(search, mention), end_of(mention));
    return key_of_kind(mention, mention->body ? join_keys(key, spelling_key(mention->country)) : key);
}

// Without the words that only say what it is: "Orlin Holdings Ltd" is "Orlin".
static size_t end_of_core(const struct search *search, const struct mention *mention) {
    size_t end = end_of(mention);
    while (end > mention->first + 1 && is_marked(&search->sights[end - 1], WORD_organisation_head)) end--;
    return end;
}

// The ends of a longer name that could stand for it, for those that come behind.
static void note_tails(struct references *references, size_t m) {
    struct search *search = references->search;
    const struct mention *mention = &search->mentions[m];
    for (size_t i = first_word(search, mention) + 1; i < end_of(mention); i++)
        if (has_capital(&search->sights[i]) && !is_marked(&search->sights[i], WORD_suffix))
            *number_for(references, KEY_tail, key_of_words(search, i, end_of(mention))) = (uint32_t)m + 1;
    size_t core = end_of_core(search, mention);
    if (core == mention->first + 1 && mention->count > 1) *number_for(references, KEY_core, key_of_words(search, mention->first, core)) = (uint32_t)m + 1;
}

// The longer name before this one that it may be the end of; its last word alone wants an article ("the Commission").
static size_t longer_name(struct references *references, size_t m) {
    struct search *search = references->search;
    const struct mention *mention = &search->mentions[m];
    size_t first = first_word(search, mention);
    uint64_t key = key_of_words(search, first, end_of(mention));
    uint32_t core = *number_for(references, KEY_core, key);
    if (core) return core;
    bool article = first > mention->first || (first > 0 && is_article(search, first - 1));
    bool own_country = owner_before(search, m) && !mention->body;
    if (own_country || (end_of(mention) - first < 2 && !article)) return 0;
    return *number_for(references, KEY_tail, key);
}

// An acronym of three letters and more, and a name with these initials.
static void join_initials(struct references *references, size_t m) {
    struct search *search = references->search;
    const struct mention *mention = &search->mentions[m];
    uint64_t letters = mention->row ? 0 : letters_of_acronym(search, mention, 3), initials = letters ? 0 : initials_of_name(search, mention);
    if (letters == 0 && initials == 0) return;
    uint32_t *name = number_for(references, KEY_initials, letters ? letters : initials);
    if (letters && *name) {
        unite(search, *name - 1, m);
        return;
    }
    if (initials && *name == 0) *name = (uint32_t)m + 1;
    uint32_t *acronym = number_for(references, KEY_acronym, letters ? letters : initials);
    if (letters) *acronym = (uint32_t)m + 1;
    else if (*acronym) unite(search, *acronym - 1, m);
}

static void join_body(struct references *references, size_t m) {
    struct search *search = references->search;
    struct mention *mention = &search->mentions[m];
    uint32_t *known = number_for(references, KEY_body, key_of_words(search, first_word(search, mention), end_of(mention)));
    if (mention->country.length) *known = (uint32_t)m + 1;
    else if (*known) {
        unite(search, *known - 1, m);
        mention->country = search->mentions[*known - 1].country;
        if (mention->code.length == 0) mention->code = search->mentions[*known - 1].code;
    }
}

// "Danish People's Party": the name says whose it is.
static void country_by_front(const struct search *search, struct mention *mention) {
    const struct gazetteer_slot *slot = search->sights[first_word(search, mention)].slot;
    for (uint32_t n = slot && mention->count > 1 ? slot->first_row : 0; n; n = search->names->gazetteer.rows[n].next) {
        const struct gazetteer_row *row = &search->names->gazetteer.rows[n];
        if (row->list != LIST_NAMES) continue;
        const struct name_row *name = &search->names->rows[row->row];
        if ((name->kind != NER_NORP && name->kind != NER_LOC) || !is_iso3(name->code)) continue;
        mention->country = slice_first(name->code, 3);
        return;
    }
}

static void code_by_head(const struct search *search, struct mention *mention) {
    const struct word_meaning *meaning = meaning_of(search->names, spelling_key(search->document->tokens.at[end_of(mention) - 1].lower));
    if (meaning && has_capital(&search->sights[end_of(mention) - 1])) mention->code = meaning->code;
}

static void join_organisation(struct references *references, size_t m, bool joined) {
    struct search *search = references->search;
    struct mention *mention = &search->mentions[m];
    if (mention->body) join_body(references, m);
    else if (!joined && !mention->row) {
        size_t longer = longer_name(references, m);
        if (longer) {
            unite(search, longer - 1, m);
            mention->country = search->mentions[longer - 1].country;
            mention->code = search->mentions[longer - 1].code;
        }
    }
    join_initials(references, m);
    if (mention->code.length == 0 && !mention->row) code_by_head(search, mention);
    if (mention->country.length == 0 && !mention->row) country_by_front(search, mention);
    if (mention->count > 1) note_tails(references, m);
}

// What an acronym stands for by the text's own words goes before what a list says.
static uint32_t follow_definition(struct references *references, struct mention *mention) {
    uint64_t letters = mention->kind == NER_ORG ? letters_of_acronym(references->search, mention, 2) : 0;
    uint32_t defined = letters ? *number_for(references, KEY_defined, letters) : 0;
    if (defined && !(mention->row && mention->row->own)) mention->row = references->search->mentions[defined - 1].row;
    return defined;
}

static void join_thing(struct references *references, size_t m) {
    struct search *search = references->search;
    struct mention *mention = &search->mentions[m];
    uint32_t defined = follow_definition(references, mention);
    take_code(mention);
    leave_row(search, m);
    if (mention->body && !mention->row) find_country(search, m);
    mention->value = name_of_thing(search, m);
    if (defined) unite(search, defined - 1, m);
    bool joined = join_under(references, KEY_named, key_of_value(search, mention), m);
    if (mention->kind == NER_ORG && !defined) join_organisation(references, m, joined);
}

/* Values. */

// The better name of two for one thing: a list's, a body's with its country, the longer one.
static int worth_of_name(const struct mention *mention) {
    if (mention->row) return 3;
    return mention->body && mention->country.length ? 2 : 1;
}

static bool is_better_name(const struct search *search, const struct mention *a, const struct mention *b) {
    int worth = worth_of_name(a) - worth_of_name(b);
    if (worth) return worth > 0;
    bool loud = search->sights[a->first].loud, other = search->sights[b->first].loud;
    return loud != other ? other : a->value.length > b->value.length;
}

void join_things(struct references *references) {
    struct search *search = references->search;
    for (size_t m = 0; m < search->mention_count; m++)
        if (search->mentions[m].kind != NER_PER && search->mentions[m].kind != NER_TITLE) join_thing(references, m);
    uint32_t *best = TAKE(&search->document->memory, uint32_t, search->mention_count + 1);
    for (size_t m = 0; m < search->mention_count; m++) {
        if (search->mentions[m].kind == NER_PER || search->mentions[m].kind == NER_TITLE) continue;
        uint32_t *known = &best[find_root(search, m)];
        if (*known == 0 || is_better_name(search, &search->mentions[m], &search->mentions[*known - 1])) *known = (uint32_t)m + 1;
    }
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention *mention = &search->mentions[m];
        if (mention->kind == NER_PER || mention->kind == NER_TITLE) continue;
        const struct mention *fullest = &search->mentions[best[find_root(search, m)] - 1];
        if (mention->kind == NER_ORG && mention->country.length == 0) mention->country = fullest->country;
        if (mention->kind == NER_ORG && (mention->code.length == 0 || fullest->row)) mention->code = fullest->code;
    }
    for (size_t m = 0; m < search->mention_count; m++)
        if (best[m]) search->mentions[m].value = search->mentions[best[m] - 1].value; // of roots
}
