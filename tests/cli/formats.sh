#!/bin/sh
# What lede prints: keys and their order, offsets, the same values in JSON and CSV, nothing harmful.
. "$LEDE_SRCDIR/tests/cli/ok.sh"

cat >a.txt <<'END'
Outlet: Quay Gazette
Title: The crane, "slow" and dear
Date: 2026-02-03

The crane cost $9 million, said Ida Vik, a harbour master at Quay Side Foundation.

“It is slow, loud, and dear,” Ida Vik said. “Nobody wanted it.”

About 40 percent of the 1,200 skippers had asked for a “floating” one.
END
cat >b.txt <<'END'
Crane stands still

“We will wait,” said Arvid Steen. He spoke for 12 minutes.
END

keys() { # of the objects at a path of `rows json`
    sed -n "s/^0\.$1\([a-z_]*\)[.=].*/\1/p" "$tmp/rows" | uniq | paste -s -d ' '
}

run "$lede" extract a.txt
out | "$rows" json >"$tmp/rows"
is "extract: valid JSON" "$? $status" "0 0"
is "extract: keys" "$(keys '')" "path encoding title standfirst byline outlet published url tags blocks quotes figures"
is "extract: keys of a block" "$(keys 'blocks\.0\.')" "start end kind"
is "extract: keys of a quote" "$(keys 'quotes\.0\.' | cut -d ' ' -f 1-14)" \
    "start end text kind speaker speaker_start speaker_end speakers affiliation role cue found confidence utterance"
is "extract: keys of a figure" "$(keys 'figures\.0\.' | cut -d ' ' -f 1-13)" \
    "start end text kind value value_high unit hedge trend of period quote same_as"
is "extract: the header block" "$(grep -E '^0\.(path|title|outlet|published|standfirst)=' "$tmp/rows")" \
    '0.path=a.txt
0.title=The crane, "slow" and dear
0.standfirst=
0.outlet=Quay Gazette
0.published=2026-02-03'
ok "extract: finds quotes and figures" grep -q '^0\.quotes\.0\.text=' "$tmp/rows"
ok "extract: finds figures" grep -q '^0\.figures\.0\.text=' "$tmp/rows"

# text is exactly the slice of the file, byte order mark included
slices() { # FILE: of rows
    awk -F= '/\.(quotes|figures)\.[0-9]+\.(start|end|text)=/ {
        field = $1; sub(/.*\./, "", field); v = substr($0, length($1) + 2)
        if (field == "start") start = v; else if (field == "end") end = v; else print start, end, v}' "$tmp/rows" |
    while read -r start end text; do
        test "$(tail -c +$((start + 1)) "$1" | head -c $((end - start)))" = "$text" || echo "$start $end: $text"
    done
}
is "offsets are bytes of the file" "$(slices a.txt)" ""
{ printf '\357\273\277'; sed 's/$/\r/' a.txt; } >bom.txt
run "$lede" extract bom.txt
out | "$rows" json >"$tmp/rows"
is "offsets with byte order mark and CRLF" "$(slices bom.txt)" ""
ok "the byte order mark hides no header" grep -q '^0\.outlet=Quay Gazette' "$tmp/rows"
printf 'Caf\351 opens\n\nIt cost \2005 million, said Ida Vik.\n' >latin.txt
printf 'Café opens\n\nIt cost €5 million, said Ida Vik.\n' >latin-utf8.txt
run "$lede" extract latin.txt
out | "$rows" json >"$tmp/rows"
is "windows-1252 is named" "$(grep '^0.encoding' "$tmp/rows")" "0.encoding=windows-1252"
is "offsets are into the decoded text" "$(slices latin-utf8.txt)" ""

run "$lede" extract --body a.txt
out | "$rows" json | grep '^0\.blocks\..*kind' | cut -d = -f 2 | sort -u >"$tmp/kinds"
is "--body: every line is a paragraph" "$(cat "$tmp/kinds")" "para"
: >empty.txt
run "$lede" extract empty.txt
out | "$rows" json >"$tmp/rows"
is "an empty file is an article without blocks" "$status $(grep -c = "$tmp/rows") $(grep '^0.blocks' "$tmp/rows")" "0 12 0.blocks="
"$lede" extract - <a.txt | sed 's/"path": "-"/"path": "a.txt"/' >"$tmp/stdin"
"$lede" extract a.txt | diff - "$tmp/stdin" >/dev/null
is "standard input reads the same" "$?" 0

mkdir many
for i in 1 2 3 4 5 6 7 8 9; do cp a.txt many/a$i.txt; cp b.txt many/b$i.txt; done
"$lede" extract --jobs=1 many >"$tmp/one"
"$lede" extract --jobs=9 many >"$tmp/nine"
ok "the order does not hang on the jobs" cmp "$tmp/one" "$tmp/nine"
is "one row an article" "$("$rows" json <"$tmp/one" | grep -c '\.path=')" 18

# --- JSON and CSV say the same
for command in quotes figures speakers; do
    "$lede" $command --format=jsonl a.txt b.txt | "$rows" json |
        awk -F= '{ # lists: one field in CSV, joined
            key = $1; v = substr($0, length($1) + 2)
            if (match(key, /\.[0-9]+$/)) {
                key = substr(key, 1, RSTART - 1)
                if (key == last) { printf "; %s", v; next }
            }
            if (NR > 1) printf "\n"
            printf "%s=%s", key, v; last = key
        } END {if (NR) print ""}' >"$tmp/from-json"
    "$lede" $command --format=csv a.txt b.txt >"$tmp/csv"
    "$rows" csv <"$tmp/csv" >"$tmp/from-csv"
    ok "$command: CSV and JSON say the same" diff "$tmp/from-json" "$tmp/from-csv"
    ok "$command: there are rows" grep -q '^1\.' "$tmp/from-csv"
done
is "quotes: path comes first in CSV" "$("$lede" quotes --format=csv a.txt | head -n 1 | cut -d , -f 1-4)" "path,start,end,text"

# --- a spreadsheet runs what begins like a formula: text gets an apostrophe, numbers and dates stay as they are
printf 'Title: =HYPERLINK("x")\n\n“@SUM; of all that,” said Ida Vik. The tide fell to -4.5 percent on January 13, or \342\200\213-$3.\n' >formula.txt
"$lede" figures --format=csv formula.txt >"$tmp/csv"
"$rows" csv <"$tmp/csv" >"$tmp/from-csv"
is "csv: a title that is a formula" "$(grep '^0.title' "$tmp/from-csv")" "0.title='=HYPERLINK(\"x\")"
is "csv: a number is a number" "$(grep -e '\.value=-' "$tmp/from-csv" | cut -d = -f 2 | paste -s)" "-4.5	--01-13	-3"
is "csv: text that begins with a sign" "$(grep -e '\.text=.*-' "$tmp/from-csv" | cut -d = -f 2 | paste -s)" "'-4.5 percent	'-\$3"
"$lede" quotes --format=csv formula.txt >"$tmp/csv"
ok "csv: a quote that is a formula, with the cell kept whole" grep -q "\"'@SUM; of all that,*\"" "$tmp/csv"
# what parts and joins letters and pictures is text; what turns the direction of writing or steers a terminal is not
arrow=$(printf '\342\254\207\357\270\217') family=$(printf '\360\237\221\251\342\200\215\360\237\221\247') turn=$(printf '\342\200\256')
printf '“The tide goes %s for a %s and %sturns,” said Ida Vik.\n\n“\357\270\217=SUM of it,” Ida Vik said.\n' "$arrow" "$family" "$turn" >emoji.txt
"$lede" quotes --format=csv emoji.txt | "$rows" csv | sed -n 's/^[0-9]*\.text=//p' >"$tmp/got"
is "csv: emoji are whole, marks of direction are left out, and formulas stay found" "$(cat "$tmp/got")" "The tide goes $arrow for a $family and turns,
'$(printf '\357\270\217')=SUM of it,"
is "json says it as it stands" "$("$lede" quotes --format=jsonl formula.txt | "$rows" json | grep '\.text=' | grep -c '=@SUM')" 1

# --- choosing
is "--speaker: all words, case and accents folded" \
    "$("$lede" quotes --speaker 'víK IDA' --format=jsonl a.txt b.txt | "$rows" json | grep '\.speaker=' | cut -d = -f 2 | sort -u)" "Ida Vik"
is "--speaker: whole words" "$("$lede" quotes --speaker Vi --format=jsonl a.txt b.txt)" ""
is "--kind" "$("$lede" figures --kind=money --format=jsonl a.txt b.txt | "$rows" json | grep '\.kind=' | cut -d = -f 2 | sort -u)" "money"
is "--kind may be repeated" \
    "$("$lede" figures --kind=money --kind=percent --format=jsonl a.txt | "$rows" json | grep '\.kind=' | cut -d = -f 2 | sort -u | paste -s)" \
    "money	percent"
is "--unit" "$("$lede" figures --unit=% --format=jsonl a.txt b.txt | "$rows" json | grep '\.text=' | cut -d = -f 2)" "40 percent"

run "$lede" figures --unit=furlong a.txt b.txt
is "--unit that no figure has: nothing, no failure" "$status $(out)" "0 "
ok "--unit that no figure has: the units there are" grep -q 'no figures in “furlong”; there are.* % (1)' "$tmp/err"
run "$lede" figures --unit=furlong --kind=count a.txt
ok "--unit of counts: what is counted" grep -q 'there are skippers (1)$' "$tmp/err"

# --- for the eye
"$lede" quotes a.txt b.txt >"$tmp/text"
mkdir places
for name in a b; do
    printf 'Title %s\n\n“One one one,” said Ida Vik.\n\nNothing.\n\n“Two two two,” said Arvid Steen.\n\n“Six six six,” said Ida Vik.\n' $name >places/$name.txt
done
run "$lede" quotes places
is "text: paragraphs, back and forth between two articles" "$(out | grep -o '¶[0-9]* *“[A-Z][a-z]*' | tr -s ' ' | paste -s -d ' ')" \
    '¶1 “One ¶4 “Six ¶1 “One ¶4 “Six ¶3 “Two ¶3 “Two'
ok "text: the speaker heads their quotes" grep -q '^Ida Vik' "$tmp/text"
ok "text: the words and the source" sh -c 'grep -q "“We will wait" "$1" && grep -q "Quay Gazette.*The crane" "$1"' - "$tmp/text"
is "text: no line is wider than 78" "$(awk 'length($0) > 100' "$tmp/text")" ""
"$lede" quotes --format=markdown a.txt >"$tmp/markdown"
ok "markdown: a heading for each speaker, an item for each quote" sh -c 'grep -q "^## Ida Vik" "$1" && grep -q "^- .*Quay Gazette" "$1"' - "$tmp/markdown"
ok "speakers: text" sh -c '"$1" speakers a.txt b.txt | grep -q "Ida Vik"' - "$lede"
ok "speakers: markdown" sh -c '"$1" speakers --format=markdown a.txt | grep -q "^- Ida Vik"' - "$lede"
ok "figures: text" sh -c '"$1" figures a.txt | grep -q "40 percent"' - "$lede"
printf 'Title: A *bold* claim\n\n"The <b>dam</b> holds [so far]," said Ida Vik of the Quay Gazette.\n' >marks.txt
ok "markdown: what Markdown would read as its own is escaped" sh -c '"$1" quotes --format=markdown marks.txt | grep -qF "\<b\>dam\</b\> holds \[so far\]" && "$1" quotes --format=markdown marks.txt | grep -qF "A \*bold\* claim"' - "$lede"
ok "figures: markdown" sh -c '"$1" figures --format=markdown a.txt | grep -q "^- .*40 percent"' - "$lede"

# --- nothing harmful: escape sequences, C1 controls, overrides
printf '“It \033[31mis\302\233 \342\200\256slow,” said Ida Vik.\n\nIt cost $9\302\2051 million. \033]0;x\007\n' >bad.txt
for command in quotes figures speakers; do
    for format in text jsonl csv markdown; do
        "$lede" $command --format=$format bad.txt >"$tmp/out"
        is "no control character: $command as $format" \
            "$(tr -d '\n\r' <"$tmp/out" | LC_ALL=C grep -c -a -e '[[:cntrl:]]' -e "$(printf '\302[\200-\237]')" -e "$(printf '\342\200\256')")" 0
    done
done
"$lede" extract bad.txt >"$tmp/out"
is "no control character: extract" "$(tr -d '\n' <"$tmp/out" | LC_ALL=C grep -c -a -e '[[:cntrl:]]' -e "$(printf '\342\200\256')")" 0
"$rows" json <"$tmp/out" >"$tmp/rows"
is "but JSON has them as escapes, so that text is the slice" "$(slices bad.txt)" ""
name=$(printf 'bad\377name.txt')
if cp a.txt "$name" 2>/dev/null; then
    ok "a file's name that is no UTF-8 makes valid JSON" sh -c '"$1" extract bad?name.txt | "$2" json' - "$lede" "$rows"
fi
finish
