// SPDX-License-Identifier: MIT
/* Statements whose quotation goes over several sentences, or stands in another sentence than their speaker; see attribution.h. */
#include "story/attribution.h"
#include "text/quotation.h"

static struct span sentence_span(const struct document *document, size_t s) {
    const struct sentence *sentence = &document->sentences.at[s];
    const struct token *tokens = document->tokens.at + sentence->first;
    return (struct span){tokens[0].start, tokens[sentence->count - 1].end};
}

// The first statement of a sentence, or the last; NULL if it has none. Statements stand in the order of their sentences.
static struct statement *statement_of_sentence(struct statements *statements, size_t sentence, bool last) {
    size_t low = 0, high = statements->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (statements->list.at[middle].sentence < sentence + last) low = middle + 1;
        else high = middle;
    }
    size_t found = last ? low - 1 : low;
    return found < statements->list.count && statements->list.at[found].sentence == sentence ? &statements->list.at[found] : NULL;
}

static void add_span(struct statement *statement, struct span span, bool in_front) {
    if (statement->content_count == MOST_SPANS) return;
    int at = in_front ? 0 : statement->content_count;
    memmove(statement->content_span + at + 1, statement->content_span + at, (size_t)(statement->content_count - at) * sizeof(struct span));
    statement->content_span[at] = span;
    statement->content_count++;
}

static bool begins_with_quotation(const struct document *document, size_t s) {
    return opens_quotation(document->tokens.at[document->sentences.at[s].first].form);
}

static bool ends_with_quotation(const struct document *document, size_t s) {
    const struct sentence *sentence = &document->sentences.at[s];
    return closes_quotation(document->tokens.at[sentence->first + sentence->count - 1].form);
}

static bool ends_with_colon(const struct document *document, size_t s) {
    const struct sentence *sentence = &document->sentences.at[s];
    return slice_is(document->tokens.at[sentence->first + sentence->count - 1].form, ":");
}

static bool same_paragraph(const struct document *document, size_t a, size_t b) {
    return document->sentences.at[a].paragraph == document->sentences.at[b].paragraph;
}

// The statement that a sentence of quotation without one of its own belongs to: the one that closes the quotation or follows it
// ("...?" he asked), the one in whose quotation it stands or that it goes on from, the one that announced it ("He said:").
static struct statement *statement_of_quotation(const struct document *document, struct statements *statements, size_t s, bool open_before,
                                                bool open_after, bool *in_front) {
    struct statement *before = s ? statement_of_sentence(statements, s - 1, true) : NULL;
    struct statement *behind = s + 1 < document->sentences.count && same_paragraph(document, s, s + 1) ? statement_of_sentence(statements, s + 1, false) : NULL;
    *in_front = true;
    if (behind && open_after && behind->content_count && behind->content_span[0].start <= sentence_span(document, s + 1).start) return behind;
    if (behind && !behind->content_count && ends_with_quotation(document, s)) return behind;
    *in_front = false;
    bool goes_on = before && same_paragraph(document, s - 1, s) && (open_before || begins_with_quotation(document, s));
    bool announced = before && !before->content_count && ends_with_colon(document, s - 1) && begins_with_quotation(document, s);
    return goes_on || announced ? before : NULL;
}

// Sentences are taken from the last to the first, so that a statement's quotation can grow over several before it; and then
// from the first to the last, for those behind it.
static void join_quotations(const struct document *document, struct statements *statements, bool *taken, const bool *open) {
    bool in_front;
    size_t count = document->sentences.count;
    for (size_t s = count; s-- > 0;) {
        if (statement_of_sentence(statements, s, false) || !(open[s] || begins_with_quotation(document, s) || (s && open[s - 1]))) continue;
        struct statement *statement = statement_of_quotation(document, statements, s, s && open[s - 1], open[s], &in_front);
        if (statement && in_front) add_span(statement, sentence_span(document, s), true), taken[s] = true;
    }
    for (size_t s = 0; s < count; s++) {
        if (taken[s] || statement_of_sentence(statements, s, false) || !(open[s] || begins_with_quotation(document, s) || (s && open[s - 1]))) continue;
        struct statement *statement = statement_of_quotation(document, statements, s, s && open[s - 1], open[s], &in_front);
        if (statement && !in_front) add_span(statement, sentence_span(document, s), false);
    }
}

static void find_open_quotations(const struct document *document, bool *open) {
    for (size_t s = 0; s < document->sentences.count; s++)
        open[s] = quotation_after(document, s, s && same_paragraph(document, s - 1, s) && open[s - 1]);
}

static void drop_empty(struct statements *statements) {
    size_t kept = 0;
    for (size_t i = 0; i < statements->list.count; i++)
        if (statements->list.at[i].content_count) statements->list.at[kept++] = statements->list.at[i];
    statements->list.count = kept;
}

static struct slice text_between(struct arena *keep, const struct document *document, struct span span) {
    size_t first = token_after(document, span.start), end = first;
    while (end < document->tokens.count && document->tokens.at[end].start < span.end) end++;
    return text_of(keep, document, first, end - first);
}

void settle_statements(struct arena *keep, const struct document *document, struct statements *statements) {
    bool *open = TAKE(keep, bool, document->sentences.count + 1), *taken = TAKE(keep, bool, document->sentences.count + 1);
    find_open_quotations(document, open);
    join_quotations(document, statements, taken, open);
    drop_empty(statements);
    for (size_t i = 0; i < statements->list.count; i++) {
        struct statement *statement = &statements->list.at[i];
        for (int c = 0; c < statement->content_count; c++)
            statement->content = arena_join(keep, statement->content, " ... ", text_between(keep, document, statement->content_span[c]));
    }
}
