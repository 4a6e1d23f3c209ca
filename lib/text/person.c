// Persons: which names are one person's.
//
// ALGORITHM. Names of two words and more first, over the whole document: two are one person's if their family names are spelt alike
// and their given names do not contradict each other ("Joe Biden" and "Joseph R. Biden Jr." do not, "George H. W. Bush" and
// "George W. Bush" do), or if the shorter one stands in the longer ("Abdel Aziz" in "Mohamed Ould Abdel Aziz"). Then single words, in
// text order: of the persons who have the word in their names the one who fits best: the same row of a list, the same office in
// front, the same spelling, named before, named last. Who contradicts in sex ("Mrs. Orlin", "chairman") is out.
// SPDX-License-Identifier: MIT
#include "text/coreference.h"
#include "text/spelling.h"

enum { MOST_NAME_WORDS = 6, MOST_NAMESAKES = 8, MOST_OFFICES = 3 };

struct name_word {
    uint64_t exact, key, full; // as it is written; as it may be spelt; the key of the name it is short for, or its own
    unsigned char letter;
    bool initial;
};

struct person_name {
    struct name_word words[MOST_NAME_WORDS]; // without particles and suffix
    size_t count;
    uint64_t suffix;                         // Jr. or Sr.; 0 none
};

struct person {
    struct person_name name;
    const struct name_row *row;
    size_t first, last, best; // mentions: the first, the newest (while the text is read), the one with the fullest name
    uint64_t offices[MOST_OFFICES];
    size_t office_count;
    bool male, female;
    uint32_t next;            // the next person of the same family name, 0 none
};

struct crowd {
    struct references *references;
    struct search *search;
    struct person *persons; // [count], from 1
    uint32_t count;
    uint32_t *person_of;    // [mentions]
};

/* Names. */

static struct name_word read_word(const struct search *search, size_t token) {
    const struct token *at = &search->document->tokens.at[token];
    struct name_word word = {.exact = search->sights[token].hash, .key = spelling_key(at->lower), .initial = search->sights[token].shape == SHAPE_INITIAL};
    word.letter = at->lower.length ? (unsigned char)at->lower.at[0] : 0;
    const struct word_meaning *meaning = meaning_of(search->names, word.key);
    word.full = meaning && meaning->full_name ? meaning->full_name : word.key;
    return word;
}

static bool is_left_out(const struct search *search, const struct mention *mention, size_t token) {
    const struct sight *sight = &search->sights[token];
    if (!is_word(search, token)) return true;
    if (!is_marked(sight, WORD_particle)) return false;
    bool given = token == mention->first && has_capital(sight) && is_marked(sight, WORD_given);
    return !given && mention->count > 1;
}

static struct person_name read_name(const struct search *search, const struct mention *mention) {
    struct person_name name = {.count = 0};
    for (size_t i = mention->first; i < end_of(mention); i++) {
        if (i > mention->first && is_marked(&search->sights[i], WORD_suffix)) name.suffix = spelling_key(search->document->tokens.at[i].lower);
        else if (!is_left_out(search, mention, i) && name.count < MOST_NAME_WORDS) name.words[name.count++] = read_word(search, i);
    }
    if (name.count == 0) name.words[name.count++] = read_word(search, mention->first);
    return name;
}

static bool is_alike(const struct name_word *a, const struct name_word *b) {
    if (a->key == b->key || a->full == b->full) return true;
    return (a->initial || b->initial) && a->letter == b->letter;
}

// Do the words of the shorter name all stand in the longer one, in order, the last at its end or the first at its beginning?
static bool is_part(const struct person_name *part, const struct person_name *whole) {
    if (part->count >= whole->count) return false;
    bool tail = true;
    for (size_t i = 1; i <= part->count && tail; i++) tail = part->words[part->count - i].key == whole->words[whole->count - i].key;
    if (tail) return true;
    if (part->words[0].initial || !is_alike(&part->words[0], &whole->words[0])) return false;
    size_t at = 1;
    for (size_t i = 1; i < part->count; i++, at++) {
        while (at < whole->count && part->words[i].key != whole->words[at].key) at++;
        if (at == whole->count) return false;
    }
    return true;
}

// Names of two words and more: may they be one person's?
static bool may_be_one(const struct person_name *a, const struct person_name *b) {
    if (a->suffix && b->suffix && a->suffix != b->suffix) return false;
    if (is_part(a, b) || is_part(b, a)) return true;
    if (a->words[a->count - 1].key != b->words[b->count - 1].key || !is_alike(&a->words[0], &b->words[0])) return false;
    return a->count < 3 || b->count < 3 || is_alike(&a->words[1], &b->words[1]);
}

/* What stands beside a name. */

static const struct mention *title_before(const struct search *search, size_t m) {
    const struct mention *before = m ? &search->mentions[m - 1] : NULL;
    bool adjacent = before && before->kind == NER_TITLE && before->sentence == search->mentions[m].sentence && end_of(before) == search->mentions[m].first;
    return adjacent ? before : NULL;
}

static void note_title(const struct search *search, const struct mention *title, struct person *person) {
    for (size_t i = title->first; i < end_of(title); i++) {
        person->male |= is_marked(&search->sights[i], WORD_male);
        person->female |= is_marked(&search->sights[i], WORD_female);
    }
    if (title->title == TITLE_honorific || title->title == TITLE_counterpart || title->plural || title->office == 0) return;
    for (size_t i = 0; i < person->office_count; i++)
        if (person->offices[i] == title->office) return;
    if (person->office_count < MOST_OFFICES) person->offices[person->office_count++] = title->office;
}

// What a mention says of its person: titles in front of it.
static struct person look_around(const struct search *search, size_t m) {
    struct person seen = {.row = search->mentions[m].row, .first = m, .last = m, .best = m, .name = read_name(search, &search->mentions[m])};
    for (size_t at = m; title_before(search, at); at--) note_title(search, title_before(search, at), &seen);
    return seen;
}

static bool contradicts(const struct person *a, const struct person *b) {
    if ((a->male && b->female && !b->male) || (a->female && b->male && !b->female)) return true;
    return a->row && b->row && !slice_equal(a->row->value, b->row->value);
}

/* The crowd. */

static void note_words(struct crowd *crowd, uint32_t number, const struct person_name *name) {
    for (size_t i = 0; i < name->count; i++)
        if (!name->words[i].initial) *number_for(crowd->references, KEY_bearer, name->words[i].key) = number;
}

static bool is_fuller(const struct search *search, const struct mention *a, const struct mention *b) {
    bool loud = search->sights[a->first].loud, other = search->sights[b->first].loud;
    if (loud != other) return other;
    return a->count > b->count || (a->count == b->count && search->document->tokens.at[end_of(a) - 1].end - search->document->tokens.at[a->first].start >
                                   search->document->tokens.at[end_of(b) - 1].end - search->document->tokens.at[b->first].start);
}

static void add_to_person(struct crowd *crowd, uint32_t number, size_t m, const struct person *seen) {
    struct person *person = &crowd->persons[number];
    crowd->person_of[m] = number;
    if (m < person->first) person->first = m;
    if (!person->row) person->row = seen->row;
    person->male |= seen->male;
    person->female |= seen->female;
    for (size_t i = 0; i < seen->office_count && person->office_count < MOST_OFFICES; i++) person->offices[person->office_count++] = seen->offices[i];
    if (seen->name.count > person->name.count) person->name = seen->name;
    if (is_fuller(crowd->search, &crowd->search->mentions[m], &crowd->search->mentions[person->best])) person->best = m;
    note_words(crowd, number, &seen->name);
}

static void add_person(struct crowd *crowd, size_t m, const struct person *seen) {
    uint32_t number = ++crowd->count, *family = number_for(crowd->references, KEY_family, seen->name.words[seen->name.count - 1].key);
    crowd->persons[number] = *seen;
    crowd->persons[number].next = *family;
    crowd->person_of[m] = *family = number;
    note_words(crowd, number, &seen->name);
}

static uint32_t find_in_family(struct crowd *crowd, uint64_t family, const struct person *seen) {
    size_t steps = 0;
    for (uint32_t n = *number_for(crowd->references, KEY_family, family); n && steps++ < MOST_NAMESAKES; n = crowd->persons[n].next) {
        const struct person *person = &crowd->persons[n];
        if (contradicts(person, seen)) continue;
        if (person->row && seen->row) return n;
        if (may_be_one(&person->name, &seen->name)) return n;
    }
    return 0;
}

// The person of a name of several words; 0 if he was not named before.
static uint32_t find_namesake(struct crowd *crowd, const struct person *seen) {
    const struct person_name *name = &seen->name;
    uint32_t found = find_in_family(crowd, name->words[name->count - 1].key, seen);
    if (found) return found;
    uint32_t bearer = *number_for(crowd->references, KEY_bearer, name->words[name->count - 1].key);
    if (bearer && !contradicts(&crowd->persons[bearer], seen) && crowd->persons[bearer].name.count > 1 && may_be_one(&crowd->persons[bearer].name, name)) return bearer;
    if (name->count < 3) return 0;
    found = find_in_family(crowd, name->words[name->count - 2].key, seen);
    return found && is_part(&crowd->persons[found].name, name) ? found : 0;
}

static void join_full_names(struct crowd *crowd) {
    for (size_t m = 0; m < crowd->search->mention_count; m++) {
        if (crowd->search->mentions[m].kind != NER_PER) continue;
        struct person seen = look_around(crowd->search, m);
        if (seen.name.count < 2) continue;
        uint32_t number = find_namesake(crowd, &seen);
        if (number) add_to_person(crowd, number, m, &seen);
        else add_person(crowd, m, &seen);
    }
}

/* Single words. */

static bool shares_office(const struct person *a, const struct person *b) {
    for (size_t i = 0; i < a->office_count; i++)
        for (size_t j = 0; j < b->office_count; j++)
            if (a->offices[i] == b->offices[j]) return true;
    return false;
}

// How well a person fits a single word; 0: not at all.
static int fit_person(const struct person *person, const struct person *seen) {
    if (contradicts(person, seen)) return 0;
    bool before = person->first < seen->first, same_row = person->row && seen->row, office = shares_office(person, seen);
    if (seen->row && !same_row && !office && (!before || seen->office_count)) return 0; // "President Biden" beside Hunter Biden
    bool exact = false;
    for (size_t i = 0; i < person->name.count; i++) exact |= person->name.words[i].exact == seen->name.words[0].exact;
    return 1 + 16 * same_row + 8 * office + 4 * exact + 2 * before;
}

static uint32_t find_bearer(struct crowd *crowd, const struct person *seen) {
    uint64_t key = seen->name.words[0].key;
    uint32_t best = 0;
    int best_fit = 0;
    size_t steps = 0;
    for (uint32_t n = *number_for(crowd->references, KEY_family, key); n && steps++ < MOST_NAMESAKES; n = crowd->persons[n].next) {
        int fit = fit_person(&crowd->persons[n], seen);
        if (fit == 0 || fit < best_fit) continue;
        bool later = best && fit == best_fit && crowd->persons[n].last <= crowd->persons[best].last;
        if (later) continue;
        best = n;
        best_fit = fit;
    }
    if (best) return best;
    uint32_t bearer = *number_for(crowd->references, KEY_bearer, key);
    return bearer && fit_person(&crowd->persons[bearer], seen) ? bearer : 0;
}

static void join_single_names(struct crowd *crowd) {
    for (size_t m = 0; m < crowd->search->mention_count; m++) {
        if (crowd->search->mentions[m].kind != NER_PER) continue;
        if (crowd->person_of[m] == 0) {
            struct person seen = look_around(crowd->search, m);
            uint32_t number = find_bearer(crowd, &seen);
            if (number) add_to_person(crowd, number, m, &seen);
            else add_person(crowd, m, &seen);
        }
        crowd->persons[crowd->person_of[m]].last = m;
    }
}

static bool is_iso3(struct slice code) { return code.length >= 3 && (code.length == 3 || code.at[3] == ' '); }

void join_persons(struct references *references) {
    struct search *search = references->search;
    size_t persons = 0;
    for (size_t m = 0; m < search->mention_count; m++) persons += search->mentions[m].kind == NER_PER;
    struct crowd crowd = {references, search, TAKE(&search->document->memory, struct person, persons + 1), 0,
                          TAKE(&search->document->memory, uint32_t, search->mention_count + 1)};
    join_full_names(&crowd);
    join_single_names(&crowd);
    for (size_t m = 0; m < search->mention_count; m++) {
        if (search->mentions[m].kind != NER_PER) continue;
        const struct person *person = &crowd.persons[crowd.person_of[m]];
        struct mention *mention = &search->mentions[m];
        mention->entity = person->first;
        if (mention->entity == m) mention->value = person->row ? person->row->value : text_of_mention(search, &search->mentions[person->best]);
        if (person->row && is_iso3(person->row->code)) {
            mention->country = slice_first(person->row->code, 3);
            mention->code = slice_skip(person->row->code, 4);
        }
    }
}
