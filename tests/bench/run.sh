#!/bin/sh
# Measures lede beside others on collections of made-up articles, and prints Markdown. Not part of make check: the figures of a
# busy machine mean nothing.
#
# usage: make bench [SIZES='1000 10000 100000'], or tests/bench/run.sh [SIZE]...
#
#   LEDE            the program (build/lede)
#   LEDE_TOOLS      where gen_corpus.py and ttybench.py are (/work/shared/tools)
#   LEDE_BENCH_DIR  keeps the collections for the next run (/tmp/lede-bench): SIZE/, SIZE.xml; 100,000 take 1 GB
set -eu
src=$(cd "${LEDE_SRCDIR:-$(dirname "$0")/../..}" && pwd)
build=$(cd "${LEDE_BUILDDIR:-.}" && pwd)
lede=${LEDE:-$build/lede}
tools=${LEDE_TOOLS:-/work/shared/tools}
collections=${LEDE_BENCH_DIR:-/tmp/lede-bench}
[ $# -gt 0 ] || set -- 1000
for size in "$@"; do
    case $size in *[!0-9]* | '' | 0*) sed -n '5,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;; esac
done

for tool in gen_corpus.py ttybench.py; do
    if [ ! -r "$tools/$tool" ]; then
        echo "bench: there is no $tools/$tool, which makes the articles and plays the terminal; LEDE_TOOLS says where it is" >&2
        exit 1
    fi
done
if ! command -v python3 >/dev/null; then
    echo "bench: python3 is not installed" >&2
    exit 1
fi

# Made beside its place and moved there: what broke off is not taken for a collection.
make_once() {
    target=$1
    shift
    [ -e "$target" ] && return
    echo "bench: making $target" >&2
    rm -rf "$target.part"
    python3 "$tools/gen_corpus.py" "$@" "$target.part" >&2
    mv "$target.part" "$target"
}

mkdir -p "$collections"
collections=$(cd "$collections" && pwd)
make_once "$collections/truth.jsonl" --count 1000 --jsonl
for size in "$@"; do
    make_once "$collections/$size" --count "$size" --out
    make_once "$collections/$size.xml" --count "$size" --rss
done

python3 "$src/tests/bench/compare.py" --lede "$lede" --tools "$tools" --collections "$collections" \
    --truth "$collections/truth.jsonl" "$@"

# What concerns lede alone, and does not depend on the size.
measure=$build/tests/bench/measure
if [ -x "$measure" ]; then
    unset XDG_CONFIG_HOME NO_COLOR
    export TERM=xterm-256color LC_ALL=C.UTF-8 HOME=/nonexistent
    echo
    echo "Idle, half a second: $("$measure" idle "$lede" "$src/articles") bytes. Twenty quick resizes:" \
        "$("$measure" resize "$lede" "$src/articles" | sed 's/ / frames, /') bytes."
fi
