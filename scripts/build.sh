#!/usr/bin/env bash
# build.sh PROJECT_OR_SOLUTION: builds it in Release, unless nothing has changed since this script built it last.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
target=$1
stamp=artifacts/built-$(basename "$target").stamp

newer() {
    find src compat tests pipelines datasets Directory.*.props Directory.*.targets global.json nuget.config "$target" artifacts/stack.props artifacts/native \
        \( -name bin -o -name obj \) -prune -o -type f -newer "$stamp" -print -quit 2>/dev/null
}

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "${MLStack:-}" ] && [ -z "$(newer)" ]; then
    exit 0
fi
echo "build: $target" >&2
log=artifacts/build-$(basename "$target").log
started=$(mktemp artifacts/started.XXXXXX)
if ! dotnet build "$target" -c Release -v quiet -nologo > "$log" 2>&1; then
    rm -f "$started"
    cat "$log" >&2
    echo "build: failed; the log is $log" >&2
    exit 2
fi
# The stamp bears the time at which the build began: a file that changed meanwhile counts as newer.
echo "${MLStack:-}" > "$started.text" && touch -r "$started" "$started.text" && mv "$started.text" "$stamp" && rm -f "$started"
