/* time_words: the words that expressions of time, numbers and money are made of, by class: month, weekday, unit, currency ... May be
 * used by: story. Words come from lib/rules/time_words.tsv and numbers.tsv (columns class, word, value, case); a class may have
 * parts, as unit.one and unit.many: a pattern that asks for $unit takes both. */
// SPDX-License-Identifier: MIT
#ifndef DATELINE_TIME_WORDS_H
#define DATELINE_TIME_WORDS_H

#include "base/grid.h"
#include "base/intern.h"
#include "text/document.h"

// What a pattern can bind; the first row are classes of words, the second is read from digits and runs of words (time_pattern.h).
#define TIME_SLOTS(SLOT)                                                                                                     \
    SLOT(month) SLOT(weekday) SLOT(weekdays) SLOT(season) SLOT(seasons) SLOT(unit) SLOT(long) SLOT(shift) SLOT(part)         \
    SLOT(parts) SLOT(noon) SLOT(edge) SLOT(today) SLOT(ordinal) SLOT(often) SLOT(zone) SLOT(am) SLOT(tense) SLOT(digit)      \
    SLOT(tens) SLOT(hundred) SLOT(magnitude) SLOT(plural) SLOT(vague) SLOT(half) SLOT(currency) SLOT(nation) SLOT(percent)   \
    SLOT(decade) SLOT(letter) SLOT(q)                                                                                        \
    SLOT(piece) SLOT(fraction) SLOT(numbered) SLOT(countable) SLOT(least) SLOT(most) SLOT(upward) SLOT(downward) SLOT(change) \
    SLOT(weight)                                                                                                             \
    SLOT(number) SLOT(day) SLOT(year) SLOT(clock) SLOT(date) SLOT(shortyear) SLOT(lastday) SLOT(lastmonth) SLOT(lastyear)  \
    SLOT(anchor) SLOT(event) SLOT(beside) SLOT(about) SLOT(lasting) SLOT(governor)          \
    SLOT(deferring) SLOT(unchanging) SLOT(daybreak) SLOT(lastclock) SLOT(appointing) SLOT(appointment) SLOT(lastzone) SLOT(lastnumber) SLOT(lastweekday)
#define TIME_SLOT_NAME(name) SLOT_##name,
enum time_slot { TIME_SLOTS(TIME_SLOT_NAME) SLOT_COUNT };
#undef TIME_SLOT_NAME

// One meaning of a word.
struct word_sense {
    uint8_t class;   // number of the class, below 64
    uint8_t slot;    // enum time_slot
    bool is_capital; // case `capital`, `name` and `part`: counts only with a capital
    bool is_weak;    // `weak` and `name` ("spring", "May"): is no expression on its own
    bool is_part;    // `part` ("Jan", "Mar") and `short` ("min"): never stands alone, whatever is beside it
    long number;     // the value, where it is a number
    struct slice value;
    uint32_t next; // the word's next sense + 1, 0 at the end
};

struct word_table {
    struct interner words; // frozen: its arrays live in the arena the table was made in
    struct word_sense *senses;
    uint32_t *first;       // [words.count] first sense + 1, 0 for none
    struct slice *classes; // [class_count] names
    size_t class_count;
};

// Reads both grids; `literals` (words of patterns, ended by a zero slice) become known too, without senses. Dies where a class has
// no slot.
struct word_table make_word_table(struct arena *keep, const struct grid *grids, size_t grid_count, const struct slice *literals);

// Classes named `name` or parts of it, as a mask; 0 for none.
uint64_t find_classes(const struct word_table *table, struct slice name);
enum time_slot slot_of(struct slice class_name);

// The sense of a word in one of the classes, its case being right for it; NULL for none. `word` may be NOT_INTERNED.
const struct word_sense *find_sense(const struct word_table *table, uint32_t word, uint64_t classes, struct slice form);

#endif
