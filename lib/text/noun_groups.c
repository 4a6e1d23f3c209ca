// SPDX-License-Identifier: MIT
#include "text/noun_groups.h"

enum { LONGEST_GROUP = 40 }; // words; longer runs are cut

static bool is_noun(enum upos upos) { return upos == UPOS_NOUN || upos == UPOS_PROPN; }

static bool is_possessive(const struct token *token) {
    static const char *const words[] = {"my", "your", "his", "her", "its", "our", "their", "whose"};
    if (token->upos != UPOS_PRON) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is(token->lower, words[i])) return true;
    return false;
}

static bool is_clitic(const struct growing_tree *tree, size_t i) {
    return upos_at(tree, i) == UPOS_PART &&
           (is_word(tree, i, "'s") || is_word(tree, i, "’s") || is_word(tree, i, "'") || is_word(tree, i, "’"));
}

// A hyphen between two words of a group: "long - term". Told by the missing blanks.
static bool is_hyphen(const struct growing_tree *tree, size_t i) {
    const struct token *token = &tree->tokens[i];
    if (token->upos != UPOS_PUNCT || i == 0 || i + 1 >= tree->count) return false;
    return token[-1].end == token->start && token->end == token[1].start &&
           (is_word(tree, i, "-") || is_word(tree, i, "–") || is_word(tree, i, "/"));
}

// "two-sentence": a number joined to a word, which is like an adjective.
static bool is_compound(const struct growing_tree *tree, size_t i) { return upos_at(tree, i) == UPOS_NUM && is_hyphen(tree, i + 1); }

// Is there a noun to come in this group, if words that may stand before one are passed over from i on?
static bool noun_follows(const struct growing_tree *tree, size_t i) {
    for (size_t end = i + LONGEST_GROUP; i < tree->count && i < end; i++) {
        enum upos upos = upos_at(tree, i);
        if (is_noun(upos) || upos == UPOS_SYM) return true;
        bool joins = upos == UPOS_CCONJ && i > 0 && upos_at(tree, i - 1) == UPOS_ADJ && upos_at(tree, i + 1) == UPOS_ADJ;
        bool list =
            upos == UPOS_PUNCT && is_word(tree, i, ",") && (upos_at(tree, i + 1) == UPOS_ADJ || is_compound(tree, i + 1)) &&
            upos_at(tree, i - 1) == UPOS_ADJ;
        if (upos != UPOS_ADJ && upos != UPOS_NUM && !joins && !list && !is_hyphen(tree, i) &&
            !(upos == UPOS_ADV && (upos_at(tree, i + 1) == UPOS_ADJ || upos_at(tree, i + 1) == UPOS_NUM)))
            return false;
    }
    return false;
}

static bool is_quote(const struct growing_tree *tree, size_t i) {
    static const char *const marks[] = {"\"", "“", "”", "‘", "’", "«", "»", "``", "''"};
    if (upos_at(tree, i) != UPOS_PUNCT) return false;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (slice_is(tree->tokens[i].form, marks[k])) return true;
    return false;
}

// Does a quotation mark at i open a few words of the group, as in: an "immediate ceasefire"?
static bool opens_quoted(const struct growing_tree *tree, size_t i) {
    enum upos before = upos_at(tree, i - 1);
    bool within = before == UPOS_DET || before == UPOS_ADJ || is_possessive(&tree->tokens[i - 1]) || is_clitic(tree, i - 1);
    if (!within || !is_quote(tree, i)) return false;
    for (size_t end = i + 1; end < i + 7; end++) {
        enum upos upos = upos_at(tree, end);
        if (is_quote(tree, end)) return end > i + 1 && (is_noun(upos_at(tree, end - 1)) || noun_follows(tree, end + 1));
        if (!is_noun(upos) && upos != UPOS_ADJ && upos != UPOS_ADV && upos != UPOS_NUM && !is_hyphen(tree, end)) return false;
    }
    return false;
}

// Does it close such words, and the group goes on: "frank" talks?
static bool closes_quoted(const struct growing_tree *tree, size_t i, size_t first) {
    if (!is_quote(tree, i) || !noun_follows(tree, i + 1)) return false;
    for (size_t back = i; back > 0 && back + 1 > first && back + 6 > i; back--)
        if (is_quote(tree, back - 1)) return true;
    return false;
}

// A participle before its noun: "the wounded soldiers", "rising prices".
static bool is_participle_before_noun(const struct growing_tree *tree, size_t i) {
    if (upos_at(tree, i) != UPOS_VERB || !noun_follows(tree, i + 1)) return false;
    enum verb_form form = form_of_verb(&tree->tokens[i], &tree->facts[i]);
    return form == FORM_ING || form == FORM_PARTICIPLE || form == FORM_PAST_OR_PARTICIPLE;
}

bool begins_nominal(const struct growing_tree *tree, size_t i) {
    switch (upos_at(tree, i)) {
    case UPOS_DET:
    case UPOS_PRON:
    case UPOS_NOUN:
    case UPOS_PROPN:
    case UPOS_NUM:
    case UPOS_SYM:
    case UPOS_X: return true;
    case UPOS_ADJ: return noun_follows(tree, i + 1);
    case UPOS_ADV: return (upos_at(tree, i + 1) == UPOS_ADJ || upos_at(tree, i + 1) == UPOS_NUM) && noun_follows(tree, i + 1);
    default: return false;
    }
}

// A name or a date that begins at i, behind something that is none of it; "next" and "last" begin a time.
static bool begins_other(const struct growing_tree *tree, size_t i, size_t first) {
    const struct token *token = &tree->tokens[i];
    bool time = token->ner == NER_DATE || token->ner == NER_TIME || token->ner == NER_DURATION;
    if (time && token->ner_begins && token[-1].upos != UPOS_DET) return true;
    bool after_day = token[-1].ner == NER_DATE || (token[-1].ner == NER_NONE && has_class(&tree->facts[i - 1], CLASS_time_noun));
    if (token->upos == UPOS_PROPN && token[-1].upos == UPOS_PROPN && after_day && token->ner != NER_DATE &&
        !has_class(&tree->facts[i], CLASS_time_noun))
        return true;
    bool split = token[-1].ner == NER_ORG || (tree->tokens[first].ner == NER_TITLE && !tree->tokens[first].ner_begins);
    if (token->ner == NER_PER && token->ner_begins && is_noun(token[-1].upos) && split) return true;
    bool day = token->upos == UPOS_PROPN || is_word(tree, i, "today") || is_word(tree, i, "yesterday") || is_word(tree, i, "tomorrow");
    if (token[-1].upos == UPOS_NOUN && day && token->ner == NER_NONE && has_class(&tree->facts[i], CLASS_time_noun)) return true;
    return is_noun(token[-1].upos) && token->upos == UPOS_ADJ &&
           (is_word(tree, i, "last") || is_word(tree, i, "next") || is_word(tree, i, "past"));
}

// May the word at i go on the group whose words from `first` on are taken?
static bool continues(const struct growing_tree *tree, size_t i, size_t first) {
    enum upos upos = upos_at(tree, i), before = upos_at(tree, i - 1);
    if (begins_other(tree, i, first)) return false;
    bool after_noun = is_noun(before);
    switch (upos) {
    case UPOS_NOUN:
    case UPOS_PROPN: return before != UPOS_PRON || is_possessive(&tree->tokens[i - 1]);
    case UPOS_NUM: return before != UPOS_PRON || is_possessive(&tree->tokens[i - 1]);
    case UPOS_X: return before == UPOS_X || after_noun;
    case UPOS_SYM: return before == UPOS_NUM || before == UPOS_DET || before == UPOS_PROPN;
    case UPOS_ADJ: return !after_noun && before != UPOS_NUM ? true : noun_follows(tree, i + 1) && before != UPOS_NOUN;
    case UPOS_ADV: return before == UPOS_DET && noun_follows(tree, i + 1);
    case UPOS_DET: return before == UPOS_DET && i == first + 1;
    case UPOS_PRON: return before == UPOS_DET && i == first + 1 && is_possessive(&tree->tokens[i]);
    case UPOS_VERB: return !after_noun && is_participle_before_noun(tree, i);
    case UPOS_CCONJ: return before == UPOS_ADJ && upos_at(tree, i + 1) == UPOS_ADJ && noun_follows(tree, i + 1);
    case UPOS_PUNCT:
        if (is_word(tree, i, ",")) return before == UPOS_ADJ && (upos_at(tree, i + 1) == UPOS_ADJ || is_compound(tree, i + 1)) && noun_follows(tree, i + 1);
        if (is_quote(tree, i) && !is_clitic(tree, i)) return opens_quoted(tree, i) || closes_quoted(tree, i, first);
        return is_hyphen(tree, i) && !is_clitic(tree, i - 1) && noun_follows(tree, i + 1);
    case UPOS_PART: return is_clitic(tree, i) && (is_noun(before) || before == UPOS_PRON || before == UPOS_NUM || before == UPOS_X);
    default: return false;
    }
}

static size_t end_of_nominal(const struct growing_tree *tree, size_t first) {
    size_t i = first + 1;
    if (upos_at(tree, first) == UPOS_PRON && !is_possessive(&tree->tokens[first])) return is_clitic(tree, i) ? i + 1 : i;
    while (i < tree->count && i < first + LONGEST_GROUP && continues(tree, i, first)) i++;
    return i;
}

// A run of names at the end of first .. last: where it begins.
static size_t begin_of_name(const struct growing_tree *tree, size_t first, size_t last) {
    size_t i = last + 1;
    while (i > first && upos_at(tree, i - 1) == UPOS_PROPN) i--;
    return i;
}

// Are the names from..last one person's? By what is known of names, else because no word of them heads names of things.
static bool is_person(const struct growing_tree *tree, size_t from, size_t last) {
    if (from > last) return false;
    if (tree->tokens[last].ner != NER_NONE) return tree->tokens[last].ner == NER_PER;
    return last > from && !has_class(&tree->facts[last], CLASS_name_head) && !has_class(&tree->facts[last], CLASS_rank);
}

// Where the person begins in a run of names: at what is known as one, else behind the last rank.
static size_t begin_of_person(const struct growing_tree *tree, size_t from, size_t last) {
    for (size_t i = from; i <= last; i++)
        if (tree->tokens[i].ner == NER_PER) return i;
    for (size_t i = last; i > from; i--)
        if (has_class(&tree->facts[i - 1], CLASS_rank)) return i;
    return from;
}

// The last noun, else the last number, adjective or whatever there is.
static size_t last_noun(const struct growing_tree *tree, size_t first, size_t last) {
    for (size_t i = last + 1; i-- > first;) {
        enum upos upos = upos_at(tree, i);
        if (upos == UPOS_NUM && i > first && upos_at(tree, i - 1) == UPOS_SYM) return i - 1;
        if (is_noun(upos) || (upos == UPOS_SYM && i == last) || upos == UPOS_X) return i;
    }
    size_t i = last;
    while (i > first && (upos_at(tree, i) == UPOS_PUNCT || upos_at(tree, i) == UPOS_CCONJ)) i--;
    return i;
}

static struct slice relation_inside(const struct growing_tree *tree, size_t i, size_t head) {
    switch (upos_at(tree, i)) {
    case UPOS_DET: return upos_at(tree, i + 1) == UPOS_DET ? RELATION("det:predet") : RELATION("det");
    case UPOS_PRON: return is_possessive(&tree->tokens[i]) ? RELATION("nmod:poss") : RELATION("det");
    case UPOS_ADJ:
    case UPOS_VERB: return RELATION("amod");
    case UPOS_NUM: return RELATION("nummod");
    case UPOS_ADV: return RELATION("advmod");
    case UPOS_PUNCT: return RELATION("punct");
    case UPOS_CCONJ: return RELATION("cc");
    case UPOS_PART: return RELATION("case");
    default: return i > head ? RELATION("flat") : RELATION("compound");
    }
}

// Where a word before the head hangs: adverbs on the next adjective or number, parts of hyphenated words on the last part, "40" on "billion".
static size_t head_inside(const struct growing_tree *tree, size_t i, size_t head) {
    size_t next = i + 1;
    enum upos upos = upos_at(tree, i);
    if (next >= head) return head;
    if (upos == UPOS_ADV && (upos_at(tree, next) == UPOS_ADJ || upos_at(tree, next) == UPOS_NUM)) return next;
    if (upos == UPOS_PUNCT || upos == UPOS_CCONJ) return upos_at(tree, next) == UPOS_PUNCT ? head : next;
    if (is_hyphen(tree, next) && upos != UPOS_DET && next + 1 < head) return next + 1;
    return head;
}

static void join_adjectives(struct growing_tree *tree, size_t first, size_t head) {
    for (size_t i = first + 2; i < head; i++) {
        bool joins = upos_at(tree, i - 1) == UPOS_CCONJ && upos_at(tree, i - 2) == UPOS_ADJ && upos_at(tree, i) == UPOS_ADJ;
        if (joins) attach(tree, i, i - 2, RELATION("conj"));
    }
}

static void join_words(struct growing_tree *tree, size_t first, size_t last, size_t head) {
    join_adjectives(tree, first, head);
    for (size_t i = first; i <= last; i++) {
        if (i == head) continue;
        bool counted = upos_at(tree, i) == UPOS_NUM && upos_at(tree, i + 1) == UPOS_NUM && i + 1 <= last && i + 1 != head;
        if (counted) attach(tree, i, i + 1, RELATION("compound"));
        else if (i < head) attach(tree, i, head_inside(tree, i, head), relation_inside(tree, i, head));
        else attach(tree, i, head, relation_inside(tree, i, head));
    }
}

// first .. last without possessors: which word is the head, and what hangs where.
static size_t join_plain(struct growing_tree *tree, size_t first, size_t last, bool has_article) {
    size_t name = begin_of_name(tree, first, last);
    size_t person = name <= last ? begin_of_person(tree, name, last) : name;
    bool is_name =
        is_person(tree, person, last) || (person > name && person <= last && !has_class(&tree->facts[last], CLASS_name_head));
    if (!is_name || person > last) {
        size_t head = last_noun(tree, first, last);
        join_words(tree, first, last, head);
        return head;
    }
    for (size_t i = person + 1; i <= last; i++) attach(tree, i, person, RELATION("flat"));
    if (person == first) return person;
    size_t title = person - 1;
    bool noun_before = is_noun(upos_at(tree, title));
    if (!noun_before) {
        join_words(tree, first, person, person);
        return person;
    }
    join_words(tree, first, title, title);
    attach(tree, has_article ? person : title, has_article ? title : person, has_article ? RELATION("appos") : RELATION("nmod:desc"));
    return has_article ? title : person;
}

size_t take_nominal(struct growing_tree *tree, size_t first, struct group *group) {
    size_t end = end_of_nominal(tree, first), from = first, possessor = NOWHERE;
    for (size_t i = first; i < end; i++) {
        if (!is_clitic(tree, i) || i == from) continue;
        size_t head = join_plain(tree, from, i - 1, true);
        attach(tree, i, head, RELATION("case"));
        if (possessor != NOWHERE) attach(tree, possessor, head, RELATION("nmod:poss"));
        possessor = head;
        from = i + 1;
    }
    enum upos upos = upos_at(tree, first);
    bool has_article = upos == UPOS_DET || possessor != NOWHERE || is_possessive(&tree->tokens[first]);
    size_t head = from < end ? join_plain(tree, from, end - 1, has_article) : possessor;
    if (head != possessor && possessor != NOWHERE) attach(tree, possessor, head, RELATION("nmod:poss"));
    *group = (struct group){
        .kind = GROUP_NOMINAL, .first = first, .last = end - 1, .head = head, .preposition = NOWHERE, .has_article = has_article};
    return end;
}
