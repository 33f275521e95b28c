#!/usr/bin/env bash
# test.sh [DOTNET-TEST-ARGUMENTS]: sets the machine up if need be, builds everything and runs every test.
# Closes with a line "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
bash scripts/setup.sh || exit $?
bash scripts/setup-tests.sh || exit $?
bash scripts/build.sh Geometry.MLNet.sln || exit $?

results=artifacts/test-results
rm -rf "$results"
status=0
for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    dotnet test "$project" -c Release --no-build --nologo -v quiet --results-directory "$results" --logger "trx;LogFileName=$name.trx" "$@" || status=1
done

count() { grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(count passed) failed=$(count failed)
[ "$passed" -gt 0 ] || status=1
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1 # a test host that died counts
echo "$passed passed, $failed failed"
exit $status
