// SPDX-License-Identifier: MIT
#include "story/cast.h"

#include "base/utf8.h"
#include "story/code.h"

/* Mentions: runs of tokens that tag-entities marked. Tokens are numbered over the whole document here. */

struct mention mention_at(const struct document *document, size_t token, size_t from, size_t until) {
    const struct token *tokens = document->tokens.at;
    size_t first = token, end = token + 1;
    while (first > from && !tokens[first].ner_begins && tokens[first - 1].ner == tokens[token].ner) first--;
    while (end < until && tokens[end].ner == tokens[token].ner && !tokens[end].ner_begins) end++;
    return (struct mention){first, end - first};
}

struct slice mention_text(struct cast *cast, struct mention mention) {
    return text_of(cast->keep, cast->document, mention.first, mention.count);
}

struct slice mention_value(struct cast *cast, struct mention mention) {
    struct slice value = cast->document->tokens.at[mention.first].value;
    return value.length ? value : mention_text(cast, mention);
}

uint32_t title_row(struct cast *cast, struct mention mention) {
    struct slice text = mention_text(cast, mention);
    uint32_t row = find_by_ending(&cast->tables->titles, text);
    return row != NO_ROW ? row : find_by_ending(&cast->tables->titles, without_plural(text));
}

static bool is_code(struct slice value) {
    for (size_t i = 0; i < value.length; i++)
        if (value.at[i] != ' ' && (value.at[i] < 'A' || value.at[i] > 'Z')) return false;
    return value.length >= 3;
}

struct slice title_code(struct cast *cast, struct mention mention) {
    struct slice value = cast->document->tokens.at[mention.first].value; // tag-entities knows compound offices, and whose they are
    if (is_code(value) && !is_counterpart(cast, mention)) return value;
    return actor_cell(&cast->tables->titles, title_row(cast, mention), "code");
}

struct slice office_words(struct cast *cast, struct mention mention) {
    struct slice text = without_plural(mention_text(cast, mention));
    return lower_into(text, arena_take(cast->keep, text.length * 2 + 4), text.length * 2 + 4);
}

bool is_counterpart(struct cast *cast, struct mention mention) {
    return slice_is(actor_cell(&cast->tables->titles, title_row(cast, mention), "kind"), "counterpart");
}

/* The country an ORG or LOC mention belongs to, or a NORP says. */

// "South Lebanon" is no name of the tables, and Lebanon's all the same; what follows the side of the sky, empty where none is named.
static struct slice behind_direction(struct slice name) {
    static const char *const sides[] = {"South ", "North ", "East ", "West ", "Southern ", "Northern ", "Eastern ", "Western ", "Central "};
    for (size_t s = 0; s < sizeof sides / sizeof *sides; s++)
        if (slice_starts(name, slice_of(sides[s]))) return slice_skip(name, slice_of(sides[s]).length);
    return (struct slice){"", 0};
}

struct slice place_code(struct cast *cast, struct mention mention) {
    struct slice value = cast->document->tokens.at[mention.first].value, text = mention_text(cast, mention);
    if (is_iso3(value)) return value;
    struct slice code = code_of_name(cast->tables, text, cast->document->published);
    if (!code.length && value.length) code = code_of_name(cast->tables, value, cast->document->published);
    struct slice rest = code.length ? (struct slice){"", 0} : behind_direction(text);
    return rest.length ? code_of_name(cast->tables, rest, cast->document->published) : code;
}

struct slice body_code(struct cast *cast, struct mention mention) {
    struct slice code = place_code(cast, mention);
    if (code.length) return code;
    struct slice text = mention_value(cast, mention); // the fullest name: with its country, where the text has it
    code = actor_cell(&cast->tables->bodies, find_by_ending(&cast->tables->bodies, text), "code");
    for (struct slice rest = text; rest.length;) { // a country's name or adjective in front: "Russian Defense Ministry"
        const char *blank = memchr(rest.at, ' ', rest.length);
        struct slice front = slice_between(text.at, blank ? blank : rest.at + rest.length);
        struct slice country = code_country(code_of_name(cast->tables, front, cast->document->published));
        if (country.length) return code_join(cast->keep, country, code);
        rest = blank ? slice_skip(rest, (size_t)(blank - rest.at) + 1) : (struct slice){NULL, 0};
    }
    return code;
}

/* What stands around a name: "US Defense Secretary Lloyd Austin", "Russia's Chief of the General Staff Valery Gerasimov",
 * "Pat Ryder, a Pentagon spokesman,". Collected from the name outwards until something else begins. */

struct office {
    struct slice code, words;
    bool has_title, is_former, is_past, is_counterpart;
};

static void add_mention_to_office(struct cast *cast, struct mention mention, struct office *office) {
    enum ner kind = cast->document->tokens.at[mention.first].ner;
    if (kind == NER_TITLE) {
        office->code = code_join(cast->keep, office->code, title_code(cast, mention));
        if (!office->has_title) office->words = office_words(cast, mention);
        office->has_title = true;
        office->is_counterpart |= is_counterpart(cast, mention);
    } else if (kind == NER_LOC || kind == NER_NORP) {
        office->code = code_join(cast->keep, office->code, code_country(place_code(cast, mention)));
    } else if (kind == NER_ORG) {
        struct slice code = body_code(cast, mention);
        office->code = code_join(cast->keep, office->code, office->has_title && code_sectors(office->code).length ? code_country(code) : code);
    }
}

static bool is_inside_name_group(const struct token *token) {
    return token->upos == UPOS_ADJ || token->upos == UPOS_NOUN || token->upos == UPOS_PROPN || token->upos == UPOS_DET ||
           token->upos == UPOS_NUM || slice_is(token->lower, "'s") || slice_is(token->lower, "’s") || slice_is(token->lower, "of") ||
           slice_is(token->lower, "for") || slice_is(token->lower, "-") || slice_is(token->lower, "the") || slice_is(token->lower, "then");
}

static bool says_former(const struct token *token) {
    return slice_is(token->lower, "former") || slice_is(token->lower, "ex") || slice_is(token->lower, "ousted") || slice_is(token->lower, "exiled") ||
           slice_is(token->lower, "previous") || slice_is(token->lower, "late");
}

enum { FARTHEST = 16 };

// To the left of token `first`, within the sentence that begins at `from`.
static struct office office_before(struct cast *cast, size_t first, size_t from) {
    const struct token *tokens = cast->document->tokens.at;
    struct office office = {.code = {"", 0}};
    bool crossed_comma = false;
    for (size_t i = first; i > from && first - i < FARTHEST;) {
        const struct token *token = &tokens[i - 1];
        if (token->ner == NER_PER) break;
        if (token->ner == NER_TITLE || token->ner == NER_LOC || token->ner == NER_NORP || token->ner == NER_ORG) {
            struct mention mention = mention_at(cast->document, i - 1, from, first);
            add_mention_to_office(cast, mention, &office);
            i = mention.first;
        } else if (slice_is(token->lower, ",") && !crossed_comma && i == first) {
            crossed_comma = true;
            i--;
        } else if (is_inside_name_group(token)) {
            office.is_former |= says_former(token);
            office.is_past |= slice_is(token->lower, "then");
            i--;
        } else break;
    }
    if (crossed_comma && !office.has_title) return (struct office){.code = {"", 0}};
    return office;
}

// To the right of a name's end: an apposition between commas that holds a title.
static struct office office_after(struct cast *cast, size_t end, size_t until) {
    const struct token *tokens = cast->document->tokens.at;
    struct office office = {.code = {"", 0}};
    if (end >= until || !slice_is(tokens[end].lower, ",")) return office;
    for (size_t i = end + 1; i < until && i - end < FARTHEST;) {
        const struct token *token = &tokens[i];
        if (token->ner == NER_PER) break;
        if (token->ner == NER_TITLE || token->ner == NER_LOC || token->ner == NER_NORP || token->ner == NER_ORG) {
            struct mention mention = mention_at(cast->document, i, end, until);
            add_mention_to_office(cast, mention, &office);
            i = mention.first + mention.count;
        } else if (is_inside_name_group(token)) {
            office.is_former |= says_former(token);
            i++;
        } else break;
    }
    return office.has_title ? office : (struct office){.code = {"", 0}};
}

/* The cast. */

struct character *character_of(struct cast *cast, long entity) {
    return entity > 0 && entity <= cast->count ? &cast->characters[entity] : NULL;
}

void remember_named(struct cast *cast, long entity) {
    enum { MOST = sizeof cast->recent / sizeof *cast->recent };
    int at = 0;
    while (at < cast->recent_count && cast->recent[at] != entity) at++;
    if (at == cast->recent_count && cast->recent_count < MOST) cast->recent_count++;
    if (at == MOST) at--;
    memmove(cast->recent + 1, cast->recent, (size_t)at * sizeof *cast->recent);
    cast->recent[0] = cast->last_person = entity;
}

static void learn_person(struct cast *cast, struct character *person, struct mention mention, const struct sentence *sentence) {
    size_t from = sentence->first, until = sentence->first + sentence->count;
    struct office before = office_before(cast, mention.first, from), after = office_after(cast, mention.first + mention.count, until);
    person->name = mention_value(cast, mention);
    person->code = code_join(cast->keep, code_join(cast->keep, person->code, before.code), after.code);
    person->is_former |= before.is_former | after.is_former;
    person->is_past |= before.is_past;
    if (before.words.length || after.words.length) person->office = before.words.length ? before.words : after.words;
    if (before.is_counterpart) person->counterpart = cast->last_person;
}

// Whose counterpart somebody is has the same office: said when all offices are known.
static void share_offices(struct cast *cast) {
    for (long entity = 1; entity <= cast->count; entity++) {
        struct character *person = &cast->characters[entity];
        const struct character *other = character_of(cast, person->counterpart);
        if (other && other != person) person->code = code_join(cast->keep, person->code, code_sectors(other->code));
    }
}

/* "The U.S. and Russian defense ministers, A and B", "the defense ministers of Russia and the United States, A and B":
 * as many names as countries belong to each other in order. */

enum { MOST_OF_PAIR = 4 };

static size_t countries_from(struct cast *cast, size_t from, size_t until, struct slice *countries) {
    const struct token *tokens = cast->document->tokens.at;
    size_t count = 0;
    for (size_t i = from; i < until; i++) {
        if (!tokens[i].ner_begins || (tokens[i].ner != NER_NORP && tokens[i].ner != NER_LOC) || count == MOST_OF_PAIR) continue;
        struct slice country = code_country(place_code(cast, mention_at(cast->document, i, from, until)));
        if (country.length) countries[count++] = country;
    }
    return count;
}

static bool is_between_pairs(const struct token *token) {
    return token->upos == UPOS_PUNCT || token->ner == NER_LOC || token->ner == NER_NORP || slice_is(token->lower, "and") || slice_is(token->lower, "of") ||
           slice_is(token->lower, "the");
}

static void learn_pair(struct cast *cast, struct mention title, const struct sentence *sentence) {
    const struct token *tokens = cast->document->tokens.at;
    size_t until = sentence->first + sentence->count, from = title.first, end = title.first + title.count, found = 0;
    struct slice countries[MOST_OF_PAIR], sectors = code_sectors(title_code(cast, title));
    while (from > sentence->first && (tokens[from - 1].ner == NER_NORP || tokens[from - 1].ner == NER_LOC || slice_is(tokens[from - 1].lower, "and"))) from--;
    size_t names = end;
    while (names < until && is_between_pairs(&tokens[names])) names++;
    size_t count = countries_from(cast, from, names, countries);
    for (size_t i = names; i < until && count > 1 && found < count; i++) {
        if (tokens[i].ner == NER_PER && tokens[i].ner_begins) {
            struct character *person = character_of(cast, tokens[i].entity);
            if (person) person->code = code_join(cast->keep, person->code, code_join(cast->keep, countries[found++], sectors));
        } else if (tokens[i].ner != NER_PER && !slice_is(tokens[i].lower, "and") && !slice_is(tokens[i].lower, ",")) break;
    }
}

static void learn_mention(struct cast *cast, struct mention mention, const struct sentence *sentence) {
    const struct token *token = &cast->document->tokens.at[mention.first];
    struct character *character = character_of(cast, token->entity);
    if (token->ner == NER_TITLE) learn_pair(cast, mention, sentence);
    if (!character || token->ner == NER_TITLE) return;
    if (token->ner == NER_PER) {
        learn_person(cast, character, mention, sentence);
        cast->last_person = token->entity;
    } else if (!character->code.length) {
        character->code = token->ner == NER_ORG ? body_code(cast, mention) : place_code(cast, mention);
        character->name = mention_value(cast, mention);
    }
    if (character->kind == NER_NONE || token->ner == NER_PER) character->kind = token->ner;
}

// Whom the text gives no country or no office may have them in the tables of names.
static void fill_from_tables(struct cast *cast) {
    for (long entity = 1; entity <= cast->count; entity++) {
        struct character *person = &cast->characters[entity];
        struct slice country = code_country(person->code);
        if (person->kind != NER_PER || (country.length && code_sectors(person->code).length)) continue;
        struct slice known = code_of_name(cast->tables, person->name, cast->document->published);
        if (!country.length || slice_equal(country, code_country(known))) person->code = code_join(cast->keep, person->code, known);
        if (person->is_former) person->code = code_join(cast->keep, code_country(person->code), SLICE("ELI"));
    }
}

static void learn_sentence(struct cast *cast, const struct sentence *sentence) {
    const struct token *tokens = cast->document->tokens.at;
    size_t until = sentence->first + sentence->count;
    for (size_t i = sentence->first; i < until; i++)
        if (tokens[i].ner_begins && (tokens[i].entity || tokens[i].ner == NER_TITLE)) learn_mention(cast, mention_at(cast->document, i, sentence->first, until), sentence);
}

struct cast *make_cast(struct arena *keep, const struct actor_tables *tables, const struct document *document) {
    struct cast *cast = TAKE(keep, struct cast, 1);
    *cast = (struct cast){.keep = keep, .tables = tables, .document = document};
    for (size_t i = 0; i < document->tokens.count; i++)
        if (document->tokens.at[i].entity > cast->count && document->tokens.at[i].entity <= (long)document->tokens.count)
            cast->count = document->tokens.at[i].entity;
    cast->characters = TAKE(keep, struct character, (size_t)cast->count + 1);
    for (size_t s = 0; s < document->sentences.count; s++) learn_sentence(cast, &document->sentences.at[s]);
    share_offices(cast);
    fill_from_tables(cast);
    cast->last_person = 0;
    return cast;
}
