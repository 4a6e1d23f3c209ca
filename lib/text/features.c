// SPDX-License-Identifier: MIT
#include "text/features.h"

static size_t find_name(const char *const *names, struct slice name) {
    size_t i = 0;
    while (names[i] && !slice_is(name, names[i])) i++;
    return i;
}

// The number of a view, a new one where it was not there yet; MOST_VIEWS where there is no room.
static size_t find_view(struct features *features, struct view *views, struct view view) {
    for (size_t i = 0; i < features->view_count; i++)
        if (views[i].place == view.place && views[i].trait == view.trait) return i;
    if (features->view_count == MOST_VIEWS) return MOST_VIEWS;
    views[features->view_count] = view;
    return features->view_count++;
}

static const char *compile_template(struct features *features, struct view *views, struct slice text, const struct feature_names *names,
                                    struct template *template) {
    struct slice word;
    while (slice_cut(&text, ' ', &word)) {
        ptrdiff_t at = slice_find(word, SLICE("@"));
        if (at < 0) return "a view in a template is not TRAIT@PLACE";
        size_t trait = find_name(names->traits, slice_first(word, (size_t)at));
        size_t place = find_name(names->places, slice_skip(word, (size_t)at + 1));
        if (names->traits[trait] == NULL || trait >= 32) return "a template has an unknown trait";
        if (names->places[place] == NULL || place >= MOST_VIEWS) return "a template has an unknown place";
        if (template->count == MOST_IN_TEMPLATE) return "a template has too many views";
        size_t view = find_view(features, views, (struct view){(uint8_t)place, (uint8_t)trait});
        if (view == MOST_VIEWS) return "the templates have too many views";
        template->views[template->count++] = (uint8_t)view;
        features->traits |= 1u << trait;
    }
    return NULL;
}

// Puts templates of few views first, so that each kind has a loop of its own; the seed remembers the line.
static void sort_templates(struct arena *keep, struct features *features, const struct template *lines, size_t count) {
    struct template *sorted = TAKE(keep, struct template, count);
    size_t next = 0, *counts[] = {&features->of_one, &features->of_two, &features->of_three};
    for (size_t views = 1; views <= MOST_IN_TEMPLATE; views++) {
        size_t first = next;
        for (size_t t = 0; t < count; t++)
            if (lines[t].count == views) sorted[next++] = lines[t];
        if (views <= 3) *counts[views - 1] = next - first;
    }
    features->templates = sorted;
    features->template_count = count;
}

// Lines from `parting` on are asked second.
static void part_templates(struct arena *keep, struct features *features, const struct template *lines, size_t count, size_t parting) {
    sort_templates(keep, features, lines, parting);
    if (parting == count) return;
    struct features *then = TAKE(keep, struct features, 1);
    *then = (struct features){.views = features->views, .view_count = features->view_count};
    sort_templates(keep, then, lines + parting, count - parting);
    features->then = then;
}

static bool is_parting(struct slice line, long *enough) {
    struct slice then = SLICE("then ");
    return slice_starts(line, then) && slice_number(slice_skip(line, then.length), enough) && *enough >= 0 && *enough <= INT32_MAX;
}

const char *compile_features(struct arena *keep, struct slice templates, const struct feature_names *names, struct features *features) {
    struct view *views = TAKE(keep, struct view, MOST_VIEWS);
    struct template *lines = TAKE(keep, struct template, MOST_TEMPLATES);
    size_t count = 0, parting = 0;
    long enough = 0;
    *features = (struct features){.views = views};
    for (struct slice line; slice_cut(&templates, '\n', &line);) {
        if (line.length == 0) continue;
        if (parting == 0 && count > 0 && is_parting(line, &enough)) {
            parting = count;
            continue;
        }
        if (count == MOST_TEMPLATES) return "there are too many templates";
        struct template *template = &lines[count++];
        template->seed = count * UINT64_C(0xD6E8FEB86659FD93);
        const char *fault = compile_template(features, views, line, names, template);
        if (fault) return fault;
    }
    if (parting == 0) parting = count;
    features->enough = (int32_t)enough;
    part_templates(keep, features, lines, count, parting);
    return count ? NULL : "there are no templates";
}

static inline uint64_t turn(uint64_t bits, unsigned by) { return bits << by | bits >> (64 - by); }

// The hash's end, and whether the template speaks up: a view that is 0 stays 0 when it is multiplied.
static inline uint32_t finish_hash(uint64_t sum) { return (uint32_t)((sum ^ sum >> 29) * UINT64_C(0xBF58476D1CE4E5B9) >> 32); }

static uint64_t add_views(const struct template *template, const uint64_t *spread, bool *shown) {
    uint64_t sum = template->seed;
    for (size_t i = 0; i < template->count; i++) {
        sum = turn(sum, 21) + spread[template->views[i]];
        *shown = *shown && spread[template->views[i]] != 0;
    }
    return sum;
}

// ALGORITHM. Each view is spread over 64 bits by a multiplication, once (Knuth's multiplicative hashing, 1973); a template adds up its
// views, turned by their place in it, and one more multiplication mixes the sum.
static size_t hash_templates(const struct features *stage, const uint64_t *spread, uint32_t *hashes) {
    size_t count = 0;
    const struct template *template = stage->templates, *end = template + stage->of_one;
    for (; template < end; template++) {
        uint64_t one = spread[template->views[0]];
        hashes[count] = finish_hash(template->seed + one);
        count += one != 0;
    }
    for (end += stage->of_two; template < end; template++) {
        uint64_t one = spread[template->views[0]], two = spread[template->views[1]];
        hashes[count] = finish_hash(template->seed + one + turn(two, 21));
        count += (one != 0) & (two != 0);
    }
    for (end += stage->of_three; template < end; template++) {
        uint64_t one = spread[template->views[0]], two = spread[template->views[1]], three = spread[template->views[2]];
        hashes[count] = finish_hash(template->seed + one + turn(two, 21) + turn(three, 42));
        count += (one != 0) & (two != 0) & (three != 0);
    }
    for (end = stage->templates + stage->template_count; template < end; template++) {
        bool shown = true;
        hashes[count] = finish_hash(add_views(template, spread, &shown));
        count += shown;
    }
    return count;
}

static void spread_values(const struct features *features, const uint32_t *values, uint64_t *spread) {
    for (size_t v = 0; v < features->view_count; v++) spread[v] = values[v] * UINT64_C(0x9E3779B97F4A7C15);
}

size_t hash_stage(const struct features *features, const uint32_t *values, uint32_t *hashes) {
    uint64_t spread[MOST_VIEWS];
    spread_values(features, values, spread);
    return hash_templates(features, spread, hashes);
}

size_t hash_features(const struct features *features, const uint32_t *values, uint32_t *hashes) {
    uint64_t spread[MOST_VIEWS];
    spread_values(features, values, spread);
    size_t count = hash_templates(features, spread, hashes);
    return features->then ? count + hash_templates(features->then, spread, hashes + count) : count;
}
