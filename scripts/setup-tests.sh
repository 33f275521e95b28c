#!/usr/bin/env bash
# Makes a machine ready for the tests, behind setup.sh: installs what only they need. Does nothing the second time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p artifacts

say() { echo "setup-tests: $*" >&2; }

# install PACKAGE... : those that are missing, from Debian
install() {
    local missing=()
    for package in "$@"; do dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package"); done
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null || { say "no apt-get here; install by hand what provides: ${missing[*]}"; return 1; }
    [ "$(id -u)" -eq 0 ] || { say "missing: ${missing[*]}. Run as root once: apt-get update && apt-get install ${missing[*]}"; return 1; }
    say "installing ${missing[*]}"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
        > artifacts/apt-tests.log 2>&1 || { say "apt-get failed; see artifacts/apt-tests.log"; return 1; }
}

# The browser in which reports are looked at; GEOMETRY_CHROMIUM names another.
[ -n "${GEOMETRY_CHROMIUM:-}" ] || command -v chromium >/dev/null || install chromium || say "the tests of reports in a browser will fail"
