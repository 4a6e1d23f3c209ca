// SPDX-License-Identifier: MIT
#include "story/numbers.h"

const struct slice number_literals[] = {SLICE_INIT("a"),  SLICE_INIT("an"), SLICE_INIT("and"),
                                        SLICE_INIT("of"), SLICE_INIT("-"),  {0}};

struct number_words find_number_words(const struct word_table *table) {
    return (struct number_words){.table = table,
                                 .digit = find_classes(table, SLICE("digit")),
                                 .tens = find_classes(table, SLICE("tens")),
                                 .hundred = find_classes(table, SLICE("hundred")),
                                 .magnitude = find_classes(table, SLICE("magnitude")),
                                 .letter = find_classes(table, SLICE("letter")),
                                 .plural = find_classes(table, SLICE("plural")),
                                 .vague = find_classes(table, SLICE("vague")),
                                 .half = find_classes(table, SLICE("half")),
                                 .a = intern_find(&table->words, number_literals[0]),
                                 .an = intern_find(&table->words, number_literals[1]),
                                 .and_ = intern_find(&table->words, number_literals[2]),
                                 .of = intern_find(&table->words, number_literals[3]),
                                 .hyphen = intern_find(&table->words, number_literals[4])};
}

// ---- exact decimals

bool multiply_by_ten(struct decimal *value, int times) {
    for (; times > 0; times--) {
        if (value->scale > 0) value->scale--;
        else if (__builtin_mul_overflow(value->digits, 10, &value->digits)) return false;
    }
    return true;
}

static bool add_whole(struct decimal *value, int64_t whole) {
    for (int i = 0; i < value->scale; i++)
        if (__builtin_mul_overflow(whole, 10, &whole)) return false;
    return !__builtin_add_overflow(value->digits, whole, &value->digits);
}

struct slice print_decimal(struct arena *keep, struct decimal value) {
    while (value.scale > 0 && value.digits % 10 == 0) value.digits /= 10, value.scale--;
    char text[64], *at = text + sizeof text;
    int64_t left = value.digits;
    for (int place = 0; left || place <= value.scale; place++, left /= 10) {
        if (place && place == value.scale) *--at = '.';
        *--at = (char)('0' + left % 10);
    }
    return arena_copy(keep, slice_between(at, text + sizeof text));
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool push_digit(struct decimal *value, char digit) {
    return !__builtin_mul_overflow(value->digits, 10, &value->digits) &&
           !__builtin_add_overflow(value->digits, digit - '0', &value->digits);
}

bool parse_figures(struct slice text, struct decimal *value, size_t *used) {
    *value = (struct decimal){0, 0};
    size_t i = 0;
    if (text.length == 0 || !is_digit(text.at[0])) return false;
    for (; i < text.length; i++) {
        bool is_group = text.at[i] == ',' && i + 3 < text.length && is_digit(text.at[i + 1]) && is_digit(text.at[i + 2]) &&
                        is_digit(text.at[i + 3]);
        if (is_group) continue;
        if (!is_digit(text.at[i])) break;
        if (!push_digit(value, text.at[i])) return false;
    }
    if (i + 1 < text.length && text.at[i] == '.' && is_digit(text.at[i + 1]))
        for (i++; i < text.length && is_digit(text.at[i]) && value->scale < 12; i++, value->scale++)
            if (!push_digit(value, text.at[i])) return false;
    *used = i;
    return true;
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

// "380m", "1.2bn": what stands behind the figures as a magnitude; 0 for none.
static int short_magnitude(struct slice suffix) {
    static const struct {
        struct slice letters;
        int zeros;
    } rows[] = {{SLICE_INIT("k"), 3},    {SLICE_INIT("m"), 6},  {SLICE_INIT("mn"), 6},  {SLICE_INIT("mln"), 6},
                {SLICE_INIT("b"), 9},    {SLICE_INIT("bn"), 9}, {SLICE_INIT("bln"), 9}, {SLICE_INIT("tn"), 12},
                {SLICE_INIT("trn"), 12}, {SLICE_INIT("cr"), 7}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (slice_equal(rows[i].letters, suffix)) return rows[i].zeros;
    return 0;
}

static bool take_figures(struct cursor *cursor, struct quantity *quantity) {
    struct slice text = cursor->tokens[cursor->at].lower;
    size_t used;
    if (!parse_figures(text, &quantity->value, &used)) return false;
    quantity->has_digits = true;
    cursor->at++;
    if (used == text.length) return true;
    int zeros = short_magnitude(slice_skip(text, used));
    quantity->is_short = true;
    return zeros && multiply_by_ten(&quantity->value, zeros);
}

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
    bool is_a = word_at(cursor, cursor->at, known->a) || word_at(cursor, cursor->at, known->an);
    if (!is_a || !sense_at(cursor, cursor->at + 1, known->hundred | known->magnitude)) return false;
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

// "and a half", "-and-a-half".
static void take_half(struct cursor *cursor, struct quantity *quantity) {
    const struct number_words *known = cursor->known;
    size_t at = cursor->at + word_at(cursor, cursor->at, known->hyphen);
    if (!word_at(cursor, at, known->and_)) return;
    at += 1 + (size_t)word_at(cursor, at + 1, known->hyphen);
    if (!word_at(cursor, at, known->a)) return;
    at += 1 + (size_t)word_at(cursor, at + 1, known->hyphen);
    if (!sense_at(cursor, at, known->half) || quantity->value.scale || quantity->value.digits > INT32_MAX) return;
    quantity->value = (struct decimal){quantity->value.digits * 10 + 5, 1};
    cursor->at = at + 1;
}

static bool take_magnitudes(struct cursor *cursor, struct quantity *quantity) {
    const struct word_sense *sense;
    size_t hyphen = cursor->at + word_at(cursor, cursor->at, cursor->known->hyphen);
    if (hyphen > cursor->at && sense_at(cursor, hyphen, cursor->known->magnitude)) cursor->at = hyphen;
    const struct word_sense *letter = cursor->at ? sense_at(cursor, cursor->at, cursor->known->letter) : NULL;
    if (letter && quantity->has_digits && cursor->tokens[cursor->at - 1].end == cursor->tokens[cursor->at].start) { // 380|m
        quantity->is_short = true;
        cursor->at++;
        return multiply_by_ten(&quantity->value, (int)letter->number);
    }
    while ((sense = sense_at(cursor, cursor->at, cursor->known->magnitude))) {
        bool is_dozen = sense->number == 0; // the one magnitude that is no power of ten
        if (is_dozen && __builtin_mul_overflow(quantity->value.digits, 12, &quantity->value.digits)) return false;
        if (!multiply_by_ten(&quantity->value, (int)sense->number)) return false;
        cursor->at++;
    }
    struct cursor rest = *cursor; // "one thousand two hundred"
    struct quantity more = {0};
    if (!quantity->has_digits && quantity->value.digits >= 1000 && take_words(&rest, &more) && more.value.digits < 1000 &&
        more.value.digits > 0) {
        if (sense_at(&rest, rest.at, cursor->known->magnitude)) return true;
        if (add_whole(&quantity->value, more.value.digits)) *cursor = rest;
    }
    return true;
}

// hundreds of thousands; dozens
static bool take_plural(struct cursor *cursor, struct quantity *quantity) {
    const struct word_sense *sense = sense_at(cursor, cursor->at, cursor->known->plural);
    if (!sense) return false;
    quantity->is_plural = true;
    quantity->value.digits = slice_is(cursor->tokens[cursor->at].lower, "dozens")   ? 12
                             : slice_is(cursor->tokens[cursor->at].lower, "scores") ? 20
                                                                                    : 1;
    bool is_power = quantity->value.digits == 1;
    if (is_power && !multiply_by_ten(&quantity->value, (int)sense->number)) return false;
    cursor->at++;
    const struct word_sense *more =
        word_at(cursor, cursor->at, cursor->known->of) ? sense_at(cursor, cursor->at + 1, cursor->known->plural) : NULL;
    if (more && multiply_by_ten(&quantity->value, (int)more->number)) cursor->at += 2;
    return true;
}

// half a million; half the figure is no number
static bool take_half_magnitude(struct cursor *cursor, struct quantity *quantity) {
    if (!sense_at(cursor, cursor->at, cursor->known->half)) return false;
    size_t at = cursor->at + 1;
    bool is_a = word_at(cursor, at, cursor->known->a) || word_at(cursor, at, cursor->known->an);
    const struct word_sense *sense = sense_at(cursor, at + is_a, cursor->known->magnitude);
    if (!sense) return false;
    quantity->value = sense->number ? (struct decimal){5, 1} : (struct decimal){6, 0};
    cursor->at = at + is_a + 1;
    return multiply_by_ten(&quantity->value, (int)sense->number);
}

size_t read_number(const struct number_words *known, const struct token *tokens, const uint32_t *words, size_t at, size_t end,
                   struct quantity *quantity) {
    struct cursor cursor = {known, tokens, words, at, end};
    *quantity = (struct quantity){0};
    if (at >= end) return 0;
    size_t a = at + word_at(&cursor, at, known->a);
    const struct word_sense *vague = sense_at(&cursor, a, known->vague);
    if (vague) {
        quantity->is_vague = true;
        quantity->value.digits = vague->number; // a couple is two
        cursor.at = a + 1;
        if (word_at(&cursor, cursor.at, known->of)) cursor.at++; // a couple of
        return cursor.at - at;
    }
    if (take_half_magnitude(&cursor, quantity) || take_plural(&cursor, quantity)) return cursor.at - at;
    if (!take_figures(&cursor, quantity)) {
        if (quantity->is_short || !take_words(&cursor, quantity)) return 0;
    }
    take_half(&cursor, quantity);
    return take_magnitudes(&cursor, quantity) ? cursor.at - at : 0;
}
