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
                                    uint8_t template[MOST_IN_TEMPLATE + 1]) {
    struct slice word;
    while (slice_cut(&text, ' ', &word)) {
        ptrdiff_t at = slice_find(word, SLICE("@"));
        if (at < 0) return "a view in a template is not TRAIT@PLACE";
        size_t trait = find_name(names->traits, slice_first(word, (size_t)at));
        size_t place = find_name(names->places, slice_skip(word, (size_t)at + 1));
        if (names->traits[trait] == NULL || trait >= 32) return "a template has an unknown trait";
        if (names->places[place] == NULL || place >= MOST_VIEWS) return "a template has an unknown place";
        if (template[0] == MOST_IN_TEMPLATE) return "a template has too many views";
        size_t view = find_view(features, views, (struct view){(uint8_t)place, (uint8_t)trait});
        if (view == MOST_VIEWS) return "the templates have too many views";
        template[++template[0]] = (uint8_t)view;
        features->traits |= 1u << trait;
    }
    return NULL;
}

const char *compile_features(struct arena *keep, struct slice templates, const struct feature_names *names, struct features *features) {
    struct view *views = TAKE(keep, struct view, MOST_VIEWS);
    uint8_t(*compiled)[MOST_IN_TEMPLATE + 1] = arena_take(keep, MOST_TEMPLATES * sizeof *compiled);
    *features = (struct features){.views = views, .templates = (const uint8_t(*)[MOST_IN_TEMPLATE + 1])compiled};
    for (struct slice line; slice_cut(&templates, '\n', &line);) {
        if (line.length == 0) continue;
        if (features->template_count == MOST_TEMPLATES) return "there are too many templates";
        const char *fault = compile_template(features, views, line, names, compiled[features->template_count++]);
        if (fault) return fault;
    }
    return features->template_count ? NULL : "there are no templates";
}

// ALGORITHM. Multiply and fold (after wyhash's mixing step, Wang Yi 2019): each view is folded into the template's number.
static inline uint64_t fold(uint64_t hash, uint32_t value) {
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

size_t hash_features(const struct features *features, const uint32_t *values, uint32_t *hashes) {
    size_t count = 0;
    for (size_t t = 0; t < features->template_count; t++) {
        const uint8_t *template = features->templates[t];
        uint64_t hash = (t + 1) * UINT64_C(0xD6E8FEB86659FD93);
        uint32_t shown = 1;
        for (size_t i = 1; i <= template[0]; i++) {
            uint32_t value = values[template[i]];
            hash = fold(hash, value);
            shown &= -(uint32_t)(value != 0);
        }
        hashes[count] = (uint32_t)(hash >> 16);
        count += shown;
    }
    return count;
}
