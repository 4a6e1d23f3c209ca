// SPDX-License-Identifier: MIT
// Prints the days of holidays, for tests/holidays.bats to compare with other reckonings:
//     holidays FIRST LAST RULE     each holiday of the rule (story/holiday.h) in the years, as EDTF days: FIRST, or FIRST/LAST
#include <stdio.h>
#include <stdlib.h>

#include "story/calendar.h"
#include "story/holiday.h"

static void print_day(long day) {
    struct date date = date_from_day(day);
    printf("%04d-%02d-%02d", date.year, date.month, date.day);
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    for (int year = atoi(argv[1]); year <= atoi(argv[2]); year++) {
        struct holiday found[MOST_HOLIDAYS];
        size_t count = find_holidays(slice_of(argv[3]), year, found);
        for (size_t i = 0; i < count; i++) {
            print_day(found[i].first);
            if (found[i].last != found[i].first) putchar('/'), print_day(found[i].last);
            putchar('\n');
        }
    }
    return fflush(stdout) == 0 ? 0 : 2;
}
