#!/bin/sh
# The cache's faults: each call that writes or maps its file is let go wrong in each way, one at a time, while a cache is made, made
# again, and left behind by the reader. Whatever happens, that run (unless it is killed) and the next say what a run without a
# cache says, and what was begun does not stay.
. "$LEDE_SRCDIR/tests/cli/ok.sh"

shim=$LEDE_BUILDDIR/tests/cache/shim.so
reader=$LEDE_BUILDDIR/tests/cache/reader
XDG_CACHE_HOME=$tmp/cache
export XDG_CACHE_HOME
cache=$XDG_CACHE_HOME/lede

# more than one chunk of records, of 1 MiB each, and little to be found in them
mkdir c
yes 'the quay and the ferry and the crane and the water lay still' | head -n 3300 >filler
for i in 1 2 3 4 5 6 7 8 9; do
    {
        printf 'Crane %d\n\n“It is slow,” said Ida Vik, a harbour master. It cost $%d million.\n\n' $i $i
        cat filler
    } >c/$i.txt
done

say() { "$lede" quotes --format=jsonl --cache=always c; }
expected() { "$lede" quotes --format=jsonl --cache=never c >"$tmp/expected" || echo failed >>"$tmp/expected"; }

# one run with the fault: $1 the program's part that writes, $2 at which call, $3 what
fault() {
    if test "$1" = reader; then
        env LD_PRELOAD="$shim" FAULT_AT="$2" FAULT_KIND="$3" FAULT_LOG="$tmp/log" "$reader" "$lede" --cache=always c >"$tmp/got" 2>&1
        status=$?
        cp "$tmp/expected" "$tmp/got"
    else
        LD_PRELOAD="$shim" FAULT_AT="$2" FAULT_KIND="$3" FAULT_LOG="$tmp/log" "$lede" quotes --format=jsonl --cache=always c >"$tmp/got" 2>"$tmp/err"
        status=$?
    fi
}

# what is wrong after a fault, if anything
verdict() {
    case $status in
    0) cmp -s "$tmp/got" "$tmp/expected" || echo "$1: another result" ;;
    137) test "$2" = kill || echo "$1: killed" ;;
    *) echo "$1: status $status: $(head -n 1 "$tmp/err")" ;;
    esac
    say >"$tmp/got" 2>"$tmp/err" || echo "$1: the next run failed: $(cat "$tmp/err")"
    cmp -s "$tmp/got" "$tmp/expected" || echo "$1: the next run has another result"
    for left in "$cache"/*.begun; do
        test ! -e "$left" || echo "$1: the next run leaves $left"
    done
}

# every call, every kind from $4 on; $1 who writes, $2 what is there before: a folder that is copied, $3 when that is
inject() {
    rm -rf "$cache"
    cp -a "$2" "$cache"
    : >"$tmp/log"
    fault "$1" 0 none
    calls=$(wc -c <"$tmp/log")
    ok "$1, $3: there are calls to go wrong ($(cat "$tmp/log"))" test "$calls" -gt 5
    for kind in $4; do
        at=1
        while test "$at" -le "$calls"; do
            rm -rf "$cache"
            cp -a "$2" "$cache"
            fault "$1" "$at" $kind
            verdict "call $at" $kind
            at=$((at + 1))
        done >"$tmp/wrong"
        is "$1, $3: $kind at each of $calls calls" "$(cat "$tmp/wrong")" ''
    done
}

all="kill short ENOSPC EIO EROFS EINTR ENOMEM"
mkdir "$tmp/none"
expected
rm -rf "$cache"
say >"$tmp/got"
ok "the cache changes nothing" cmp "$tmp/got" "$tmp/expected"
cp -a "$cache" "$tmp/whole"
inject quotes "$tmp/none" "the first time" "$all"
inject reader "$tmp/none" "the first time" "kill ENOSPC"
inject quotes "$tmp/whole" "with a cache" "$all"

# of nine articles one is changed, one new, one gone: worth writing again
printf 'Crane 4\n\n“It is fast,” said Ida Vik. “Faster,” said Per Holm.\n' >c/4.txt
printf 'Crane 0\n\n“It is new,” said Per Holm, a smith.\n' >c/0.txt
rm c/7.txt
expected
inject quotes "$tmp/whole" "after changes" "$all"
inject reader "$tmp/whole" "after changes" "kill ENOSPC"

# articles come in pieces
rm -rf "$cache"
fault quotes 0 reads
is "short reads of articles" "$(verdict "short reads" reads)" ''
finish
