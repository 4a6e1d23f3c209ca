/* name_tables: the tables of names and offices as find_names uses them. May be used by: text, src/build. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_NAME_TABLES_H
#define DATELINE_NAME_TABLES_H

#include "text/gazetteer.h"
#include "text/key_table.h"
#include "text/names.h"

// What a word can be; the kinds of lib/rules/names.tsv and, first, of lib/names/common_words and given_names.
#define WORD_KINDS(KIND)                                                                                                         \
    KIND(common) KIND(given) KIND(particle) KIND(suffix) KIND(modifier) KIND(organisation_head) KIND(organisation_start)         \
    KIND(place_head) KIND(place_start) KIND(place_preposition) KIND(saying) KIND(calendar) KIND(event_head)                           \
    KIND(function) KIND(direction) KIND(addressing) KIND(male) KIND(female) KIND(heading) KIND(subordinate)             \
    KIND(event_name) KIND(event_kind) KIND(event_start)
#define WORD_KIND_NAME(kind) WORD_##kind,
enum word_kind { WORD_KINDS(WORD_KIND_NAME) WORD_KIND_COUNT };
#undef WORD_KIND_NAME

#define TITLE_KINDS(KIND) KIND(office) KIND(role) KIND(rank) KIND(honorific) KIND(counterpart)
#define TITLE_KIND_NAME(kind) TITLE_##kind,
enum title_kind { TITLE_KINDS(TITLE_KIND_NAME) TITLE_KIND_COUNT };
#undef TITLE_KIND_NAME

enum name_list { LIST_NAMES, LIST_TITLES, LIST_BODIES };

// How an alias has to be written to be one: "US" in capitals, "Russia" with one in front, "al-Qaeda" with one somewhere,
// a user's in any way.
enum letters { LETTERS_CAPITALS, LETTERS_FIRST, LETTERS_SOMEWHERE, LETTERS_ANY };

struct name_row {
    struct slice alias, code, from, until, value;
    enum ner kind;
    enum letters letters;
    bool own, seat;
};

struct title_row {
    struct slice code;
    uint64_t office; // the same for all that mean one office: "defense secretary", "minister of defence"
    enum title_kind kind;
    bool plural;
};

struct body_row {
    struct slice code;
    bool common; // a body only with a capital: "parliament" is none, "Parliament" is one
};

// What single words mean beyond their marks.
struct word_meaning {
    uint64_t full_name; // spelling_key of the name that a short given name stands for ("Joe", "Joseph"), or 0
    struct slice code;  // sectors of an organisation whose name ends in the word ("Party"), or empty
};

// What takes long to make, made before.
struct ready_names {
    struct gazetteer gazetteer;
    const uint64_t *offices; // of each title
};

struct names {
    struct gazetteer gazetteer;
    struct key_table meaning_keys; // spelling_key of a word to its meaning
    struct word_meaning *meanings; // [..] the first is nothing's
    struct key_table adjectives;   // spelling_key of a country's code to its adjective's row, + 1
    struct name_row *rows;
    struct title_row *titles;
    struct body_row *bodies;
    size_t row_count, title_count, body_count;
    const struct name_model *model;
};

// NULL where a word (its spelling_key) has none.
const struct word_meaning *meaning_of(const struct names *names, uint64_t key);

// How a country's name stands before a body's: "Danish"; its code where no adjective is known.
struct slice adjective_of(const struct names *names, struct slice country);

// Does the row hold on that day? Days are EDTF, compared as far as the shorter one goes; an empty one is any.
bool row_holds(const struct name_row *row, struct slice day);

#endif
