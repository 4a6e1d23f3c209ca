/* time_pattern: the rows of lib/rules/times.tsv, holidays.tsv and quantities.tsv as patterns over tokens, and what they bind. May be used by: story.
 *
 * A pattern is a list of elements with blanks between; each takes one or more tokens:
 *     word           that word, in lower case           a|b_c      either; _ stands for a blank inside an alternative
 *     $class         a word of the class, bound to its slot; $unit.many only of that part
 *     @name          one of the phrases of the row of kind PHRASE with that name, which stands above; bound, if there is a slot of its name
 *     $number        three; 28; 1,234.5; 40 billion; several      $day 1 .. 31, also 1st
 *     $year          1000 .. 2199; nineteen ninety-six             $shortyear '98; behind a dash 98
 *     $lastnumber $lastday $lastweekday $lastmonth $lastyear    the same, the end of a range
 *     $clock         14:03; 10:30 p.m.; 10 a.m.; 10pm             $decade 1990s, 90s, '90s, nineties
 *     $date          2022-05-13; 05/13/22 (the month first, if nothing else is known); 13.05.2022
 *     $anchor        another expression of kind DATE: "two days after [May 13]"
 *     $event         a known event (known_events.h): "two days after [the fall of Kabul]"
 * ^ before it: the first letter of its first token is not small ("Lent", but not "lent").
 * ? behind an element: it may be missing. [a|b] at the front or end: such a word stands there and is no part of the expression;
 * [!a|b]: no such word stands there; [$class] likewise. Several at the end follow each other. Elements are greedy; the first way
 * that fits is taken. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TIME_PATTERN_H
#define DATELINE_TIME_PATTERN_H

#include "story/numbers.h"

#define MOST_ELEMENTS 16

enum element_kind {
    TAKES_WORDS,
    TAKES_CLASS, // and those that begin with a figure:
    TAKES_NUMBER,
    TAKES_DAY,
    TAKES_YEAR,
    TAKES_SHORT_YEAR,
    TAKES_CLOCK,
    TAKES_DECADE,
    TAKES_DATE,
    TAKES_ANCHOR,
    TAKES_EVENT,
};

struct element {
    enum element_kind kind;
    enum time_slot slot;
    uint64_t classes;
    uint32_t **runs;  // for words: the alternatives, each ended by NOT_INTERNED, all by NULL
    uint64_t *begins; // [word / 64] bit word % 64: it can begin with that word
    bool is_optional, is_context, is_denied, is_capital;
};

struct known_events;

struct time_rule {
    struct slice table, name, value; // the row's table and cells
    enum ner kind;                   // NER_NONE: what it fits is passed over
    size_t first, count;      // its elements
    size_t least;             // tokens it takes at least
    uint64_t *second;         // [word / 64] bit word % 64: that word can be the second token of a match
    bool second_figure;       // a figure can
    bool has_anchor;
};

// Which rules can begin with a word if that other word comes next; ended by 0, as in time_rules.starting.
enum { WORD_PAIRS = 1024, PAIR_RULES = 13 }; // a pair is as long as a line of the cache
struct word_pair {
    uint32_t word, next, rules[PAIR_RULES + 1];
};

enum { START_NEEDS_MORE = 1 << 30 }; // no match of the rule ends with the token that it begins with

struct time_rules {
    struct word_table table;
    struct number_words numbers;
    struct time_rule *rules;
    size_t rule_count;
    struct element *elements;
    // [word] rules that can begin with it, rule + 1 each and START_NEEDS_MORE; 0 at the end; NULL for none. The last place, [words],
    // is of tokens that begin with a figure. `single` has those of them that one token can satisfy.
    uint32_t **starting, **single;
    struct word_pair *pairs; // [WORD_PAIRS] a memory: the rules for two words in a row, filled as texts have them
    uint32_t quote;                         // the word '
    // Classes that code asks for.
    uint64_t about, am, appointing, appointment, decade, deferring, edge, governor, tense, unchanging, zone, unit, ordinal, numbered, countable;
};

// What one slot is bound to: tokens, and the sense where it is a class of words. length 0: not bound.
struct capture {
    const struct word_sense *sense;
    size_t at, length;
};

struct time_match {
    const struct time_rule *rule;
    size_t at, length;
    struct capture slots[SLOT_COUNT];
};

// Tokens of one document with their numbers in the word table; a match stays within [begin, end), a sentence.
struct time_text {
    const struct token *tokens;
    const uint32_t *words;
    size_t begin, end;
    bool over_names;    // tokens with an ner may be taken too
    bool day_first;     // 05/06/22 is of June
    bool is_headline;   // whose present tense tells of the past
    size_t hangs_from;  // while an anchor is reckoned: 1 + the first token of the expression that it belongs to; else 0
    bool within_anchor; // rules that hang on an anchor do not count: an anchor hangs on nothing
    struct known_events *events; // with them, $event: NULL where there are none
    const struct document *document;   // the same tokens
};

// The sense of tokens[at] in one of the classes, or NULL.
static inline const struct word_sense *sense_at(const struct time_rules *rules, const struct time_text *text, size_t at,
                                                uint64_t classes) {
    return find_sense(&rules->table, text->words[at], classes, text->tokens[at].form);
}

// Compiles into *rules, which must not move afterwards. `word_grids` as make_word_table; each of `grids` has the columns rule, kind, pattern,
// value; a table's phrases are its own. Dies, naming the row, where a pattern is wrong.
void make_time_rules(struct arena *keep, struct time_rules *rules, const struct grid *grids, size_t grid_count,
                     const struct grid *word_grids, size_t word_grid_count);

// The longest match at tokens[at]; of two as long, the upper row's. With `after`, a match at the same place: the next best behind it.
// False for none.
bool match_time(const struct time_rules *rules, const struct time_text *text, size_t at, const struct time_match *after,
                struct time_match *match);
// The best match of kind DATE that hangs on no other: what $anchor takes.
bool match_anchor(const struct time_rules *rules, const struct time_text *text, size_t at, struct time_match *match);

// ---- what figures say (also used for values)

// 14:03, 10pm, 10 p.m.: the number of tokens, 0 for none; minutes from midnight, 24:00 is 1440.
size_t read_clock(const struct time_rules *rules, const struct time_text *text, size_t at, int *minutes);
// Figures only (and st, nd, rd, th): -1 for none.
long day_of_month(struct slice lower);
long four_figure_year(struct slice lower);
// 1996, nineteen ninety-six: -1 for none; how many tokens in *length.
long read_year(const struct time_rules *rules, const struct time_text *text, size_t at, size_t *length);
// The first year of 1990s, 90s, nineties at tokens[at], how many tokens in *length; -1 for none. 90s is 1990s, 00s and 10s
// are of this century.
long read_decade(const struct time_rules *rules, const struct time_text *text, size_t at, size_t *length);
// '98, or 98 behind a dash: 1998; up to 49 of this century.
long read_short_year(const struct time_rules *rules, const struct time_text *text, size_t at, size_t *length);
struct figure_date {
    int year, month, day;
};
size_t read_figure_date(const struct time_text *text, size_t at, struct figure_date *date);
// Which of 05/06 is the month, where dates in figures elsewhere in the document tell (13/05/22, 05/13/22); else `otherwise`.
bool is_day_first(const struct time_text *document, bool otherwise);

#endif
