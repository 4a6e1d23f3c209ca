// SPDX-License-Identifier: MIT
#include "story/status.h"

/* Status. A row of statuses says: this lemma, as a child of the trigger (child) or above it (governor), means that status. */

static struct slice status_row(const struct statuses *statuses, struct slice lemma, const char *relation) {
    for (uint32_t row = find_phrase(&statuses->rows, lemma); row != NO_ROW; row = statuses->rows.next_row[row])
        if (slice_is(actor_cell(&statuses->rows, row, "relation"), relation)) return actor_cell(&statuses->rows, row, "status");
    return (struct slice){"", 0};
}

// A clause of its own says nothing of the one above: "the meeting, held on Monday, lasted an hour".
static bool is_clause(const struct tree *tree, int i) {
    return tree_token(tree, i)->upos == UPOS_VERB && (has_relation(tree, i, "conj") || has_relation(tree, i, "parataxis") || has_relation(tree, i, "advcl"));
}

static struct slice status_of_children(const struct statuses *statuses, const struct tree *tree, int i) {
    struct slice found = {"", 0};
    FOR_CHILDREN(tree, i, child) {
        bool named = tree_token(tree, child)->ner != NER_NONE || is_clause(tree, child); // "on May 19" says nothing of may
        struct slice status = named ? (struct slice){"", 0} : status_row(statuses, tree_token(tree, child)->lower, "child");
        if (!status.length && !named) status = status_row(statuses, tree_token(tree, child)->lemma, "child");
        // "their last call" is of the past, "they last spoke on Friday" tells of Friday
        if (slice_is(status, "historical") && tree_token(tree, i)->upos == UPOS_VERB) status.length = 0;
        if (status.length && (!found.length || slice_is(status, "negated"))) found = status;
        FOR_CHILDREN(tree, child, below) // "neither official had spoken", "no agreement": within the subject or object
            if ((has_relation(tree, below, "det") || has_relation(tree, below, "cc")) && status_row(statuses, tree_token(tree, below)->lower, "determiner").length)
                return status_row(statuses, tree_token(tree, below)->lower, "determiner");
    }
    return found;
}

// "A to meet B" in a headline, "A is to meet B".
static bool is_to_come(const struct tree *tree, int verb) {
    int mark = find_child(tree, verb, "mark", 0);
    bool to = mark && slice_is(tree_token(tree, mark)->lower, "to");
    return to && (tree_head(tree, verb) == 0 || find_child(tree, verb, "aux", 0) || find_child(tree, verb, "cop", 0));
}

// "Vowed to attack", "expects A and B to speak": the verb in front governs the infinitive, whichever clause the tree takes it for.
static bool is_governed_infinitive(const struct tree *tree, int verb) {
    int mark = find_child(tree, verb, "mark", 0);
    if (!mark || !slice_is(tree_token(tree, mark)->lower, "to")) return false;
    return has_relation(tree, verb, "parataxis") || (has_relation(tree, verb, "advcl") && mark == tree_head(tree, verb) + 1);
}

struct slice find_status(const struct statuses *statuses, const struct tree *tree, int trigger) {
    enum { FARTHEST = 4 };
    struct slice found = status_of_children(statuses, tree, trigger);
    if (!found.length && is_to_come(tree, trigger)) found = SLICE("planned");
    if (find_child(tree, trigger, "det", 0)) {
        struct slice status = status_row(statuses, tree_token(tree, find_child(tree, trigger, "det", 0))->lower, "determiner");
        if (status.length) return status;
    }
    bool is_beside = false, is_part = false; // "the statement on the talks did not mention it" denies no talks
    for (int i = trigger, steps = 0; steps < FARTHEST && tree_head(tree, i); steps++) {
        bool same_clause = has_relation(tree, i, "xcomp") || has_relation(tree, i, "obj") || has_relation(tree, i, "obl") || has_relation(tree, i, "ccomp") ||
                           has_relation(tree, i, "nsubj") || has_relation(tree, i, "acl") || has_relation(tree, i, "nmod") || is_governed_infinitive(tree, i);
        bool described = is_beside && has_relation(tree, i, "acl") && slice_ends(tree_token(tree, i)->lower, SLICE("ing")); // "the price of helping B in a call"
        if (!same_clause || described || find_child(tree, i, "cc", 0)) break;
        bool beside = has_relation(tree, i, "obl");
        is_beside |= beside;
        is_part |= has_relation(tree, i, "nmod");
        bool carries = !is_part && (has_relation(tree, i, "obj") || has_relation(tree, i, "xcomp") || has_relation(tree, i, "nsubj"));
        i = tree_head(tree, i);
        // what stands beside a verb is not governed by it: "in a call, A urged B"
        struct slice governor = beside ? (struct slice){"", 0} : status_row(statuses, tree_token(tree, i)->lemma, "governor");
        struct slice children = carries ? status_of_children(statuses, tree, i) : (struct slice){"", 0};
        if (slice_is(governor, "negated") || slice_is(children, "negated")) return SLICE("negated");
        if (!found.length) found = governor.length ? governor : children;
    }
    return found.length ? found : SLICE("actual");
}
