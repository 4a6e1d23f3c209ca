# Who may include whom (lib/FLOORS), and what every source file begins with.
# SPDX-License-Identifier: MIT
load helper

sources() { find lib src -name '*.[ch]' | LC_ALL=C sort; }

# For every #include of a file of ours: FILE FOLDER-OF-FILE FOLDER-INCLUDED; the folder of src/x.c is src.
own_includes() {
    sources | while IFS= read -r file; do
        sed -n 's/^ *# *include *"\([^"]*\)".*/\1/p' "$file" | while IFS= read -r header; do
            [ -f "lib/$header" ] || { echo "$file includes \"$header\", which is not in lib"; continue; }
            echo "$file $(dirname "$file") $(dirname "$header")"
        done
    done
}

# Headers of libraries other than libc, as FILE FOLDER <HEADER>.
foreign_includes() {
    local libc=' assert ctype errno fcntl float getopt inttypes limits locale math poll setjmp signal stdarg stdbool stdalign stddef stdint
        stdio stdlib stdnoreturn string strings time unistd sys/mman sys/stat sys/types sys/wait emmintrin immintrin '
    sources | while IFS= read -r file; do
        sed -n 's/^ *# *include *<\(.*\)\.h>.*/\1/p' "$file" | while IFS= read -r header; do
            [[ $libc =~ [[:space:]]$header[[:space:]] ]] || echo "$file $(dirname "$file") <$header.h>"
        done
    done
}

@test "every include goes where lib/FLOORS allows it" {
    local file folder wanted allowed bad=0
    while read -r file folder wanted; do
        [[ $folder == src/* ]] && folder=src
        allowed=$(sed -n "s|^$folder:||p" lib/FLOORS)
        [[ " $allowed " == *" $wanted "* ]] || { echo "$file may not include $wanted/ (lib/FLOORS: $folder:$allowed)"; bad=1; }
    done < <(own_includes)
    [ $bad = 0 ]
}

@test "libraries are included only where lib/FLOORS names them" {
    local file folder header allowed bad=0
    while read -r file folder header; do
        allowed=$(sed -n "s|^$folder:||p" lib/FLOORS)
        [[ $header == "<csv.h>" || $header == "<jq.h>" || $header == "<jv.h>" ]] && [[ $file == src/read-* ]] && continue
        [[ " $allowed " == *" $header "* ]] || { echo "$file may not include $header"; bad=1; }
    done < <(foreign_includes)
    [ $bad = 0 ]
}

@test "every folder of lib with C in it is named in lib/FLOORS" {
    local folder
    for folder in $(sources | xargs -n1 dirname | sort -u); do
        [[ $folder == src/* ]] || grep -q "^$folder:" lib/FLOORS || { echo "$folder"; return 1; }
    done
}

@test "every header begins with what it is and who may use it" {
    local file bad=0
    while IFS= read -r file; do
        head -n 1 "$file" | grep -q "^/\* $(basename "$file" .h): " || { echo "$file does not begin with its name and what it is"; bad=1; }
        sed '/\*\//q' "$file" | tr -d '\n' | sed 's/ \* / /g' | grep -q 'May be used by:' || { echo "$file does not say who may use it"; bad=1; }
    done < <(sources | grep '\.h$')
    [ $bad = 0 ]
}

@test "every source file has one SPDX line" {
    local file count bad=0
    while IFS= read -r file; do
        count=$(grep -c '^\(// \|/\* \|# \| \* \)SPDX-License-Identifier: MIT' "$file" || true)
        [ "$count" = 1 ] || { echo "$file has $count"; bad=1; }
    done < <(sources; find tests examples .ci -type f \( -name '*.bats' -o -name '*.sh' -o -name '*.bash' -o -name run -o -name demo -o -name '*.awk' \) \
                 ! -name cases.bats)
    [ $bad = 0 ]
}

@test "language code knows no tables and no files" {
    ! grep -n -e 'FILE \*' -e 'fopen' -e '"table/' -e 'printf(std' lib/text/*.[ch] lib/story/*.[ch]
}
