# shellcheck shell=sh
# packages: finds out which Debian packages are missing, says so, and installs them. Sourced by examples/demo and tests/run.
# SPDX-License-Identifier: MIT

missing=

# want PACKAGE COMMAND ...: the package is missing where the command fails.
want() {
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}

has() { command -v "$1"; }
has_header() { printf '#include <%s>\n' "$1" | "${CC:-cc}" -E -; }

# What every build needs.
want_compiler() {
    want make has make
    want gcc has "${CC:-cc}"
    want libc6-dev has_header stdio.h
    want libutf8proc-dev has_header utf8proc.h
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# install_missing WHY: installs what is missing by apt-get, as root or by sudo; false where it cannot.
install_missing() {
    [ -n "$missing" ] || return 0
    printf '%s needs these Debian packages, which are not installed:%s\n' "$1" "$missing" >&2
    if ! command -v apt-get >/dev/null || { [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; }; then
        printf 'Please install them (or what they are called here), then start again.\n' >&2
        return 1
    fi
    printf 'Installing them by apt-get.\n' >&2
    # shellcheck disable=SC2086 # a list of packages
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C sh -c \
        'apt-get install -qq -y --no-install-recommends "$@" >/dev/null 2>&1 ||
         { apt-get update -qq && apt-get install -qq -y --no-install-recommends "$@" >/dev/null; }' apt $missing </dev/null >&2 || return 1
    missing=
}
