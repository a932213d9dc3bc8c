#!/bin/sh
# The command line: what is asked wrongly ends with 2 and says so, what cannot be read with 1, the rest with 0.
. "$LEDE_SRCDIR/tests/cli/ok.sh"

echo 'It rained.' >a.txt

# what it says on standard error, one line for each row; status 2 and nothing on standard output
while IFS='|' read -r arguments says; do
    # shellcheck disable=SC2086
    run "$lede" $arguments
    is "usage: lede $arguments" "$status $(head -n 1 "$tmp/err")$(out)" "2 lede: $says"
done <<'END'
--nonsense|unknown option --nonsense
extract|extract needs a file or folder, or - for standard input
quotes --kind|--kind needs a value
quotes --kind=loud a.txt|--kind: 'loud' is none of direct, fragment, pull, indirect, scare
figures --kind=direct a.txt|--kind: 'direct' is none of money, percent, count, number, ordinal, fraction, multiple, measure, duration, age, date
extract --format=csv a.txt|--format: 'csv' is none of jsonl
quotes --format=xml a.txt|--format: 'xml' is none of text, jsonl, csv, markdown
extract --speaker=x a.txt|--speaker is not for extract
figures --jobs=0 a.txt|--jobs: '0' is not a number from 1 to 64
figures --jobs=2x a.txt|--jobs: '2x' is not a number from 1 to 64
figures --jobs=-1 a.txt|--jobs: '-1' is not a number from 1 to 64
figures --max-size=99999999999999999999 a.txt|--max-size: '99999999999999999999' is not a number from 1 to 2047
quotes --speaker= a.txt|--speaker: the name is empty
search a.txt|search needs a query: -q QUERY
search -q|-q needs a value
extract -q x a.txt|--query is not for extract
search --speaker=x -q x a.txt|--speaker is not for search
figures --query=vlaue>5 a.txt|--query: there is no such field; did you mean 'value'?
search -q AND a.txt|--query: something must stand before AND
END

for option in --help -h --version -V; do
    run "$lede" $option
    is "lede $option" "$status $(err)" "0 "
done
run "$lede" --help
ok "help names every command" sh -c 'for c in extract quotes figures speakers search; do grep -q "lede $c" "$1" || exit 1; done' - "$tmp/out"

# --- what cannot be read
run "$lede" extract missing.txt a.txt
is "a missing file: the rest is read, status 1" "$status $(err) $(wc -l <"$tmp/out")" "1 lede: missing.txt: No such file or directory 1"
printf 'a\000b' >binary.txt
mkfifo fifo.txt
run "$lede" extract .
is "a folder with a binary and a FIFO" "$status $(err | tr '\n' ';')" \
    "1 lede: ./binary.txt: is binary, not text;lede: ./fifo.txt: is a FIFO, not a file;"
run "$lede" extract --max-size=1 a.txt binary.txt
is "one line for each" "$(err | wc -l)" 1
# shellcheck disable=SC2016
name=$(printf 'x\033]0;title\007\302\233y.txt')
run "$lede" extract "$name"
is "no control character of a file's name reaches the terminal" "$(err)" \
    'lede: x\x1b]0;title\x07\xc2\x9by.txt: No such file or directory'

# --- which word is the command
echo 'It rained.' >quotes
run "$lede" extract quotes
is "a file may have the name of a command" "$status $(wc -l <"$tmp/out")" "0 1"
run "$lede" extract -- a.txt
is "-- ends the options" "$status" 0
run "$lede" extract a.txt --body
is "options may stand behind paths" "$status" 0

# --- writing
if test -w /dev/full; then
    "$lede" extract a.txt >/dev/full 2>"$tmp/err"
    is "a full disk is told" "$? $(err)" "1 lede: standard output: No space left on device"
fi
for i in 1 2 3 4 5 6 7 8; do
    mkdir "d$i"
    for j in 1 2 3 4 5 6 7 8 9; do
        head -c 3000 /dev/zero | tr '\0' 'x' >"d$i/$j.txt"
    done
done
for command in extract quotes figures speakers 'search -q x'; do
    # shellcheck disable=SC2086
    "$lede" $command d? 2>"$tmp/err" | head -n 1 >/dev/null
    is "lede $command | head is quiet" "$(err)" ""
done
# --- a slip of the finger in the command
mkdir quay
for line in "quotse quay" "quotse -q tariff quay" "figure --unit=km quay" "serach -q x quay" "cahce"; do
    # shellcheck disable=SC2086
    run "$lede" $line
    case $line in
        quotse*) near=quotes ;;
        figure*) near=figures ;;
        serach*) near=search ;;
        *) near=cache ;;
    esac
    is "lede $line" "$status $(out)$(err)" "2 lede: '${line%% *}' is neither a command nor a file or folder; did you mean '$near'?
Try 'lede --help'."
done
echo 'It rained.' >quote
is "a file of nearly that name is a file" "$(setsid "$lede" quote 2>&1 </dev/null)" \
    "lede: standard input is not a terminal; for scripts there is 'lede extract', see lede --help"

finish
