// SPDX-License-Identifier: MIT
#include "story/bound.h"

// Narrows a variable to an interval; kept as it was where no day would be left. True if it moved.
static bool narrow(struct day_set *days, long first, long last) {
    struct day_set limit = days_between(first, last), both;
    if (first > last || !intersect_days(days, &limit, &both)) return false;
    bool moved = both.first != days->first || both.last != days->last;
    *days = both;
    return moved;
}

static long minus(long day, long days) { return day == DAY_OPEN_FIRST || days < 0 ? DAY_OPEN_FIRST : day - days; }
static long plus(long day, long days) { return day == DAY_OPEN_LAST || days < 0 ? DAY_OPEN_LAST : day + days; }

static bool apply(struct day_set *days, const struct bound_between *bound) {
    struct day_set *earlier = &days[bound->earlier], *later = &days[bound->later];
    bool moved = narrow(earlier, minus(later->first, bound->days), bound->ordered ? later->last : plus(later->last, bound->days));
    return narrow(later, bound->ordered ? earlier->first : minus(earlier->first, bound->days), plus(earlier->last, bound->days)) || moved;
}

static void apply_all(struct day_set *days, const struct bound_between *bounds, size_t count, int rounds, bool soft) {
    bool moved = true;
    for (int round = 0; moved && round < rounds; round++) {
        moved = false;
        for (size_t i = 0; i < count; i++)
            if (soft || !bounds[i].is_soft) moved |= apply(days, &bounds[i]);
    }
}

void solve_bounds(struct day_set *days, const struct bound_between *bounds, size_t count, int rounds) {
    apply_all(days, bounds, count, rounds, false);
    apply_all(days, bounds, count, rounds, true);
}
