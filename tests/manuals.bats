# The manuals cannot lie: every tool has one, they are clean, what they show is what happens, and the README is the tour.
# SPDX-License-Identifier: MIT
load helper

setup() { command -v mandoc >/dev/null || skip "no mandoc"; }

@test "the manuals are without a warning" { mandoc -T lint -W warning man/*.[157]; }

@test "every tool has a page, and every page of section 1 a tool" {
    diff <(cd src && printf '%s\n' *.c | sed 's/\.c$//') <(cd man && printf '%s\n' *.1 | sed 's/\.1$//')
}

@test "every page that another refers to is there" {
    local name section bad=0 tools
    tools=" $(cd src && printf '%s ' *.c | sed 's/\.c / /g') dateline "
    while read -r name section; do
        [[ $tools != *" $name "* ]] || [ -f "man/$name.$section" ] || { echo "$name($section)"; bad=1; }
    done < <(sed -n 's/^\.Xr \([^ ]*\) \([1-8]\).*/\1 \2/p; s/^\.It Xr \([^ ]*\) \([1-8]\).*/\1 \2/p' man/*.[157] | sort -u)
    [ $bad = 0 ]
}

@test "what the manuals show is what the commands print" {
    local page bad=0 work=$BATS_TEST_TMPDIR
    ln -s "$ROOT/examples" "$work/examples"
    cd "$work"
    extract() { tokenize "$@" | tag-entities | extract-events; }
    extract examples/articles/march-call.txt >monday.tsv
    extract examples/articles/bali-meeting.txt >tuesday.tsv
    for page in "$ROOT"/man/*.[157]; do
        sh "$ROOT/tests/examples-of" -s "$page" >shown
        sh "$ROOT/tests/examples-of" "$page" >printed
        same shown printed || { echo "^^^ ${page##*/}"; bad=1; }
    done
    [ $bad = 0 ]
}

@test "README.md is the tour of man 7 dateline" {
    mandoc -T markdown man/dateline.7 | sed '1,2d; $d; s|^# NAME|# dateline|' >"$BATS_TEST_TMPDIR/README.md"
    same README.md "$BATS_TEST_TMPDIR/README.md"
}

@test "the columns that the tools write are in man 5 dateline" {
    local tool name bad=0
    mandoc -T ascii -O width=500 man/dateline.5 | sed 's|.\x08||g' >"$BATS_TEST_TMPDIR/page"
    for tool in "${PIPE_TOOLS[@]}"; do
        for name in $(pipe_to $tool examples/articles/march-call.txt | head -n 1); do
            grep -qw "$name" "$BATS_TEST_TMPDIR/page" || { echo "$tool writes $name"; bad=1; }
        done
    done
    [ $bad = 0 ]
}
