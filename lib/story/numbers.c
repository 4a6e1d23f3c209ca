// SPDX-License-Identifier: MIT
#include "story/numbers.h"

const struct slice number_literals[] = {SLICE_INIT("a"), SLICE_INIT("an"), SLICE_INIT("and"), SLICE_INIT("of"),
                                        SLICE_INIT("-"), SLICE_INIT("/"),  SLICE_INIT(","),   {0}};

struct number_words find_number_words(const struct word_table *table) {
    return (struct number_words){.table = table,
                                 .digit = find_classes(table, SLICE("digit")),
                                 .tens = find_classes(table, SLICE("tens")),
                                 .hundred = find_classes(table, SLICE("hundred")),
                                 .magnitude = find_classes(table, SLICE("magnitude")),
                                 .letter = find_classes(table, SLICE("letter")),
                                 .plural = find_classes(table, SLICE("plural")),
                                 .plural_of = find_classes(table, SLICE("plural.of")),
                                 .vague = find_classes(table, SLICE("vague")),
                                 .half = find_classes(table, SLICE("half")),
                                 .piece = find_classes(table, SLICE("piece")),
                                 .a = intern_find(&table->words, number_literals[0]),
                                 .an = intern_find(&table->words, number_literals[1]),
                                 .and_ = intern_find(&table->words, number_literals[2]),
                                 .of = intern_find(&table->words, number_literals[3]),
                                 .hyphen = intern_find(&table->words, number_literals[4]),
                                 .slash = intern_find(&table->words, number_literals[5]),
                                 .comma = intern_find(&table->words, number_literals[6])};
}

// ---- runs of tokens

struct cursor {
    const struct number_words *known;
    const struct token *tokens;
    const uint32_t *words;
    size_t at, end;
};

static const struct word_sense *sense_at(const struct cursor *cursor, size_t at, uint64_t classes) {
    return at < cursor->end ? find_sense(cursor->known->table, cursor->words[at], classes, cursor->tokens[at].form) : NULL;
}

static bool word_at(const struct cursor *cursor, size_t at, uint32_t word) {
    return at < cursor->end && cursor->words[at] == word;
}

static bool is_a(const struct cursor *cursor, size_t at) {
    return word_at(cursor, at, cursor->known->a) || word_at(cursor, at, cursor->known->an);
}

// Does tokens[at] stand right behind the one before, with no blank?
static bool is_glued(const struct cursor *cursor, size_t at) {
    return at > 0 && at < cursor->end && cursor->tokens[at - 1].end == cursor->tokens[at].start;
}

// ---- figures

// "bn" of 1.2bn: a magnitude, or a letter for one.
static bool take_suffix(const struct cursor *cursor, struct slice suffix, struct quantity *quantity) {
    const struct number_words *known = cursor->known;
    uint32_t word = intern_find(&known->table->words, suffix);
    const struct word_sense *sense = find_sense(known->table, word, known->magnitude | known->letter, suffix);
    quantity->is_short = !sense || known->letter >> sense->class & 1;
    if (!sense) return false;
    quantity->zeros = (int)sense->number;
    return multiply_by_ten(&quantity->value, quantity->zeros);
}

// 1,00,000 where it was cut after its first comma.
static bool take_cut_group(struct cursor *cursor, struct quantity *quantity) {
    struct decimal rest;
    size_t used, at = cursor->at;
    if (!word_at(cursor, at, cursor->known->comma) || !is_glued(cursor, at) || !is_glued(cursor, at + 1)) return false;
    struct slice text = cursor->tokens[at + 1].lower;
    if (text.length < 6 || text.at[2] != ',' || !parse_figures(text, &rest, &used) || used < text.length) return false;
    if (rest.scale || !multiply_by_ten(&quantity->value, (int)(text.length - text.length / 3 + 1))) return false;
    cursor->at += 2;
    return add_decimal(&quantity->value, rest);
}

static bool take_figures(struct cursor *cursor, struct quantity *quantity) {
    struct slice text = cursor->tokens[cursor->at].lower;
    size_t used;
    if (!parse_figures(text, &quantity->value, &used)) return false;
    quantity->has_digits = true;
    cursor->at++;
    if (used < text.length) return take_suffix(cursor, slice_skip(text, used), quantity);
    if (used <= 2) take_cut_group(cursor, quantity);
    return true;
}

// ---- parts of one

// 1/2 at tokens[at], glued; 0 for none. Halves to sixteenths.
static bool read_slash(const struct cursor *cursor, size_t at, struct decimal *part) {
    struct decimal above, below;
    size_t used;
    if (at + 2 >= cursor->end || !word_at(cursor, at + 1, cursor->known->slash)) return false;
    if (!is_glued(cursor, at + 1) || !is_glued(cursor, at + 2) || word_at(cursor, at + 3, cursor->known->slash)) return false;
    struct slice over = cursor->tokens[at].lower, under = cursor->tokens[at + 2].lower;
    if (over.length > 2 || under.length > 2 || !parse_figures(over, &above, &used) || used < over.length) return false;
    if (!parse_figures(under, &below, &used) || used < under.length || below.digits > 16) return false;
    if (above.digits < 1 || above.digits >= below.digits) return false;
    *part = divide_wholes(above.digits, below.digits);
    return true;
}

static void take_part(struct cursor *cursor, struct quantity *quantity, size_t at, size_t length, struct decimal part) {
    struct decimal sum = quantity->value;
    if (sum.scale || !add_decimal(&sum, part)) return;
    quantity->value = sum;
    cursor->at = at + length;
}

// "and a half", "-and-a-half"; ½; " 1/2", "-1/2".
static void take_parts(struct cursor *cursor, struct quantity *quantity) {
    const struct number_words *known = cursor->known;
    const struct word_sense *sense;
    struct decimal part;
    size_t used, at = cursor->at + word_at(cursor, cursor->at, known->hyphen);
    if (quantity->value.scale) return;
    if (quantity->has_digits && read_slash(cursor, at, &part)) take_part(cursor, quantity, at, 3, part);
    else if ((sense = sense_at(cursor, at, known->piece)) && parse_figures(sense->value, &part, &used))
        take_part(cursor, quantity, at, 1, part);
    if (!word_at(cursor, at, known->and_)) return;
    at += 1 + (size_t)word_at(cursor, at + 1, known->hyphen);
    if (!word_at(cursor, at, known->a)) return;
    at += 1 + (size_t)word_at(cursor, at + 1, known->hyphen);
    if (sense_at(cursor, at, known->half)) take_part(cursor, quantity, at, 1, (struct decimal){5, 1});
}

// ---- words

// seven; twenty; twenty-five; twenty five; also "a" before a hundred or a magnitude.
static bool take_below_hundred(struct cursor *cursor, int64_t *sum) {
    const struct number_words *known = cursor->known;
    const struct word_sense *tens = sense_at(cursor, cursor->at, known->tens), *digit;
    if (tens) {
        *sum = tens->number;
        cursor->at++;
        size_t at = cursor->at + word_at(cursor, cursor->at, known->hyphen);
        if ((digit = sense_at(cursor, at, known->digit)) && digit->number > 0 && digit->number < 10)
            *sum += digit->number, cursor->at = at + 1;
        return true;
    }
    if ((digit = sense_at(cursor, cursor->at, known->digit))) return *sum = digit->number, cursor->at++, true;
    if (!is_a(cursor, cursor->at) || !sense_at(cursor, cursor->at + 1, known->hundred | known->magnitude)) return false;
    return *sum = 1, cursor->at++, true;
}

// Words below a thousand: two hundred and seven.
static bool take_words(struct cursor *cursor, struct quantity *quantity) {
    int64_t sum, more;
    if (!take_below_hundred(cursor, &sum)) return false;
    if (sense_at(cursor, cursor->at, cursor->known->hundred)) {
        sum *= 100;
        struct cursor rest = *cursor;
        rest.at += 1 + (size_t)word_at(cursor, cursor->at + 1, cursor->known->and_);
        cursor->at++;
        if (take_below_hundred(&rest, &more) && more > 0 && more < 100 && !sense_at(&rest, rest.at, rest.known->hundred))
            sum += more, *cursor = rest;
    }
    quantity->value.digits = sum;
    return true;
}

// ---- magnitudes

static bool scale_up(struct decimal *value, const struct word_sense *magnitude) {
    bool is_dozen = magnitude->number == 0; // the one magnitude that is no power of ten
    return is_dozen ? multiply_decimal(value, 12) : multiply_by_ten(value, (int)magnitude->number);
}

static bool take_magnitudes(struct cursor *cursor, struct quantity *quantity) {
    const struct number_words *known = cursor->known;
    const struct word_sense *sense;
    size_t hyphen = cursor->at + word_at(cursor, cursor->at, known->hyphen);
    if (hyphen > cursor->at && sense_at(cursor, hyphen, known->magnitude)) cursor->at = hyphen;
    if (quantity->has_digits && is_glued(cursor, cursor->at) && (sense = sense_at(cursor, cursor->at, known->letter))) { // 380|m
        quantity->is_short = true;
        quantity->zeros = (int)sense->number;
        cursor->at++;
        return multiply_by_ten(&quantity->value, quantity->zeros);
    }
    for (; (sense = sense_at(cursor, cursor->at, known->magnitude)); cursor->at++) {
        if (!scale_up(&quantity->value, sense)) return false;
        quantity->zeros += (int)sense->number;
        quantity->is_dozen |= sense->number == 0;
    }
    return true;
}

// Figures or words with what they are multiplied by; "a million and a half".
static bool take_term(struct cursor *cursor, struct quantity *term) {
    if (!take_figures(cursor, term) && (term->has_digits || !take_words(cursor, term))) return false;
    take_parts(cursor, term);
    if (!take_magnitudes(cursor, term)) return false;
    struct quantity half = {.value = {0, 0}};
    struct cursor rest = *cursor;
    if (term->zeros == 0 || term->is_short) return true;
    take_parts(&rest, &half);
    if (!half.value.scale || !multiply_by_ten(&half.value, term->zeros) || !add_decimal(&term->value, half.value)) return true;
    *cursor = rest;
    return true;
}

// What may be added to a term whose last magnitude had `zeros`: smaller; in figures only with a magnitude of its own.
static bool is_addend(const struct quantity *sum, const struct quantity *more, int zeros, bool after_and) {
    struct decimal limit = {1, 0};
    if (more->is_short || more->value.scale || more->value.digits == 0 || more->zeros >= zeros) return false;
    if (more->zeros == 0 && (sum->has_digits || more->has_digits)) return false;
    if (after_and && more->value.digits >= 100) return false;
    return multiply_by_ten(&limit, zeros) && is_less(more->value, limit);
}

// one million two hundred thousand and seven; 5 crore 20 lakh
static bool take_sum(struct cursor *cursor, struct quantity *quantity) {
    if (!take_term(cursor, quantity)) return false;
    for (int zeros = quantity->zeros; zeros > 0 && !quantity->is_short && cursor->at < cursor->end;) {
        struct cursor rest = *cursor;
        struct quantity more = {0};
        bool after_and = word_at(cursor, cursor->at, cursor->known->and_);
        rest.at += after_and;
        if (rest.at >= rest.end || !take_term(&rest, &more) || !is_addend(quantity, &more, zeros, after_and)) break;
        if (!add_decimal(&quantity->value, more.value)) break;
        zeros = more.zeros;
        *cursor = rest;
    }
    return true;
}

// ---- ranges

static bool parse_range(const struct word_sense *sense, struct quantity *range) {
    struct slice rest = sense->value, least, most;
    long from, to;
    if (!slice_cut(&rest, '/', &least) || !slice_number(least, &from)) return false;
    if (!slice_cut(&rest, '/', &most) || !slice_number(most, &to)) to = from;
    range->least = (struct decimal){from, 0}, range->most = (struct decimal){to, 0};
    return true;
}

// 20/99 times a thousand is 20000/99999: the most is just below a hundred thousand.
static bool scale_range(struct quantity *range, struct decimal factor) {
    range->most.digits++;
    if (!multiply_decimal(&range->least, factor.digits) || !multiply_decimal(&range->most, factor.digits)) return false;
    range->most.digits--;
    return true;
}

static bool finish_range(struct quantity *quantity) {
    quantity->value = quantity->least;
    return quantity->is_plural = true;
}

// hundreds of thousands; dozens. The least of a plural is two of it, so half of that is what "tens of" multiplies.
static bool take_plural(struct cursor *cursor, struct quantity *quantity) {
    const struct word_sense *sense = sense_at(cursor, cursor->at, cursor->known->plural);
    bool needs_of = sense && cursor->known->plural_of >> sense->class & 1; // scores of people, but the scores of a game
    if (!sense || (needs_of && !word_at(cursor, cursor->at + 1, cursor->known->of)) || !parse_range(sense, quantity)) return false;
    cursor->at++;
    while (word_at(cursor, cursor->at, cursor->known->of) && (sense = sense_at(cursor, cursor->at + 1, cursor->known->plural))) {
        struct quantity times = {0}, scaled = *quantity;
        if (!parse_range(sense, &times) || !scale_range(&scaled, (struct decimal){times.least.digits / 2, 0})) break;
        *quantity = scaled;
        cursor->at += 2;
    }
    return finish_range(quantity);
}

// several; a few; a couple of; several dozen; a few hundred; many thousands
static bool take_vague(struct cursor *cursor, struct quantity *quantity) {
    const struct number_words *known = cursor->known;
    size_t at = cursor->at + is_a(cursor, cursor->at);
    const struct word_sense *sense = sense_at(cursor, at, known->vague), *magnitude;
    if (!sense) return false;
    bool is_counted = parse_range(sense, quantity);
    cursor->at = at + 1;
    if (word_at(cursor, cursor->at, known->of)) cursor->at++; // a couple of
    if (take_plural(cursor, quantity)) return true;
    quantity->is_vague = true;
    if (is_counted && quantity->least.digits == quantity->most.digits) quantity->value = quantity->least;
    size_t last = cursor->at + word_at(cursor, cursor->at, known->hyphen);
    while (is_counted && (magnitude = sense_at(cursor, last, known->magnitude | known->hundred))) {
        struct decimal factor = {1, 0};
        bool is_hundred = known->hundred >> magnitude->class & 1;
        struct quantity scaled = *quantity;
        if (!(is_hundred ? multiply_by_ten(&factor, 2) : scale_up(&factor, magnitude)) || !scale_range(&scaled, factor)) break;
        *quantity = scaled;
        quantity->is_vague = false;
        finish_range(quantity);
        cursor->at = ++last;
    }
    return true;
}

// half a million, half-million, a half million; half the figure is no number
static bool take_half_magnitude(struct cursor *cursor, struct quantity *quantity) {
    const struct number_words *known = cursor->known;
    size_t at = cursor->at + is_a(cursor, cursor->at);
    if (!sense_at(cursor, at, known->half)) return false;
    at++;
    at += word_at(cursor, at, known->hyphen) || is_a(cursor, at);
    const struct word_sense *sense = sense_at(cursor, at, known->magnitude);
    if (!sense) return false;
    quantity->value = sense->number ? (struct decimal){5, 1} : (struct decimal){6, 0};
    cursor->at = at + 1;
    return multiply_by_ten(&quantity->value, quantity->zeros = (int)sense->number);
}

// ½ and 1/2 alone
static bool take_part_alone(struct cursor *cursor, struct quantity *quantity) {
    const struct word_sense *sense = sense_at(cursor, cursor->at, cursor->known->piece);
    size_t used;
    bool is_slash = !sense && read_slash(cursor, cursor->at, &quantity->value) && slice_is(cursor->tokens[cursor->at + 2].lower, "2");
    if (!is_slash && (!sense || !parse_figures(sense->value, &quantity->value, &used))) return false;
    cursor->at += is_slash ? 3 : 1;
    return quantity->has_digits = true;
}

size_t read_number(const struct number_words *known, const struct token *tokens, const uint32_t *words, size_t at, size_t end,
                   struct quantity *quantity) {
    struct cursor cursor = {known, tokens, words, at, end};
    *quantity = (struct quantity){0};
    if (at >= end) return 0;
    char first = tokens[at].lower.length ? tokens[at].lower.at[0] : ' ';
    bool is_figure = first >= '0' && first <= '9';
    if (!is_figure && (take_vague(&cursor, quantity) || take_half_magnitude(&cursor, quantity) || take_plural(&cursor, quantity)))
        return cursor.at - at;
    if (take_part_alone(&cursor, quantity)) return take_magnitudes(&cursor, quantity) ? cursor.at - at : 0;
    *quantity = (struct quantity){0};
    return take_sum(&cursor, quantity) ? cursor.at - at : 0;
}
