#!/usr/bin/env bash
# bench/html.sh FOLDER: our HTML parser beside libgumbo, libxml2 and, where it is installed, libmodest, in one run over
# all pages below FOLDER (*.html, *.html.gz). Wants build/release/libsyndicat.a.
set -eu
folder=${1:?usage: bench/html.sh FOLDER}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/pages"
number=0
while IFS= read -r page; do
  number=$((number + 1))
  case $page in
    *expected*) ;;
    *.gz) gzip -dc "$page" > "$work/pages/$number.html" ;;
    *) cp "$page" "$work/pages/$number.html" ;;
  esac
done < <(find "$folder" -name '*.html' -o -name '*.html.gz' | sort)

modest=()
[ -e /usr/include/myhtml/api.h ] && modest=(-DSYNDICAT_BENCH_MODEST -lmodest)
g++ -std=c++20 -O2 -I"$root/src" "$root/bench/html.cpp" -o "$work/bench-html" "$root/build/release/libsyndicat.a" \
  $(pkg-config --cflags --libs gumbo libxml-2.0 uchardet fmt) "${modest[@]}"
find "$work/pages" -name '*.html' -print0 | sort -z | xargs -0 "$work/bench-html"
