#!/bin/sh
# Measures what the budgets are about, and prints one table. Not part of make check: the figures of a busy machine mean nothing.
#
# usage: make bench, or tests/bench/run.sh [FOLDER]
set -eu
src=${LEDE_SRCDIR:-$(dirname "$0")/../..}
build=${LEDE_BUILDDIR:-.}
lede=${LEDE:-$build/lede}
measure=$build/tests/bench/measure
folder=${1:-$src/articles}
export TERM=xterm-256color LC_ALL=C.UTF-8 HOME=/nonexistent LESS= LESSOPEN=
unset XDG_CONFIG_HOME NO_COLOR

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

row() { printf '%-44s %12s   %s\n' "$1" "$2" "$3"; }
page=$(printf '\033[6~')

row what measured budget
row ---- -------- ------

set -- $("$measure" start "$lede" "$folder"); ours=$1
row "first frame of $(basename "$folder")/, ms from exec" "$1" '10, or 3 x less'
row '  least of the runs' "$2" ''
if command -v less >/dev/null; then
    set -- "$folder"/*.txt
    set -- $("$measure" start less "$1")
    row '  less on one of its files' "$1" ''
    row '  ratio' "$(awk "BEGIN { printf \"%.1f\", $ours / $1 }")" 3
fi

row 'bytes for j in the list, 120x40' "$("$measure" key 1j j "$lede" "$folder")" 120
row 'bytes for j in the article' "$("$measure" key 2j j "$lede" "$folder")" ''
row 'bytes for j in the zoomed article' "$("$measure" key 2zjjjj j "$lede" "$folder")" ''
row 'bytes for a page of the article' "$("$measure" key 2 "$page" "$lede" "$folder")" ''
row 'bytes while idle' "$("$measure" idle "$lede" "$folder")" 0
set -- $("$measure" resize "$lede" "$folder")
row 'frames for 20 quick resizes' "$1" 3
row '  bytes for them' "$2" ''

# Some ten megabytes of articles: the samples, each many times.
mkdir "$temporary/many"
for file in "$folder"/*.txt; do
    i=0
    name=$(basename "$file" .txt)
    while [ $i -lt 600 ]; do
        cp "$file" "$temporary/many/$name-$i.txt"
        i=$((i + 1))
    done
done
bytes=$(cat "$temporary"/many/*.txt | wc -c)
set -- $("$measure" run "$lede" extract --jobs=1 "$temporary/many")
row 'extraction on one core, MB/s' "$(awk "BEGIN { printf \"%.1f\", $bytes / 1e6 / $1 }")" '20 (150 later)'
row '  peak memory, MiB' "$2" ''
set -- $("$measure" run "$lede" speakers "$temporary/many")
row "index of $(($(ls "$temporary/many" | wc -l))) articles ($((bytes / 1000000)) MB), MiB" "$2" ''
