# Calendar and EDTF against other programs, and rows of dates against what they mean.
# SPDX-License-Identifier: MIT
load helper

CALENDAR=$TEST_BIN/calendar

@test "every day of 400 years is the day Python's datetime says, with its ISO week" {
    command -v python3 >/dev/null || skip "no python3"
    "$CALENDAR" days 1890 2299 >"$BATS_TEST_TMPDIR/ours"
    python3 - >"$BATS_TEST_TMPDIR/theirs" <<'PYTHON'
import datetime
day, epoch = datetime.date(1890, 1, 1), datetime.date(1970, 1, 1)
while day.year < 2300:
    print((day - epoch).days, day, "%04d-W%02d-%d" % tuple(day.isocalendar()))
    day += datetime.timedelta(1)
PYTHON
    cmp "$BATS_TEST_TMPDIR/ours" "$BATS_TEST_TMPDIR/theirs"
}

@test "the first of every month of 400 years is the day GNU date says" {
    date --version 2>/dev/null | grep -q GNU || skip "no GNU date"
    "$CALENDAR" days 1890 2289 | awk '$2 ~ /-01$/' >"$BATS_TEST_TMPDIR/ours"
    for year in $(seq 1890 2289); do for month in 01 02 03 04 05 06 07 08 09 10 11 12; do echo "$year-$month-01"; done; done |
        TZ=UTC date -f - '+%s %Y-%m-%d %G-W%V-%u' | awk '{ $1 /= 86400; print }' >"$BATS_TEST_TMPDIR/theirs"
    cmp "$BATS_TEST_TMPDIR/ours" "$BATS_TEST_TMPDIR/theirs"
}

@test "months are added as in Python's calendar, the day kept or the month's last" {
    command -v python3 >/dev/null || skip "no python3"
    "$CALENDAR" months 1999 2105 >"$BATS_TEST_TMPDIR/ours"
    python3 - >"$BATS_TEST_TMPDIR/theirs" <<'PYTHON'
import calendar
for year in range(1999, 2106):
    for month in range(1, 13):
        for day in range(29, calendar.monthrange(year, month)[1] + 1):
            for move in range(-13, 14):
                y, m = divmod(year * 12 + month - 1 + move, 12)
                print("%04d-%02d-%02d %d %04d-%02d-%02d" % (year, month, day, move, y, m + 1, min(day, calendar.monthrange(y, m + 1)[1])))
PYTHON
    cmp "$BATS_TEST_TMPDIR/ours" "$BATS_TEST_TMPDIR/theirs"
}

# Lines of WHAT: EXPECTED; "calendar edtf" answers with the same lines.
@test "dates in part known are read, printed again, and mean their days" {
    cat >"$BATS_TEST_TMPDIR/rows" <<'ROWS'
1970-01-01: 1970-01-01 0 0 1970-01-01
2022-05-13: 2022-05-13 19125 19125 2022-05-13
2022-05-13T14:03Z: 2022-05-13T14:03Z 19125 19125 2022-05-13
2022-05-13TNI: 2022-05-13TNI 19125 19125 2022-05-13
2022-05~: 2022-05~ 19113 19143 2022-05
2022?: 2022? 18993 19357 2022
2022-WXX-5: 2022-WXX-5 18999 19356 2022-01-07/2022-12-30
2024-02-29: 2024-02-29 19782 19782 2024-02-29
2023-02-29: no date
2022-13: no date
199X: 199X 7305 10956 199X
19XX: 19XX -25567 10956 19XX
XXXX-05-13: XXXX-05-13 .. .. XXXX-05-13
XXXX-02-30: no date
XXXX-WXX-5: XXXX-WXX-5 .. .. XXXX-WXX-5
XXXX-05: XXXX-05 .. .. XXXX-05
2022-W20: 2022-W20 19128 19134 2022-05-16/2022-05-22
2022-W20-5: 2022-W20-5 19132 19132 2022-05-20
2022-W53: no date
2022-22: 2022-22 19144 19235 2022-06/2022-08
2022-24: 2022-24 18962 19416 2021-12/2023-02
XXXX-22: XXXX-SU .. .. XXXX-SU
2022-Q3: 2022-35 19174 19265 2022-07/2022-09
2022-35: 2022-35 19174 19265 2022-07/2022-09
2022-05-16/2022-05-20: 2022-05-16/2022-05-20 19128 19132 2022-05-16/2022-05-20
../2022-05-20: ../2022-05-20 .. 19132 ../2022-05-20
2022-05/..: 2022-05/.. 19113 .. 2022-05-01/..
2022-05-20/2022-05-16: 2022-05-20/2022-05-16 no days
../..: no date
Friday: no date
2022-05-13T: no date
ROWS
    sed "s|: .*||" "$BATS_TEST_TMPDIR/rows" | "$CALENDAR" edtf | diff "$BATS_TEST_TMPDIR/rows" -
}

# WHAT ALL ALLOW = EXPECTED
@test "sets of days are intersected exactly" {
    cat >"$BATS_TEST_TMPDIR/rows" <<'ROWS'
XXXX-05-13 XXXX-WXX-5 2022-01-28/2030-01-01 = 2022-05-13
XXXX-05-13 XXXX-WXX-5 2022-01-28/2040-01-01 = 2022-05-13/2039-05-13
XXXX-05-13 XXXX-WXX-5 2022-01-28/.. = XXXX-05-13
XXXX-02-24 XXXX-WXX-5 2022 = none
XXXX-02-29 XXXX-WXX-7 2001/2027 = 2004-02-29
XXXX-02-29 XXXX-WXX-7 2005/2031 = none
XXXX-02-29 2097/2103 = none
XXXX-WXX-5 2022-05-14/2022-05-20 = 2022-05-20
XXXX-WXX-5 XXXX-WXX-4 = none
2022-05-16/2022-05-20 2022-05-18/.. = 2022-05-18/2022-05-20
2022-05 ../2022-05-20 = 2022-05-01/2022-05-20
2022-05-01/.. 2022 ../2022-05-31 = 2022-05
XXXX-03 2022-06/2024-02 = 2023-03
2023 XXXX-22 = 2023-06/2023-08
199X 1980/1999 = 199X
../2022 2023/.. = none
ROWS
    sed 's/ = .*//' "$BATS_TEST_TMPDIR/rows" | "$CALENDAR" intersect >"$BATS_TEST_TMPDIR/out"
    sed 's/.* = //' "$BATS_TEST_TMPDIR/rows" | diff - "$BATS_TEST_TMPDIR/out"
}

@test "random sets of days intersect as a search through every day does" {
    command -v python3 >/dev/null || skip "no python3"
    python3 - "$BATS_TEST_TMPDIR" <<'PYTHON'
import datetime, random, sys
random.seed(1)
day, all_days = datetime.date(2000, 1, 1), []
while day.year < 2040:
    all_days.append(day)
    day += datetime.timedelta(1)
with open(sys.argv[1] + "/in", "w") as given, open(sys.argv[1] + "/wanted", "w") as wanted:
    for _ in range(400):
        left, terms = all_days, ["2000/2039"]
        if random.random() < .7:
            a, b = sorted(random.sample(all_days, 2)); terms.append("%s/%s" % (a, b)); left = [d for d in left if a <= d <= b]
        if random.random() < .6:
            w = random.randint(1, 7); terms.append("XXXX-WXX-%d" % w); left = [d for d in left if d.isoweekday() == w]
        if random.random() < .8:
            m, n = random.randint(1, 12), random.randint(1, 28); terms.append("XXXX-%02d-%02d" % (m, n)); left = [d for d in left if (d.month, d.day) == (m, n)]
        print(*terms, file=given)
        print("none" if not left else "%s %s" % (left[0], left[-1]), file=wanted)
PYTHON
    # "intersect" prints whole months and years shorter: compare first and last days instead, by reading its answer again
    "$CALENDAR" intersect <"$BATS_TEST_TMPDIR/in" >"$BATS_TEST_TMPDIR/out"
    python3 - "$BATS_TEST_TMPDIR" <<'PYTHON'
import calendar, sys
def side(text, last):
    parts = [int(p) for p in text.split("-")]
    while len(parts) < 3: parts.append({1: 12, 2: calendar.monthrange(parts[0], parts[1])[1] if len(parts) == 2 else 0}[len(parts)] if last else 1)
    return "%04d-%02d-%02d" % tuple(parts)
for line, out, wanted in zip(*(open(sys.argv[1] + "/" + n).read().split("\n")[:-1] for n in ("in", "out", "wanted"))):
    if out.endswith("X"): out = "%s0/%s9" % (out[:3], out[:3])
    first, _, last = out.partition("/")
    got = "none" if out == "none" else side(first, False) + " " + side(last or first, True)
    assert got == wanted, (line, out, wanted)
PYTHON
}

@test "a million intersections cost less than ten seconds" {
    yes 'XXXX-05-13 XXXX-WXX-5 2022-01-28/2040-01-01' | head -n 1000000 | timeout 10 "$CALENDAR" intersect | sort -u | grep -qx '2022-05-13/2039-05-13'
}
