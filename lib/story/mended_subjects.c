// SPDX-License-Identifier: MIT
#include "story/mended_words.h"

int first_of_names(struct words words, int verb) {
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

/* "A and B want to meet": A the top, "want" below it. */

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

/* "The two leaders spoke by phone.": the noun the top, "spoke" what describes it, though a sentence with a stop has a verb of its own. */
static void mend_only_verb(struct words words, int verb) {
    long noun = word(words, verb)->head;
    if (noun < 1 || noun >= verb || !relates(word(words, verb), "acl") || !relates(word(words, noun), "root") || !is_finite(words, verb)) return;
    if (word(words, noun)->upos != UPOS_NOUN || !slice_is(word(words, words.count)->form, ".") || noun + 1 != verb) return;
    for (int i = 1; i <= words.count; i++)
        if (i != verb && (word(words, i)->upos == UPOS_VERB || word(words, i)->upos == UPOS_AUX)) return;
    attach(words, verb, 0, SLICE("root"));
    attach(words, (int)noun, verb, SLICE("nsubj"));
    move_clause(words, (int)noun, verb);
}

/* "A today urged B", "neither A nor B had spoken": A an object in front, or an adverbial without a preposition. */
static void mend_object_in_front(struct words words, int i) {
    static const char *const subjects[] = {"nsubj", "csubj", NULL};
    static const char *const cases[] = {"case", NULL};
    long verb = word(words, i)->head;
    bool adverbial = relates(word(words, i), "obl") && !has_child(words, i, cases);
    if (!is_name(word(words, i)) || (!relates(word(words, i), "iobj") && !adverbial) || verb <= i || verb > words.count || word(words, verb)->upos != UPOS_VERB) return;
    if (!has_child(words, verb, subjects)) word(words, i)->deprel = SLICE("nsubj");
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

void mend_subjects(struct words words, int i) {
    mend_subject_above(words, i);
    mend_only_verb(words, i);
    mend_verb_taken_for_noun(words, i);
    mend_object_in_front(words, i);
    mend_subject_behind_preposition(words, i);
    mend_subject_of_clause(words, i);
    mend_subject_of_participle(words, i);
    mend_clause_behind_preposition(words, i);
    mend_two_subjects(words, i);
    mend_voice(words, i);
}
