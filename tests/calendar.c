// SPDX-License-Identifier: MIT
// Prints what calendar and edtf answer, for tests/calendar.bats to compare with other programs:
//     calendar days FIRST LAST       number, date, weekday, ISO week of each day of the years
//     calendar months FIRST LAST     each 29th to 31st moved by -13 to 13 months
//     calendar edtf                  lines of EDTF: printed again, first and last allowed day as numbers, print_days
//     calendar intersect             lines of EDTF with blanks between: print_days of what all allow, or "none"
#include <stdio.h>
#include <stdlib.h>

#include "story/edtf.h"

static void print_days_of(int first, int last) {
    for (long day = day_from_date(first, 1, 1); day < day_from_date(last + 1, 1, 1); day++) {
        struct date date = date_from_day(day);
        struct week week = week_of(day);
        if (day_from_date(date.year, date.month, date.day) != day) printf("not the same day: ");
        if (day_from_week(week.year, week.week, weekday_of(day)) != day) printf("not the same week: ");
        printf("%ld %04d-%02d-%02d %04d-W%02d-%d\n", day, date.year, date.month, date.day, week.year, week.week, weekday_of(day));
    }
}

static void print_months_of(int first, int last) {
    for (int year = first; year <= last; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 29; day <= days_in_month(year, month); day++)
                for (int move = -13; move <= 13; move++) {
                    struct date date = add_months((struct date){year, month, day}, move);
                    printf("%04d-%02d-%02d %d %04d-%02d-%02d\n", year, month, day, move, date.year, date.month, date.day);
                }
}

static void print_values(struct arena *arena, struct slice line) {
    struct edtf edtf;
    struct day_set set;
    if (!parse_edtf(line, &edtf)) {
        printf("%.*s: no date\n", SHOW(line));
        return;
    }
    struct slice again = print_edtf(arena, &edtf);
    printf("%.*s: %.*s", SHOW(line), SHOW(again));
    if (!edtf_days(&edtf, &set)) {
        printf(" no days\n");
        return;
    }
    set.first == DAY_OPEN_FIRST ? printf(" ..") : printf(" %ld", set.first);
    set.last == DAY_OPEN_LAST ? printf(" ..") : printf(" %ld", set.last);
    struct slice tight = print_days(arena, &set);
    printf(" %.*s\n", SHOW(tight));
}

static void print_intersection(struct arena *arena, struct slice line) {
    struct slice text;
    struct day_set all = every_day(), set;
    bool any = true;
    while (slice_cut(&line, ' ', &text)) {
        struct edtf edtf;
        any = any && parse_edtf(text, &edtf) && edtf_days(&edtf, &set) && intersect_days(&all, &set, &all);
    }
    struct slice tight = any ? print_days(arena, &all) : SLICE("none");
    printf("%.*s\n", SHOW(tight));
}

int main(int argc, char **argv) {
    struct arena arena = {0};
    char line[1000];
    if (argc > 3 && strcmp(argv[1], "days") == 0) print_days_of(atoi(argv[2]), atoi(argv[3]));
    else if (argc > 3 && strcmp(argv[1], "months") == 0) print_months_of(atoi(argv[2]), atoi(argv[3]));
    else
        while (argc > 1 && fgets(line, sizeof line, stdin)) {
            struct slice text = slice_of(line);
            if (text.length && text.at[text.length - 1] == '\n') text.length--;
            if (strcmp(argv[1], "edtf") == 0) print_values(&arena, text);
            else print_intersection(&arena, text);
            arena_reset(&arena);
        }
    arena_free(&arena);
    return fflush(stdout) == 0 ? 0 : 2;
}
