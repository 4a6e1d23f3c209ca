// From words to mentions: lists first, then the shape of what stands between; the second step of find_names.
//
// ALGORITHM. Left to right through each sentence; at each word the longest phrase of each list (names, offices, bodies) and the
// run of capitalised words that begins here are weighed: a name of several words, an organisation that ends in a head word
// ("... Committee"), an office, a body, a person ("given name + words", or words after an office), a name of one word, and last
// what only looks like a name. A single unknown word waits until the whole document was read: it is what the document says it is
// elsewhere ("Orlin" after "Pavel Orlin"), or what stands around it suggests.
// SPDX-License-Identifier: MIT
#include "text/event_name.h"
#include "text/name_run.h"

static struct mention *add_mention(struct place *place, size_t count, enum ner kind) {
    struct mention *mention = push_mention(place->search);
    *mention = (struct mention){.first = place->at, .count = count, .sentence = place->sentence, .kind = kind};
    place->at += count;
    return mention;
}

static const struct mention *last_mention(const struct place *place, size_t end) {
    if (place->search->mention_count == 0) return NULL;
    const struct mention *mention = &place->search->mentions[place->search->mention_count - 1];
    return mention->sentence == place->sentence && mention->first + mention->count == end ? mention : NULL;
}

static void note_person(struct place *place, const struct mention *mention) {
    for (size_t i = mention->first; i < mention->first + mention->count; i++)
        if (place->sights[i].shape == SHAPE_CAPITALISED && !is_marked(&place->sights[i], WORD_particle) &&
            !is_marked(&place->sights[i], WORD_suffix))
            word_of(place->search, place->sights[i].hash)->person = true;
}

static bool take_person(struct place *place, size_t end) {
    if (end <= place->at) return false;
    note_person(place, add_mention(place, end - place->at, NER_PER));
    return true;
}

static bool take_name(struct place *place, struct match match) {
    const struct name_row *row = &place->search->names->rows[match.row];
    size_t after = place->at + match.count;
    if (row->kind == NER_LOC && !row->own && is_capital(place, after) && is_marked(&place->sights[after], WORD_place_head) &&
        !place->sights[after].loud)
        return add_mention(place, match.count + 1, NER_LOC), true; // "Lundby Province" is no Lundby
    struct mention *mention = add_mention(place, match.count, row->kind);
    mention->row = row;
    mention->value = row->value;
    if (row->kind == NER_PER) note_person(place, mention);
    return true;
}

static bool follows_title(const struct place *place) {
    const struct mention *last = last_mention(place, place->at);
    return last && last->kind == NER_TITLE && (last->title != TITLE_counterpart || !last->plural);
}

// "chief of the Danish General Staff", "head of the Danish Foreign Ministry": is what a body's head is called followed by "of" and one?
static bool heads_body(const struct place *place, size_t at) {
    struct match matches[3] = {0};
    if (!is_form(place, at, "of")) return false;
    at += 1 + is_form(place, at + 1, "the");
    if (!is_capital(place, at)) return false;
    find_matches(place, at, matches);
    if (matches[LIST_BODIES].count && matches[LIST_BODIES].count >= matches[LIST_NAMES].count) return true;
    if (matches[LIST_NAMES].count == 0) return false;
    const struct name_row *row = &place->search->names->rows[matches[LIST_NAMES].row];
    if (row->kind == NER_ORG) return true;
    if (row->kind != NER_NORP && row->kind != NER_LOC) return false;
    at += matches[LIST_NAMES].count;
    at += is_form(place, at, "'s") || is_form(place, at, "\xE2\x80\x99s");
    if (!is_capital(place, at)) return false;
    find_matches(place, at, matches);
    return matches[LIST_BODIES].count > 0;
}

// "the Pentagon chief said", "the Iranian leader": a rank that stands for its holder, behind whom he leads.
static bool ends_group(const struct place *place, struct match match) {
    const struct mention *last = last_mention(place, place->at);
    if (!last && place->at > place->first && (is_form(place, place->at - 1, "'s") || is_form(place, place->at - 1, "\xE2\x80\x99s"))) last = last_mention(place, place->at - 1);
    if (!last || (last->kind != NER_ORG && last->kind != NER_NORP && last->kind != NER_LOC) || !is_marked(&place->sights[place->at], WORD_heading)) return false;
    size_t after = place->at + match.count;
    enum upos next = after < place->end ? place->tokens[after].upos : UPOS_PUNCT;
    return next != UPOS_NOUN && next != UPOS_PROPN && next != UPOS_ADJ && !is_form(place, after, "-");
}

// "the colonel said", "the chairman's": a rank that stands alone for whom the text has named.
static bool stands_for_holder(const struct place *place, struct match match) {
    const struct title_row *row = &place->search->names->titles[match.row];
    size_t after = place->at + match.count;
    if (place->at == place->first || !slice_is(place->tokens[place->at - 1].lower, "the") || after >= place->end) return false;
    if (!slice_is(row->code, "MIL") && !is_marked(&place->sights[after - 1], WORD_heading)) return false;
    enum upos next = place->tokens[after].upos;
    return next == UPOS_VERB || next == UPOS_AUX || is_form(place, after, "'s") || is_form(place, after, "\xE2\x80\x99s");
}

static bool take_title(struct place *place, struct match match) {
    const struct title_row *row = &place->search->names->titles[match.row];
    size_t after = place->at + match.count;
    struct match next[3] = {0};
    if (row->kind == TITLE_rank && is_marked(&place->sights[place->at], WORD_given) && place->sights[place->at].shape == SHAPE_CAPITALISED &&
        follows_title(place))
        return false; // "Foreign Minister Shah Orlin": the name has begun
    bool name = row->kind == TITLE_office && match.count == 1 && place->sights[place->at].shape == SHAPE_CAPITALISED && !is_capital(place, after);
    const struct mention *last = name ? last_mention(place, place->at) : NULL;
    if (last && last->kind == NER_TITLE && last->title == TITLE_honorific) return false; // "Mr. King"
    if (row->kind == TITLE_honorific || (row->kind == TITLE_rank && !heads_body(place, after) && !ends_group(place, match) && !stands_for_holder(place, match))) {
        if (!is_capital(place, after)) return false;
        find_matches(place, after, next);
        bool named = next[LIST_NAMES].count && place->search->names->rows[next[LIST_NAMES].row].kind != NER_PER;
        if (named && !is_marked(&place->sights[after], WORD_given) && row->kind == TITLE_rank) return false;
        if (place->sights[place->at].shape == SHAPE_LOWER && end_of_organisation(place, after) > after) return false;
    }
    struct mention *mention = add_mention(place, match.count, NER_TITLE);
    mention->title = row->kind;
    mention->plural = row->plural;
    mention->code = row->code;
    mention->office = row->office;
    return true;
}

static bool take_body(struct place *place, struct match match) {
    const struct body_row *row = &place->search->names->bodies[match.row];
    const struct sight *sight = &place->sights[place->at];
    if (!has_capital(sight) || sight->loud) return false;
    if (row->common && (sight->opens || !last_mention(place, place->at))) return false;
    struct mention *mention = add_mention(place, match.count, NER_ORG);
    mention->body = true;
    mention->code = row->code;
    return true;
}

// A given name and what follows it, or a word behind an office.
static bool begins_person(const struct place *place) {
    size_t at = place->at;
    const struct sight *sight = &place->sights[at];
    if (!is_capital(place, at))
        return is_free(place, at) && is_marked(sight, WORD_particle) && follows_title(place) && step_of_run(place, at);
    if (follows_title(place)) return true;
    if (sight->loud && is_marked(sight, WORD_common)) return false;
    size_t next = at + 1;
    if (sight->shape == SHAPE_INITIAL) {
        while (next < at + MOST_PARTICLES && is_free(place, next) && place->sights[next].shape == SHAPE_INITIAL) next++;
        return slice_ends(place->tokens[at].form, SLICE(".")) && is_capital(place, next) && is_unknown(place, next);
    }
    if (!is_marked(sight, WORD_given)) return false;
    size_t steps = step_of_run(place, next);
    if (steps == 0 || begins_other(place, next)) return false;
    return !is_marked(&place->sights[next], WORD_common) || is_marked(&place->sights[next], WORD_particle) ||
           (!place->sights[next].loud && !is_marked(&place->sights[next], WORD_organisation_head));
}

// "Danish Defense Ministry" is a country and its body, "Danish Shipping Company" is one name: does what follows the country's
// name stand on its own?
static bool stands_alone(const struct place *place, size_t at, size_t end) {
    struct match matches[3];
    if (at >= end) return true;
    find_matches(place, at, matches);
    return at + matches[LIST_BODIES].count >= end || matches[LIST_TITLES].count > 0;
}

static bool take_known(struct place *place) {
    struct match matches[3];
    find_matches(place, place->at, matches);
    struct match name = matches[LIST_NAMES], title = matches[LIST_TITLES], body = matches[LIST_BODIES];
    size_t organisation = is_capital(place, place->at) ? end_of_organisation(place, place->at) : 0;
    const struct name_row *row = name.count ? &place->search->names->rows[name.row] : NULL;
    if (row && row->own && name.count >= title.count && name.count >= body.count) return take_name(place, name);
    bool whole = body.count + place->at >= organisation; // no longer organisation begins here
    if (body.count > name.count && body.count > title.count && whole && take_body(place, body)) return true;
    if (name.count > 1 && name.count >= title.count && name.count + place->at >= organisation) return take_name(place, name);
    if (title.count >= name.count && title.count && take_title(place, title)) return true;
    if (body.count && body.count >= name.count && whole && take_body(place, body)) return true;
    bool country = row && (row->kind == NER_NORP || (row->kind == NER_LOC && row->value.length == 3));
    if (country && organisation && stands_alone(place, place->at + name.count, organisation)) return take_name(place, name);
    if (row && row->kind == NER_NORP && !organisation) return take_name(place, name);
    if (organisation && !place->sights[place->at].loud && !(row && row->kind == NER_LOC && follows_title(place)))
        return add_mention(place, organisation - place->at, NER_ORG), true;
    bool other = row && row->kind != NER_PER && !is_marked(&place->sights[place->at], WORD_given);
    if (!other && begins_person(place)) {
        size_t end = end_of_person(place, place->at);
        bool listed = row && row->kind == NER_PER && place->at + name.count == end; // "President Orlin", where there is one
        return listed ? take_name(place, name) : take_person(place, end);
    }
    return row && take_name(place, name);
}

// "Lundby, Denmark", "the town of Lundby", "Lundby province": do the words beside say that it is a place?
static bool has_place_beside(const struct place *place, size_t at, size_t end) {
    const struct sight *sights = place->sights;
    if (end < place->end && is_marked(&sights[end], WORD_place_head) && sights[end].shape == SHAPE_LOWER) return true;
    if (at >= place->first + 2 && is_form(place, at - 1, "of") && is_marked(&sights[at - 2], WORD_place_head) && sights[at - 2].shape == SHAPE_LOWER) return true;
    if (!is_form(place, end, ",") || end + 1 >= place->end || !is_capital(place, end + 1)) return false;
    struct match matches[3];
    find_matches(place, end + 1, matches);
    const struct name_row *row = matches[LIST_NAMES].count ? &place->search->names->rows[matches[LIST_NAMES].row] : NULL;
    size_t after = end + 1 + matches[LIST_NAMES].count; // "Pavel Orlin, Denmark's minister"
    if (is_form(place, after, "'s") || is_form(place, after, "\xE2\x80\x99s")) return false;
    return row && row->kind == NER_LOC && (sights[at].opens || is_marked(&sights[at - 1], WORD_place_preposition));
}

// What a run of unknown capitalised words is by its shape.
static enum ner kind_of_run(const struct place *place, size_t at, size_t end) {
    const struct sight *first = &place->sights[at], *last = &place->sights[end - 1];
    if (is_marked(last, WORD_suffix)) return NER_PER;
    if (is_marked(last, WORD_event_head)) return NER_EVENT;
    if (is_marked(last, WORD_place_head) || is_marked(first, WORD_place_start)) return NER_LOC;
    size_t common = 0, capitals = 0, words = 0, given = 0;
    for (size_t i = at; i < end; i++) {
        common += is_marked(&place->sights[i], WORD_common) && !is_marked(&place->sights[i], WORD_particle) && !is_marked(&place->sights[i], WORD_given);
        capitals += place->sights[i].shape == SHAPE_CAPITALS;
        given += is_marked(&place->sights[i], WORD_given);
        words += place->sights[i].shape >= SHAPE_CAPITALISED;
    }
    if (is_marked(first, WORD_given) && words <= 3 && (common == 0 || !first->loud)) return NER_PER;
    if (first->loud) return NER_NONE;
    if (has_place_beside(place, at, end)) return NER_LOC;
    if (common == 0 && at > place->first && is_marked(&place->sights[at - 1], WORD_place_preposition)) return NER_LOC;
    if (capitals) return NER_ORG;
    if (common == 0 && (words <= 3 || (given && words <= 5))) return NER_PER;
    return common < words ? NER_ORG : NER_NONE;
}

// Not a name at the head of a sentence if it is a word of the language, here or elsewhere in the document.
static bool is_plain_word(const struct place *place, size_t at) {
    const struct sight *sight = &place->sights[at];
    size_t next = at + 1;
    if (sight->opens && next < place->end && word_of(place->search, sight->hash)->person &&
        (is_marked(&place->sights[next], WORD_saying) || place->tokens[next].upos == UPOS_VERB || place->tokens[next].upos == UPOS_AUX)) return false;
    if (is_marked(sight, WORD_common)) return sight->opens || sight->loud || word_of(place->search, sight->hash)->lower > 0;
    return sight->opens && word_of(place->search, sight->hash)->lower > 0;
}

static void take_unknown(struct place *place) {
    if (!is_capital(place, place->at) || is_plain_word(place, place->at)) {
        place->at++;
        return;
    }
    size_t end = end_before_office(place, place->at, end_of_person(place, place->at)), words = 0;
    for (size_t i = place->at; i < end; i++) words += has_capital(&place->sights[i]);
    if (end <= place->at) place->at++;
    else if (words == 1) add_mention(place, end - place->at, NER_NONE);
    else {
        enum ner kind = kind_of_run(place, place->at, end);
        if (kind == NER_NONE) add_mention(place, 1, NER_NONE);
        else if (kind == NER_PER) take_person(place, end);
        else add_mention(place, end - place->at, kind);
    }
}

// A single unknown word, by the document and by its neighbours.
static enum ner kind_of_word(const struct place *place, const struct mention *mention) {
    size_t at = mention->first, next = at + mention->count;
    const struct sight *sight = &place->sights[at];
    const struct word *word = word_of(place->search, sight->hash);
    if (word->person) return NER_PER;
    if (has_place_beside(place, at, next)) return NER_LOC;
    if (sight->loud && word->capital == 0) return NER_NONE;
    if (sight->shape == SHAPE_INITIAL) return NER_NONE;
    if (sight->shape == SHAPE_CAPITALS) return sight->loud || is_marked(sight, WORD_common) ? NER_NONE : NER_ORG;
    if (is_marked(sight, WORD_common)) return NER_NONE;
    if (is_marked(sight, WORD_given)) return NER_PER;
    if (is_marked(sight, WORD_organisation_head) || is_marked(sight, WORD_place_head)) return NER_NONE;
    if (next < place->end && is_marked(&place->sights[next], WORD_saying) && !has_capital(&place->sights[next])) return NER_PER;
    if (at > place->first && is_marked(&place->sights[at - 1], WORD_addressing) && !sight->loud) return NER_PER;
    if (at > place->first && (is_marked(&place->sights[at - 1], WORD_place_preposition) || is_marked(&place->sights[at - 1], WORD_direction))) return NER_LOC;
    if (at > place->first && slice_is(place->tokens[at - 1].lower, "the")) return NER_ORG;
    return word->capital + sight->opens > 1 && word->lower == 0 ? NER_PER : NER_NONE;
}

static struct place place_in(struct search *search, size_t sentence) {
    const struct sentence *where = &search->document->sentences.at[sentence];
    return (struct place){search, search->document->tokens.at, search->sights, sentence, where->first, where->first + where->count, where->first};
}

// A place or firm that bears the name of a person the document names in full is that person, unless something stands before it
// that wants a place.
static bool is_namesake(const struct place *place, const struct mention *mention) {
    if (mention->kind != NER_LOC || mention->count != 1 || mention->row->own || mention->row->seat) return false;
    if (mention->first > place->first && is_marked(&place->sights[mention->first - 1], WORD_place_preposition)) return false;
    return word_of(place->search, place->sights[mention->first].hash)->person;
}

// "Van" of "Van der Meer" at the head of a sentence.
static void take_particles(const struct place *place, struct mention *mention) {
    size_t first = mention->first;
    while (first > place->first && is_free(place, first - 1) && is_marked(&place->sights[first - 1], WORD_particle)) first--;
    if (first < mention->first && has_capital(&place->sights[first])) {
        mention->count += mention->first - first;
        mention->first = first;
    }
}

static void settle_mentions(struct search *search) {
    size_t kept = 0;
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention mention = search->mentions[m];
        struct place place = place_in(search, mention.sentence);
        if (mention.kind == NER_NONE) mention.kind = kind_of_word(&place, &mention);
        else if (mention.row && is_namesake(&place, &mention)) mention.kind = NER_PER, mention.row = NULL, mention.value = (struct slice){"", 0};
        if (mention.kind == NER_PER && (m == 0 || search->mentions[m - 1].first + search->mentions[m - 1].count < mention.first)) take_particles(&place, &mention);
        if (mention.kind != NER_NONE) search->mentions[kept++] = mention;
    }
    search->mention_count = kept;
}

void find_mentions(struct search *search) {
    for (size_t s = 0; s < search->document->sentences.count; s++) {
        struct place place = place_in(search, s);
        while (place.at < place.end) {
            size_t event = end_of_event(&place);
            if (event) add_mention(&place, event - place.at, NER_EVENT);
            else if (place.tokens[place.at].ner != NER_NONE) place.at++;
            else if (!take_known(&place)) take_unknown(&place);
        }
    }
    settle_mentions(search);
}
