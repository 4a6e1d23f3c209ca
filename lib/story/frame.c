// SPDX-License-Identifier: MIT
#include "story/frame.h"

#include "story/code.h"
#include "story/mode.h"
#include "story/status.h"
#include "text/quotation.h"

enum frame_column { RULE, LEMMA, POS, EVENT, MODE, ACTOR, RECIPIENT, INITIATOR, NEEDS, BARS, FRAME_COLUMNS };
static const char *const frame_columns[] = {"rule", "lemma", "pos", "event", "mode", "actor", "recipient", "initiator", "needs", "bars"};

struct frames {
    struct phrase_table lemmas;
    int column[FRAME_COLUMNS];
    struct modes modes;
    struct statuses statuses;
};

struct frames *make_frames(struct arena *keep, const struct frame_grids *grids) {
    struct frames *frames = TAKE(keep, struct frames, 1);
    frames->lemmas = make_phrase_table(keep, grids->frames, "lemma");
    for (int c = 0; c < FRAME_COLUMNS; c++) frames->column[c] = grid_column(&grids->frames, frame_columns[c]);
    frames->modes.rows = make_phrase_table(keep, grids->modes, "word");
    frames->statuses.rows = make_phrase_table(keep, grids->statuses, "lemma");
    return frames;
}

static struct slice frame_cell(const struct frames *frames, uint32_t row, enum frame_column column) {
    return grid_cell(&frames->lemmas.grid, row, frames->column[column]);
}

static bool can_trigger(const struct token *token) {
    return token->upos == UPOS_VERB || token->upos == UPOS_NOUN || token->upos == UPOS_PROPN;
}

bool may_hold_event(const struct frames *frames, const struct document *document, size_t sentence) {
    const struct sentence *s = &document->sentences.at[sentence];
    for (size_t i = s->first; i < s->first + s->count; i++) {
        const struct token *token = &document->tokens.at[i];
        bool may = can_trigger(token) || token->upos == UPOS_ADJ; // "Israel's offensive": mended later
        if (may && find_phrase(&frames->lemmas, token->lemma) != NO_ROW) return true;
    }
    return false;
}

/* Needs and bars: conditions on a frame, joined by commas, all of which have to hold (needs) or none (bars).
 *   SLOT|SLOT   one of these slots holds a party           2, 1   at least so many participants in all
 *   mode:M      words of the clause name this mode         =GOV   (bars) a participant of this sector
 *   rel:R       the trigger has a child of this relation   prep:P the trigger has a prepositional phrase with P
 *   word:W      the next word is W                         is:R   the trigger itself has this relation
 *   apart       the participants are of two countries      closed nothing but an adverbial follows the object */

static bool has_sector(const struct parties *parties, struct slice sector) {
    for (int i = 0; i < parties->count; i++)
        if (code_has(parties->at[i].code, sector)) return true;
    return false;
}

static bool has_child_of(const struct tree *tree, int trigger, struct slice relation) {
    FOR_CHILDREN(tree, trigger, child) {
        struct slice deprel = tree_token(tree, child)->deprel;
        int mark = slice_is(relation, "xcomp") && slice_is(deprel, "advcl") ? find_child(tree, child, "mark", 0) : 0;
        if (mark && slice_is(tree_token(tree, mark)->lower, "to")) return true; // "agreed in principle to help" looks like a purpose
        if (slice_starts(deprel, relation) && (deprel.length == relation.length || deprel.at[relation.length] == ':')) return true;
    }
    return false;
}

static bool has_preposition(const struct tree *tree, int trigger, struct slice preposition) {
    FOR_CHILDREN(tree, trigger, child)
        if (child > trigger && slice_equal(preposition_of(tree, child), preposition)) return true;
    return trigger < tree->count && slice_equal(tree_token(tree, trigger + 1)->lower, preposition);
}

struct candidate {
    const struct frames *frames;
    struct cast *cast;
    const struct tree *tree;
    const struct parties *among;
    uint32_t row;
    struct slice named_mode;  // by words of the clause
    struct draft draft;
};

static bool are_apart(const struct draft *draft) {
    struct slice first = code_country(draft->actors.at[0].code);
    for (int i = 1; i < draft->actors.count; i++) {
        struct slice country = code_country(draft->actors.at[i].code);
        if (first.length && country.length && !slice_equal(country, first)) return true;
    }
    return false;
}

// "Called Biden on Friday" and not "called Biden a decent man".
static bool is_closed(const struct tree *tree, int verb) {
    int object = find_child(tree, verb, "obj", 0), next = object + 1;
    if (!object) return false;
    while (next <= tree->count && (tree_token(tree, next)->ner == NER_PER || tree_token(tree, next)->ner == NER_TITLE)) next++; // to the end of the name
    if (next > tree->count) return true;
    const struct token *token = tree_token(tree, next);
    bool is_time = token->ner == NER_DATE || token->ner == NER_TIME || token->ner == NER_DURATION;
    return is_time || token->upos == UPOS_ADP || token->upos == UPOS_ADV || token->upos == UPOS_SCONJ || token->upos == UPOS_CCONJ || token->upos == UPOS_PART ||
           (token->upos == UPOS_PUNCT && !opens_quotation(token->form));
}

static bool holds(struct candidate *candidate, struct slice condition) {
    const struct tree *tree = candidate->tree;
    struct draft *draft = &candidate->draft;
    struct slice after = slice_skip(condition, 5);
    long number;
    if (slice_number(condition, &number)) return draft->actors.count + draft->recipients.count >= number;
    if (slice_starts(condition, SLICE("="))) return has_sector(&draft->actors, slice_skip(condition, 1)) || has_sector(&draft->recipients, slice_skip(condition, 1));
    if (slice_starts(condition, SLICE("mode:"))) return slice_equal(candidate->named_mode, after);
    if (slice_starts(condition, SLICE("prep:"))) return has_preposition(tree, draft->trigger, after);
    if (slice_starts(condition, SLICE("word:"))) return draft->trigger < tree->count && slice_equal(tree_token(tree, draft->trigger + 1)->lower, after);
    if (slice_starts(condition, SLICE("rel:"))) return has_child_of(tree, draft->trigger, slice_skip(condition, 4));
    if (slice_starts(condition, SLICE("is:"))) return slice_equal(tree_token(tree, draft->trigger)->deprel, slice_skip(condition, 3));
    if (slice_is(condition, "closed")) return is_closed(tree, draft->trigger);
    if (slice_is(condition, "apart")) return are_apart(draft);
    struct parties parties = {.count = 0};
    fill_slots(candidate->cast, tree, draft->trigger, condition, candidate->among, &parties);
    return parties.count > 0;
}

static bool conditions_hold(struct candidate *candidate, struct slice conditions, bool wanted) {
    struct slice condition;
    while (slice_cut(&conditions, ',', &condition))
        if (condition.length && holds(candidate, condition) != wanted) return false;
    return true;
}

/* Who is an actor and a recipient at once is only an actor. */
static void remove_actors_from_recipients(struct draft *draft) {
    int kept = 0;
    for (int r = 0; r < draft->recipients.count; r++) {
        bool is_actor = false;
        for (int a = 0; a < draft->actors.count; a++) is_actor |= same_party(&draft->actors.at[a], &draft->recipients.at[r]);
        if (!is_actor) draft->recipients.at[kept++] = draft->recipients.at[r];
    }
    draft->recipients.count = kept;
}

static bool fits_part_of_speech(const struct tree *tree, int trigger, struct slice pos) {
    enum upos upos = tree_token(tree, trigger)->upos;
    return slice_is(pos, "VERB") ? upos == UPOS_VERB : upos == UPOS_NOUN || upos == UPOS_PROPN;
}

// Somebody must be of a country or have an office, or it is anybody's talk.
static bool has_known_party(const struct draft *draft) {
    for (int i = 0; i < draft->actors.count; i++)
        if (code_country(draft->actors.at[i].code).length || (draft->actors.at[i].is_person && draft->actors.at[i].code.length)) return true;
    return !slice_is(draft->event, "CONSULT");
}

static bool try_frame(struct candidate *candidate) {
    const struct frames *frames = candidate->frames;
    uint32_t row = candidate->row;
    struct draft *draft = &candidate->draft;
    draft->actors.count = draft->recipients.count = 0;
    draft->event = frame_cell(frames, row, EVENT);
    draft->rule = frame_cell(frames, row, RULE);
    struct slice named = candidate->named_mode = find_mode(&frames->modes, candidate->tree, draft->trigger, draft->event), own = frame_cell(frames, row, MODE);
    draft->mode = named.length && (!own.length || slice_ends(own, SLICE("?"))) ? named : own;
    fill_slots(candidate->cast, candidate->tree, draft->trigger, frame_cell(frames, row, ACTOR), candidate->among, &draft->actors);
    struct parties behind = draft->actors;
    fill_slots(candidate->cast, candidate->tree, draft->trigger, frame_cell(frames, row, RECIPIENT), &behind, &draft->recipients);
    remove_actors_from_recipients(draft);
    struct parties initiators = {.count = 0};
    fill_slots(candidate->cast, candidate->tree, draft->trigger, frame_cell(frames, row, INITIATOR), candidate->among, &initiators);
    draft->initiator = initiators.at[0];
    if (!initiators.count) draft->initiator = (struct party){.is_person = false};
    return has_known_party(draft) && conditions_hold(candidate, frame_cell(frames, row, NEEDS), true) && conditions_hold(candidate, frame_cell(frames, row, BARS), false);
}

/* "The call", "this conversation", "their last call": participants come from the last event of the type. */

static bool points_back(const struct tree *tree, int trigger) {
    static const char *const words[] = {"the", "this", "that", "these", "those", "their", "his", "her", "its", "both"};
    FOR_CHILDREN(tree, trigger, child)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (child < trigger && slice_is(tree_token(tree, child)->lower, words[w])) return true;
    return false;
}

// "phone?" goes with phone and with itself; a mode that is known wants the same.
static bool modes_agree(struct slice mode, struct slice other) {
    return slice_equal(mode, other) || (slice_ends(mode, SLICE("?")) && slice_equal(slice_drop(mode, 1), other)) ||
           (slice_ends(other, SLICE("?")) && slice_equal(mode, slice_drop(other, 1)));
}

static const struct draft *last_of_type(const struct drafts *drafts, struct slice event, struct slice mode, const struct parties *parties) {
    for (size_t i = drafts->list.count; i-- > 0;) {
        const struct draft *draft = &drafts->list.at[i];
        bool all = slice_equal(draft->event, event) && modes_agree(mode, draft->mode) && draft->actors.count > 1;
        for (int p = 0; all && p < parties->count; p++) {
            bool there = false;
            for (int a = 0; a < draft->actors.count; a++) there |= same_party(&draft->actors.at[a], &parties->at[p]);
            all = there;
        }
        if (all) return draft;
    }
    return NULL;
}

// A definite event noun without participants of its own takes those of the event it points back to.
static bool take_from_before(struct candidate *candidate, const struct drafts *drafts) {
    struct draft *draft = &candidate->draft;
    if (draft->actors.count > 1 || draft->recipients.count || tree_token(candidate->tree, draft->trigger)->upos == UPOS_VERB ||
        !slice_is(draft->event, "CONSULT") || !points_back(candidate->tree, draft->trigger))
        return false;
    const struct draft *before = last_of_type(drafts, draft->event, draft->mode, &draft->actors);
    struct parties none = {.count = 0}; // "a day before the call, A met B" may say of others who called
    struct slice preposition = preposition_of(candidate->tree, draft->trigger);
    bool outside = slice_is(preposition, "before") || slice_is(preposition, "after");
    if (!before && outside) before = last_of_type(drafts, draft->event, draft->mode, &none);
    if (!before) return false;
    draft->actors = before->actors;
    if (!draft->mode.length || slice_ends(draft->mode, SLICE("?"))) draft->mode = before->mode.length ? before->mode : draft->mode;
    return true;
}

/* One mention of an event told twice in a clause ("discussed it in a phone call") is one draft. */

static bool parties_within(const struct parties *inner, const struct parties *outer) {
    for (int i = 0; i < inner->count; i++) {
        bool there = false;
        for (int o = 0; o < outer->count; o++) there |= same_party(&inner->at[i], &outer->at[o]);
        if (!there) return false;
    }
    return true;
}

static bool join_with_clause(struct drafts *drafts, const struct tree *tree, const struct draft *draft) {
    for (size_t i = drafts->list.count; i-- > 0 && drafts->list.at[i].sentence == draft->sentence;) {
        struct draft *other = &drafts->list.at[i];
        bool near = is_below(tree, draft->trigger, other->trigger) || is_below(tree, other->trigger, draft->trigger) ||
                    clause_verb(tree, draft->trigger) == clause_verb(tree, other->trigger);
        if (!near || !slice_equal(other->event, draft->event)) continue;
        bool inner = parties_within(&draft->actors, &other->actors), outer = parties_within(&other->actors, &draft->actors);
        if (!inner && !outer) continue;
        if (!inner) other->actors = draft->actors;
        if (!slice_is(other->mode, "phone") && (slice_is(draft->mode, "phone") || !draft->mode.length)) // a meeting's talks are no call
            other->mode = draft->mode, other->rule = draft->mode.length ? other->rule : draft->rule;
        return true;
    }
    return false;
}

static void set_trigger(const struct tree *tree, int trigger, struct draft *draft) {
    draft->trigger = draft->trigger_first = draft->trigger_last = trigger;
    while (draft->trigger_first > 1 && tree_head(tree, draft->trigger_first - 1) == trigger &&
           (has_relation(tree, draft->trigger_first - 1, "compound")) && tree_token(tree, draft->trigger_first - 1)->ner == NER_NONE)
        draft->trigger_first--;
}

static bool find_frame(struct candidate *candidate, const struct drafts *drafts) {
    const struct frames *frames = candidate->frames;
    const struct token *token = tree_token(candidate->tree, candidate->draft.trigger);
    for (uint32_t row = find_phrase(&frames->lemmas, token->lemma); row != NO_ROW; row = frames->lemmas.next_row[row]) {
        if (!fits_part_of_speech(candidate->tree, candidate->draft.trigger, frame_cell(frames, row, POS))) continue;
        candidate->row = row;
        bool fits = try_frame(candidate);
        if (take_from_before(candidate, drafts) && conditions_hold(candidate, frame_cell(frames, row, BARS), false)) return true;
        if (fits) return true;
    }
    return false;
}

// Who took part together last: what "they", "their", "the two" point back to.
static struct parties last_together(const struct drafts *drafts) {
    enum { FARTHEST = 3 };
    struct parties none = {.count = 0};
    size_t count = drafts->list.count;
    for (size_t i = count; i-- > 0 && count - i <= FARTHEST;)
        if (drafts->list.at[i].actors.count > 1) return drafts->list.at[i].actors;
    return count ? drafts->list.at[count - 1].actors : none;
}

void find_events(const struct frames *frames, struct cast *cast, const struct tree *tree, size_t sentence, struct drafts *drafts) {
    for (int i = 1; i <= tree->count; i++) {
        const struct token *token = tree_token(tree, i);
        if (!can_trigger(token) || (token->ner != NER_NONE && token->ner != NER_EVENT)) continue;
        struct parties recent = last_together(drafts);
        struct candidate candidate = {.frames = frames, .cast = cast, .tree = tree, .among = &recent, .draft = {.sentence = sentence}};
        set_trigger(tree, i, &candidate.draft);
        if (!find_frame(&candidate, drafts)) continue;
        candidate.draft.status = find_status(&frames->statuses, tree, i);
        if (!join_with_clause(drafts, tree, &candidate.draft)) *list_push(&drafts->list) = candidate.draft;
    }
}

// "The defense ministers of A and B" are persons without a name yet: their codes are those of who is named later.
static bool may_be_same(const struct party *a, const struct party *b) {
    bool unnamed = !a->is_person || !b->is_person;
    return same_party(a, b) || (unnamed && code_sectors(a->code).length && slice_equal(a->code, b->code));
}

// A word that leaves it open means a call where the document tells outright of a call of one of the same people.
static bool shares_call(const struct drafts *drafts, const struct draft *draft) {
    for (size_t i = 0; i < drafts->list.count; i++) {
        const struct draft *call = &drafts->list.at[i];
        if (!slice_is(call->mode, "phone")) continue;
        for (int a = 0; a < draft->actors.count; a++)
            for (int b = 0; b < call->actors.count; b++)
                if (may_be_same(&draft->actors.at[a], &call->actors.at[b])) return true;
    }
    return false;
}

void settle_modes(struct drafts *drafts) {
    for (size_t i = 0; i < drafts->list.count; i++) {
        struct draft *draft = &drafts->list.at[i];
        if (slice_ends(draft->mode, SLICE("?")) && shares_call(drafts, draft)) draft->points_to_call = true;
    }
    for (size_t i = 0; i < drafts->list.count; i++) {
        struct draft *draft = &drafts->list.at[i];
        if (slice_ends(draft->mode, SLICE("?"))) draft->mode = draft->points_to_call ? slice_drop(draft->mode, 1) : (struct slice){"", 0};
    }
}
