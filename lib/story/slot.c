// SPDX-License-Identifier: MIT
#include "story/slot.h"

static int child_with_preposition(const struct tree *tree, int i, struct slice preposition, int after) {
    for (int child = after ? tree->next_sibling[after] : tree->first_child[i]; child; child = tree->next_sibling[child]) {
        bool oblique = has_relation(tree, child, "obl") || has_relation(tree, child, "nmod");
        if (oblique && slice_equal(preposition_of(tree, child), preposition)) return child;
    }
    return 0;
}

// The noun a relative pronoun stands for, or the token itself.
static int antecedent(const struct tree *tree, int verb, int subject) {
    struct slice word = tree_token(tree, subject)->lower;
    bool relative = slice_is(word, "who") || slice_is(word, "which") || slice_is(word, "that");
    return relative && slice_is(tree_token(tree, verb)->deprel, "acl:relcl") ? tree_head(tree, verb) : subject;
}

// Of several subjects the tree gives a verb, the one that stands next to it: "I love you, he said", "said A".
static int nearest_subject(const struct tree *tree, int verb) {
    int subject = find_child(tree, verb, "nsubj", 0), next = subject;
    while (next && (next = find_child(tree, verb, "nsubj", next))) {
        bool inverted = next > verb && verb > 1 && tree_token(tree, next)->upos == UPOS_PROPN && tree_token(tree, verb - 1)->upos == UPOS_PUNCT;
        if (next < verb || inverted) subject = next;
    }
    return subject;
}

static int own_subject(const struct tree *tree, int verb) {
    if (is_passive(tree, verb)) return child_with_preposition(tree, verb, SLICE("by"), 0);
    int subject = nearest_subject(tree, verb);
    return subject ? antecedent(tree, verb, subject) : 0;
}

// A participle behind a noun is active if it ends in -ing, or has an object: "the minister, having met", "Austin held a call".
static bool is_active(const struct tree *tree, int verb) {
    return slice_ends(tree_token(tree, verb)->lower, SLICE("ing")) || find_child(tree, verb, "obj", 0);
}

// The head of a noun group from a noun within: "ministers" for "States" in "the ministers of Russia and the United States".
static int top_of_group(const struct tree *tree, int noun) {
    enum { FARTHEST = 4 };
    for (int steps = 0; steps < FARTHEST && tree_head(tree, noun); steps++) {
        bool within = (has_relation(tree, noun, "nmod") && slice_is(preposition_of(tree, noun), "of")) || has_relation(tree, noun, "conj");
        if (!within || tree_token(tree, tree_head(tree, noun))->upos == UPOS_VERB) return noun;
        noun = tree_head(tree, noun);
    }
    return noun;
}

// Without a subject of its own a verb takes that of the verb above it; a participle behind a noun takes the noun.
int find_subject(const struct tree *tree, int verb) {
    enum { FARTHEST = 6 };
    for (int steps = 0; verb && steps < FARTHEST; steps++) {
        bool above = steps > 0 && is_passive(tree, verb); // "they were asked to meet": they meet
        int subject = above ? find_child(tree, verb, "nsubj", 0) : own_subject(tree, verb);
        if (subject) return above ? antecedent(tree, verb, subject) : subject;
        if (is_passive(tree, verb)) return 0;
        struct slice deprel = tree_token(tree, verb)->deprel;
        if (slice_is(deprel, "acl") && find_child(tree, verb, "mark", 0)) { // "announced plans to meet", "the price of helping": who announced
            int carrier = find_carrier(tree, tree_head(tree, verb));
            if (!carrier) return 0;
            verb = carrier;
            continue;
        }
        if (slice_is(deprel, "acl")) return is_active(tree, verb) ? top_of_group(tree, tree_head(tree, verb)) : 0;
        if (slice_is(deprel, "acl:relcl")) return tree_head(tree, verb);
        bool shares = slice_is(deprel, "conj") || slice_is(deprel, "xcomp") || slice_starts(deprel, SLICE("advcl"));
        if (!shares) return 0;
        int object = slice_is(deprel, "xcomp") ? find_child(tree, tree_head(tree, verb), "obj", 0) : 0;
        if (object) return object; // "asked him to go": he goes
        verb = tree_head(tree, verb);
    }
    return 0;
}

static int find_object(const struct tree *tree, int verb) {
    if (is_passive(tree, verb)) return find_child(tree, verb, "nsubj", 0);
    int object = find_child(tree, verb, "obj", 0);
    if (!object) object = find_child(tree, verb, "iobj", 0); // of two objects the person, of one the tree's mistake
    if (object) return object;
    return slice_is(tree_token(tree, verb)->deprel, "acl") && !is_active(tree, verb) ? tree_head(tree, verb) : 0;
}

// The verb right before a noun's group, where the tree has lost that it is its object: "held official talks".
static int verb_before(const struct tree *tree, int noun) {
    enum { FARTHEST = 6 };
    for (int i = noun - 1; i > 0 && noun - i < FARTHEST; i--) {
        enum upos upos = tree_token(tree, i)->upos;
        if (upos == UPOS_VERB) return i;
        if (upos != UPOS_ADJ && upos != UPOS_DET && upos != UPOS_NOUN && upos != UPOS_NUM) return 0;
    }
    return 0;
}

static bool is_lost(const struct tree *tree, int noun) {
    return has_relation(tree, noun, "parataxis") || has_relation(tree, noun, "dep") || has_relation(tree, noun, "ccomp");
}

int find_carrier(const struct tree *tree, int noun) {
    if (is_lost(tree, noun)) return verb_before(tree, noun);
    enum { FARTHEST = 3 };
    for (int steps = 0; steps < FARTHEST && noun; steps++) { // "a series of talks", "the second round of talks"
        int head = tree_head(tree, noun);
        if (!head) return 0;
        if (tree_token(tree, head)->upos == UPOS_VERB && !has_relation(tree, noun, "advcl")) return head;
        if (!has_relation(tree, noun, "nmod") && !has_relation(tree, noun, "conj") && !has_relation(tree, noun, "compound")) return 0;
        noun = head;
    }
    return 0;
}

static bool carries_subject(const struct tree *tree, int noun) {
    if (has_relation(tree, noun, "obj") || (is_lost(tree, noun) && verb_before(tree, noun))) return true;
    if (!has_relation(tree, noun, "obl")) return false;
    struct slice preposition = preposition_of(tree, noun);
    return slice_is(preposition, "in") || slice_is(preposition, "during") || slice_is(preposition, "by") || slice_is(preposition, "over") ||
           slice_is(preposition, "on") || slice_is(preposition, "at") || slice_is(preposition, "after") || slice_is(preposition, "before") ||
           slice_is(preposition, "without");
}

static bool stands_in_list(const struct token *token) {
    return token->ner == NER_PER || token->ner == NER_TITLE || token->ner == NER_NORP || token->ner == NER_LOC || token->ner == NER_ORG ||
           slice_is(token->lower, "and") || token->upos == UPOS_DET || token->upos == UPOS_ADJ || slice_is(token->deprel, "nmod:poss");
}

// Prepositions that are as often the first word of a clause.
static bool begins_clause(struct slice word) {
    return slice_is(word, "after") || slice_is(word, "before") || slice_is(word, "since") || slice_is(word, "until") || slice_is(word, "as");
}

// The names right before a verb whose subject the tree has lost: "In the American account, A and B talked". Nothing behind a preposition.
static void fill_from_before(struct cast *cast, const struct tree *tree, int verb, const struct parties *among, struct parties *parties) {
    int last = verb - 1;
    while (last > 0 && (tree_token(tree, last)->upos == UPOS_AUX || tree_token(tree, last)->upos == UPOS_ADV)) last--;
    if (last < 1 || tree_token(tree, last)->ner == NER_NONE) return;
    int first = last;
    while (first > 1 && stands_in_list(tree_token(tree, first - 1))) first--;
    bool governed = first > 1 && ((tree_token(tree, first - 1)->upos == UPOS_ADP && !begins_clause(tree_token(tree, first - 1)->lower)) || tree_token(tree, first - 1)->upos == UPOS_VERB ||
                                  tree_token(tree, first - 1)->upos == UPOS_PART);
    if (governed || find_listed_persons(cast, tree, first, parties)) return;
    while (last > first && !tree_token(tree, last)->ner_begins) last--;
    find_parties(cast, tree, last, among, parties);
}

static bool is_outside(struct slice preposition) { return slice_is(preposition, "before") || slice_is(preposition, "after"); }

static void fill_light(struct cast *cast, const struct tree *tree, int noun, const struct parties *among, struct parties *parties) {
    int carrier = find_carrier(tree, noun);
    if (!carrier) return;
    int subject = carries_subject(tree, noun) ? find_subject(tree, carrier) : 0;
    if (!subject && has_relation(tree, noun, "obl") && slice_is(tree_token(tree, carrier)->deprel, "acl"))
        subject = top_of_group(tree, tree_head(tree, carrier)); // "the ministers engaged in a call"
    if (subject && subject != noun) find_parties(cast, tree, subject, among, parties);
    if (!subject && carries_subject(tree, noun) && !is_passive(tree, carrier)) fill_from_before(cast, tree, carrier, among, parties);
    // "During a call A urged B to go": B listened; of "A described the call", B is what else it says
    int object = has_relation(tree, noun, "obl") && !is_passive(tree, carrier) ? find_object(tree, carrier) : 0;
    struct parties behind = *parties;
    if (is_outside(preposition_of(tree, noun))) object = 0; // "before the call, A met B"
    bool is_person = object && (tree_token(tree, object)->ner == NER_PER || tree_token(tree, object)->ner == NER_TITLE);
    if (is_person && object != noun && parties->count) find_parties(cast, tree, object, &behind, parties);
}

// By position, where the tree has lost it: "A's Thursday call".
static int owner_before(const struct tree *tree, int noun) {
    for (int i = noun - 1; i > 1 && i > noun - 5; i--) {
        const struct token *token = tree_token(tree, i);
        if (slice_is(token->lower, "'s") || slice_is(token->lower, "’s")) return i - 1;
        if (token->upos != UPOS_ADJ && token->upos != UPOS_NOUN && token->upos != UPOS_PROPN && token->upos != UPOS_NUM) return 0;
    }
    return 0;
}

static void fill_owner(struct cast *cast, const struct tree *tree, int noun, const struct parties *among, struct parties *parties) {
    FOR_CHILDREN(tree, noun, child)
        if (slice_is(tree_token(tree, child)->deprel, "nmod:poss")) find_parties(cast, tree, child, among, parties);
    int owner = parties->count ? 0 : owner_before(tree, noun);
    if (owner) find_parties(cast, tree, owner, among, parties);
}

static void fill_modifier(struct cast *cast, const struct tree *tree, int noun, struct parties *parties) {
    FOR_CHILDREN(tree, noun, child) {
        enum ner ner = tree_token(tree, child)->ner;
        bool names = ner == NER_NORP || ner == NER_LOC || ner == NER_ORG || ner == NER_PER;
        if (names && child < noun && (has_relation(tree, child, "amod") || has_relation(tree, child, "compound") || slice_is(tree_token(tree, child)->deprel, "nmod:desc")))
            find_parties(cast, tree, child, NULL, parties);
    }
}

// "A and B spoke on Friday, with C at the top of the agenda."
static bool stands_apart(const struct tree *tree, int noun) {
    int preposition = find_child(tree, noun, "case", 0);
    return preposition > 1 && slice_is(tree_token(tree, preposition - 1)->form, ",");
}

// All nouns with the preposition below `host`; false if there are none.
static bool fill_from_host(struct cast *cast, const struct tree *tree, int trigger, int host, struct slice preposition,
                           const struct parties *among, struct parties *parties) {
    bool found = false;
    for (int child = 0; host && (child = child_with_preposition(tree, host, preposition, child));) {
        if (child == trigger || (parties->count > 1 && stands_apart(tree, child))) continue;
        found = true;
        if (!find_listed_persons(cast, tree, child, parties)) find_parties(cast, tree, child, among, parties);
    }
    return found;
}

// A preposition's noun may hang on the trigger, on its carrier, or on the trigger's object ("held [talks] with"); a phrase in between may
// have caught it: "spoke [by phone] with", "the visit [of A] to".
static void fill_preposition(struct cast *cast, const struct tree *tree, int trigger, struct slice preposition, const struct parties *among,
                             struct parties *parties) {
    bool is_verb = tree_token(tree, trigger)->upos == UPOS_VERB;
    int predicate = has_relation(tree, trigger, "nsubj") ? tree_head(tree, trigger) : 0; // "the call was the second between A and B"
    if (predicate && tree_token(tree, predicate)->upos == UPOS_VERB) predicate = 0;
    int hosts[] = {trigger, is_verb ? find_object(tree, trigger) : carries_subject(tree, trigger) ? find_carrier(tree, trigger) : predicate};
    bool found = fill_from_host(cast, tree, trigger, hosts[0], preposition, among, parties);
    found |= fill_from_host(cast, tree, trigger, hosts[1], preposition, among, parties);
    for (int h = 0; h < 2 && !found; h++)
        for (int child = hosts[h] ? tree->first_child[hosts[h]] : 0; child && !found; child = tree->next_sibling[child])
            if (child > hosts[h] && child != trigger && (has_relation(tree, child, "obl") || has_relation(tree, child, "nmod") || (is_verb && h == 1 && has_relation(tree, child, "conj"))))
                found = fill_from_host(cast, tree, trigger, child, preposition, among, parties);
}

// "Stone's sentence": the noun that the tree found owns the one that is meant.
static bool owns_next(const struct tree *tree, int noun) {
    int next = noun + 1;
    while (next <= tree->count && tree_token(tree, noun)->ner && tree_token(tree, next)->ner == tree_token(tree, noun)->ner && !tree_token(tree, next)->ner_begins) next++;
    return next <= tree->count && (slice_is(tree_token(tree, next)->lower, "'s") || slice_is(tree_token(tree, next)->lower, "’s"));
}

void fill_slot(struct cast *cast, const struct tree *tree, int trigger, struct slice slot, const struct parties *among, struct parties *parties) {
    int noun = 0;
    if (slice_is(slot, "subject")) {
        noun = find_subject(tree, trigger);
        if (!noun && !is_passive(tree, trigger)) fill_from_before(cast, tree, trigger, among, parties);
    }
    else if (slice_is(slot, "object")) noun = find_object(tree, trigger);
    else if (slice_is(slot, "light")) fill_light(cast, tree, trigger, among, parties);
    else if (slice_is(slot, "owner")) fill_owner(cast, tree, trigger, among, parties);
    else if (slice_is(slot, "modifier")) fill_modifier(cast, tree, trigger, parties);
    else fill_preposition(cast, tree, trigger, slot, among, parties);
    if (noun && noun != trigger && !owns_next(tree, noun)) find_parties(cast, tree, noun, among, parties);
}

// One alternative: slots joined by +, all of them.
static void fill_union(struct cast *cast, const struct tree *tree, int trigger, struct slice slots, const struct parties *among, struct parties *parties) {
    struct slice slot;
    while (slice_cut(&slots, '+', &slot)) {
        struct parties before = *parties;
        fill_slot(cast, tree, trigger, slot, before.count ? &before : among, parties);
    }
}

void fill_slots(struct cast *cast, const struct tree *tree, int trigger, struct slice slots, const struct parties *among, struct parties *parties) {
    struct parties best = *parties;
    struct slice alternative;
    while (slice_cut(&slots, '|', &alternative)) {
        struct parties tried = *parties;
        fill_union(cast, tree, trigger, alternative, tried.count ? parties : among, &tried);
        bool first = best.count == parties->count, two = tried.count > parties->count + 1;
        if (two || (first && tried.count > parties->count)) best = tried;
        if (two) break;
    }
    *parties = best;
}
