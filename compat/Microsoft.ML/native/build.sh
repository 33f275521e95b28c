#!/bin/sh
# Compiles the shim between compat/Microsoft.ML and the system's libpng and libjpeg:  build.sh OUT_DIR
# Does nothing when OUT_DIR already holds the library of this very source.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -eq 1 ] || { echo "usage: build.sh OUT_DIR" >&2; exit 2; }
out=$1/libml_images.so
[ -f /usr/include/png.h ] && [ -f /usr/include/jpeglib.h ] \
    || { echo "the headers of libpng and libjpeg are missing: apt-get install libpng-dev libjpeg-dev" >&2; exit 1; }
mkdir -p "$1"
stamp=$(cat "$here/images.c" "$here/build.sh" | sha256sum | cut -d' ' -f1)
if [ -f "$out" ] && [ "$(cat "$out.stamp" 2>/dev/null || true)" = "$stamp" ]; then exit 0; fi
"${CC:-cc}" -std=gnu11 -O2 -fPIC -shared -fvisibility=hidden -Wall "$here/images.c" -o "$out.new" -lpng16 -ljpeg
mv "$out.new" "$out"
echo "$stamp" > "$out.stamp"
echo "compiled $out"
