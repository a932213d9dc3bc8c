#!/bin/sh
# Queries by the command line: what they find, in each format, and what is said where they are wrong.
. "$LEDE_SRCDIR/tests/cli/ok.sh"

mkdir quay
cat >quay/crane.txt <<'END'
Outlet: Quay Gazette
Title: The crane, "slow" and dear
Date: 2026-02-03

The crane cost $9 million, said Ida Vik, a harbour master at Quay Side Foundation.

“It is slow, loud, and dear,” Ida Vik said. “Nobody wanted it.”

About 40 percent of the 1,200 skippers had asked for a “floating” one, and a floating crane in the Québec harbour had cost no more than any other that they knew of at the time.
END
cat >quay/tide.txt <<'END'
Outlet: Tidal Post
Title: Crane stands still
Date: 2026-03-01

“We will wait,” said Arvid Steen. He spoke for 12 minutes.
END

# --- which articles, in the order of the paths
while IFS='|' read -r query paths; do
    run "$lede" search -q "$query" --format=csv quay
    is "search $query" "$status $(err)$(tail -n +2 "$tmp/out" | cut -d , -f 1 | sed 's,quay/,,' | paste -s -d ' ')" "0 $paths"
done <<'END'
crane|crane.txt tide.txt
"floating crane"|crane.txt
quebec|crane.txt
speaker:steen|tide.txt
speaker:vik OR speaker:steen|crane.txt tide.txt
crane -speaker:vik|tide.txt
value>=$9m|crane.txt
unit:minutes|tide.txt
date:2026-03|tide.txt
outlet:"tidal post"|tide.txt
outlet:quay kind:direct|crane.txt
title:still|tide.txt
path:tide|tide.txt
nothing|
END
run "$lede" search -q nothing quay
is "nothing found is no error" "$status $(out)$(err)" "0 "

# --- for the eye
run "$lede" search -q 'harbour OR wait' quay
is "text: path, source, headline, date, and the words around" "$(out)" 'quay/crane.txt
  Quay Gazette · The crane, "slow" and dear · 2026-02-03
  ¶1  … million, said Ida Vik, a harbour master at Quay Side Foundation.
  ¶3  … crane in the Québec harbour had cost no more than any other that …

quay/tide.txt
  Tidal Post · Crane stands still · 2026-03-01
  ¶1  “We will wait,” said Arvid Steen. He spoke for 12 minutes.'
run "$lede" search -q 'unit:minutes' quay
is "text: without words the figures that pass" "$(tail -n 1 "$tmp/out")" '  ¶1  “We will wait,” said Arvid Steen. He spoke for 12 minutes.'
run "$lede" search -q 'speaker:vik' --format=markdown quay
is "markdown" "$(out)" '- Quay Gazette · The crane, "slow" and dear · 2026-02-03 (quay/crane.txt)
  - ¶1  The crane cost $9 million, said Ida Vik, a harbour master at Quay …
  - ¶2  “It is slow, loud, and dear,” Ida Vik said. “Nobody wanted it.”'

# a long paragraph is looked at around the hit only: the words are the same, whole, and between other letters
mkdir long
{
    echo 'Long'
    echo
    yes 'éééé …… 日本日本' | head -n 800 | paste -s -d ' '
    echo 'The crane cost $9 million, said Ida Vik.'
    yes '日本日本 …… éééé' | head -n 800 | paste -s -d ' '
} | paste -s -d ' ' | sed 's/^Long  */Long\n\n/' >long/a.txt
run "$lede" search -q 'value>1' --format=csv long
is "a hit far from both ends of a paragraph" "$(tail -n 1 "$tmp/out" | tr -d '\r' | sed 's/.*¶/¶/; s/  */ /g')" \
    '¶1 … …… 日本日本 The crane cost $9 million, said Ida Vik. 日本日本 …… éééé 日本日本 …… éééé …"'

# --- for scripts
run "$lede" search -q 'crane value>1' --format=jsonl quay
out | "$rows" json >"$tmp/rows"
is "jsonl: keys and values" "$? $(sed -n 's/^0\.//p' "$tmp/rows" | sed '/^context/d' | paste -s -d ' ')" \
    '0 path=quay/crane.txt outlet=Quay Gazette title=The crane, "slow" and dear published=2026-02-03 hits=3 quotes=1 figures=3'
run "$lede" search -q crane --format=csv quay
is "csv: the same names" "$(head -n 1 "$tmp/out" | tr -d '\r')" "path,outlet,title,published,hits,quotes,figures,context"

echo '{"id": 7, "title": "Barges wait", "text": "It rained, said Ida Vik."}' >given.jsonl
for query in barges '"barges wait"' title:barges rained; do
    run "$lede" search -q "$query" --input=jsonl --format=csv given.jsonl
    is "search $query: a headline beside the text" "$(tail -n +2 "$tmp/out" | cut -d , -f 1,3)" "7,Barges wait"
done

# --- the other commands
run "$lede" quotes -q 'slow' --format=csv quay
is "quotes -q" "$status $(tail -n +2 "$tmp/out" | wc -l)" "0 2"
run "$lede" figures -q 'skippers kind:count' --format=csv quay
is "figures -q" "$(tail -n +2 "$tmp/out" | "$rows" csv 2>/dev/null | wc -l >/dev/null; tail -n +2 "$tmp/out" | wc -l)" 1
run "$lede" figures -q 'speaker:vik' --kind=money --format=csv quay
is "figures -q with --kind: both" "$(tail -n +2 "$tmp/out" | wc -l)" 1
run "$lede" speakers -q 'wait' --format=csv quay
is "speakers -q: who said it" "$(tail -n +2 "$tmp/out" | cut -d , -f 1)" "Arvid Steen"

# --- what is wrong stands under the query
run "$lede" search -q 'crane kind:mony (x' quay
is "a wrong query: its place" "$status $(out)$(err)" "2 lede: --query: there is no such kind; did you mean 'money'?
  crane kind:mony (x
             ^~~~
Try 'lede --help'."
run "$lede" search -q 'día 漢 "open' quay
is "the place is counted in columns" "$(sed -n '2,3p' "$tmp/err")" '  día 漢 "open
         ^'
run "$lede" search -q "$(printf 'a\033[2J x:y')" quay
is "nothing of a query reaches the terminal as a control" "$(sed -n '2,3p' "$tmp/err")" '  a\x1b[2J x:y
           ^'
finish
