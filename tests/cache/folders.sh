#!/bin/sh
# Where a cache cannot be kept, or others use it at the same time: the results are the same, and nothing is said.
. "$LEDE_SRCDIR/tests/cli/ok.sh"

mkdir c
yes 'the quay and the ferry and the crane lay still' | head -n 400 >filler
for i in 1 2 3 4 5 6 7 8 9; do
    printf 'Crane %d\n\n“It is slow,” said Ida Vik, a harbour master. It cost $%d million.\n' $i $i | cat - filler >c/$i.txt
done
expected=$("$lede" speakers --format=jsonl c)

# same NAME [COMMAND…]: twice with a cache, both times all is well
same() {
    what=$1
    shift
    for time in first second; do
        run "$@" "$lede" speakers --format=jsonl --cache=always c
        is "$what, the $time time" "$status $(err)$(out)" "0 $expected"
    done
}
caches() { find "$1" -name "*.$2" 2>/dev/null | wc -l; }

same "a cache" env XDG_CACHE_HOME="$tmp/plain"
is "one file" "$(caches "$tmp/plain" lede) $(caches "$tmp/plain" begun)" "1 0"
same "HOME alone" env -u XDG_CACHE_HOME HOME="$tmp/home"
is "a file below .cache" "$(caches "$tmp/home/.cache/lede" lede)" 1
same "neither HOME nor XDG_CACHE_HOME" env -u XDG_CACHE_HOME -u HOME
same "a relative XDG_CACHE_HOME, which does not count" env XDG_CACHE_HOME=here HOME="$tmp/home2"
is "it is not made" "$(caches here lede)" 0
echo 'a file' >"$tmp/file"
same "XDG_CACHE_HOME is a file" env XDG_CACHE_HOME="$tmp/file"
same "and below a file" env XDG_CACHE_HOME="$tmp/file/below"
mkdir "$tmp/taken"
echo 'a file' >"$tmp/taken/lede"
same "the folder's name is taken by a file" env XDG_CACHE_HOME="$tmp/taken"
same "a folder in /dev/null" env XDG_CACHE_HOME=/dev/null

# --- without the right to write; root has it everywhere
if test "$(id -u)" = 0; then
    drop='setpriv --reuid=65534 --regid=65534 --clear-groups'
else
    drop=
fi
# shellcheck disable=SC2086
if test -z "$drop" || $drop test -x "$lede" 2>/dev/null; then
    chmod 755 "$tmp" "$tmp/work" "$tmp/work/c"
    mkdir "$tmp/readonly" "$tmp/readonly/lede"
    chmod 555 "$tmp/readonly/lede" "$tmp/readonly"
    same "a folder that cannot be written to" $drop env XDG_CACHE_HOME="$tmp/readonly" HOME="$tmp"
    is "it stays empty" "$(caches "$tmp/readonly" lede)" 0
    chmod 755 "$tmp/readonly/lede"
    run env XDG_CACHE_HOME="$tmp/readonly" "$lede" speakers --cache=always c
    chmod 555 "$tmp/readonly/lede"
    chmod 644 "$tmp/readonly/lede/"*.lede
    same "a cache that can be read, but not written" $drop env XDG_CACHE_HOME="$tmp/readonly" HOME="$tmp"
    chmod 000 "$tmp/readonly/lede/"*.lede
    same "a cache that cannot be read" $drop env XDG_CACHE_HOME="$tmp/readonly" HOME="$tmp"
    chmod 700 "$tmp/readonly" "$tmp/readonly/lede"
    same "a folder that cannot be entered" $drop env XDG_CACHE_HOME="$tmp/readonly" HOME="$tmp"
else
    echo "skip - without the right to write: nobody cannot run $lede"
fi

# --- a full disk
mkdir "$tmp/small"
if mount -t tmpfs -o size=64k,mode=700 tmpfs "$tmp/small" 2>/dev/null; then
    same "a disk of 64 kB" env XDG_CACHE_HOME="$tmp/small"
    is "nothing is left there" "$(caches "$tmp/small" lede) $(caches "$tmp/small" begun)" "0 0"
    umount "$tmp/small"
    mount -t tmpfs -o size=2m,mode=700 tmpfs "$tmp/small"
    same "a disk of 2 MB, with room" env XDG_CACHE_HOME="$tmp/small"
    head -c 1900000 /dev/zero >"$tmp/small/filler" 2>/dev/null
    rm -rf "$tmp/small/lede"
    same "and with none" env XDG_CACHE_HOME="$tmp/small"
    umount "$tmp/small"
else
    echo "skip - a full disk: no right to mount one"
fi

# --- several at once, on a cache that is made, changed, cleared meanwhile
XDG_CACHE_HOME=$tmp/many
export XDG_CACHE_HOME
round=0
while test $round -lt 12; do
    case $((round % 4)) in
    0) rm -rf "$tmp/many" ;;
    1) head -c 70000 /dev/urandom >"$(find "$tmp/many" -name '*.lede')" ;;
    2) touch c/1.txt c/2.txt ;;
    *) : ;;
    esac
    for i in 1 2 3 4 5; do
        {
            "$lede" speakers --format=jsonl --cache=always c >"$tmp/many.$i" 2>&1 || echo "status $?" >>"$tmp/many.$i"
        } &
    done
    test $((round % 3)) -ne 0 || "$lede" cache --clear >/dev/null
    wait
    for i in 1 2 3 4 5; do
        test "$(cat "$tmp/many.$i")" = "$expected" || echo "round $round: $(head -n 1 "$tmp/many.$i")"
    done
    round=$((round + 1))
done >"$tmp/wrong"
is "five at once, twelve times" "$(cat "$tmp/wrong")" ''
run "$lede" speakers --cache=always c
is "nothing that was begun stays" "$(caches "$tmp/many" begun)" 0
finish
