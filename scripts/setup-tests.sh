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

# What exported ONNX files are tested with: Python's onnx, and ONNX Runtime from npm. Scripts of npm packages are not run.
/usr/bin/python3 -c 'import onnx' 2>/dev/null || install python3-onnx || say "the tests of ONNX export will fail"
install_onnxruntime() {
    local source=tests/Geometry.Onnx.Tests/Runtime/node folder=artifacts/onnxruntime
    cmp -s $source/package-lock.json $folder/installed-lock.json && return 0
    command -v node >/dev/null || install nodejs || return 1
    command -v npm >/dev/null || install npm || return 1
    say "installing the npm packages of $source"
    mkdir -p $folder
    cp $source/package.json $source/package-lock.json $folder/
    npm ci --ignore-scripts --no-audit --no-fund --prefix $folder > artifacts/npm-onnxruntime.log 2>&1 || { say "npm ci failed; see artifacts/npm-onnxruntime.log"; return 1; }
    cp $folder/package-lock.json $folder/installed-lock.json
}
install_onnxruntime || say "the tests of ONNX export will fail"
