// SPDX-License-Identifier: MIT
#include "story/dating.h"

#include "story/ordinal.h"
#include "story/time_mention.h"

void add_bound_to(struct dating *dating, struct slice relation, struct slice term, size_t other) {
    for (int i = 0; i < dating->count; i++)
        if (slice_equal(dating->bounds[i].relation, relation) && slice_equal(dating->bounds[i].term, term) && dating->bounds[i].other == other) return;
    if (dating->count < MOST_BOUNDS) dating->bounds[dating->count++] = (struct bound){relation, term, other};
}

/* Which of a sentence's times dates which of its events. */

static struct slice words_of(struct arena *keep, const struct document *document, const struct tree *tree, struct time_mention time) {
    return text_of(keep, document, tree->offset + (size_t)time.first - 1, (size_t)(time.last - time.first + 1));
}

static bool is_bounding_word(struct slice word) {
    static const char *const words[] = {"since", "until", "till", "before", "after", "following", "from", "ago"};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (slice_is(word, words[w])) return true;
    return false;
}

// Does "since", "before" ... stand between this word and the trigger, so that the time is of something else?
static bool is_behind_bounding_word(const struct tree *tree, int time, int trigger) {
    if (time < trigger) return time > 1 && is_bounding_word(tree_token(tree, time - 1)->lower);
    for (int i = trigger + 1; i < time; i++)
        if (is_bounding_word(tree_token(tree, i)->lower)) return true;
    return false;
}

// Another event's trigger between the time and this one: the nearer one takes it.
static bool is_nearer_to_another(const struct drafts *drafts, size_t number, int time) {
    const struct draft *own = &drafts->list.at[number];
    for (size_t i = 0; i < drafts->list.count; i++) {
        const struct draft *other = &drafts->list.at[i];
        if (i == number || other->sentence != own->sentence) continue;
        if ((own->trigger < other->trigger && other->trigger < time) || (time < other->trigger && other->trigger < own->trigger)) return true;
    }
    return false;
}

// "Before the call", "after they met": what stands outside dates something else.
static bool is_bounding_event(const struct tree *tree, int trigger) {
    int mark = find_child(tree, trigger, "mark", 0);
    return is_bounding_word(preposition_of(tree, trigger)) || (mark && is_bounding_word(tree_token(tree, mark)->lower));
}

// The same by position: "it", "was", a preposition, the time, "before" or "that", and no other verb up to the trigger.
static bool reads_as_cleft(const struct tree *tree, int trigger, struct time_mention time) {
    int be = time.first - 1, next = time.last + 1;
    if (be > 1 && tree_token(tree, be)->upos == UPOS_ADP) be--;
    if (be < 2 || next >= trigger || !slice_is(tree_token(tree, be)->lemma, "be") || !slice_is(tree_token(tree, be - 1)->lower, "it")) return false;
    if (slice_is(tree_token(tree, next)->form, ",")) next++;
    struct slice word = tree_token(tree, next)->lower;
    if (!slice_is(word, "before") && !slice_is(word, "that") && !slice_is(word, "when")) return false;
    for (int i = next; i < trigger; i++)
        if (tree_token(tree, i)->upos == UPOS_VERB) return false;
    return true;
}

// "It was April 20 before he spoke", "it was on Friday that they met": the clause behind has the date of the one in front.
static bool is_cleft(const struct tree *tree, int trigger, struct time_mention time) {
    int verb = clause_verb(tree, trigger), head = verb ? tree_head(tree, verb) : 0;
    int subject = head >= time.first && head <= time.last ? find_child(tree, head, "nsubj", 0) : 0;
    return (subject && slice_is(tree_token(tree, subject)->lower, "it")) || reads_as_cleft(tree, trigger, time);
}

// The verb that shares its date with the trigger; a verb beside another has its own.
static int shared_carrier(const struct tree *tree, int trigger) {
    bool apart = tree_token(tree, trigger)->upos == UPOS_VERB && (has_relation(tree, trigger, "conj") || has_relation(tree, trigger, "parataxis"));
    return apart ? 0 : find_carrier(tree, trigger);
}

static bool is_date_of(const struct tree *tree, const struct drafts *drafts, size_t number, struct time_mention time) {
    int trigger = drafts->list.at[number].trigger, carrier = shared_carrier(tree, trigger);
    bool in_clause = in_clause_of(tree, time.first, trigger) || in_clause_of(tree, time.last, trigger) ||
                     (carrier && (in_clause_of(tree, time.first, carrier) || in_clause_of(tree, time.last, carrier)));
    if (time.kind == NER_DATE && is_cleft(tree, trigger, time)) return true;
    if (is_bounding_event(tree, trigger) && !is_below(tree, time.first, trigger)) return false;
    return time.kind == NER_DATE && in_clause && !is_behind_bounding_word(tree, time.first, trigger) && !is_nearer_to_another(drafts, number, time.first);
}

/* What a date binds. Without a year, news speaks of the last year (or of the week, where it names a weekday only). */

static bool lacks_year(struct slice value) { return slice_starts(value, SLICE("XXXX")); }
static bool is_weekday(struct slice value) { return slice_starts(value, SLICE("XXXX-WXX-")); }

// "Last Friday" may be a week ago, "Friday" is the last one, today included.
static bool says_last(struct slice words) {
    struct slice word;
    while (slice_cut(&words, ' ', &word))
        if (slice_is(word, "last") || slice_is(word, "Last")) return true;
    return false;
}

static void bind_date(struct slice value, struct slice words, struct slice status, struct dating *dating) {
    add_bound_to(dating, SLICE("in"), value, 0);
    if (!lacks_year(value)) return;
    if (slice_is(status, "planned") || slice_is(status, "possible")) {
        add_bound_to(dating, SLICE("after"), SLICE("published"), 0);
        return;
    }
    add_bound_to(dating, SLICE("before"), SLICE("published"), 0);
    if (!is_weekday(value)) add_bound_to(dating, SLICE("within P1Y of"), SLICE("published"), 0);
    else add_bound_to(dating, says_last(words) ? SLICE("within P7D of") : SLICE("within P6D of"), SLICE("published"), 0);
}

// "Friday, July 28" says the weekday too: where it does not fit the date, both are bounds, and nobody can meet them.
static void bind_weekday(struct arena *keep, const struct tree *tree, struct time_mention time, const struct edtf *edtf, struct dating *dating) {
    static const char *const names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    if (edtf->is_interval || edtf->first.year < 0 || edtf->first.month < 1 || edtf->first.day < 1) return;
    for (int i = time.first; i <= time.last; i++)
        for (int day = 1; day <= 7; day++)
            if (slice_is(tree_token(tree, i)->lower, names[day - 1]) && weekday_of(day_from_date(edtf->first.year, edtf->first.month, edtf->first.day)) != day &&
                time.last > time.first)
                add_bound_to(dating, SLICE("in"), arena_print(keep, "XXXX-WXX-%d", day), 0);
}

// A month and day without a year is, of all years, near the whole date told before it.
static void bind_to_date_before(const struct document *document, size_t token, struct slice value, struct dating *dating) {
    enum { FARTHEST = 2000 };
    if (!lacks_year(value) || is_weekday(value)) return;
    for (size_t i = token; i-- > 0 && token - i < FARTHEST;) {
        struct slice day;
        if (!is_whole_day(&document->tokens.at[i], &day)) continue;
        add_bound_to(dating, SLICE("within P183D of"), day, 0);
        return;
    }
}

static void find_own_date(struct arena *keep, const struct document *document, const struct tree *tree, const struct drafts *drafts,
                          size_t number, struct dating *dating) {
    struct time_mention time;
    for (int from = 1; next_time(tree, from, &time); from = time.last + 1) {
        struct edtf edtf;
        if (!is_date_of(tree, drafts, number, time)) continue;
        if (!dating->text.length) dating->text = words_of(keep, document, tree, time);
        if (!parse_edtf(time.value, &edtf)) continue;
        dating->date = time.value;
        dating->text = words_of(keep, document, tree, time);
        bind_date(time.value, dating->text, drafts->list.at[number].status, dating);
        bind_weekday(keep, tree, time, &edtf, dating);
        bind_to_date_before(document, tree->offset + (size_t)time.first - 1, time.value, dating);
        return;
    }
}

// "A spoke with B, C said in a statement later on Friday": what is said later the same day was that day.
static void find_date_of_report(struct arena *keep, const struct document *document, const struct tree *tree, const struct draft *draft,
                                struct dating *dating) {
    int verb = clause_verb(tree, draft->trigger), says = 0;
    if (verb) says = has_relation(tree, verb, "ccomp") ? tree_head(tree, verb) : find_child(tree, verb, "parataxis", 0);
    struct time_mention time;
    for (int from = 1; says && next_time(tree, from, &time); from = time.last + 1) {
        struct edtf edtf;
        bool later = false;
        for (int i = time.first - 2; i < time.first; i++) later |= i > 0 && slice_is(tree_token(tree, i)->lower, "later");
        if (!later || time.kind != NER_DATE || !in_clause_of(tree, time.first, says) || !parse_edtf(time.value, &edtf)) continue;
        dating->date = time.value;
        dating->text = words_of(keep, document, tree, time);
        bind_date(time.value, dating->text, draft->status, dating);
        return;
    }
}

/* "A few days before the call": a duration, before or after, and another event of the sentence. */

static long days_of_duration(struct slice value) {
    long count;
    struct slice first;
    if (slice_cut(&value, '/', &first) && !value.length) value = first; // P2W/P3W: three at most
    if (value.length < 3 || value.at[0] != 'P') return 0;
    char unit = value.at[value.length - 1];
    struct slice number = slice_drop(slice_skip(value, 1), 1);
    bool vague = !slice_number(number, &count); // PXD: "a few days"
    if (unit == 'D') return vague ? 7 : count;
    if (unit == 'W') return vague ? 31 : count * 7;
    if (unit == 'M') return vague ? 366 : count * 31;
    return unit == 'Y' && !vague ? count * 366 : 0;
}

static bool read_day(struct slice value, long *day) {
    struct edtf edtf;
    struct day_set days;
    if (!parse_edtf(value, &edtf) || !edtf_days(&edtf, &days) || !is_single_day(&days)) return false;
    *day = days.first;
    return true;
}

// How many days a time says that stands before "after" or "before": a duration, or a date that was reckoned from the known event behind
// ("two weeks after Russia invaded Ukraine").
static long days_to_event(const struct background *background, const struct tree *tree, struct time_mention time) {
    long day, event;
    if (time.kind == NER_DURATION) return days_of_duration(time.value);
    struct slice known = known_date(background, tree->offset + (size_t)time.last + 1, 1);
    if (!known.length) known = known_date(background, tree->offset + (size_t)time.last, 1);
    return read_day(time.value, &day) && read_day(known, &event) ? labs(day - event) : 0;
}

static size_t next_draft(const struct drafts *drafts, size_t sentence, int token) {
    for (size_t i = 0; i < drafts->list.count; i++)
        if (drafts->list.at[i].sentence == sentence && drafts->list.at[i].trigger > token) return i;
    return drafts->list.count;
}

// May the event `number` be the one that was so long before or after the event `other`? It stands in front of the time, or is the next
// one behind the other ("a few days before the call, they met").
static bool is_related(const struct drafts *drafts, size_t number, size_t other, struct time_mention time) {
    const struct draft *draft = &drafts->list.at[number];
    if (other == drafts->list.count || other == number) return false;
    if (time.first > draft->trigger) return !is_nearer_to_another(drafts, number, time.first);
    return next_draft(drafts, draft->sentence, drafts->list.at[other].trigger) == number;
}

static void find_relation(struct arena *keep, const struct background *background, const struct document *document,
                          const struct tree *tree, const struct drafts *drafts, size_t number, struct dating *dating) {
    const struct draft *draft = &drafts->list.at[number];
    struct time_mention time;
    for (int from = 1; next_time(tree, from, &time); from = time.last + 1) {
        if (time.last == tree->count) return;
        struct slice word = tree_token(tree, time.last + 1)->lower;
        bool before = slice_is(word, "before"), after = slice_is(word, "after") || slice_is(word, "following");
        size_t other = next_draft(drafts, draft->sentence, time.last);
        long days = before || after ? days_to_event(background, tree, time) : 0;
        if ((!before && !after) || !days || !is_related(drafts, number, other, time)) continue;
        add_bound_to(dating, before ? SLICE("before") : SLICE("after"), (struct slice){"", 0}, other);
        add_bound_to(dating, arena_print(keep, "within P%ldD of", days), (struct slice){"", 0}, other);
        if (!dating->text.length) dating->text = words_of(keep, document, tree, time);
        return;
    }
}

// The first event of a sentence that really was is what the ordinal counts, and not the one it counts from.
static bool is_counted(const struct tree *tree, const struct drafts *drafts, size_t number) {
    if (is_bounding_event(tree, drafts->list.at[number].trigger)) return false;
    for (size_t i = number; i-- > 0 && drafts->list.at[i].sentence == drafts->list.at[number].sentence;)
        if (slice_equal(drafts->list.at[i].event, drafts->list.at[number].event)) return false;
    return slice_is(drafts->list.at[number].status, "actual");
}

void date_event(struct arena *keep, const struct background *background, const struct document *document, const struct tree *tree,
                const struct drafts *drafts, size_t number, struct dating *dating) {
    *dating = (struct dating){.count = 0};
    find_own_date(keep, document, tree, drafts, number, dating);
    if (!dating->date.length) find_date_of_report(keep, document, tree, &drafts->list.at[number], dating);
    find_relation(keep, background, document, tree, drafts, number, dating);
    if (is_counted(tree, drafts, number)) dating->ordinal = find_ordinal(keep, background, document, tree);
}

struct slice print_bounds(struct arena *keep, const struct dating *dating, const struct slice *names) {
    struct slice text = {"", 0};
    for (int i = 0; i < dating->count; i++) {
        const struct bound *bound = &dating->bounds[i];
        struct slice term = bound->term.length ? bound->term : names[bound->other];
        text = arena_join(keep, text, "; ", arena_print(keep, "%.*s %.*s", SHOW(bound->relation), SHOW(term)));
    }
    return text;
}
