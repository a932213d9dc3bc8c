#!/bin/sh
# lede cache: what there is and away with it; --cache and cache-from: when there is one; what a cache is to others.
. "$LEDE_SRCDIR/tests/cli/ok.sh"
XDG_CACHE_HOME=$tmp/cache
export XDG_CACHE_HOME
caches=$XDG_CACHE_HOME/lede

mkdir c d
for i in 1 2 3; do
    printf 'Crane %d\n\n“It is slow,” said Ida Vik, a harbour master. It cost $%d million.\n' $i $i >c/$i.txt
done
cp c/1.txt d
index() { run "$lede" speakers --cache=always "$@"; }
files() { find "$caches" -type f | wc -l; }
# the size and the date differ from run to run
status() {
    run "$lede" cache --status
    sed "s|$caches/[0-9a-f]*|FILE|; s/[0-9]*\\.[0-9] MB/SIZE/; s/written [-0-9: ]*/written DATE/; s|$tmp/||" "$tmp/out" | sort
}

# --- none yet
run "$lede" cache
is "without an option: the state" "$status $(err)$(out)" "0 $caches: no index caches"
run "$lede" cache --clear
is "nothing to clear" "$status $(err)$(out)" "0 0 index caches removed"

# --- when there is one
run "$lede" speakers c
is "a small collection has none" "$(find "$caches" 2>/dev/null | wc -l)" 0
run "$lede" speakers --cache=never c
is "never" "$(find "$caches" 2>/dev/null | wc -l)" 0
index c/1.txt
is "single files have none" "$(find "$caches" 2>/dev/null | wc -l)" 0
index c
index d
is "two collections, two files" "$(files)" 2
is "each with its folder" "$(status)" \
"  work/c
  work/d
FILE.lede: SIZE, 1 articles, written DATE
FILE.lede: SIZE, 3 articles, written DATE"
is "for the user alone" "$(stat -c %a "$caches" "$caches"/*.lede | sort -u | tr '\n' ' ')" "600 700 "
run "$lede" quotes --cache=always c
is "a cache hides nothing" "$(out)" "$("$lede" quotes --cache=never c)"

# --- of no use
file=$("$lede" cache --status | sed -n "s|^\\($caches/[0-9a-f]*.lede\\): .* 1 articles.*|\\1|p")
size=$(stat -c %s "$file")
head -c 1000 /dev/zero | dd of="$file" bs=1 seek=$((size - 1000)) conv=notrunc 2>/dev/null
is "damaged" "$(status | grep -c 'SIZE, of no use: damaged')" 1
: >"$file"
is "empty" "$(status | grep -c 'SIZE, of no use: cut short')" 1
echo 'not this program'"'"'s, and long enough to be taken for it' >"$file"
head -c 5000 /dev/zero >>"$file"
is "of another program" "$(status | grep -c 'SIZE, of no use: no index cache')" 1
rm "$file"
echo 'keep me' >"$tmp/kept"
ln -s "$tmp/kept" "$file"
is "a link" "$(status | grep -c 'of no use: a link')" 1
index d
is "a link in the file's place is replaced, not followed" "$status $(cat "$tmp/kept") $(test -L "$file" || echo file)" "0 keep me file"

# --- of the folders named
run "$lede" cache d
is "one collection's state" "$status $(err)$(grep -c ' articles, written' "$tmp/out") $(wc -l <"$tmp/out")" "0 1 2"
run "$lede" cache .
is "of a collection that has none" "$status $(err)$(out)" "0 .: no index cache"
run "$lede" cache d/nothing
is "of what is not there" "$status $(err)$(out)" "1 lede: d/nothing: No such file or directory"
run "$lede" cache --clear c d/nothing
is "nor is another cleared then" "$status $(err)$(out) $(files)" "1 lede: d/nothing: No such file or directory 2"
run "$lede" cache c/1.txt
is "of what is no folder" "$status $(err)$(out)" "1 lede: only folders have an index cache"
run "$lede" cache --clear c/1.txt
is "nor is that cleared" "$status $(err)$(out) $(files)" "1 lede: only folders have an index cache 2"

# --- away with it
# the sizes differ from run to run
cleared() { sed "s|$caches/||; s/^[0-9a-f]*\\.lede/FILE/; s/[0-9]*\\.[0-9] MB/SIZE/; s|$tmp/||" "$tmp/out" | sort; }
run "$lede" cache --clear d
is "one collection's" "$status $(err)$(cleared) $(files)" "0 1 index cache removed, SIZE
FILE: SIZE, of work/d 1"
run "$lede" cache --clear d
is "which has none" "$status $(err)$(out)" "0 0 index caches removed"
index d
ln -s "$tmp/kept" "$caches/0123.lede"
run "$lede" cache --clear
is "all, each by name" "$status $(err)$(cleared) $(files)" "0 3 index caches removed, SIZE
FILE: SIZE
FILE: SIZE, of work/c
FILE: SIZE, of work/d 0"
is "not what a link leads to" "$(cat "$tmp/kept")" "keep me"

# --- names that would steer the terminal
evil=$(printf 'e\033]0;title\007\302\233vil')
mkdir "$evil"
cp c/1.txt "$evil"
index "$evil"
is "in a folder's name" "$("$lede" cache --status | sed -n 2p)" "  $tmp/work/e\\x1b]0;title\\x07\\xc2\\x9bvil"
echo nothing >"$caches/$evil.lede"
run "$lede" cache --status
is "in a file's name" "$(out | LC_ALL=C tr -d '\n[:print:]' | wc -c)" 0
run env XDG_CACHE_HOME="/$evil" "$lede" cache
is "in the folder of caches" "$(out)" "/e\\x1b]0;title\\x07\\xc2\\x9bvil/lede: no index caches"
"$lede" cache --clear >/dev/null

# --- usage
for wrong in "--cache=perhaps speakers c" "cache --format=csv" "extract --cache=always c"; do
    # shellcheck disable=SC2086
    run "$lede" $wrong
    is "usage: lede $wrong" "$status $(out)" "2 "
done
run env -u HOME -u XDG_CACHE_HOME "$lede" cache
is "no folder for caches" "$status $(err)" "1 lede: there is no folder for caches: neither XDG_CACHE_HOME nor HOME is set"
finish
