// SPDX-License-Identifier: MIT
#include "story/mending.h"

struct words {
    struct token *at;
    int count;
};

// Words are counted from 1, as heads count them.
static struct token *word(struct words words, long i) { return &words.at[i - 1]; }

static bool is_name(const struct token *token) { return token->ner >= NER_PER && token->ner <= NER_TITLE; }

static bool relates(const struct token *token, const char *relation) {
    struct slice wanted = slice_of(relation);
    return slice_starts(token->deprel, wanted) && (token->deprel.length == wanted.length || token->deprel.at[wanted.length] == ':');
}

static bool relates_to_any(const struct token *token, const char *const *relations) {
    for (; *relations; relations++)
        if (relates(token, *relations)) return true;
    return false;
}

static bool is_owner_mark(const struct token *token) {
    return token->upos == UPOS_PART && (slice_is(token->lower, "'s") || slice_is(token->lower, "’s"));
}

static void attach(struct words words, int i, long head, struct slice relation) {
    if (head == i) return;
    word(words, i)->head = head;
    word(words, i)->deprel = relation;
}

/* "A and B want to meet": A the top, "want" below it. */

// The first word of the names, with what joins and describes them, that end right before a verb and its auxiliaries; 0 if none do.
static int first_of_names(struct words words, int verb) {
    int last = verb - 1;
    while (last > 0 && (word(words, last)->upos == UPOS_AUX || word(words, last)->upos == UPOS_ADV || slice_is(word(words, last)->lower, "not"))) last--;
    if (last < 1 || !is_name(word(words, last))) return 0;
    int first = last;
    while (first > 1) {
        const struct token *before = word(words, first - 1);
        bool joins = before->upos == UPOS_CCONJ || slice_is(before->form, ",") || before->upos == UPOS_DET || before->upos == UPOS_ADJ;
        if (!is_name(before) && !joins) break;
        first--;
    }
    return first;
}

static bool is_finite(struct words words, int verb) {
    const struct token *token = word(words, verb);
    bool infinite = slice_ends(token->lower, SLICE("ing")) || (verb > 1 && word(words, verb - 1)->upos == UPOS_PART && slice_is(word(words, verb - 1)->lower, "to"));
    return token->upos == UPOS_VERB && token->ner == NER_NONE && !infinite;
}

// What hangs on a name in a clause's place goes to the verb: all behind it, and before the name adverbials and marks.
static void move_clause(struct words words, int name, int verb) {
    static const char *const of_clauses[] = {"obl", "advmod", "advcl", "mark", "punct", "parataxis", "discourse", NULL};
    for (int i = 1; i <= words.count; i++)
        if (word(words, i)->head == name && i != verb && (i > verb || (i < name && relates_to_any(word(words, i), of_clauses)))) word(words, i)->head = verb;
}

static void mend_subject_above(struct words words, int verb) {
    static const char *const wrong[] = {"acl", "parataxis", "conj", "dep", "appos", "advcl", "list", NULL};
    static const char *const tops[] = {"root", "ccomp", "parataxis", "advcl", "dep", NULL};
    long name = word(words, verb)->head;
    if (name < 1 || name >= verb || !is_name(word(words, name)) || !is_finite(words, verb)) return;
    if (!relates_to_any(word(words, verb), wrong) || !relates_to_any(word(words, name), tops)) return;
    int first = first_of_names(words, verb);
    if (!first || name < first) return;
    bool passive = false;
    for (int i = (int)name + 1; i < verb; i++) {
        passive |= word(words, i)->head == verb && slice_is(word(words, i)->deprel, "aux:pass");
        if (word(words, i)->head == verb && (relates(word(words, i), "nsubj") || relates(word(words, i), "obl"))) attach(words, i, name, SLICE("conj"));
    }
    attach(words, verb, word(words, name)->head, word(words, name)->deprel);
    attach(words, (int)name, verb, passive ? SLICE("nsubj:pass") : SLICE("nsubj"));
    move_clause(words, (int)name, verb);
}

/* "A plans to call B": "plans" a noun, A what describes it. */
static void mend_verb_taken_for_noun(struct words words, int noun) {
    struct token *token = word(words, noun);
    bool before_infinitive = noun + 2 <= words.count && slice_is(word(words, noun + 1)->lower, "to") && word(words, noun + 2)->upos == UPOS_VERB;
    if (token->upos != UPOS_NOUN || noun < 2 || !before_infinitive || !slice_ends(token->lower, SLICE("s")) || word(words, noun - 1)->ner != NER_PER) return;
    int name = noun - 1;
    while (name > 1 && word(words, name)->ner == NER_PER && !word(words, name)->ner_begins) name--;
    if (word(words, name)->head != noun || (name > 1 && word(words, name - 1)->upos == UPOS_DET)) return;
    token->upos = UPOS_VERB;
    attach(words, name, noun, SLICE("nsubj"));
    if (word(words, noun + 2)->head == noun) attach(words, noun + 2, noun, SLICE("xcomp"));
}

static bool has_child(struct words words, long head, const char *const *relations) {
    for (int i = 1; i <= words.count; i++)
        if (word(words, i)->head == head && relates_to_any(word(words, i), relations)) return true;
    return false;
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

/* "With A": A below "with". */
static void mend_case(struct words words, int name) {
    int preposition = name - 1;
    if (preposition < 1 || word(words, name)->head != preposition || !is_name(word(words, name)) || word(words, preposition)->upos != UPOS_ADP) return;
    long head = word(words, preposition)->head;
    bool of_verb = head < 1 || head > words.count || word(words, head)->upos == UPOS_VERB;
    attach(words, name, head, of_verb ? SLICE("obl") : SLICE("nmod"));
    attach(words, preposition, name, SLICE("case"));
}

// "Discuss with A any steps": A the subject of what follows.
static void mend_subject_behind_preposition(struct words words, int name) {
    static const char *const cases[] = {"case", NULL};
    int verb = name - 1;
    if (!is_name(word(words, name)) || !relates(word(words, name), "nsubj") || !has_child(words, name, cases)) return;
    int preposition = 0;
    for (; verb > 0 && word(words, verb)->upos != UPOS_VERB && word(words, verb)->upos != UPOS_PUNCT; verb--)
        if (word(words, verb)->upos == UPOS_ADP && word(words, verb)->head == name) preposition = verb;
    if (preposition && verb > 0 && word(words, verb)->upos == UPOS_VERB) attach(words, name, verb, SLICE("obl"));
}

/* "A today urged B": A an object in front. */
static void mend_object_in_front(struct words words, int i) {
    static const char *const subjects[] = {"nsubj", "csubj", NULL};
    long verb = word(words, i)->head;
    if (!is_name(word(words, i)) || !relates(word(words, i), "iobj") || verb <= i || verb > words.count || word(words, verb)->upos != UPOS_VERB) return;
    if (!has_child(words, verb, subjects)) word(words, i)->deprel = SLICE("nsubj");
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

/* "Did not believe B was": B the object, "was" without a subject. */
static void mend_subject_of_clause(struct words words, int name) {
    static const char *const subjects[] = {"nsubj", "csubj", "expl", NULL};
    static const char *const others[] = {"obj", "iobj", NULL};
    long verb = word(words, name)->head;
    int end = name;
    if (!is_name(word(words, name)) || !relates_to_any(word(words, name), others) || verb < 1 || verb >= name) return;
    while (end < words.count && word(words, end + 1)->ner == word(words, name)->ner && !word(words, end + 1)->ner_begins) end++;
    if (end == words.count || word(words, end + 1)->upos != UPOS_AUX) return;
    long clause = word(words, end + 1)->head;
    if (clause <= end || clause > words.count || word(words, clause)->head != verb || !relates(word(words, clause), "ccomp")) return;
    if (!has_child(words, clause, subjects)) attach(words, name, clause, SLICE("nsubj"));
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

/* "A, speaking in B, said": A the subject of "speaking" alone. */
static void mend_subject_of_participle(struct words words, int name) {
    static const char *const subjects[] = {"nsubj", "csubj", NULL};
    long participle = word(words, name)->head;
    int end = name;
    if (!is_name(word(words, name)) || !relates(word(words, name), "nsubj") || participle <= name || participle > words.count) return;
    while (end < participle && word(words, end + 1)->ner && !word(words, end + 1)->ner_begins) end++;
    if (!slice_is(word(words, end + 1)->form, ",") || !relates(word(words, participle), "advcl") || !slice_ends(word(words, participle)->lower, SLICE("ing"))) return;
    long verb = word(words, participle)->head;
    if (verb <= participle || verb > words.count || word(words, verb)->upos != UPOS_VERB || has_child(words, verb, subjects)) return;
    attach(words, name, verb, SLICE("nsubj"));
}

/* "In August, after A had visited, B cancelled": A governed by "after", and "visited" above "cancelled". */
static void mend_clause_behind_preposition(struct words words, int verb) {
    static const char *const subjects[] = {"nsubj", "csubj", NULL};
    static const char *const prepositions[] = {"after", "before", "since", "until", NULL};
    int first = is_finite(words, verb) ? first_of_names(words, verb) : 0, preposition = first - 1;
    if (first < 2 || word(words, preposition)->upos != UPOS_ADP || has_child(words, verb, subjects)) return;
    bool bounds = false;
    for (int p = 0; prepositions[p]; p++) bounds |= slice_is(word(words, preposition)->lower, prepositions[p]);
    long name = word(words, preposition)->head;
    if (!bounds || name < first || name >= verb || !is_name(word(words, name))) return;
    attach(words, (int)name, verb, SLICE("nsubj"));
    attach(words, preposition, verb, SLICE("mark"));
    for (int below = verb + 1; below <= words.count; below++) {
        if (word(words, below)->head != verb || !slice_is(word(words, below)->deprel, "ccomp") || word(words, below)->upos != UPOS_VERB) continue;
        attach(words, below, word(words, verb)->head, word(words, verb)->deprel);
        attach(words, verb, below, SLICE("advcl"));
        for (int i = 1; i < preposition; i++)
            if (word(words, i)->head == verb) word(words, i)->head = below;
        return;
    }
}

/* "Press secretary A said", "A and B said", "A, a spokesman for B, said": two subjects, where one names or goes with the other. */
static void mend_two_subjects(struct words words, int second) {
    long verb = word(words, second)->head;
    if (!slice_is(word(words, second)->deprel, "nsubj") || verb <= second || verb > words.count) return;
    bool joined = false, comma = false, apart = false;
    int first = second - 1;
    for (; first > 0 && !(word(words, first)->head == verb && slice_is(word(words, first)->deprel, "nsubj")); first--) {
        joined |= word(words, first)->upos == UPOS_CCONJ;
        comma |= slice_is(word(words, first)->form, ",");
        apart |= word(words, first)->upos == UPOS_VERB || word(words, first)->upos == UPOS_AUX || (word(words, first)->upos == UPOS_PUNCT && !comma);
    }
    if (first < 1 || apart) return;
    bool closed = false;
    for (int i = second + 1; i < verb; i++) closed |= slice_is(word(words, i)->form, ",");
    if (comma && closed && word(words, second)->upos == UPOS_NOUN) attach(words, second, first, SLICE("appos"));
    else if (joined && !comma) attach(words, second, first, SLICE("conj"));
    else if (!comma && word(words, second)->ner == NER_PER && word(words, second)->ner_begins) attach(words, first, second, SLICE("nmod:desc"));
}

/* "A had spoken": A the subject of a passive without "be". */
static void mend_voice(struct words words, int subject) {
    long verb = word(words, subject)->head;
    if (!slice_is(word(words, subject)->deprel, "nsubj:pass") || verb < 1 || verb > words.count || subject > verb) return;
    bool active = false;
    for (int i = subject + 1; i < verb; i++) {
        if (slice_is(word(words, i)->lemma, "be") || slice_is(word(words, i)->lemma, "get")) return;
        active |= slice_is(word(words, i)->lemma, "have") || word(words, i)->upos == UPOS_AUX;
    }
    if (active) word(words, subject)->deprel = SLICE("nsubj");
}

/* "Xi Jinping and B": B beside "Jinping", which is but a part of the name. */
static void mend_part_of_name(struct words words, int i) {
    long head = word(words, i)->head;
    if (head < 1 || head > words.count || !relates(word(words, head), "flat") || relates(word(words, i), "flat") || word(words, head)->ner_begins) return;
    long name = word(words, head)->head;
    if (name < 1 || name >= head || word(words, name)->ner != word(words, head)->ner || name == i) return;
    word(words, i)->head = name;
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

void mend_sentence(struct document *document, size_t sentence) {
    const struct sentence *s = &document->sentences.at[sentence];
    if (s->count == 0 || document->tokens.at[s->first].head < 0) return;
    struct words words = {document->tokens.at + s->first, (int)s->count};
    for (int i = 1; i <= words.count; i++) {
        mend_list(words, i);
        mend_part_of_name(words, i);
        mend_case(words, i);
        mend_owner(words, i);
        mend_verb_taken_for_noun(words, i);
        mend_subject_above(words, i);
        mend_object(words, i);
        mend_object_in_front(words, i);
        mend_noun_beside_verb(words, i);
        mend_subject_behind_preposition(words, i);
        mend_subject_of_clause(words, i);
        mend_object_of_clause(words, i);
        mend_two_subjects(words, i);
        mend_measured_object(words, i);
        mend_subject_of_participle(words, i);
        mend_clause_behind_preposition(words, i);
        mend_voice(words, i);
    }
}
