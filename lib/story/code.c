// SPDX-License-Identifier: MIT
#include "story/code.h"

bool is_sector(struct slice word) {
    static const char sectors[][4] = {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
                                      "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"};
    if (word.length != 3) return false;
    for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++)
        if (memcmp(sectors[i], word.at, 3) == 0) return true;
    return false;
}

struct slice code_country(struct slice code) {
    struct slice word;
    if (!slice_cut(&code, ' ', &word) || is_sector(word)) return (struct slice){"", 0};
    return word;
}

struct slice code_sectors(struct slice code) {
    struct slice country = code_country(code);
    return country.length ? slice_trim(slice_skip(code, country.length)) : code;
}

bool code_has(struct slice code, struct slice sector) {
    struct slice word;
    while (slice_cut(&code, ' ', &word))
        if (slice_equal(word, sector)) return true;
    return false;
}

bool sectors_meet(struct slice a, struct slice b) {
    struct slice sectors = code_sectors(a), others = code_sectors(b), word;
    if (sectors.length == 0 || others.length == 0) return true;
    while (slice_cut(&sectors, ' ', &word))
        if (code_has(others, word)) return true;
    return false;
}

struct slice code_join(struct arena *keep, struct slice a, struct slice b) {
    struct slice joined = code_country(a), word;
    if (joined.length == 0) joined = code_country(b);
    struct slice sources[] = {code_sectors(a), code_sectors(b)};
    for (int i = 0; i < 2; i++)
        while (slice_cut(&sources[i], ' ', &word))
            if (!code_has(joined, word)) joined = arena_join(keep, joined, " ", word);
    return joined;
}
