// SPDX-License-Identifier: MIT
#include "story/dating.h"

#include "story/edtf.h"
#include "text/phrase_table.h"

static void add_bound(struct dating *dating, struct slice relation, struct slice term, size_t other) {
    for (int i = 0; i < dating->count; i++)
        if (slice_equal(dating->bounds[i].relation, relation) && slice_equal(dating->bounds[i].term, term) && dating->bounds[i].other == other) return;
    if (dating->count < MOST_BOUNDS) dating->bounds[dating->count++] = (struct bound){relation, term, other};
}

/* Mentions of time in a sentence. */

struct time_mention {
    int first, last;    // tokens of the sentence
    enum ner kind;
    struct slice value;
};

static bool next_time(const struct tree *tree, int from, struct time_mention *time) {
    for (int i = from; i <= tree->count; i++) {
        const struct token *token = tree_token(tree, i);
        if (!token->ner_begins || (token->ner != NER_DATE && token->ner != NER_DURATION)) continue;
        *time = (struct time_mention){i, i, token->ner, token->value};
        while (time->last < tree->count && tree_token(tree, time->last + 1)->ner == token->ner && !tree_token(tree, time->last + 1)->ner_begins) time->last++;
        return true;
    }
    return false;
}

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

// "It was April 20 before he spoke", "it was on Friday that they met": the clause behind has the date of the one in front.
static bool is_cleft(const struct tree *tree, int trigger, struct time_mention time) {
    int verb = clause_verb(tree, trigger), head = verb ? tree_head(tree, verb) : 0;
    int subject = head >= time.first && head <= time.last ? find_child(tree, head, "nsubj", 0) : 0;
    return subject && slice_is(tree_token(tree, subject)->lower, "it");
}

static bool is_date_of(const struct tree *tree, const struct drafts *drafts, size_t number, struct time_mention time) {
    int trigger = drafts->list.at[number].trigger, carrier = find_carrier(tree, trigger);
    bool in_clause = in_clause_of(tree, time.first, trigger) || in_clause_of(tree, time.last, trigger) ||
                     (carrier && (in_clause_of(tree, time.first, carrier) || in_clause_of(tree, time.last, carrier)));
    if (time.kind == NER_DATE && is_cleft(tree, trigger, time)) return true;
    if (is_bounding_event(tree, trigger) && !is_below(tree, time.first, trigger)) return false;
    return time.kind == NER_DATE && in_clause && !is_behind_bounding_word(tree, time.first, trigger) && !is_nearer_to_another(drafts, number, time.first);
}

/* What a date binds. Without a year, news speaks of the last year (or of the week, where it names a weekday only). */

static bool lacks_year(struct slice value) { return slice_starts(value, SLICE("XXXX")); }
static bool is_weekday(struct slice value) { return slice_starts(value, SLICE("XXXX-WXX-")); }

static void bind_date(struct slice value, struct slice words, struct slice status, struct dating *dating) {
    add_bound(dating, SLICE("in"), value, 0);
    if (!lacks_year(value)) return;
    if (slice_is(status, "planned") || slice_is(status, "possible")) {
        add_bound(dating, SLICE("after"), SLICE("published"), 0);
        return;
    }
    add_bound(dating, SLICE("before"), SLICE("published"), 0);
    if (!is_weekday(value)) add_bound(dating, SLICE("within P1Y of"), SLICE("published"), 0);
    else add_bound(dating, slice_find(words, SLICE("ast ")) >= 0 ? SLICE("within P7D of") : SLICE("within P6D of"), SLICE("published"), 0); // [l]ast
}

// "Friday, July 28" says the weekday too: where it does not fit the date, both are bounds, and nobody can meet them.
static void bind_weekday(struct arena *keep, const struct tree *tree, struct time_mention time, const struct edtf *edtf, struct dating *dating) {
    static const char *const names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    if (edtf->is_interval || edtf->first.year < 0 || edtf->first.month < 1 || edtf->first.day < 1) return;
    for (int i = time.first; i <= time.last; i++)
        for (int day = 1; day <= 7; day++)
            if (slice_is(tree_token(tree, i)->lower, names[day - 1]) && weekday_of(day_from_date(edtf->first.year, edtf->first.month, edtf->first.day)) != day &&
                time.last > time.first)
                add_bound(dating, SLICE("in"), arena_print(keep, "XXXX-WXX-%d", day), 0);
}

static bool is_whole_day(const struct token *token, struct edtf *edtf) {
    return token->ner == NER_DATE && token->ner_begins && parse_edtf(token->value, edtf) && !edtf->is_interval && edtf->first.year > 0 &&
           !edtf->first.open_digits && edtf->first.day > 0;
}

// A month and day without a year is, of all years, near the whole date told before it.
static void bind_to_date_before(const struct document *document, size_t token, struct slice value, struct dating *dating) {
    enum { FARTHEST = 2000 };
    if (!lacks_year(value) || is_weekday(value)) return;
    for (size_t i = token; i-- > 0 && token - i < FARTHEST;) {
        struct edtf edtf;
        if (!is_whole_day(&document->tokens.at[i], &edtf)) continue;
        add_bound(dating, SLICE("within P183D of"), document->tokens.at[i].value, 0);
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
    int verb = clause_verb(tree, draft->trigger), says = verb && has_relation(tree, verb, "ccomp") ? tree_head(tree, verb) : 0;
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
    if (value.length < 3 || value.at[0] != 'P') return 0;
    char unit = value.at[value.length - 1];
    struct slice number = slice_drop(slice_skip(value, 1), 1);
    bool vague = !slice_number(number, &count); // PXD: "a few days"
    if (unit == 'D') return vague ? 7 : count;
    if (unit == 'W') return vague ? 31 : count * 7;
    if (unit == 'M') return vague ? 366 : count * 31;
    return unit == 'Y' && !vague ? count * 366 : 0;
}

static size_t next_draft(const struct drafts *drafts, size_t sentence, int token) {
    for (size_t i = 0; i < drafts->list.count; i++)
        if (drafts->list.at[i].sentence == sentence && drafts->list.at[i].trigger > token) return i;
    return drafts->list.count;
}

static void find_relation(struct arena *keep, const struct document *document, const struct tree *tree, const struct drafts *drafts,
                          size_t number, struct dating *dating) {
    const struct draft *draft = &drafts->list.at[number];
    struct time_mention time;
    for (int from = draft->trigger; next_time(tree, from, &time); from = time.last + 1) {
        if (time.last == tree->count) return;
        struct slice word = tree_token(tree, time.last + 1)->lower;
        bool before = slice_is(word, "before"), after = slice_is(word, "after") || slice_is(word, "following");
        size_t other = next_draft(drafts, draft->sentence, time.last);
        long days = days_of_duration(time.value);
        if ((!before && !after) || !days || other == drafts->list.count || is_nearer_to_another(drafts, number, time.first)) continue;
        add_bound(dating, before ? SLICE("before") : SLICE("after"), (struct slice){"", 0}, other);
        add_bound(dating, arena_print(keep, "within P%ldD of", days), (struct slice){"", 0}, other);
        if (!dating->text.length) dating->text = words_of(keep, document, tree, time);
        return;
    }
}

/* Wars: a row's words all stand in the sentence, each word a list of alternatives: "russia|moscow invasion|invade". */

struct wars {
    struct grid grid;
    int words, date;
};

struct wars *make_wars(struct arena *keep, struct grid grid) {
    struct wars *wars = TAKE(keep, struct wars, 1);
    *wars = (struct wars){grid, grid_column(&grid, "words"), grid_column(&grid, "date")};
    return wars;
}

static bool has_word(const struct document *document, size_t first, size_t count, struct slice alternatives) {
    struct slice word;
    while (slice_cut(&alternatives, '|', &word))
        for (size_t i = first; i < first + count; i++)
            if (slice_equal(document->tokens.at[i].lower, word) || slice_equal(document->tokens.at[i].lemma, word)) return true;
    return false;
}

static bool has_all_words(const struct document *document, size_t first, size_t count, struct slice words) {
    struct slice word;
    while (slice_cut(&words, ' ', &word))
        if (!has_word(document, first, count, word)) return false;
    return true;
}

// The first day of the first war whose row fits these tokens, or empty.
static struct slice war_day(const struct wars *wars, const struct document *document, size_t first, size_t count) {
    for (size_t row = 0; row < wars->grid.rows; row++)
        if (has_all_words(document, first, count, grid_cell(&wars->grid, row, wars->words))) return grid_cell(&wars->grid, row, wars->date);
    return (struct slice){"", 0};
}

// The date of an event everybody dates alike ("the fall of Kabul") named among these tokens, or empty.
static struct slice known_date(const struct background *background, size_t first, size_t count) {
    for (size_t i = 0; i < background->known_count; i++)
        if (background->known[i].first < first + count && background->known[i].first + background->known[i].count > first) return background->known[i].edtf;
    return (struct slice){"", 0};
}

// The one war the document speaks of, by its first day; empty where there is none or are several.
static struct slice war_of_document(const struct wars *wars, const struct document *document) {
    struct slice found = {"", 0};
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        struct slice date = war_day(wars, document, sentence->first, sentence->count);
        if (date.length && found.length && !slice_equal(date, found)) return (struct slice){"", 0};
        if (date.length) found = date;
    }
    return found;
}

struct background *read_background(struct arena *keep, const struct wars *wars, const struct known_events *known, struct document *document) {
    struct background *background = TAKE(keep, struct background, 1);
    background->wars = wars;
    background->known_count = find_known_events(known, document, &background->known);
    background->war = war_of_document(wars, document);
    return background;
}

/* Ordinals: "for the first time since the war began", "the second between A and B since ...", "first time in over a year". */

static int ordinal_number(struct slice word) {
    static const char *const words[] = {"first", "second", "third", "fourth", "fifth", "sixth"};
    for (int n = 0; n < 6; n++)
        if (slice_is(word, words[n])) return n + 1;
    return 0;
}

static bool names_war(const struct document *document, size_t first, size_t count) {
    return has_word(document, first, count, SLICE("war|conflict|invasion|invade|fighting|hostilities"));
}

static struct slice ordinal_since(struct arena *keep, const struct background *background, const struct document *document,
                                  const struct tree *tree, int number, int since) {
    struct time_mention time;
    size_t first = tree->offset + (size_t)since, count = (size_t)(tree->count - since);
    struct slice date = known_date(background, first, count);
    if (!date.length) date = war_day(background->wars, document, first, count);
    bool found = next_time(tree, since + 1, &time) && time.kind == NER_DATE && time.value.length;
    if (!date.length && found && time.first <= since + 3) date = time.value;
    if (!date.length && names_war(document, first, count)) date = background->war; // "since the war broke out"
    if (!date.length && found) date = time.value;
    return arena_print(keep, date.length ? "%d since %.*s" : "%d", number, SHOW(date));
}

static struct slice find_ordinal(struct arena *keep, const struct background *background, const struct document *document, const struct tree *tree) {
    enum { FARTHEST = 14 };
    for (int i = 1; i <= tree->count; i++) {
        int number = ordinal_number(tree_token(tree, i)->lower);
        for (int j = i + 1; number && j <= tree->count && j < i + FARTHEST; j++) {
            struct time_mention time;
            if (slice_is(tree_token(tree, j)->lower, "since") && j < tree->count) return ordinal_since(keep, background, document, tree, number, j);
            bool in = slice_is(tree_token(tree, j)->lower, "in") && j == i + 2 && slice_is(tree_token(tree, i + 1)->lower, "time");
            if (in && next_time(tree, j, &time) && time.first <= j + 3 && time.kind == NER_DURATION)
                return arena_print(keep, "%d in %.*s", number, SHOW(time.value));
        }
    }
    return (struct slice){"", 0};
}

// The first event of a sentence that really was is what the ordinal counts.
static bool is_counted(const struct drafts *drafts, size_t number) {
    for (size_t i = number; i-- > 0 && drafts->list.at[i].sentence == drafts->list.at[number].sentence;)
        if (slice_equal(drafts->list.at[i].event, drafts->list.at[number].event)) return false;
    return slice_is(drafts->list.at[number].status, "actual");
}

void date_event(struct arena *keep, const struct background *background, const struct document *document, const struct tree *tree,
                const struct drafts *drafts, size_t number, struct dating *dating) {
    *dating = (struct dating){.count = 0};
    find_own_date(keep, document, tree, drafts, number, dating);
    if (!dating->date.length) find_date_of_report(keep, document, tree, &drafts->list.at[number], dating);
    find_relation(keep, document, tree, drafts, number, dating);
    if (is_counted(drafts, number)) dating->ordinal = find_ordinal(keep, background, document, tree);
}

/* The document's own date. */

static bool is_war_word(struct slice lemma) {
    return slice_is(lemma, "war") || slice_is(lemma, "conflict") || slice_is(lemma, "invasion") || slice_is(lemma, "fighting");
}

// "28-month conflict", "three months of war", "the war began three months ago": how long it has been going on.
static bool is_age_of_war(const struct tree *tree, struct time_mention time) {
    for (int i = time.last + 1; i <= tree->count && i <= time.last + 3; i++)
        if (is_war_word(tree_token(tree, i)->lemma)) return true;
    bool ago = time.last < tree->count && (slice_is(tree_token(tree, time.last)->lower, "ago") || slice_is(tree_token(tree, time.last + 1)->lower, "ago"));
    for (int i = time.first - 1; ago && i > 0 && i > time.first - 6; i--)
        if (is_war_word(tree_token(tree, i)->lemma)) return true;
    return false;
}

static bool says_about(const struct tree *tree, int i) {
    static const char *const words[] = {"almost", "nearly", "about", "around", "roughly", "over", "than"};
    for (size_t w = 0; i > 1 && w < sizeof words / sizeof *words; w++)
        if (slice_is(tree_token(tree, i)->lower, words[w]) || slice_is(tree_token(tree, i - 1)->lower, words[w])) return true;
    return false;
}

static void bind_age(struct arena *keep, const struct tree *tree, struct time_mention time, struct slice war, struct dating *dating) {
    struct edtf begin;
    long months;
    struct slice number = time.value.length > 2 ? slice_drop(slice_skip(time.value, 1), 1) : (struct slice){"", 0};
    bool in_months = time.value.length > 2 && time.value.at[time.value.length - 1] == 'M' && slice_number(number, &months);
    if (!in_months || !parse_edtf(war, &begin) || begin.first.day < 1) return;
    struct date day = {begin.first.year, begin.first.month, begin.first.day};
    struct date from = add_months(day, months), until = add_months(day, months + 1);
    long first = day_from_date(from.year, from.month, from.day), last = day_from_date(until.year, until.month, until.day) - 1;
    bool about = says_about(tree, time.first);
    if (about) first -= 31, last = first + 62;
    struct day_set days = days_between(first, last);
    add_bound(dating, SLICE("in"), arena_join(keep, print_days(keep, &days), "", about ? SLICE("~") : (struct slice){"", 0}), 0);
}

// The latest whole date that a caption or a sentence about the past names: the article is younger.
static void find_latest_date(const struct token *tokens, const struct sentence *sentence, struct slice *latest) {
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        struct edtf edtf;
        if (is_whole_day(&tokens[i], &edtf) && slice_compare(tokens[i].value, *latest) > 0) *latest = tokens[i].value;
    }
}

static bool speaks_of_future(const struct document *document, const struct sentence *sentence) {
    return has_word(document, sentence->first, sentence->count, SLICE("will|would|shall|next|plan|schedule|upcoming|until|by|could|may"));
}

static void find_dateline(const struct token *tokens, const struct sentence *sentence, struct dating *dating) {
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        struct edtf edtf;
        if (tokens[i].ner == NER_DATE && tokens[i].ner_begins && parse_edtf(tokens[i].value, &edtf)) {
            add_bound(dating, SLICE("in"), tokens[i].value, 0);
            return;
        }
    }
}

void date_document(struct arena *keep, const struct background *background, const struct document *document, struct dating *dating) {
    *dating = (struct dating){.count = 0};
    struct slice latest = {"", 0}, war = background->war;
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct sentence *sentence = &document->sentences.at[s];
        if (sentence->part == PART_dateline) find_dateline(document->tokens.at, sentence, dating);
        else if (sentence->part == PART_caption || !speaks_of_future(document, sentence)) find_latest_date(document->tokens.at, sentence, &latest);
        if (!war.length || sentence->part == PART_furniture) continue;
        struct tree words = {.tokens = document->tokens.at + sentence->first, .offset = sentence->first, .count = (int)sentence->count};
        struct time_mention time;
        for (int from = 1; next_time(&words, from, &time); from = time.last + 1)
            if (is_age_of_war(&words, time)) bind_age(keep, &words, time, war, dating);
    }
    if (latest.length) add_bound(dating, SLICE("after"), latest, 0);
    else if (war.length) add_bound(dating, SLICE("after"), war, 0);
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
