// SPDX-License-Identifier: MIT
// What figures say in dates: days, years, clock times, decades. The second half of time_pattern.h.
#include "story/time_pattern.h"

#include "story/calendar.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The whole number at the front of *rest, at most `most` figures; -1 for none.
static long take_whole(struct slice *rest, size_t most, size_t *figures) {
    long sum = 0;
    size_t i = 0;
    for (; i < rest->length && i < most && is_digit(rest->at[i]); i++) sum = sum * 10 + rest->at[i] - '0';
    *figures = i;
    *rest = slice_skip(*rest, i);
    return i ? sum : -1;
}

long day_of_month(struct slice lower) {
    size_t figures;
    long day = take_whole(&lower, 3, &figures);
    bool is_ordinal = slice_is(lower, "st") || slice_is(lower, "nd") || slice_is(lower, "rd") || slice_is(lower, "th");
    return figures <= 2 && day >= 1 && day <= 31 && (lower.length == 0 || is_ordinal) ? day : -1;
}

long four_figure_year(struct slice lower) {
    size_t figures;
    if (slice_starts(lower, SLICE("mid-"))) lower = slice_skip(lower, 4);
    long year = take_whole(&lower, 5, &figures);
    return figures == 4 && lower.length == 0 && year >= 1000 && year < 2200 ? year : -1;
}

long read_year(const struct time_rules *rules, const struct time_text *text, size_t at, size_t *length) {
    *length = 1;
    long year = four_figure_year(text->tokens[at].lower);
    if (year > 0) return year;
    struct quantity rest;
    const struct word_sense *century = sense_at(rules, text, at, rules->numbers.digit);
    if (!century || century->number < 13 || at + 1 >= text->end) return -1;
    size_t tokens = read_number(&rules->numbers, text->tokens, text->words, at + 1, text->end, &rest);
    *length += tokens;
    bool is_tail = tokens && !rest.has_digits && !rest.is_vague && !rest.is_plural && rest.value.scale == 0 &&
                   rest.value.digits > 9 && rest.value.digits < 100;
    return is_tail ? century->number * 100 + rest.value.digits : -1;
}

static int am_at(const struct time_rules *rules, const struct time_text *text, size_t at) {
    if (at >= text->end) return -1;
    const struct word_sense *sense = sense_at(rules, text, at, rules->am);
    return sense ? (int)sense->number : -1;
}

// 12 a.m. is 0:00, 12 p.m. 12:00.
static int minutes_of(long hour, long minute, int half) {
    if (half >= 0 && (hour < 1 || hour > 12)) return -1;
    if (half >= 0) hour = hour % 12 + half;
    return hour <= 24 && minute < 60 && hour * 60 + minute <= 1440 ? (int)(hour * 60 + minute) : -1;
}

// 0900 GMT, 1430 local time, 0300 hours: what stands behind four figures tells that they are no year.
static bool is_soldiers_clock(const struct time_rules *rules, const struct time_text *text, size_t at) {
    if (at + 1 >= text->end) return false;
    struct slice next = text->tokens[at + 1].lower;
    bool is_early = text->tokens[at].lower.at[0] == '0' && (slice_is(next, "hours") || slice_is(next, "hrs"));
    return is_early || slice_is(next, "local") || sense_at(rules, text, at + 1, rules->zone) != NULL;
}

size_t read_clock(const struct time_rules *rules, const struct time_text *text, size_t at, int *minutes) {
    struct slice rest = text->tokens[at].lower;
    size_t figures, minute_figures = 0;
    long hour = take_whole(&rest, 5, &figures), minute = 0;
    if (figures == 4 && rest.length == 0 && is_soldiers_clock(rules, text, at)) {
        *minutes = minutes_of(hour / 100, hour % 100, -1);
        return *minutes >= 0;
    }
    if (figures < 1 || figures > 2) return 0;
    if (rest.length && (rest.at[0] == ':' || rest.at[0] == '.')) {
        rest = slice_skip(rest, 1);
        minute = take_whole(&rest, 3, &minute_figures);
        if (minute_figures != 2) return 0;
        if (rest.length == 3 && rest.at[0] == ':') rest = slice_skip(rest, 3); // seconds
    }
    bool has_colon = minute_figures && text->tokens[at].lower.at[figures] == ':';
    int half = slice_is(rest, "am") || slice_is(rest, "a.m.") ? 0 : slice_is(rest, "pm") || slice_is(rest, "p.m.") ? 12 : -1;
    if (half < 0 && rest.length) return 0;
    size_t length = 1;
    if (half < 0 && (half = am_at(rules, text, at + 1)) >= 0) length = 2;
    bool has_zone = minute_figures && at + 1 < text->end && sense_at(rules, text, at + 1, rules->zone); // 22.38 EDT
    if (half < 0 && !has_colon && !has_zone) return 0;
    *minutes = minutes_of(hour, minute, half);
    return *minutes < 0 ? 0 : length;
}

long read_decade(const struct time_rules *rules, const struct time_text *text, size_t at, size_t *length) {
    size_t start = at, figures;
    bool has_quote = text->words[at] != NOT_INTERNED && text->words[at] == rules->quote;
    if (has_quote && ++at >= text->end) return -1;
    struct slice rest = text->tokens[at].lower;
    if (rest.length && (rest.at[0] == '\'')) rest = slice_skip(rest, 1);
    if (slice_starts(rest, SLICE("mid-"))) rest = slice_skip(rest, 4);
    long year = take_whole(&rest, 5, &figures);
    *length = at + 1 - start;
    if (figures == 0) {
        const struct word_sense *sense = sense_at(rules, text, at, rules->decade);
        return sense ? sense->number : -1;
    }
    bool is_cut = rest.length == 0 && at + 1 < text->end && slice_is(text->tokens[at + 1].lower, "s") &&
                  text->tokens[at + 1].start == text->tokens[at].end;
    *length += is_cut;
    if ((!is_cut && !slice_is(rest, "s") && !slice_is(rest, "'s")) || year % 10) return -1;
    if (figures == 4 && year >= 1000 && year < 2200) return year;
    return figures == 2 ? year + (year < 20 ? 2000 : 1900) : -1;
}

long read_short_year(const struct time_rules *rules, const struct time_text *text, size_t at, size_t *length) {
    size_t start = at, figures;
    bool is_marked = at > text->begin && strchr("-/\xE2", text->tokens[at - 1].lower.at[0]); // a dash, of whatever kind
    if (text->words[at] != NOT_INTERNED && text->words[at] == rules->quote && at + 1 < text->end) at++, is_marked = true;
    struct slice rest = text->tokens[at].lower;
    if (rest.length && rest.at[0] == '\'') rest = slice_skip(rest, 1), is_marked = true;
    long year = take_whole(&rest, 3, &figures);
    *length = at + 1 - start;
    return figures == 2 && rest.length == 0 && is_marked ? year + (year < 50 ? 2000 : 1900) : -1;
}

static size_t check_date(long year, long month, long day, size_t tokens, struct figure_date *date) {
    if (month < 1 || month > 12 || day < 1 || day > days_in_month((int)year, (int)month)) return 0;
    *date = (struct figure_date){(int)year, (int)month, (int)day};
    return tokens;
}

// Three numbers with the same mark between, whether one token or five. *tokens says how many.
static bool three_numbers(const struct time_text *text, size_t at, long numbers[3], size_t figures[3], char *mark,
                          size_t *tokens) {
    struct slice rest = text->tokens[at].lower;
    *tokens = 1;
    for (int i = 0; i < 3; i++) {
        if (i) {
            if (rest.length == 0 && *tokens < 5 && at + *tokens < text->end) rest = text->tokens[at + (*tokens)++].lower;
            if (rest.length == 0 || !strchr("-/.", rest.at[0]) || (i == 2 && rest.at[0] != *mark)) return false;
            *mark = rest.at[0];
            rest = slice_skip(rest, 1);
            if (rest.length == 0 && *tokens < 5 && at + *tokens < text->end) rest = text->tokens[at + (*tokens)++].lower;
        }
        if ((numbers[i] = take_whole(&rest, 5, &figures[i])) < 0) return false;
    }
    return rest.length == 0;
}

// 05/13/22, 13.05.2022: two numbers of at most two figures and a year.
static bool is_short_date(const struct time_text *text, size_t at, long numbers[3], size_t figures[3], char *mark, size_t *tokens) {
    *mark = 0;
    if (!three_numbers(text, at, numbers, figures, mark, tokens)) return false;
    if (*mark == '.' && figures[2] != 4) return false; // 1.2.22 is a version
    if (*mark == '-' && figures[2] != 4) return false; // 3-2-98 is a score
    return figures[0] <= 2 && figures[1] <= 2 && (figures[2] == 2 || figures[2] == 4);
}

size_t read_figure_date(const struct time_text *text, size_t at, struct figure_date *date) {
    long n[3];
    size_t figures[3], tokens;
    char mark = 0;
    if (!three_numbers(text, at, n, figures, &mark, &tokens)) return 0;
    if (figures[0] == 4 && figures[1] <= 2 && figures[2] <= 2) return check_date(n[0], n[1], n[2], tokens, date);
    if (!is_short_date(text, at, n, figures, &mark, &tokens)) return 0;
    long year = figures[2] == 4 ? n[2] : n[2] + (n[2] < 50 ? 2000 : 1900);
    bool day_first = mark == '.' || n[0] > 12 || (text->day_first && n[1] <= 12);
    return day_first ? check_date(year, n[1], n[0], tokens, date) : check_date(year, n[0], n[1], tokens, date);
}

bool is_day_first(const struct time_text *document, bool otherwise) {
    long n[3], day_first = 0, month_first = 0;
    size_t figures[3], tokens;
    char mark;
    for (size_t i = document->begin; i < document->end; i++) {
        struct slice lower = document->tokens[i].lower;
        if (!lower.length || !is_digit(lower.at[0]) || !is_short_date(document, i, n, figures, &mark, &tokens) || mark == '.') continue;
        day_first += n[0] > 12 && n[0] <= 31 && n[1] <= 12;
        month_first += n[1] > 12 && n[1] <= 31 && n[0] <= 12;
    }
    return day_first == month_first ? otherwise : day_first > month_first;
}
