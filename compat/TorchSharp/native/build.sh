#!/bin/sh
# Compiles the shim between compat/TorchSharp and the system's libtorch:  build.sh OUT_DIR
# Does nothing when OUT_DIR already holds the library of this very source and this libtorch.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -eq 1 ] || { echo "usage: build.sh OUT_DIR" >&2; exit 2; }
out=$1/libtorchsharp_shim.so
[ -f /usr/include/ATen/ATen.h ] || { echo "libtorch's headers are missing: apt-get install libtorch-dev" >&2; exit 1; }
mkdir -p "$1"
stamp=$( { cat "$here/shim.cpp" "$here/build.sh"; cat /usr/include/torch/csrc/api/include/torch/version.h; } | sha256sum | cut -d' ' -f1)
if [ -f "$out" ] && [ "$(cat "$out.stamp" 2>/dev/null || true)" = "$stamp" ]; then exit 0; fi
# libtorch's own OpenMP runtime is the compiler's, so -fopenmp binds to the one that libtorch and OpenBLAS use.
"${CXX:-g++}" -std=c++17 -O1 -fPIC -shared -fvisibility=hidden -fopenmp -w -I/usr/include/torch/csrc/api/include "$here/shim.cpp" -o "$out.new" -ltorch_cpu -lc10 -ltorch -ldl
mv "$out.new" "$out"
echo "$stamp" > "$out.stamp"
echo "compiled $out"
