#!/bin/sh
# lede in a pipeline: JSON Lines in and out, one row a line in the order of the lines, nobody kept waiting; and what GNU parallel
# makes of it is what one lede makes.
. "$LEDE_SRCDIR/tests/cli/ok.sh"

# article N: a line, and the file of the same text
line() {
    printf '{"path": "many/%04d.txt", "text": "Crane %d stands still\\n\\nThe crane cost $%d million, said Ida Vik, a harbour master.\\n\\n' \
        "$1" "$1" "$1"
    printf '\\u201cIt is slow, \\"loud\\" and dear,\\u201d she said. \\u201cNobody wanted it.\\u201d\\n"}\n'
}
mkdir many
i=1000
while test $i -lt 1300; do
    printf 'Crane %d stands still\n\nThe crane cost $%d million, said Ida Vik, a harbour master.\n\n' $i $i >many/$i.txt
    printf '“It is slow, "loud" and dear,” she said. “Nobody wanted it.”\n' >>many/$i.txt
    line $i
    i=$((i + 1))
done >many.jsonl
"$lede" extract many >files

# --- the same as from files
"$lede" extract --input=jsonl many.jsonl >lines
ok "the rows of lines are those of files" cmp files lines
is "one row a line" "$(wc -l <lines)" "$(wc -l <many.jsonl)"
for jobs in 1 2 7; do
    "$lede" extract --input=jsonl --jobs=$jobs - <many.jsonl >lines
    ok "from a pipe, with --jobs=$jobs" cmp files lines
done
mkdir folder folder/sub
head -n 100 many.jsonl >folder/a.jsonl
tail -n +101 many.jsonl | head -n 100 >folder/b.ndjson
tail -n +201 many.jsonl >folder/sub/c.jsonl
echo nonsense >folder/d.txt
"$lede" extract --input=jsonl folder >lines
ok "a folder gives its .jsonl and .ndjson files" cmp files lines
"$lede" extract --body many >files-body
"$lede" extract --body --input=jsonl many.jsonl >lines
ok "--body" cmp files-body lines
for command in quotes figures speakers; do
    "$lede" $command --format=csv many >files-csv
    "$lede" $command --format=csv --input=jsonl many.jsonl >lines
    ok "$command of lines are those of files" cmp files-csv lines
done
"$lede" extract --input=text many >lines
ok "--input=text is the default" cmp files lines
run "$lede" extract --input=xml many
is "--input: another word" "$status $(err | head -n 1)" "2 lede: --input: 'xml' is none of text, jsonl"

# --- fields
cat >fields.jsonl <<'END'
{"id": 17, "text": "It rained.", "title": "Rain, \"heavy\"", "standfirst": "On the quay", "byline": "Ida Vik", "outlet": "Quay Gazette", "published": "2026-01-14T17:07:33Z", "url": "https://example.org/", "tags": ["rain", "quays"], "x": {"y": [1, null]}}
{"text": "Title: Fog\n\nIt cost $5.", "title": null}
{"path": null, "id": "a\tb", "text": ""}
END
run "$lede" extract --input=jsonl fields.jsonl
out | "$rows" json >"$tmp/rows"
is "what is given comes out" "$status $(grep -E '^0\.(path|title|standfirst|byline|outlet|published|url|tags.*)=' "$tmp/rows")" \
    '0 0.path=17
0.title=Rain, "heavy"
0.standfirst=On the quay
0.byline=Ida Vik
0.outlet=Quay Gazette
0.published=2026-01-14T17:07:33Z
0.url=https://example.org/
0.tags.0=rain
0.tags.1=quays'
is "a number stays one, none is null" "$(out | cut -d , -f 1)" '{"path": 17
{"path": null
{"path": "a\tb"'
is "what is not given is looked for" "$(sed -n 's/^1\.title=//p' "$tmp/rows")" Fog
is "quotes: nothing is called by its line in JSON, and 17 a number" \
    "$("$lede" figures --format=jsonl --input=jsonl fields.jsonl | cut -d , -f 1)" '{"path": null'

printf '{"id": 1, "text": "“It is wet,” said Ida Vik."}\n{"id": 1, "text": "“It is dry,” said Ida Vik."}\n' >twice.jsonl
is "two articles may have one name" "$("$lede" quotes --format=csv --input=jsonl twice.jsonl | cut -d , -f 4,5 | tr -d '\r' | paste -s -d ' ')" \
    'text,kind "It is wet," "It is dry,"'

# --- wrong lines
{
    line 1
    printf 'nope\n\n{"text": 5}\n{"text": "a\\u0000"}\n{"text": "\\udc00"}\n{"text": "a\001"}\n{"text": "\351"}\n{"text": "a" "b"}\n'
    printf '{"text": "a", "x": %s}\n' "$(awk 'BEGIN {for (i = 0; i < 5000; i++) printf "["}')"
    line 2
    printf '{"text": "it breaks'
} >wrong.jsonl
run "$lede" extract --input=jsonl wrong.jsonl
is "wrong lines: the rest goes on" "$status $(out | cut -d , -f 1)" '1 {"path": "many/0001.txt"
{"path": "many/0002.txt"'
is "wrong lines: each is named" "$(err)" 'lede: wrong.jsonl:2: is no JSON object
lede: wrong.jsonl:4: "text" is not a string at column 10
lede: wrong.jsonl:5: U+0000 in a string at column 12
lede: wrong.jsonl:6: half a surrogate pair at column 11
lede: wrong.jsonl:7: not JSON: a control character in a string at column 12
lede: wrong.jsonl:8: is not UTF-8 at column 11
lede: wrong.jsonl:9: not JSON: a comma or } is missing at column 14
lede: wrong.jsonl:10: nested too deep at column 532
lede: wrong.jsonl:12: not JSON: a string has no end at column 10'
awk 'BEGIN {printf "{\"text\": \""; for (i = 0; i < 200000; i++) printf "It rained."; print "\"}"}' >large.jsonl
line 1 >>large.jsonl
run "$lede" extract --input=jsonl --max-size=1 - <large.jsonl
"$lede" extract --input=jsonl --max-size=1 - <large.jsonl >"$tmp/out" 2>"$tmp/err"
is "too large: the next line is read" "$? $(wc -l <"$tmp/out") $(err)" "1 1 lede: -:1: larger than the limit of 1 MiB"
run "$lede" extract --input=jsonl missing many.jsonl
is "a file that is not there" "$status $(out | wc -l) $(err)" "1 300 lede: missing: No such file or directory"

# --- pipes
mkfifo in back
"$lede" extract --input=jsonl - <in >back &
exec 3>in 4<back
answers=0
for i in 1 2 3 4 5; do # who writes a line may wait for its row before writing the next
    line $i >&3
    read -r row <&4
    case $row in '{"path": "many/000'"$i"'.txt"'*) answers=$((answers + 1)) ;; esac
done
exec 3>&- 4<&-
wait $!
is "each row comes when its line has come" "$? $answers" "0 5"
line 1 >one.jsonl
is "a stream without an end" "$(yes "$(cat one.jsonl)" | "$lede" extract --input=jsonl - | head -n 3000 | uniq | wc -l)" 1
cat one.jsonl >in & # begins when somebody reads it
"$lede" extract --input=jsonl in >lines
wait
is "a named pipe" "$(cat lines)" "$("$lede" extract --input=jsonl one.jsonl)"

# --- GNU parallel
if parallel --version 2>/dev/null | grep -q '^GNU parallel'; then
    HOME=$tmp/home # it keeps its settings there
    mkdir -p "$HOME/.parallel" && : >"$HOME/.parallel/will-cite"
    PATH=$(dirname "$lede"):$PATH
    parallel --pipe --keep-order --block 20k lede extract --input=jsonl --jobs=1 - <many.jsonl >lines
    ok "parallel --pipe: blocks of lines" cmp files lines
    parallel --pipe -N 7 --keep-order lede extract --input=jsonl --jobs=1 - <many.jsonl >lines
    ok "parallel --pipe -N: so many lines" cmp files lines
    parallel --pipepart --keep-order --block 20k -a many.jsonl lede extract --input=jsonl --jobs=1 - >lines
    ok "parallel --pipepart: parts of a file" cmp files lines
    find many -name '*.txt' -print0 | sort -z | parallel -0 -k -N 50 lede extract --jobs=1 >lines
    ok "parallel -N: so many files" cmp files lines
    cat >ssh <<'END'
#!/bin/sh
# ssh without a net: HOST [--] COMMAND…
echo "$1" >>hosts
shift
test "$1" = -- && shift
SHELL=/bin/sh exec sh -c "$*" # sshd sets it from the account; a build machine may run us without
END
    chmod +x ssh
    parallel --ssh "$PWD/ssh" --sshlogin 1/quay,1/pier --pipe --keep-order --block 20k lede extract --input=jsonl - <many.jsonl >lines
    ok "parallel --sshlogin: on several hosts" cmp files lines
    is "and there were several" "$(sort -u hosts | paste -s -d ' ')" "pier quay"
else
    echo "skip - GNU parallel is not installed (Debian: parallel)"
fi
finish
