// SPDX-License-Identifier: MIT
#include "story/attribution.h"

#include "story/code.h"
#include "story/noun_phrase.h"
#include "text/quotation.h"

struct sayings {
    struct phrase_table verbs, channels;
};

struct sayings *make_sayings(struct arena *keep, const struct saying_grids *grids) {
    struct sayings *sayings = TAKE(keep, struct sayings, 1);
    sayings->verbs = make_phrase_table(keep, grids->sayings, "lemma");
    sayings->channels = make_phrase_table(keep, grids->channels, "word");
    return sayings;
}

bool may_hold_statement(const struct sayings *sayings, const struct document *document, size_t sentence) {
    const struct sentence *s = &document->sentences.at[sentence];
    for (size_t i = s->first; i < s->first + s->count; i++) {
        const struct token *token = &document->tokens.at[i];
        if (token->upos == UPOS_VERB && find_phrase(&sayings->verbs, token->lemma) != NO_ROW) return true;
        if (slice_is(token->lower, "according")) return true;
    }
    return false;
}

/* The speaker. */

static bool is_punctuation(const struct tree *tree, int i) { return tree_token(tree, i)->upos == UPOS_PUNCT; }

// Behind a verb at the end of a clause: ", reported Reuters".
static int inverted_speaker(const struct tree *tree, int verb) {
    if (verb == 1 || verb == tree->count || !is_punctuation(tree, verb - 1)) return 0;
    for (int i = verb + 1; i <= tree->count && i < verb + 8 && !is_punctuation(tree, i) && tree_token(tree, i)->upos != UPOS_VERB; i++)
        if (tree_token(tree, i)->ner == NER_PER || tree_token(tree, i)->ner == NER_ORG || tree_token(tree, i)->ner == NER_LOC) return i;
    int object = closes_quotation(tree_token(tree, verb - 1)->form) ? find_child(tree, verb, "obj", 0) : 0; // "said one source on the panel"
    return object > verb && tree_token(tree, object)->upos == UPOS_NOUN ? object : 0;
}

// A name, or a noun behind a comma, right before a verb whose subject the tree has lost: ", A reported", ", security sources said".
// Nothing behind a preposition.
static int speaker_before(const struct tree *tree, int verb) {
    int last = verb - 1;
    while (last > 0 && (tree_token(tree, last)->upos == UPOS_ADV || tree_token(tree, last)->upos == UPOS_AUX)) last--;
    if (last < 1 || is_passive(tree, verb)) return 0;
    enum ner ner = tree_token(tree, last)->ner;
    int before = phrase_before(tree, last).first - 1;
    bool noun = tree_token(tree, last)->upos == UPOS_NOUN && last == verb - 1 && before > 0 && is_punctuation(tree, before);
    if (ner != NER_PER && ner != NER_ORG && ner != NER_LOC && ner != NER_TITLE && !noun) return 0;
    enum upos governor = before > 0 ? tree_token(tree, before)->upos : UPOS_PUNCT;
    if (governor != UPOS_PUNCT && governor != UPOS_CCONJ && governor != UPOS_SCONJ) return 0;
    while (ner == NER_PER && last > 1 && !tree_token(tree, last)->ner_begins) last--;
    return last;
}

struct range {
    int first, last;
};

// The speaker's words: the noun and what hangs on it, up to the first comma, relative clause or the verb itself.
static struct range speaker_words(const struct tree *tree, int noun, int verb) {
    struct range words = {tree->left[noun], tree->right[noun]};
    if (words.first < verb && words.last >= verb) words.last = verb - 1;
    if (words.first > verb && noun < verb) words.first = noun;
    if (words.first <= verb && noun > verb) words.first = verb + 1;
    for (int i = noun + 1; i <= words.last; i++)
        if (is_punctuation(tree, i) || (tree_token(tree, i)->upos == UPOS_VERB && tree_token(tree, i)->ner == NER_NONE) || tree_token(tree, i)->upos == UPOS_SCONJ)
            words.last = i - 1;
    for (int i = noun - 1; i >= words.first; i--)
        if (is_punctuation(tree, i) && !slice_is(tree_token(tree, i)->lower, "-")) words.first = i + 1;
    return words;
}

static struct party make_speaker(struct cast *cast, const struct tree *tree, int noun, struct range words) {
    struct parties parties = {.count = 0};
    if (words.last > noun && tree_token(tree, words.last)->ner == NER_PER) find_parties(cast, tree, words.last, NULL, &parties); // "the head of A, B"
    if (!parties.count) find_parties(cast, tree, noun, NULL, &parties);
    bool is_pronoun = slice_is(tree_token(tree, noun)->lower, "he") || slice_is(tree_token(tree, noun)->lower, "she");
    const struct character *before = is_pronoun ? character_of(cast, cast->last_speaker) : NULL;
    if (before) parties.count = 1, parties.at[0] = (struct party){before->name, before->code, 0, 0, cast->last_speaker, true};
    struct party speaker = parties.count ? parties.at[0] : (struct party){{"", 0}, {"", 0}, 0, 0, 0, false};
    size_t count = (size_t)(words.last - words.first + 1);
    if (!speaker.name.length) speaker.name = text_of(cast->keep, cast->document, tree->offset + (size_t)words.first - 1, count);
    speaker.start = tree_token(tree, words.first)->start;
    speaker.end = tree_token(tree, words.last)->end;
    return speaker;
}

/* The content: by position, so that it survives a wrong parse. What stands before the speaker's clause if that closes the
 * sentence or stands in its middle; else what follows the verb. */

static bool has_verb(const struct tree *tree, int first, int last) {
    for (int i = first; i <= last; i++)
        if (tree_token(tree, i)->upos == UPOS_VERB || tree_token(tree, i)->upos == UPOS_AUX) return true;
    return false;
}

static void add_content(struct statement *statement, const struct tree *tree, int first, int last) {
    while (first <= last && is_punctuation(tree, first) && !opens_quotation(tree_token(tree, first)->form)) first++;
    while (last >= first && is_punctuation(tree, last) && !closes_quotation(tree_token(tree, last)->form) &&
           !slice_is(tree_token(tree, last)->form, "?") && !slice_is(tree_token(tree, last)->form, "!"))
        last--;
    if (first > last || statement->content_count == MOST_SPANS) return;
    statement->content_span[statement->content_count++] = (struct span){tree_token(tree, first)->start, tree_token(tree, last)->end};
}

// "that" in front of a clause and not of its verb: "said that he came", not "said that was all".
static bool introduces_clause(const struct tree *tree, int that) {
    if (that == tree->count) return false;
    enum upos next = tree_token(tree, that + 1)->upos;
    return tree_token(tree, that)->upos == UPOS_SCONJ || (next != UPOS_VERB && next != UPOS_AUX && next != UPOS_PUNCT);
}

// Where the content begins behind the verb: after "that", a colon or a quotation mark; else at the clause; else at the object.
static int content_start(const struct tree *tree, int verb, int from, bool takes_noun, bool is_free) {
    for (int i = from; i <= tree->count && i < from + 14; i++) {
        const struct token *token = tree_token(tree, i);
        if (slice_is(token->lower, ":") || opens_quotation(token->form) || token->form.at[0] == '"') return slice_is(token->lower, ":") ? i + 1 : i;
        if (slice_is(token->lower, "that") && introduces_clause(tree, i)) return i + 1;
        if (token->upos == UPOS_VERB || token->upos == UPOS_AUX) break;
    }
    int clause = find_child(tree, verb, "ccomp", 0);
    if (!clause) clause = find_child(tree, verb, "xcomp", 0);
    if (clause > verb) return tree->left[clause] > verb ? tree->left[clause] : clause;
    int object = find_child(tree, verb, "obj", 0);
    if (takes_noun && object > verb) return tree->left[object] > verb ? tree->left[object] : object;
    return takes_noun || (is_free && has_verb(tree, from, tree->count)) ? from : tree->count + 1;
}

static bool ends_clause(struct slice form) {
    return slice_is(form, ",") || slice_is(form, "--") || slice_is(form, "—") || slice_is(form, "–") || slice_is(form, "?") || slice_is(form, "!") ||
           closes_quotation(form);
}

// The first word behind "According to NAME," at the beginning of a sentence: that is how it came, no part of what is said.
static int behind_according(const struct tree *tree) {
    if (!slice_is(tree_token(tree, 1)->lower, "according")) return 1;
    for (int i = 2; i <= tree->count; i++)
        if (slice_is(tree_token(tree, i)->form, ",")) return i < tree->count ? i + 1 : i;
    return 1;
}

static void find_content(struct statement *statement, const struct tree *tree, int verb, struct range speaker, bool takes_noun, bool is_free) {
    int first = speaker.first < verb ? speaker.first : verb, last = speaker.last > verb ? speaker.last : verb;
    int begin = behind_according(tree);
    bool closes = first > begin + 2 && ends_clause(tree_token(tree, first - 1)->form) && has_verb(tree, begin, first - 1);
    int quotation = 0;
    for (int i = last + 1; i <= tree->count && !quotation; i++)
        if (opens_quotation(tree_token(tree, i)->form) || slice_is(tree_token(tree, i)->form, "\"")) quotation = i;
    if (!closes) {
        add_content(statement, tree, content_start(tree, verb, last + 1, takes_noun, is_free), tree->count);
        return;
    }
    add_content(statement, tree, begin, first - 1);
    if (quotation && closes_quotation(tree_token(tree, first - 1)->form)) add_content(statement, tree, quotation, tree->count);
}

/* Channels: "in a statement on Telegram". */

static struct slice find_channel(const struct sayings *sayings, const struct tree *tree, struct slice via, struct arena *keep) {
    for (int i = 2; i <= tree->count; i++) {
        bool after_preposition = slice_is(tree_token(tree, i - 1)->lower, "on") || slice_is(tree_token(tree, i - 1)->lower, "via") ||
                                 (i > 2 && slice_is(tree_token(tree, i - 2)->lower, "on"));
        uint32_t row = after_preposition ? find_phrase(&sayings->channels, tree_token(tree, i)->form) : NO_ROW;
        if (row != NO_ROW) return arena_join(keep, via, ";", actor_cell(&sayings->channels, row, "name"));
    }
    return via;
}

static void add_statement(const struct sayings *sayings, struct cast *cast, const struct tree *tree, struct statement *statement,
                          struct statements *statements) {
    statement->via = find_channel(sayings, tree, statement->via, cast->keep);
    if (statement->speaker.is_person) cast->last_speaker = statement->speaker.entity;
    *list_push(&statements->list) = *statement;
}

// Somebody with a code or a name; with the plain verbs of saying also "a witness", "the report".
static bool can_speak(const struct tree *tree, int noun, const struct party *speaker, bool is_free) {
    static const char *const words[] = {"that", "which", "it", "this", "there", "what", "we", "i", "you", "these", "those"};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (slice_is(tree_token(tree, noun)->lower, words[w])) return false;
    return is_free || speaker->code.length || speaker->is_person;
}

// "He said:" or "Graham asked." and nothing else: the words said are a sentence before or behind.
static bool stands_alone(const struct tree *tree, struct range speaker, int verb) {
    int first = speaker.first < verb ? speaker.first : verb, last = speaker.last > verb ? speaker.last : verb;
    int before = 0;
    for (int i = 1; i < first; i++) before += !is_punctuation(tree, i);
    return before < 4 && (slice_is(tree_token(tree, tree->count)->form, ":") || tree->count - last < 8);
}

static void try_verb(const struct sayings *sayings, struct cast *cast, const struct tree *tree, size_t sentence, int verb,
                     struct statements *statements) {
    uint32_t row = find_phrase(&sayings->verbs, tree_token(tree, verb)->lemma);
    if (row == NO_ROW) return;
    struct slice takes = actor_cell(&sayings->verbs, row, "takes");
    if (slice_is(tree_token(tree, verb)->deprel, "acl") && find_child(tree, verb, "mark", 0)) return; // "the importance of maintaining"
    int noun = find_subject(tree, verb);
    if (!noun) noun = inverted_speaker(tree, verb);
    if (!noun) noun = speaker_before(tree, verb);
    if (!noun || noun == verb) return;
    struct range words = speaker_words(tree, noun, verb);
    if (words.first > words.last) return;
    struct statement statement = {.sentence = sentence, .cue = verb, .event = actor_cell(&sayings->verbs, row, "event"),
                                  .rule = actor_cell(&sayings->verbs, row, "rule"), .via = {"", 0}};
    bool near = words.last < verb ? verb - words.last <= 12 : true;
    bool is_free = slice_is(takes, "free");
    statement.speaker = make_speaker(cast, tree, noun, words);
    if (!can_speak(tree, noun, &statement.speaker, is_free)) return;
    find_content(&statement, tree, verb, near ? words : (struct range){verb, verb}, slice_is(takes, "both") || slice_is(takes, "noun"), is_free);
    struct parties behind = {.count = 1, .at = {statement.speaker}};
    fill_slot(cast, tree, verb, SLICE("object"), &behind, &statement.addressees);
    if (!statement.content_count && !stands_alone(tree, words, verb)) return;
    add_statement(sayings, cast, tree, &statement, statements);
}

// "According to NAME": everything else in the sentence is the content.
static void try_according(const struct sayings *sayings, struct cast *cast, const struct tree *tree, size_t sentence, int i,
                          struct statements *statements) {
    if (i + 2 > tree->count || !slice_is(tree_token(tree, i)->lower, "according") || !slice_is(tree_token(tree, i + 1)->lower, "to")) return;
    int last = i + 2;
    while (last < tree->count && !is_punctuation(tree, last + 1) && tree_token(tree, last + 1)->upos != UPOS_VERB) last++;
    int noun = i + 2;
    for (int n = i + 2; n <= last; n++) // the noun group's head: the last noun before a preposition
        if (tree_token(tree, n)->upos == UPOS_ADP && n > noun) break;
        else if (tree_token(tree, n)->upos == UPOS_NOUN || tree_token(tree, n)->upos == UPOS_PROPN || tree_token(tree, n)->upos == UPOS_PRON) noun = n;
    struct statement statement = {.sentence = sentence, .cue = i, .event = SLICE("SAY"), .rule = SLICE("according-to"), .via = {"", 0}};
    statement.speaker = make_speaker(cast, tree, noun, (struct range){i + 2, last});
    add_content(&statement, tree, 1, i - 1);
    add_content(&statement, tree, last + 1, tree->count);
    if (statement.content_count) add_statement(sayings, cast, tree, &statement, statements);
}

// A quotation with a name behind a dash: "...", then — A. B.
static void try_dash(const struct sayings *sayings, struct cast *cast, const struct tree *tree, size_t sentence, int dash, struct statements *statements) {
    static const char *const dashes[] = {"―", "—", "–", "--"};
    bool is_dash = false;
    for (size_t d = 0; d < sizeof dashes / sizeof *dashes; d++) is_dash |= slice_is(tree_token(tree, dash)->form, dashes[d]);
    if (!is_dash || dash == tree->count || tree_token(tree, dash + 1)->ner != NER_PER || (dash > 1 && !closes_quotation(tree_token(tree, dash - 1)->form))) return;
    int last = dash + 1;
    while (last < tree->count && tree_token(tree, last + 1)->ner == NER_PER) last++;
    if (tree->count - last > 1) return;
    struct statement statement = {.sentence = sentence, .cue = dash, .event = SLICE("SAY"), .rule = SLICE("name-behind-dash"), .via = {"", 0}};
    statement.speaker = make_speaker(cast, tree, dash + 1, (struct range){dash + 1, last});
    add_content(&statement, tree, 1, dash - 1);
    add_statement(sayings, cast, tree, &statement, statements);
}

/* Relays: a news agency that reports what another says is how it came, not who says it. */

static bool spans_hold(const struct statement *statement, long character) {
    for (int i = 0; i < statement->content_count; i++)
        if (character >= statement->content_span[i].start && character < statement->content_span[i].end) return true;
    return false;
}

static void fold_relays(struct arena *keep, const struct tree *tree, struct statements *statements, size_t from) {
    for (size_t r = from; r < statements->list.count; r++) {
        struct statement *relay = &statements->list.at[r];
        if (!code_has(relay->speaker.code, SLICE("JRN"))) continue;
        bool folded = false;
        for (size_t s = from; s < statements->list.count; s++) {
            struct statement *inner = &statements->list.at[s];
            if (s == r || code_has(inner->speaker.code, SLICE("JRN")) || !spans_hold(relay, tree_token(tree, inner->cue)->start)) continue;
            inner->via = arena_join(keep, inner->via, ";", relay->speaker.name);
            folded = true;
        }
        if (!folded) continue;
        for (size_t s = from; s < statements->list.count; s++) { // what the other says ends where the relay's clause begins
            struct statement *inner = &statements->list.at[s];
            for (int c = 0; s != r && c < inner->content_count; c++)
                if (inner->content_span[c].start < relay->speaker.start && inner->content_span[c].end >= relay->speaker.end)
                    inner->content_span[c].end = relay->content_span[0].end < inner->content_span[c].end ? relay->content_span[0].end : relay->speaker.start;
        }
        memmove(relay, relay + 1, (--statements->list.count - r) * sizeof *relay);
        r--;
    }
}

void find_statements(const struct sayings *sayings, struct cast *cast, const struct tree *tree, size_t sentence, struct statements *statements) {
    size_t from = statements->list.count;
    for (int i = 1; i <= tree->count; i++) {
        if (tree_token(tree, i)->upos == UPOS_VERB && tree_token(tree, i)->ner == NER_NONE) try_verb(sayings, cast, tree, sentence, i, statements);
        try_according(sayings, cast, tree, sentence, i, statements);
        try_dash(sayings, cast, tree, sentence, i, statements);
    }
    fold_relays(cast->keep, tree, statements, from);
}

// A content reaches at most MOST_SPANS sentences away from its cue, so only statements of sentences that near are looked at.
const struct statement *statement_around(const struct statements *statements, size_t sentence, long character) {
    const struct statement *found = NULL;
    long narrowest = 0;
    size_t low = 0, high = statements->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (statements->list.at[middle].sentence + MOST_SPANS < sentence) low = middle + 1;
        else high = middle;
    }
    for (; low < statements->list.count && statements->list.at[low].sentence <= sentence + MOST_SPANS; low++) {
        const struct statement *statement = &statements->list.at[low];
        if (!spans_hold(statement, character)) continue;
        long width = statement->content_span[statement->content_count - 1].end - statement->content_span[0].start;
        if (!found || width < narrowest) found = statement, narrowest = width;
    }
    return found;
}
