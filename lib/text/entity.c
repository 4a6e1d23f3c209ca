// Which mentions are of the same thing, and what it is called: the third step of find_names. See coreference.h.
// SPDX-License-Identifier: MIT
#include "text/coreference.h"
#include "text/spelling.h"

uint32_t *number_for(struct references *references, enum key_purpose purpose, uint64_t key) {
    return number_under(&references->keys, join_keys(key, purpose));
}

size_t find_root(struct search *search, size_t mention) {
    struct mention *mentions = search->mentions;
    while (mentions[mention].entity != mention) {
        mentions[mention].entity = mentions[mentions[mention].entity].entity; // halves the path as it goes
        mention = mentions[mention].entity;
    }
    return mention;
}

size_t unite(struct search *search, size_t a, size_t b) {
    a = find_root(search, a);
    b = find_root(search, b);
    size_t root = a < b ? a : b;
    search->mentions[a].entity = search->mentions[b].entity = root;
    return root;
}

struct slice text_of_mention(struct search *search, const struct mention *mention) {
    return text_of(&search->document->memory, search->document, mention->first, mention->count);
}

bool is_word(const struct search *search, size_t token) { return search->sights[token].shape != SHAPE_OTHER; }

bool is_possessive(const struct search *search, size_t token) {
    struct slice word = search->document->tokens.at[token].lower;
    return slice_is(word, "'s") || slice_is(word, "\xE2\x80\x99s") || slice_is(word, "'") || slice_is(word, "\xE2\x80\x99");
}

// A name that came without its row (from a model) has the row of the list, if there is one of its kind.
static void look_up(struct search *search, struct mention *mention) {
    const struct names *names = search->names;
    const struct token *tokens = search->document->tokens.at;
    uint64_t hash = search->sights[mention->first].hash;
    for (size_t i = mention->first + 1; i < end_of(mention); i++) hash = go_on_search(hash, &tokens[i], tokens[i].start > tokens[i - 1].end);
    const struct gazetteer_slot *slot = find_hash(&names->gazetteer, hash);
    for (uint32_t n = slot ? slot->first_row : 0; n; n = names->gazetteer.rows[n].next) {
        const struct gazetteer_row *row = &names->gazetteer.rows[n];
        if (row->list == LIST_BODIES && mention->kind == NER_ORG && (mention->count > 1 || mention->first > 0)) {
            mention->body = true;
            mention->code = names->bodies[row->row].code;
        }
        const struct name_row *name = &names->rows[row->row];
        bool capitals = row->list != LIST_NAMES || name->letters != LETTERS_CAPITALS || search->sights[mention->first].shape >= SHAPE_CAPITALS;
        if (row->list != LIST_NAMES || name->kind != mention->kind || !capitals || !row_holds(name, search->document->published)) continue;
        mention->row = name;
        return;
    }
}

// The value of a set of mentions is its root's.
static void spread_values(struct search *search) {
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention *mention = &search->mentions[m];
        mention->entity = find_root(search, m);
        if (mention->kind != NER_TITLE) mention->value = search->mentions[mention->entity].value;
    }
}

void join_names(struct search *search) {
    struct references references = {.search = search};
    make_key_table(&search->document->memory, &references.keys, 2 * search->mention_count);
    settle_expansions(&references);
    for (size_t m = 0; m < search->mention_count; m++) {
        struct mention *mention = &search->mentions[m];
        mention->entity = m;
        if (!mention->row && !mention->body && mention->kind != NER_TITLE) look_up(search, mention);
    }
    join_persons(&references);
    join_things(&references);
    spread_values(search);
}
