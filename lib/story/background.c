// SPDX-License-Identifier: MIT
/* A war's row: its words all stand in the sentence, each word a list of alternatives, "russia|moscow invasion|invade". */
#include "story/background.h"

struct wars {
    struct grid grid;
    int words, date;
};

struct wars *make_wars(struct arena *keep, struct grid grid) {
    struct wars *wars = TAKE(keep, struct wars, 1);
    *wars = (struct wars){grid, grid_column(&grid, "words"), grid_column(&grid, "date")};
    return wars;
}

bool has_word(const struct document *document, size_t first, size_t count, struct slice alternatives) {
    struct slice word;
    while (slice_cut(&alternatives, '|', &word))
        for (size_t i = first; i < first + count; i++)
            if (slice_equal(document->tokens.at[i].lower, word) || slice_equal(document->tokens.at[i].lemma, word)) return true;
    return false;
}

bool names_war(const struct document *document, size_t first, size_t count) {
    return has_word(document, first, count, SLICE("war|conflict|invasion|invade|fighting|hostilities"));
}

static bool has_all_words(const struct document *document, size_t first, size_t count, struct slice words) {
    struct slice word;
    while (slice_cut(&words, ' ', &word))
        if (!has_word(document, first, count, word)) return false;
    return true;
}

// The first day of the first war whose row fits these tokens, or empty.
struct slice war_day(const struct wars *wars, const struct document *document, size_t first, size_t count) {
    for (size_t row = 0; row < wars->grid.rows; row++)
        if (has_all_words(document, first, count, grid_cell(&wars->grid, row, wars->words)) &&
            !is_after_publication(document, grid_cell(&wars->grid, row, wars->date)))
            return grid_cell(&wars->grid, row, wars->date);
    return (struct slice){"", 0};
}

// The date of an event everybody dates alike ("the fall of Kabul") named among these tokens, or empty.
struct slice known_date(const struct background *background, size_t first, size_t count) {
    for (size_t i = 0; i < background->known_count; i++)
        if (background->known[i].first < first + count && background->known[i].first + background->known[i].count > first) return background->known[i].edtf;
    return (struct slice){"", 0};
}

// The one war the document speaks of, by its first day; empty where there is none or are several.
static struct slice war_of_document(const struct wars *wars, const struct document *document) {
    struct slice found = {"", 0};
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        struct slice date = war_day(wars, document, sentence->first, sentence->count);
        if (date.length && found.length && !slice_equal(date, found)) return (struct slice){"", 0};
        if (date.length) found = date;
    }
    return found;
}

struct background *read_background(struct arena *keep, const struct wars *wars, struct known_events *known, struct document *document) {
    struct background *background = TAKE(keep, struct background, 1);
    background->wars = wars;
    background->known_count = find_known_events(known, document, &background->known);
    background->war = war_of_document(wars, document);
    return background;
}
