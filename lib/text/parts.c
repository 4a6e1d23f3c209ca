// SPDX-License-Identifier: MIT
/* First rows of parts.tsv are sought in every paragraph; what they do not know is judged by its form. A title is a paragraph
 * without a final stop before any body; its repetition is furniture, as is a long line all in capitals (a link to another
 * article). A heading is a short line without a final stop before a paragraph that has one. */
#include "text/parts.h"

#include "text/chars.h"
#include "text/sentences.h"

enum { MOST_WORDS = 12, LONGEST_HEADING = 14, LONGEST_TITLE = 40, SHORTEST_LINK = 5, UNANCHORED = -1 };
enum where { WHERE_START, WHERE_WHOLE, WHERE_ANY, WHERE_END, WHERE_SENTENCE };
enum marks { MARKS_PARAGRAPH, MARKS_LINE_BEFORE, MARKS_SENTENCE, MARKS_SENTENCE_BEFORE };

struct page_pattern {
    enum part part;
    enum where where;
    enum marks marks;
    size_t longest;            // tokens of a paragraph it may stand in
    struct slice words[MOST_WORDS];
    size_t count;
    int next;                  // the next pattern with the same first word, or -1
};

struct paragraph {
    size_t first_sentence, sentences, first, count; // of the document
};

static enum where where_of(struct slice name) {
    return slice_is(name, "whole") ? WHERE_WHOLE : slice_is(name, "any") ? WHERE_ANY : slice_is(name, "end") ? WHERE_END :
           slice_is(name, "sentence") ? WHERE_SENTENCE : WHERE_START;
}

// line-before: the line before too, if no blank line parts them; sentence-before: the sentence before too, if the pattern begins one.
static enum marks marks_of(struct slice name) {
    return slice_is(name, "line-before") ? MARKS_LINE_BEFORE : slice_is(name, "sentence") ? MARKS_SENTENCE :
           slice_is(name, "sentence-before") ? MARKS_SENTENCE_BEFORE : MARKS_PARAGRAPH;
}

static bool is_class(struct slice word) { return word.length && strchr("AC9", word.at[0]) && (word.length == 1 || word.at[1] == '+'); }
static bool is_literal(struct slice word) { return !is_class(word) && !slice_is(word, "*"); }

// Chains the pattern to the others that begin with the same word.
static void chain_pattern(struct tokenizer *rules, struct slice word, int number) {
    int first = find_listed_word(&rules->anchors, word);
    if (first < 0) {
        add_listed_word(&rules->anchors, word, number);
        return;
    }
    while (rules->patterns[first].next >= 0) first = rules->patterns[first].next;
    rules->patterns[first].next = number;
}

static void add_pattern(struct tokenizer *rules, const struct page_pattern *pattern, struct slice word) {
    rules->patterns[rules->pattern_count] = *pattern;
    rules->patterns[rules->pattern_count].words[0] = word;
    if (is_literal(word)) chain_pattern(rules, word, (int)rules->pattern_count);
    else rules->patterns[rules->pattern_count].next = UNANCHORED - 1;
    rules->pattern_count++;
}

static size_t count_choices(const struct grid *parts, int column) {
    size_t count = 0;
    for (size_t row = 0; row < parts->rows; row++) {
        struct slice pattern = grid_cell(parts, row, column);
        count++;
        for (size_t i = 0; i < pattern.length && pattern.at[i] != ' '; i++) count += pattern.at[i] == '|';
    }
    return count;
}

void compile_patterns(struct tokenizer *rules, struct arena *keep, const struct grid *parts) {
    int part = grid_column(parts, "part"), where = grid_column(parts, "where"), words = grid_column(parts, "pattern");
    int longest = grid_column(parts, "longest"), marks = grid_column(parts, "marks");
    rules->patterns = TAKE(keep, struct page_pattern, count_choices(parts, words));
    for (size_t row = 0; row < parts->rows; row++) {
        struct slice rest = grid_cell(parts, row, words), word, choices;
        long most;
        if (!slice_number(grid_cell(parts, row, longest), &most)) most = LONGEST_TITLE;
        struct page_pattern pattern = {.part = part_of(grid_cell(parts, row, part)), .where = where_of(grid_cell(parts, row, where)),
                                       .marks = marks_of(grid_cell(parts, row, marks)), .longest = (size_t)most, .next = -1};
        while (pattern.count < MOST_WORDS && slice_cut(&rest, ' ', &word)) pattern.words[pattern.count++] = word;
        choices = pattern.words[0];
        while (pattern.count && slice_cut(&choices, '|', &word)) add_pattern(rules, &pattern, word);
    }
}

// A: begins with a capital. C: capitals only; a hyphen or a slash between such words too. 9: begins with a digit.
static bool fits_class(char class, struct slice form) {
    if (class == 'A') return is_capitalised(form);
    if (class == '9') return is_digit(form.at[0]);
    return is_all_capitals(form) || slice_is(form, "-") || slice_is(form, "/");
}

static bool fits_word(struct slice word, const struct token *token) {
    char bytes[LONGEST_ENTRY];
    struct slice choice, form = normalise_word(token->form, bytes);
    while (slice_cut(&word, '|', &choice))
        if (is_class(choice) ? fits_class(choice.at[0], token->form) : slice_equal(choice, form)) return true;
    return false;
}

// Where the words from `word` on end, or -1. `to_end`: they have to reach the end, but for end marks.
static long match_words(const struct page_pattern *pattern, size_t word, const struct token *tokens, size_t at, size_t count, bool to_end) {
    for (; word < pattern->count; word++, at++) {
        struct slice wanted = pattern->words[word];
        bool any = slice_is(wanted, "*"), repeats = wanted.length == 2 && wanted.at[1] == '+';
        for (size_t skip = at; any || repeats; skip++) { // the shortest run that lets the rest match
            if (repeats && (skip >= count || !fits_word(wanted, &tokens[skip]))) return -1;
            long found = skip > count ? -1 : match_words(pattern, word + 1, tokens, skip + repeats, count, to_end);
            if (found >= 0 || skip > count) return found;
        }
        if (at >= count || !fits_word(wanted, &tokens[at])) return -1;
    }
    if (to_end && at < count && is_end_mark(tokens[at].form)) at++;
    return to_end && at != count ? -1 : (long)at;
}

static bool fits(const struct page_pattern *pattern, const struct token *tokens, size_t at, size_t count) {
    bool to_end = pattern->where == WHERE_WHOLE || pattern->where == WHERE_END;
    bool anywhere = pattern->where == WHERE_ANY || pattern->where == WHERE_END;
    if (count > pattern->longest || (at > 0 && !anywhere)) return false;
    return match_words(pattern, 0, tokens, at, count, to_end) >= 0;
}

size_t dateline_length(const struct tokenizer *rules, const struct token *tokens, size_t count) {
    enum { LONGEST_DATELINE = 24 };
    if (count > LONGEST_DATELINE) count = LONGEST_DATELINE;
    for (size_t i = 0; i < rules->pattern_count; i++) {
        const struct page_pattern *pattern = &rules->patterns[i];
        if (pattern->part != PART_dateline || pattern->where == WHERE_WHOLE) continue;
        long found = match_words(pattern, 0, tokens, 0, count, false);
        if (found > 0) return (size_t)found;
    }
    return 0;
}

// Datelines that begin a paragraph were found before its sentences were; the others are dates that stand alone.
static bool is_of_paragraph(const struct page_pattern *pattern) {
    return pattern->where != WHERE_SENTENCE && (pattern->part != PART_dateline || pattern->where == WHERE_WHOLE);
}

struct hit {
    const struct page_pattern *pattern; // NULL: none
    size_t at;                          // tokens into the paragraph
};

static struct hit find_pattern(const struct tokenizer *rules, const struct token *tokens, size_t count) {
    for (size_t at = 0; at < count; at++)
        for (int i = find_listed_word(&rules->anchors, tokens[at].form); i >= 0; i = rules->patterns[i].next)
            if (is_of_paragraph(&rules->patterns[i]) && fits(&rules->patterns[i], tokens, at, count))
                return (struct hit){&rules->patterns[i], at};
    for (size_t i = 0; i < rules->pattern_count; i++) {
        const struct page_pattern *pattern = &rules->patterns[i];
        if (pattern->next < UNANCHORED && is_of_paragraph(pattern) && fits(pattern, tokens, 0, count)) return (struct hit){pattern, 0};
    }
    return (struct hit){NULL, 0};
}

static void set_part(struct document *document, const struct paragraph *paragraph, enum part part) {
    for (size_t i = 0; i < paragraph->sentences; i++)
        if (document->sentences.at[paragraph->first_sentence + i].part == PART_body)
            document->sentences.at[paragraph->first_sentence + i].part = part;
}

// The paragraph whose first sentence this is.
static struct paragraph paragraph_at(const struct document *document, size_t sentence) {
    struct paragraph paragraph = {sentence, 0, document->sentences.at[sentence].first, 0};
    for (size_t i = sentence; i < document->sentences.count; i++) {
        if (document->sentences.at[i].paragraph != document->sentences.at[sentence].paragraph) break;
        paragraph.sentences++;
        paragraph.count += document->sentences.at[i].count;
    }
    return paragraph;
}

static struct slice text_between(const struct token *first, const struct token *last) {
    return slice_between(first->form.at, last->form.at + last->form.length);
}

static struct slice text_of_paragraph(const struct document *document, const struct paragraph *paragraph) {
    const struct token *tokens = document->tokens.at + paragraph->first;
    return text_between(tokens, tokens + paragraph->count - 1);
}

// Without a final stop: a line, not a text. Titles may end in a question mark, an exclamation mark or a quotation mark.
static bool is_line(const struct document *document, const struct paragraph *paragraph, size_t longest) {
    struct slice last = document->tokens.at[paragraph->first + paragraph->count - 1].form;
    return paragraph->sentences == 1 && paragraph->count <= longest && !strchr(".:;,_-", last.at[last.length - 1]);
}

static bool is_single_break(struct slice gap) {
    size_t feeds = 0;
    for (size_t i = 0; i < gap.length; i++) feeds += gap.at[i] == '\n';
    return feeds < 2;
}

static void mark_line_before(struct document *document, const struct paragraph *before, const struct paragraph *here, enum part part) {
    if (before->count == 0) return;
    const struct token *last = &document->tokens.at[before->first + before->count - 1], *next = &document->tokens.at[here->first];
    if (!is_single_break(slice_between(last->form.at + last->form.length, next->form.at))) return;
    for (size_t i = 0; i < before->sentences; i++) document->sentences.at[before->first_sentence + i].part = part;
}

// The sentence in which the pattern begins, and those behind it; with `before`, the one before where the pattern begins its own.
static void mark_sentences_from(struct document *document, const struct paragraph *here, size_t at, enum part part, bool before) {
    for (size_t i = 0; i < here->sentences; i++) {
        struct sentence *sentence = &document->sentences.at[here->first_sentence + i];
        if (sentence->first + sentence->count > here->first + at) sentence->part = part;
        if (before && i && sentence->first == here->first + at) sentence[-1].part = part;
    }
}

static void mark_hit(struct document *document, const struct paragraph *before, const struct paragraph *here, struct hit hit) {
    enum part part = hit.pattern->part;
    if (hit.pattern->marks == MARKS_SENTENCE || hit.pattern->marks == MARKS_SENTENCE_BEFORE) {
        mark_sentences_from(document, here, hit.at, part, hit.pattern->marks == MARKS_SENTENCE_BEFORE);
        return;
    }
    set_part(document, here, part);
    if (hit.pattern->marks == MARKS_LINE_BEFORE) mark_line_before(document, before, here, part);
}

// Patterns that know a sentence, wherever it stands.
static void mark_sentences(const struct tokenizer *rules, struct document *document, const struct paragraph *here) {
    for (size_t i = 0; i < here->sentences; i++) {
        struct sentence *sentence = &document->sentences.at[here->first_sentence + i];
        const struct token *tokens = document->tokens.at + sentence->first;
        for (int row = find_listed_word(&rules->anchors, tokens->form); row >= 0; row = rules->patterns[row].next)
            if (rules->patterns[row].where == WHERE_SENTENCE && fits(&rules->patterns[row], tokens, 0, sentence->count))
                sentence->part = rules->patterns[row].part;
    }
}

static bool begins_small(struct slice text) {
    size_t length;
    return char_is_lower(utf8_decode(text, &length));
}

// `title`: the article's, empty as long as none was seen; `open`: nothing of the body was seen.
static void mark_line(struct document *document, const struct paragraph *here, const struct paragraph *title, bool open) {
    bool last = here->first_sentence + here->sentences == document->sentences.count;
    struct slice text = text_of_paragraph(document, here);
    if (document->sentences.at[here->first_sentence].part != PART_body) return;
    if (open && title->count == 0 && !last && is_line(document, here, LONGEST_TITLE)) set_part(document, here, PART_title);
    else if (title->count && slice_equal(text, text_of_paragraph(document, title))) set_part(document, here, PART_furniture);
    else if (!is_line(document, here, LONGEST_TITLE)) return;
    else if (here->count >= SHORTEST_LINK && is_all_capitals(text)) set_part(document, here, PART_furniture);
    else if (!last && here->count <= LONGEST_HEADING && !begins_small(text)) {
        struct paragraph next = paragraph_at(document, here->first_sentence + here->sentences);
        if (!is_line(document, &next, LONGEST_TITLE)) set_part(document, here, PART_heading);
    }
}

void mark_parts(const struct tokenizer *rules, struct document *document) {
    struct paragraph before = {0}, title = {0};
    bool open = true;
    for (size_t sentence = 0; sentence < document->sentences.count;) {
        struct paragraph here = paragraph_at(document, sentence);
        struct hit hit = find_pattern(rules, document->tokens.at + here.first, here.count);
        if (hit.pattern) mark_hit(document, &before, &here, hit);
        else mark_line(document, &here, &title, open);
        mark_sentences(rules, document, &here);
        enum part part = document->sentences.at[sentence].part;
        if (title.count == 0 && part == PART_title) title = here;
        before = here;
        sentence += here.sentences;
        part = document->sentences.at[sentence - 1].part;
        open = open && part != PART_body && part != PART_heading;
    }
}
