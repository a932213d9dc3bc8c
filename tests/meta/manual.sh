#!/bin/sh
# The tables of the program against the manual: every option, command, kind, action and key of the output is in it; and mandoc has
# nothing to say against it.
. "$LEDE_SRCDIR/tests/cli/ok.sh"
doc=$LEDE_SRCDIR/doc

for option in $("$lede" --help | grep -o -e '--[a-z][a-z-]*' | sort -u); do
    ok "lede.1 has $option" grep -q -e "Fl -${option#--}\\>" "$doc/lede.1"
done
for option in $(grep -o -e '^\.It .*Fl -[a-z-]*' "$doc/lede.1" | grep -o -e 'Fl -[a-z-]*' | sed 's/Fl -/--/' | sort -u); do
    ok "lede --help has $option" sh -c '"$1" --help | grep -q -e "$2\\>"' - "$lede" "$option"
done
for command in $("$lede" --help | sed -n "s/^       lede \([a-z]*\) .*/\1/p"); do
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
    "$lede" search -q x --format=csv empty.txt | tr -d '\r' | tr ',' '\n'
} | sort -u >"$tmp/keys"
ok "there are keys" test "$(wc -l <"$tmp/keys")" -gt 30
while read -r key; do
    ok "lede.1 has the key $key" grep -q "^\\.It .*Va .*\\<$key\\>" "$doc/lede.1"
done <"$tmp/keys"

# Every field of a query.
for field in speaker outlet title headline date kind value unit path; do
    ok "lede.1 has the field $field" grep -q -e "Li $field[:>]" "$doc/lede.1"
    ok "the field $field is one" sh -c '"$1" search -q "$2:" . 2>&1 | grep -q "must come behind this"' - "$lede" "$field"
done

# The list of actions with their keys is made from the table. To renew it: put what this prints between the two marks.
awk -f "$doc/actions.awk" "$LEDE_SRCDIR/src/conf/action.c" "$LEDE_SRCDIR/include/lede/keys.h" >"$tmp/table"
sed -n '/^\.\\" actions: begin/,/^\.\\" actions: end/p' "$doc/lede.1" | sed '1d;$d' >"$tmp/listed"
ok "there are actions" test "$(wc -l <"$tmp/table")" -gt 50
ok "lede.1 lists the actions and keys of the table" diff "$tmp/listed" "$tmp/table"
"$lede" --list-actions >"$tmp/printed"
for action in $(sed -n 's/^\.It Ic \([a-z-]*\) :.*/\1/p' "$tmp/table"); do
    ok "lede --list-actions prints $action" grep -q "\<$action\>" "$tmp/printed"
done

# The examples that need nothing else do what they say: something comes out.
ln -s "$LEDE_SRCDIR/articles" articles
PATH=$(dirname "$lede"):$PATH
sed -n 's/^\.Dl \(lede [a-z]* .*articles.*\)/\1/p' "$doc/lede.1" | grep -v ' jq ' >"$tmp/examples"
command -v jq >/dev/null 2>&1 && sed -n 's/^\.Dl \(lede .* jq .*\)/\1/p' "$doc/lede.1" >>"$tmp/examples"
# a clipboard of our own
mkdir bin && printf '#!/bin/sh\necho "“It is slow,” said Ida Vik."\n' >bin/xclip && chmod +x bin/xclip
PATH=$PWD/bin:$PATH
sed -n 's/^\.Dl \(xclip .*\)/\1/p' "$doc/lede.1" >>"$tmp/examples"
ok "there are examples" test "$(wc -l <"$tmp/examples")" -ge 3
while read -r example; do
    ok "example: $example" sh -c "$example >out.txt && { test -s out.txt || test -s money.csv; }"
done <"$tmp/examples"

if command -v mandoc >/dev/null 2>&1; then
    for page in "$doc"/*.[1-8]; do
        ok "mandoc -T lint ${page##*/}" mandoc -T lint -W warning "$page"
    done
else
    echo "skip - mandoc is not here"
fi
finish
