// SPDX-License-Identifier: MIT
#include "story/mending.h"

#include "story/mended_words.h"

static bool is_owner_mark(const struct token *token) {
    return token->upos == UPOS_PART && (slice_is(token->lower, "'s") || slice_is(token->lower, "’s"));
}

/* "President A and President B": B a part of A's name. */
static void mend_list(struct words words, int name) {
    long head = word(words, name)->head;
    if (!relates(word(words, name), "flat") || !word(words, name)->ner_begins || head < 1 || head >= name || word(words, head)->ner != word(words, name)->ner) return;
    int joint = name;
    while (joint > head && word(words, joint)->upos != UPOS_CCONJ && !slice_is(word(words, joint)->form, ",")) joint--;
    if (joint == head) return;
    word(words, name)->deprel = SLICE("conj");
    for (int i = joint; i < name; i++)
        if (word(words, i)->head == head) word(words, i)->head = name;
}

/* "Xi Jinping and B": B beside "Jinping", which is but a part of the name. */
static void mend_part_of_name(struct words words, int i) {
    long head = word(words, i)->head;
    if (head < 1 || head > words.count || !relates(word(words, head), "flat") || relates(word(words, i), "flat") || word(words, head)->ner_begins) return;
    long name = word(words, head)->head;
    if (name < 1 || name >= head || word(words, name)->ner != word(words, head)->ner || name == i) return;
    word(words, i)->head = name;
}

/* "With A": A below "with". */
static void mend_case(struct words words, int name) {
    int preposition = name - 1;
    if (preposition < 1 || word(words, name)->head != preposition || !is_name(word(words, name)) || word(words, preposition)->upos != UPOS_ADP) return;
    long head = word(words, preposition)->head;
    bool of_verb = head < 1 || head > words.count || word(words, head)->upos == UPOS_VERB;
    attach(words, name, head, of_verb ? SLICE("obl") : SLICE("nmod"));
    attach(words, preposition, name, SLICE("case"));
}

/* "A's planned meeting": A the subject of "planned". The noun is the last before anything else. */
static void mend_owner(struct words words, int mark) {
    int owner = mark - 1, noun = mark + 1;
    if (owner < 1 || !is_owner_mark(word(words, mark))) return;
    while (owner > 1 && word(words, owner)->ner && !word(words, owner)->ner_begins) owner--;
    if (slice_is(word(words, owner)->deprel, "nmod:poss") || relates(word(words, owner), "flat") || relates(word(words, owner), "conj")) return;
    while (noun <= words.count && (word(words, noun)->upos == UPOS_ADJ || word(words, noun)->upos == UPOS_NOUN || word(words, noun)->upos == UPOS_NUM ||
                                   (word(words, noun)->upos == UPOS_VERB && noun < words.count && word(words, noun + 1)->upos == UPOS_NOUN)))
        noun++;
    noun--;
    if (noun <= mark || (word(words, noun)->upos != UPOS_NOUN && word(words, noun)->upos != UPOS_ADJ)) return;
    int above = 0; // of what the owner hangs on, and of the noun, the one that is higher: the clause
    for (int i = mark + 1; i < noun; i++)
        if (word(words, noun)->head == i && word(words, owner)->head == i) above = i;
    if (above) {
        attach(words, noun, word(words, above)->head, word(words, above)->deprel);
        for (int i = 1; i <= words.count; i++)
            if (word(words, i)->head == above && (i < owner || i > noun)) word(words, i)->head = noun;
        attach(words, above, noun, SLICE("amod"));
    } else if (word(words, noun)->head == owner) {
        attach(words, noun, word(words, owner)->head, word(words, owner)->deprel);
    }
    if (word(words, noun)->upos == UPOS_ADJ && noun < words.count && word(words, noun + 1)->upos == UPOS_ADP) word(words, noun)->upos = UPOS_NOUN;
    attach(words, owner, noun, SLICE("nmod:poss"));
}

/* "A called B": B what A called somebody, or a place without a preposition. */
static void mend_object(struct words words, int i) {
    static const char *const objects[] = {"obj", "iobj", "ccomp", NULL};
    static const char *const marks[] = {"cop", "case", "mark", NULL};
    struct token *token = word(words, i);
    long verb = token->head;
    if ((!relates(token, "xcomp") && !relates(token, "obl")) || !is_name(token) || token->upos != UPOS_PROPN) return;
    if (verb < 1 || verb >= i || word(words, verb)->upos != UPOS_VERB || has_child(words, verb, objects) || has_child(words, i, marks)) return;
    for (int between = (int)verb + 1; between < i; between++) // "met on Friday B"
        if (word(words, between)->upos == UPOS_ADP && word(words, between)->ner == NER_NONE && !relates(word(words, between), "fixed")) return;
    token->deprel = SLICE("obj");
}

/* "Providing photographs and intelligence": a noun beside the verb, not beside its object. */
static void mend_noun_beside_verb(struct words words, int noun) {
    long verb = word(words, noun)->head;
    if (word(words, noun)->upos != UPOS_NOUN || !slice_is(word(words, noun)->deprel, "conj") || verb < 1 || verb >= noun || word(words, verb)->upos != UPOS_VERB) return;
    for (int i = noun - 1; i > verb; i--) {
        if (word(words, i)->upos == UPOS_VERB || word(words, i)->upos == UPOS_AUX) return; // "is preparing it, and in talks with B"
        if (word(words, i)->head != verb || !slice_is(word(words, i)->deprel, "obj") || word(words, i)->upos != UPOS_NOUN) continue;
        word(words, noun)->head = i;
        return;
    }
}

/* "After they had visited A, B cancelled": "A, B" two subjects of one verb, without "and". */
static void mend_object_of_clause(struct words words, int name) {
    static const char *const objects[] = {"obj", NULL};
    long verb = word(words, name)->head;
    int before = name - 1, comma = name + 1;
    if (!is_name(word(words, name)) || !relates(word(words, name), "nsubj") || verb <= name || verb > words.count || before < 1) return;
    while (comma < verb && word(words, comma)->ner && !word(words, comma)->ner_begins) comma++;
    if (word(words, before)->upos != UPOS_VERB || comma + 1 >= verb || !slice_is(word(words, comma)->form, ",")) return;
    int other = comma + 1;
    if (word(words, other)->head != name || !relates(word(words, other), "conj")) return;
    for (int i = comma; i < verb; i++)
        if (word(words, i)->upos == UPOS_CCONJ) return;
    if (first_of_names(words, (int)verb) == 0) return;
    attach(words, other, verb, word(words, name)->deprel);
    if (!has_child(words, before, objects)) attach(words, name, before, SLICE("obj"));
}

/* "Signed an agreement today": "agreement" a part of "today"; "sent 21 soldiers": 21 an object of its own. */
static void mend_measured_object(struct words words, int i) {
    static const char *const objects[] = {"obj", NULL};
    long head = word(words, i)->head;
    if (head < 1 || head > words.count) return;
    bool of_time = word(words, i)->upos == UPOS_NOUN && relates(word(words, i), "compound") && head == i + 1 && relates(word(words, head), "obl") &&
                   (word(words, head)->ner == NER_DATE || word(words, head)->ner == NER_TIME) && word(words, head)->ner_begins && word(words, i)->ner == NER_NONE;
    long verb = of_time ? word(words, head)->head : 0;
    if (of_time && verb >= 1 && verb < i && !has_child(words, verb, objects)) {
        for (long other = verb + 1; other < i; other++)
            if (word(words, other)->head == head) word(words, other)->head = i;
        attach(words, i, verb, SLICE("obj"));
    }
    if (word(words, i)->upos != UPOS_NUM || !slice_is(word(words, i)->deprel, "obj")) return;
    for (int other = i + 1; other <= words.count && word(words, other)->upos != UPOS_ADP && word(words, other)->upos != UPOS_PUNCT; other++)
        if (word(words, other)->head == head && slice_is(word(words, other)->deprel, "obj")) {
            attach(words, i, other, SLICE("nummod"));
            return;
        }
}

void mend_sentence(struct document *document, size_t sentence) {
    const struct sentence *s = &document->sentences.at[sentence];
    if (s->count == 0 || document->tokens.at[s->first].head < 0) return;
    struct words words = {document->tokens.at + s->first, (int)s->count};
    for (int i = 1; i <= words.count; i++) {
        mend_list(words, i);
        mend_part_of_name(words, i);
        mend_case(words, i);
        mend_owner(words, i);
        mend_object(words, i);
        mend_noun_beside_verb(words, i);
        mend_subjects(words, i);
        mend_object_of_clause(words, i);
        mend_measured_object(words, i);
    }
}
