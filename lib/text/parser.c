// SPDX-License-Identifier: MIT
#include "text/parser.h"

#include "text/greedy.h"

struct parser {
    struct greedy greedy;
    const struct clusters *clusters;
    uint32_t wanted;      // bits of traits
    struct arena scratch; // for one sentence
};

struct parser *make_parser(struct arena *keep, struct model *model, const struct clusters *clusters) {
    struct parser *parser = TAKE(keep, struct parser, 1);
    parser->clusters = clusters;
    if (!open_greedy(keep, model, &parser->greedy)) return NULL;
    parser->wanted = traits_of_greedy(&parser->greedy);
    return parser;
}

void free_parser(struct parser *parser) { arena_free(&parser->scratch); }

// The first word of a person's name is its head (UD's flat), where the moves chose another of its words.
static void join_name(struct token *tokens, size_t count, size_t first, size_t last) {
    size_t head = first;
    for (size_t i = first; i <= last; i++) {
        long above = tokens[i].head - 1;
        if (above < (long)first || above > (long)last) head = i;
    }
    if (head == first) return;
    tokens[first].head = tokens[head].head;
    tokens[first].deprel = tokens[head].deprel;
    for (size_t i = 0; i < count; i++) {
        bool inside = i > first && i <= last;
        if (i == first || (!inside && tokens[i].head != (long)head + 1)) continue;
        tokens[i].head = (long)first + 1;
        if (inside && !slice_is(tokens[i].deprel, "punct")) tokens[i].deprel = SLICE("flat");
    }
}

// Where a name begins, another name's end is not its head: "neither A nor B", "A and B".
static void split_names(struct token *tokens, size_t first) {
    long head = tokens[first].head - 1;
    bool listed = first > 0 && (tokens[first - 1].upos == UPOS_CCONJ || tokens[first - 1].upos == UPOS_PUNCT);
    if (listed && head >= 0 && head < (long)first && slice_is(tokens[first].deprel, "flat")) tokens[first].deprel = SLICE("conj");
}

// No verb has two subjects: the second, behind "and", stands beside the first.
static void join_subjects(struct token *tokens, size_t second) {
    if (second == 0 || tokens[second - 1].upos != UPOS_CCONJ || !slice_starts(tokens[second].deprel, SLICE("nsubj"))) return;
    for (size_t first = second - 1; first-- > 0;) {
        if (tokens[first].head != tokens[second].head || !slice_equal(tokens[first].deprel, tokens[second].deprel)) continue;
        tokens[second].head = (long)first + 1;
        tokens[second].deprel = SLICE("conj");
        return;
    }
}

static void join_names(struct token *tokens, size_t count) {
    for (size_t first = 0, last; first < count; first = last + 1) {
        for (last = first; last + 1 < count && tokens[first].ner == NER_PER && tokens[last + 1].ner == NER_PER && !tokens[last + 1].ner_begins;) last++;
        if (last > first) join_name(tokens, count, first, last);
        if (tokens[first].ner != NER_PER) continue;
        split_names(tokens, first);
        join_subjects(tokens, first);
    }
}

void parse_sentence(struct parser *parser, struct document *document, size_t sentence) {
    struct sentence place = document->sentences.at[sentence];
    struct token *tokens = document->tokens.at + place.first;
    if (place.count == 0) return;
    arena_reset(&parser->scratch);
    struct parse parse = begin_parse(&parser->scratch, parser->clusters, tokens, place.count, parser->wanted);
    parse_greedily(&parser->greedy, &parse);
    for (size_t i = 0; i < place.count; i++) {
        const struct node *node = &parse.configuration.nodes[i + 1];
        tokens[i].head = node->head;
        tokens[i].deprel = parse.aside[i + 1] ? SLICE("punct") : node->head ? parser->greedy.relations.labels[node->relation - 1] : SLICE("root");
    }
    join_names(tokens, place.count);
}
