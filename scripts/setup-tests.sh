#!/usr/bin/env bash
# Installs what only the tests need. Does nothing the second time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p artifacts

say() { echo "setup-tests: $*" >&2; }
fail() { say "$*"; exit 2; }

installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# install PACKAGE... : those that are missing, from Debian
install() {
    local missing=()
    for package in "$@"; do installed "$package" || missing+=("$package"); done
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null || { say "no apt-get here; install by hand what provides: ${missing[*]}"; return 1; }
    [ "$(id -u)" -eq 0 ] || { say "missing: ${missing[*]}. Run as root once: apt-get update && apt-get install ${missing[*]}"; return 1; }
    say "installing ${missing[*]}"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
        > artifacts/apt-tests.log 2>&1 || { say "apt-get failed; see artifacts/apt-tests.log"; return 1; }
}

# npm_packages SOURCE FOLDER: what SOURCE/package-lock.json names, into FOLDER, unless it is there. Scripts of packages are not run.
npm_packages() {
    local source=$1 folder=$2
    cmp -s "$source/package-lock.json" "$folder/installed-lock.json" && return 0
    say "installing the npm packages of $source"
    mkdir -p "$folder"
    cp "$source/package.json" "$source/package-lock.json" "$folder/"
    npm ci --ignore-scripts --no-audit --no-fund --prefix "$folder" > "$folder/npm.log" 2>&1 || fail "npm failed; see $folder/npm.log"
    cp "$folder/package-lock.json" "$folder/installed-lock.json"
}

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    install nodejs npm || fail "the tests need node and npm"
fi

# Exported ONNX files are run by ONNX Runtime and checked by Python's onnx.
/usr/bin/python3 -c 'import onnx' 2>/dev/null || install python3-onnx || fail "the tests of ONNX export need onnx for /usr/bin/python3"
npm_packages tests/Geometry.Onnx.Tests/Runtime/node artifacts/onnxruntime
