// SPDX-License-Identifier: MIT
#include "story/document_date.h"

#include "story/time_mention.h"

// "28-month conflict", "three months of war", "the war began three months ago": how long it has been going on. Not "a month into
// the war", which tells of any time of it.
static bool is_age_of_war(const struct document *document, const struct tree *words, struct time_mention time) {
    size_t end = words->offset + (size_t)time.last, left = (size_t)(words->count - time.last), behind = left < 3 ? left : 3;
    if (behind && slice_is(document->tokens.at[end].lower, "into")) return false;
    if (names_war(document, end, behind)) return true;
    bool ago = slice_is(document->tokens.at[end - 1].lower, "ago") || (left && slice_is(document->tokens.at[end].lower, "ago"));
    size_t before = time.first > 6 ? 5 : (size_t)time.first - 1;
    return ago && names_war(document, words->offset + (size_t)time.first - 1 - before, before);
}

static bool says_about(const struct tree *tree, int i) {
    static const char *const words[] = {"almost", "nearly", "about", "around", "roughly", "over", "than"};
    for (size_t w = 0; i > 1 && w < sizeof words / sizeof *words; w++)
        if (slice_is(tree_token(tree, i)->lower, words[w]) || slice_is(tree_token(tree, i - 1)->lower, words[w])) return true;
    return false;
}

static void bind_age(struct arena *keep, const struct tree *tree, struct time_mention time, struct slice war, struct dating *dating) {
    struct edtf begin;
    long months;
    struct slice number = time.value.length > 2 ? slice_drop(slice_skip(time.value, 1), 1) : (struct slice){"", 0};
    bool in_months = time.value.length > 2 && time.value.at[time.value.length - 1] == 'M' && slice_number(number, &months);
    if (!in_months || !parse_edtf(war, &begin) || begin.first.day < 1) return;
    struct date day = {begin.first.year, begin.first.month, begin.first.day};
    struct date from = add_months(day, months), until = add_months(day, months + 1);
    long first = day_from_date(from.year, from.month, from.day), last = day_from_date(until.year, until.month, until.day) - 1;
    bool about = says_about(tree, time.first);
    if (about) first -= 31, last = first + 62;
    struct day_set days = days_between(first, last);
    add_bound_to(dating, SLICE("in"), arena_join(keep, print_days(keep, &days), "", about ? SLICE("~") : (struct slice){"", 0}), 0);
}

// The latest whole date that a caption or a sentence about the past names: the article is younger. What comes after a known day of
// publication was ahead, whatever the sentence looked like.
static void find_latest_date(const struct document *document, const struct sentence *sentence, struct slice *latest) {
    const struct token *tokens = document->tokens.at;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        struct slice day;
        if (is_whole_day(&tokens[i], &day) && slice_compare(day, *latest) > 0 && !is_after_publication(document, day)) *latest = day;
    }
}

static bool speaks_of_future(const struct document *document, const struct sentence *sentence) {
    return has_word(document, sentence->first, sentence->count, SLICE("will|would|shall|next|plan|schedule|upcoming|until|by|could|may|due|defer|adjourn|postpone|agree|through|ahead"));
}

static void find_dateline(const struct token *tokens, const struct sentence *sentence, struct dating *dating) {
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        struct edtf edtf;
        if (tokens[i].ner == NER_DATE && tokens[i].ner_begins && parse_edtf(tokens[i].value, &edtf)) {
            add_bound_to(dating, SLICE("in"), tokens[i].value, 0);
            return;
        }
    }
}

static void find_ages(struct arena *keep, const struct document *document, struct slice war, struct dating *dating) {
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        struct tree words = {.tokens = document->tokens.at + sentence->first, .offset = sentence->first, .count = (int)sentence->count};
        struct time_mention time;
        for (int from = 1; sentence->part != PART_furniture && next_time(&words, from, &time); from = time.last + 1)
            if (is_age_of_war(document, &words, time)) bind_age(keep, &words, time, war, dating);
    }
}

// The surest first: a bound that leaves no day is let go when they are read.
void date_document(struct arena *keep, const struct background *background, const struct document *document, struct dating *dating) {
    *dating = (struct dating){.count = 0};
    struct slice latest = {"", 0}, war = background->war;
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        if (sentence->part == PART_dateline) find_dateline(document->tokens.at, sentence, dating);
        else if (sentence->part == PART_caption || !speaks_of_future(document, sentence)) find_latest_date(document, sentence, &latest);
    }
    if (latest.length || war.length) add_bound_to(dating, SLICE("after"), latest.length ? latest : war, 0);
    if (war.length) find_ages(keep, document, war, dating);
}
