#!/usr/bin/env bash
# Makes a fresh machine ready: decides which packages stand behind Microsoft.ML and TorchSharp, and installs and compiles what that choice
# needs. Does nothing the second time. MLStack=nuget|compat in the environment overrides the decision.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p artifacts

say() { echo "setup: $*" >&2; }
fail() { say "$*"; exit 2; }

command -v dotnet >/dev/null || fail "the .NET 10 SDK is not on PATH. Install it (https://dotnet.microsoft.com/download) and run this again."

remember_stack() {
    cat > artifacts/stack.props.new <<EOF
<Project>
  <PropertyGroup>
    <MLStack Condition="'\$(MLStack)' == ''">$1</MLStack>
  </PropertyGroup>
</Project>
EOF
    mv artifacts/stack.props.new artifacts/stack.props
}

# An attempt to restore the real packages decides; it is made once.
decide_stack() {
    local probe=artifacts/stack-probe
    mkdir -p $probe
    cat > $probe/probe.csproj <<'EOF'
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <PackageReference Include="Microsoft.ML" />
    <PackageReference Include="Microsoft.ML.ImageAnalytics" />
    <PackageReference Include="TorchSharp-cpu" />
  </ItemGroup>
</Project>
EOF
    if timeout 900 env MLStack=nuget dotnet restore $probe/probe.csproj > artifacts/stack-probe.log 2>&1; then
        say "stack: nuget. Microsoft.ML and TorchSharp were restored from the package feed."
        remember_stack nuget
    else
        say "stack: compat. The package feed lacks Microsoft.ML or TorchSharp (see artifacts/stack-probe.log), so the product is built against compat/."
        remember_stack compat
    fi
    rm -rf $probe
}

if [ -n "${MLStack:-}" ]; then
    case "$MLStack" in
        nuget | compat) stack=$MLStack ;;
        *) fail "MLStack is '$MLStack'; it can be 'nuget' or 'compat'." ;;
    esac
else
    [ -f artifacts/stack.props ] || decide_stack
    stack=$(sed -n "s/.*<MLStack[^>]*>\(.*\)<\/MLStack>.*/\1/p" artifacts/stack.props)
fi

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
        > artifacts/apt.log 2>&1 || { say "apt-get failed; see artifacts/apt.log"; return 1; }
}

# Debian has several builds of OpenBLAS; libtorch loads the one that the alternatives system names. The pthread one fights with
# libtorch's OpenMP threads (up to five times slower), the reference BLAS is slower still.
choose_openmp_blas() {
    local triplet library directory
    triplet=$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo "$(uname -m)-linux-gnu")
    directory=/usr/lib/$triplet/openblas-openmp
    for library in libopenblas.so.0 libblas.so.3 liblapack.so.3; do
        local name=$library-$triplet wanted=$directory/$library
        [ -e "$wanted" ] || continue
        [ "$(readlink -f "/etc/alternatives/$name")" = "$(readlink -f "$wanted")" ] && continue
        if [ "$(id -u)" -eq 0 ]; then
            update-alternatives --set "$name" "$wanted" > /dev/null && say "$library is now OpenBLAS with OpenMP"
        else
            say "warning: $library is not OpenBLAS with OpenMP, so training will be slow. As root: update-alternatives --set $name $wanted"
        fi
    done
}

if [ "$stack" = compat ]; then
    install g++ libtorch-dev libopenblas0-openmp libpng-dev libjpeg-dev || exit 2
    choose_openmp_blas
    bash compat/TorchSharp/native/build.sh artifacts/native
    bash compat/Microsoft.ML/native/build.sh artifacts/native
fi

# The scripts that draw the charts of reports, from npm; the build puts them into Geometry.Reports.
install_chart_scripts() {
    local source=src/Geometry.Reports/Assets web=artifacts/web
    cmp -s $source/package-lock.json $web/installed-lock.json && return 0
    command -v node >/dev/null || install nodejs || return 1
    command -v npm >/dev/null || install npm || return 1
    say "installing the scripts of charts: $(sed -n 's/^ *"\(vega[a-z-]*\)": "\(.*\)".*/\1 \2/p' $source/package.json | paste -sd, | sed 's/,/, /g')"
    mkdir -p $web && cp $source/package.json $source/package-lock.json $web/
    npm ci --ignore-scripts --no-audit --no-fund --prefix $web > artifacts/npm.log 2>&1 || { say "npm ci failed; see artifacts/npm.log"; return 1; }
    cp $source/package-lock.json $web/installed-lock.json # last: it says that the rest is whole
}
install_chart_scripts || exit 2

# The images of the default pipeline, where Debian has them; elsewhere the program downloads them (datasets/README.md).
if [ -z "${GEOMETRY_DATA:-}" ] && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    install dataset-fashion-mnist || say "Fashion-MNIST will be downloaded when it is needed"
fi
