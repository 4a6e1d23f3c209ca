// learn-contexts: lib/rules/contexts.tsv from treebanks.
// ALGORITHM: Brill 1992, "A simple rule-based part of speech tagger". All words get the tags that lexicon and endings give; then,
// again and again, the change that mends most tags (less those it spoils) becomes a row and is made everywhere, until no change
// mends enough. So that unknown words are unknown here too, each part of the sentences is tagged by what the other parts taught.
// What makes it quick: how many tags each change would mend is kept up to date, and what it would spoil is counted only for
// changes that mend more than the best so far.
// SPDX-License-Identifier: MIT
#include <stdint.h>

#include "base/intern.h"
#include "exchange/tables.h"
#include "exchange/token_rows.h"
#include "text/tagger.h"

// As count-words deals sentences out.
enum { RUN = 20, MOST_PARTS = 16 };

enum {
    RARE = 3,                  // words and endings seen fewer times are in no rule
    ENDED = 5,                 // bytes of the shortest word that has an ending
    MOST_NUMBERS = UINT16_MAX,
};

// What a rule may ask for: the word itself, or its last two or three letters; a neighbour's word or tag.
enum place { SELF, BEFORE2, BEFORE, AFTER, AFTER2 };
enum kind { NOTHING, TAG, WORD, ENDING2, ENDING3 };
static const ptrdiff_t offsets[] = {[SELF] = 0, [BEFORE2] = -2, [BEFORE] = -1, [AFTER] = 1, [AFTER2] = 2};

struct condition {
    enum place place;
    enum kind kind;
};
enum { MOST_CONDITIONS = 3 };

// Of changes that mend and spoil the same, that of the earlier pattern is taken.
static const struct condition patterns[][MOST_CONDITIONS] = {
    {{BEFORE, TAG}}, {{AFTER, TAG}}, {{BEFORE2, TAG}}, {{AFTER2, TAG}},
    {{BEFORE, TAG}, {AFTER, TAG}}, {{BEFORE2, TAG}, {BEFORE, TAG}}, {{AFTER, TAG}, {AFTER2, TAG}},
    {{BEFORE, WORD}}, {{AFTER, WORD}}, {{BEFORE2, WORD}}, {{AFTER2, WORD}},
    {{SELF, WORD}, {BEFORE, TAG}}, {{SELF, WORD}, {AFTER, TAG}}, {{SELF, WORD}, {BEFORE2, TAG}}, {{SELF, WORD}, {AFTER2, TAG}},
    {{SELF, WORD}, {BEFORE, WORD}}, {{SELF, WORD}, {AFTER, WORD}}, {{SELF, WORD}, {BEFORE2, WORD}}, {{SELF, WORD}, {AFTER2, WORD}},
    {{SELF, WORD}, {BEFORE, TAG}, {AFTER, TAG}}, {{SELF, WORD}, {AFTER, TAG}, {AFTER2, TAG}}, {{SELF, WORD}, {BEFORE2, TAG}, {BEFORE, TAG}},
    {{BEFORE, WORD}, {AFTER, TAG}}, {{BEFORE, TAG}, {AFTER, WORD}}, {{BEFORE2, WORD}, {BEFORE, TAG}},
    {{BEFORE2, TAG}, {BEFORE, WORD}}, {{AFTER, WORD}, {AFTER2, TAG}}, {{AFTER, TAG}, {AFTER2, WORD}},
    {{SELF, ENDING2}, {BEFORE, TAG}}, {{SELF, ENDING2}, {AFTER, TAG}}, {{SELF, ENDING2}, {BEFORE, WORD}},
    {{SELF, ENDING2}, {BEFORE, TAG}, {AFTER, TAG}},
    {{SELF, ENDING3}, {BEFORE, TAG}}, {{SELF, ENDING3}, {AFTER, TAG}}, {{SELF, ENDING3}, {BEFORE, WORD}},
    {{SELF, ENDING3}, {BEFORE, TAG}, {AFTER, TAG}},
    {{BEFORE2, TAG}, {BEFORE, TAG}, {AFTER, TAG}}, {{BEFORE, TAG}, {AFTER, TAG}, {AFTER2, TAG}},
};
enum { PATTERNS = sizeof patterns / sizeof *patterns };

// A token of the text; two that are nothing stand between sentences. Numbers are 0 where there is none, or it is rare.
struct place_in_text {
    uint8_t gold, tag;         // CONTEXT_EDGE between sentences
    uint32_t allowed;          // tags, a bit each
    uint32_t word, ending[2];  // numbers of its lower case, of its last two and three letters
};

// A change in 64 bits: pattern 6, from 5, to 5, three values of 16. The numbers order changes that are equally good.
typedef uint64_t change;
struct slot {
    change change;             // 0: free
    long mends;
};

struct learner {
    struct interner names;     // words, "-ending"s
    struct slice *name_of;     // [numbers] those that are not rare
    LIST(struct place_in_text) text;
    struct slot *slots;        // [mask + 1] by hash, linear probing
    size_t mask, used;
    LIST(struct slot) candidates;
    LIST(uint32_t) right[UPOS_COUNT]; // places whose tag is right, by tag
};

struct options {
    struct tables tables;
    const char *folder;
    size_t parts, least, most;
};

static const struct option_row own[] = {
    {'p', "parts", "PREFIX", "where the tables of the parts are: PREFIX1/words.tsv, PREFIX1/endings.tsv, ... (made without that part)"},
    {'n', "number", "N", "how many parts; 5"},
    {'l', "least", "N", "the fewest tags that a rule has to mend, less those it spoils; 5"},
    {'m', "most", "N", "how many rules at most; 1000"},
    {0, NULL, NULL, NULL},
};

static void read_options(struct command *command, struct options *options, int argc, char **argv) {
    const char *argument;
    for (int option; (option = next_option(command, argc, argv, &argument)) != -1;) {
        if (option == 'p') options->folder = argument;
        else if (option == 'n') options->parts = option_number(command, "number", argument);
        else if (option == 'l') options->least = option_number(command, "least", argument);
        else options->most = option_number(command, "most", argument);
    }
    if (!options->folder) usage_error(command, "--parts is wanted");
    if (options->parts < 1 || options->parts > MOST_PARTS || options->least < 1)
        usage_error(command, "1 to %d parts, 1 tag mended", MOST_PARTS);
}

// Reading the text

// A word that begins with "-" would be read as an ending.
static uint32_t number_of_word(struct learner *learner, struct slice lower) {
    return lower.length == 0 || (lower.length > 1 && lower.at[0] == '-') ? NOT_INTERNED : intern(&learner->names, lower);
}

static uint32_t number_ending(struct learner *learner, struct slice lower, size_t letters) {
    char name[8] = "-";
    if (lower.length < ENDED || (lower.at[lower.length - letters] & 0xC0) == 0x80) return NOT_INTERNED;
    memcpy(name + 1, lower.at + lower.length - letters, letters);
    return intern(&learner->names, (struct slice){name, letters + 1});
}

static void add_edge(struct learner *learner) {
    for (int i = 0; i < CONTEXT_REACH; i++)
        *list_push(&learner->text) = (struct place_in_text){.gold = CONTEXT_EDGE, .tag = CONTEXT_EDGE, .word = NOT_INTERNED,
                                                            .ending = {NOT_INTERNED, NOT_INTERNED}};
}

static void add_sentence(struct learner *learner, const struct tagger *tagger, struct document *document, size_t sentence) {
    struct tagging tagging = guess_tags(tagger, document, sentence);
    for (size_t i = 0; i < tagging.length; i++) {
        struct slice lower = tagging.tokens[i].lower;
        uint8_t gold = (uint8_t)(tagging.tokens[i].upos ? tagging.tokens[i].upos : tagging.tags[i]); // not annotated: all is right
        *list_push(&learner->text) =
            (struct place_in_text){gold, tagging.tags[i], tagging.allowed[i], number_of_word(learner, lower),
                                   {number_ending(learner, lower, 2), number_ending(learner, lower, 3)}};
    }
    add_edge(learner);
}

static void read_text(struct learner *learner, struct options *options, struct token_reader *tokens) {
    struct tagger *taggers[MOST_PARTS];
    struct document document = {0};
    struct arena *keep = &options->tables.keep;
    for (size_t part = 0; part < options->parts; part++) {
        struct tagger_tables tables = {
            .words = load_file(&options->tables, arena_print(keep, "%s%zu/words.tsv%c", options->folder, part + 1, 0).at),
            .endings = load_file(&options->tables, arena_print(keep, "%s%zu/endings.tsv%c", options->folder, part + 1, 0).at)};
        taggers[part] = make_tagger(keep, &tables);
    }
    add_edge(learner);
    for (size_t number = 0; read_document(tokens, &document);)
        for (size_t s = 0; s < document.sentences.count; s++, number++)
            add_sentence(learner, taggers[number / RUN % options->parts], &document, s);
    free_document(&document);
}

// Gives numbers from 1 to the words and endings that are not rare, in the order in which they came.
static void number_frequent(struct learner *learner, struct arena *keep) {
    size_t names = learner->names.count;
    uint32_t *count = TAKE(keep, uint32_t, names + 1), *number = TAKE(keep, uint32_t, names + 1), next = 0;
    learner->name_of = TAKE(keep, struct slice, names + 1);
    for (size_t i = 0; i < learner->text.count; i++) {
        const struct place_in_text *at = &learner->text.at[i];
        const uint32_t all[] = {at->word, at->ending[0], at->ending[1]};
        for (int k = 0; k < 3; k++) count[all[k] == NOT_INTERNED ? names : all[k]]++;
    }
    for (size_t i = 0; i < names; i++)
        if (count[i] >= RARE) learner->name_of[number[i] = ++next] = learner->names.names[i];
    if (next > MOST_NUMBERS) die("%u words are more than there can be numbers", next);
    for (size_t i = 0; i < learner->text.count; i++) {
        struct place_in_text *at = &learner->text.at[i];
        uint32_t *all[] = {&at->word, &at->ending[0], &at->ending[1]};
        for (int k = 0; k < 3; k++) *all[k] = *all[k] == NOT_INTERNED ? 0 : number[*all[k]];
    }
}

// Changes

static uint32_t value_at(const struct learner *learner, size_t place, struct condition condition) {
    const struct place_in_text *at = &learner->text.at[(ptrdiff_t)place + offsets[condition.place]];
    switch (condition.kind) {
    case TAG: return at->tag;
    case WORD: return at->word;
    case ENDING2: return at->ending[0];
    case ENDING3: return at->ending[1];
    default: return 0;
    }
}

static bool asks_for_word(size_t pattern) { return patterns[pattern][0].place == SELF && patterns[pattern][0].kind == WORD; }

// The change of a tag to another by one pattern, as it stands at a place; 0 where there is none.
static change change_at(const struct learner *learner, size_t place, size_t pattern, uint8_t to) {
    const struct place_in_text *at = &learner->text.at[place];
    if (!asks_for_word(pattern) && !(at->allowed >> to & 1)) return 0;
    change change = (uint64_t)pattern << 10 | (uint64_t)at->tag << 5 | to;
    for (size_t c = 0; c < MOST_CONDITIONS; c++) {
        uint32_t value = value_at(learner, place, patterns[pattern][c]);
        if (!value && patterns[pattern][c].kind) return 0;
        change = change << 16 | value;
    }
    return change;
}

static size_t pattern_of(change change) { return change >> 58; }
static uint8_t from_of(change change) { return change >> 53 & 31; }
static uint8_t to_of(change change) { return change >> 48 & 31; }
static uint32_t wanted_value(change change, size_t condition) { return change >> 16 * (MOST_CONDITIONS - 1 - condition) & 0xFFFF; }

static struct slot *find_slot(const struct learner *learner, change change) {
    size_t slot = (size_t)((change * 0x9E3779B97F4A7C15u) >> 20) & learner->mask;
    while (learner->slots[slot].change && learner->slots[slot].change != change) slot = (slot + 1) & learner->mask;
    return &learner->slots[slot];
}

static void grow_slots(struct learner *learner) {
    struct slot *old = learner->slots;
    size_t count = old ? learner->mask + 1 : 0;
    learner->mask = count ? count * 2 - 1 : 0xFFFF;
    learner->slots = take_memory(NULL, learner->mask + 1, sizeof *old);
    memset(learner->slots, 0, (learner->mask + 1) * sizeof *old);
    for (size_t i = 0; i < count; i++)
        if (old[i].change) *find_slot(learner, old[i].change) = old[i];
    free(old);
}

// Adds (or takes away) what the changes that would mend this place are worth.
static void count_mends(struct learner *learner, size_t place, int by) {
    const struct place_in_text *at = &learner->text.at[place];
    if (at->tag == at->gold) return;
    for (size_t pattern = 0; pattern < PATTERNS; pattern++) {
        change change = change_at(learner, place, pattern, at->gold);
        if (!change) continue;
        if (learner->used * 2 > learner->mask) grow_slots(learner);
        struct slot *slot = find_slot(learner, change);
        if (!slot->change) learner->used++;
        slot->change = change;
        slot->mends += by;
    }
}

// Learning

static int compare_slots(const void *left, const void *right) {
    const struct slot *a = left, *b = right;
    return a->mends != b->mends ? (a->mends < b->mends) - (a->mends > b->mends) : (a->change > b->change) - (a->change < b->change);
}

// Would the change be made here, where its tag stands?
static bool fits(const struct learner *learner, size_t place, change change) {
    size_t pattern = pattern_of(change);
    for (size_t c = 0; c < MOST_CONDITIONS && patterns[pattern][c].kind; c++)
        if (value_at(learner, place, patterns[pattern][c]) != wanted_value(change, c)) return false;
    return asks_for_word(pattern) || learner->text.at[place].allowed >> to_of(change) & 1;
}

// Counts the places that are right and would be spoilt; stops at `limit`.
static long count_spoilt(const struct learner *learner, change change, long limit) {
    long spoilt = 0;
    const uint32_t *right = learner->right[from_of(change)].at;
    for (size_t i = 0, count = learner->right[from_of(change)].count; i < count && spoilt < limit; i++)
        spoilt += fits(learner, right[i], change);
    return spoilt;
}

static void find_right(struct learner *learner) {
    for (int tag = 0; tag < UPOS_COUNT; tag++) learner->right[tag].count = 0;
    for (size_t i = 0; i < learner->text.count; i++) {
        const struct place_in_text *at = &learner->text.at[i];
        if (at->tag == at->gold && at->tag < UPOS_COUNT) *list_push(&learner->right[at->tag]) = (uint32_t)i;
    }
}

// The change that mends most, less what it spoils; 0 if none is worth `least`.
static change find_best(struct learner *learner, long least) {
    learner->candidates.count = 0;
    for (size_t i = 0; i <= learner->mask; i++)
        if (learner->slots[i].mends >= least) *list_push(&learner->candidates) = learner->slots[i];
    if (learner->candidates.count) qsort(learner->candidates.at, learner->candidates.count, sizeof *learner->candidates.at, compare_slots);
    long most = least - 1;
    change best = 0;
    find_right(learner);
    for (size_t i = 0; i < learner->candidates.count && learner->candidates.at[i].mends > most; i++) {
        struct slot slot = learner->candidates.at[i];
        long worth = slot.mends - count_spoilt(learner, slot.change, slot.mends - most);
        if (worth > most) most = worth, best = slot.change;
    }
    return best;
}

// From left to right, each place seeing what was done before it, as apply_contexts does.
static void make_change(struct learner *learner, change change) {
    for (size_t i = CONTEXT_REACH; i + CONTEXT_REACH < learner->text.count; i++) {
        if (learner->text.at[i].tag != from_of(change) || !fits(learner, i, change)) continue;
        for (size_t near = i - CONTEXT_REACH; near <= i + CONTEXT_REACH; near++) count_mends(learner, near, -1);
        learner->text.at[i].tag = to_of(change);
        for (size_t near = i - CONTEXT_REACH; near <= i + CONTEXT_REACH; near++) count_mends(learner, near, 1);
    }
}

static struct slice value_name(const struct learner *learner, struct condition condition, uint32_t value) {
    if (condition.kind != TAG) return learner->name_of[value];
    if (value != CONTEXT_EDGE) return upos_name((enum upos)value);
    return offsets[condition.place] < 0 ? SLICE("BEGIN") : SLICE("END");
}

static void write_change(struct writer *writer, const struct learner *learner, change change) {
    struct slice cells[AFTER2 + 1] = {{0}};
    for (size_t c = 0; c < MOST_CONDITIONS; c++) {
        struct condition condition = patterns[pattern_of(change)][c];
        if (condition.kind) cells[condition.place] = value_name(learner, condition, wanted_value(change, c));
    }
    write_cells(writer, upos_name((enum upos)from_of(change)));
    write_cells(writer, upos_name((enum upos)to_of(change)));
    for (int place = SELF; place <= AFTER2; place++) write_value(writer, cells[place]);
    end_row(writer);
}

static size_t count_wrong(const struct learner *learner) {
    size_t wrong = 0;
    for (size_t i = 0; i < learner->text.count; i++) wrong += learner->text.at[i].tag != learner->text.at[i].gold;
    return wrong;
}

static void learn(struct writer *writer, struct learner *learner, const struct options *options) {
    size_t before = count_wrong(learner), rules = 0;
    grow_slots(learner);
    for (size_t i = 0; i < learner->text.count; i++) count_mends(learner, i, 1);
    for (change best; rules < options->most && (best = find_best(learner, (long)options->least)); rules++) {
        make_change(learner, best);
        write_change(writer, learner, best);
    }
    warn("%zu rules; %zu wrong tags before, %zu after them", rules, before, count_wrong(learner));
}

int main(int argc, char **argv) {
    struct command command = {.name = "learn-contexts", .own = own,
                              .purpose = "rules that change a tag where the neighbours say so, from treebanks"};
    struct options options = {.tables = {.problems = &command.problems}, .parts = 5, .least = 5, .most = 1000};
    struct writer writer;
    struct token_reader tokens;
    static struct learner learner;
    read_options(&command, &options, argc, argv);
    open_output(&command, &writer);
    if (!open_tokens(&tokens, &command, &writer)) return finish_command(&command, &writer);
    write_header(&writer, (struct slice[]){SLICE("from"), SLICE("to"), SLICE("word"), SLICE("before2"), SLICE("before"),
                                           SLICE("after"), SLICE("after2")}, 7);
    read_text(&learner, &options, &tokens);
    number_frequent(&learner, &options.tables.keep);
    learn(&writer, &learner, &options);
    return finish_command(&command, &writer);
}
