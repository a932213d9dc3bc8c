#!/bin/sh
# The tables of the program against the manual: every option, command, kind, action and key of the output is in it; and mandoc has
# nothing to say against it.
. "$LEDE_SRCDIR/tests/cli/ok.sh"
doc=$LEDE_SRCDIR/doc

# The manual as plain text, one blank between words.
plain() {
    sed -e 's/^\.[A-Z][a-z] //' -e 's/\\-/-/g; s/\\&//g; s/\\(en/-/g' "$1"
}
plain "$doc/lede.1" >"$tmp/manual"

for option in $("$lede" --help | grep -o -e '--[a-z][a-z-]*' | sort -u); do
    ok "lede.1 has $option" grep -q -e "Fl -${option#--}\\>" "$doc/lede.1"
done
for option in $(grep -o -e '^\.It .*Fl -[a-z-]*' "$doc/lede.1" | grep -o -e 'Fl -[a-z-]*' | sed 's/Fl -/--/' | sort -u); do
    ok "lede --help has $option" sh -c '"$1" --help | grep -q -e "$2\\>"' - "$lede" "$option"
done
for command in extract quotes figures speakers; do
    ok "lede.1 has the command $command" grep -q "^\\.It .*Cm $command" "$doc/lede.1"
done
for kind in $("$lede" quotes --kind=? x 2>&1 | sed -n 's/.*none of //p' | tr -d ,) \
    $("$lede" figures --kind=? x 2>&1 | sed -n 's/.*none of //p' | tr -d ,); do
    ok "lede.1 has the kind $kind" grep -q "Cm $kind\\>" "$doc/lede.1"
done

# Every key of the output: an empty article, and the header lines of CSV.
: >empty.txt
{
    "$lede" extract empty.txt | "$rows" json | sed 's/^0\.//; s/=.*//'
    for command in quotes figures speakers; do
        "$lede" $command --format=csv empty.txt | tr -d '\r' | tr ',' '\n'
    done
} | sort -u >"$tmp/keys"
ok "there are keys" test "$(wc -l <"$tmp/keys")" -gt 30
while read -r key; do
    ok "lede.1 has the key $key" grep -q "^\\.It .*Va .*\\<$key\\>" "$doc/lede.1"
done <"$tmp/keys"

# Actions with their default keys and what they do, as --list-actions prints them.
run "$lede" --list-actions
if test "$status" -eq 0 && test -s "$tmp/out"; then
    grep '^ *[a-z]' "$tmp/out" | awk '{print $1}' | sort -u >"$tmp/actions"
    sed -n 's/^\.It Ic \([a-z-]*\).*/\1/p' "$doc/lede.1" | sort -u >"$tmp/documented"
    ok "lede.1 has every action, and no other" diff "$tmp/actions" "$tmp/documented"
else
    echo "skip - lede --list-actions is not there yet"
fi

if command -v mandoc >/dev/null 2>&1; then
    for page in "$doc"/*.[1-8]; do
        ok "mandoc -T lint ${page##*/}" mandoc -T lint -W warning "$page"
    done
else
    echo "skip - mandoc is not here"
fi
finish
