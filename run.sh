#!/usr/bin/env bash
# run.sh [PIPELINE] [OPTIONS]: runs a pipeline file (default: pipelines/fashion-mnist.json) and prints its table of scores.
# run.sh COMMAND ...       : any command of the `geometry` program, for example: ./run.sh score table.csv --help
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bash "$root/scripts/setup.sh"
bash "$root/scripts/build.sh" src/Geometry.Cli/Geometry.Cli.csproj
geometry="$root/src/Geometry.Cli/bin/Release/net10.0/geometry.dll"
case "${1:-}" in
    -h | -\? | --help | --version) exec dotnet "$geometry" "$@" ;;
    "" | -*) exec dotnet "$geometry" run "$root/pipelines/fashion-mnist.json" "$@" ;;
    *.json) exec dotnet "$geometry" run "$@" ;;
    *) exec dotnet "$geometry" "$@" ;;
esac
