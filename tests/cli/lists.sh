#!/bin/sh
# What the lists say for the eye: who is one and who is not, how many, where; and what is said when nothing fits.
. "$LEDE_SRCDIR/tests/cli/ok.sh"
XDG_CACHE_HOME=$tmp/cache
export XDG_CACHE_HOME

mkdir quay
cat >quay/crane.txt <<'END'
Outlet: Quay Gazette
Title: The crane is slow

The company said the crane had cost $9 million. Officials said it would pay.

“It is slow,” said Ida Vik. “Nobody wanted it.”

“We paid a tariff of 40 percent,” Ida Vik said.
END
cat >quay/tide.txt <<'END'
Outlet: Tidal Post
Title: Crane stands still

The company said that the tide was to blame. Officials said it was not.

About 300 electric cranes were sold in Québec for C$5 million, said Arvid Steen.
END

# --- a common noun means somebody of its article
for cache in always always never; do # made, opened, without
    run "$lede" quotes --cache=$cache --speaker=company quay
    is "the company of each article is another one ($cache)" "$(grep -c '^Company — 1 quote in 1 article$' "$tmp/out")" 2
    run "$lede" quotes --cache=$cache --speaker=officials quay
    is "officials are a kind of people ($cache)" "$(grep '^Officials' "$tmp/out")" 'Officials — 2 quotes in 2 articles'
done

# --- the counts are those of what follows
while IFS='|' read -r format wanted options; do
    # shellcheck disable=SC2086
    run "$lede" quotes --cache=never --format=$format $options --speaker=vik quay
    is "count: $format $options" "$(head -n 1 "$tmp/out")" "$wanted"
done <<'END'
text|Ida Vik — 3 quotes in 1 article|
text|Ida Vik — 1 quote in 1 article|-q tariff
text|Ida Vik — 1 quote in 1 article|-q unit:percent
text|Ida Vik — 3 quotes in 1 article|--kind=direct
markdown|## Ida Vik — 1 quote in 1 article|-q tariff
END
run "$lede" quotes --cache=never -q 'path:tide' --speaker=officials quay
is "count: of the articles that pass" "$(head -n 1 "$tmp/out")" 'Officials — 1 quote in 1 article'

# --- where it stands, also where that is no paragraph
cat >stand.txt <<'END'
Outlet: Quay Gazette
Title: Crane costs $9 million
Standfirst: “It is slow, it is loud, it is dear, and 40 percent of the skippers have never wanted it,” says Ida Vik

The crane came in May. It had taken 12 weeks.
END
run "$lede" figures stand.txt
is "figures: the place in text" "$(sed -n 's/  *$//; 2,$s/.*  //p' "$tmp/out" | paste -s -d '|')" 'title|standfirst|¶1'
run "$lede" figures --format=markdown stand.txt
is "figures: the place in markdown" "$(sed -n 's/^- .*, //p' "$tmp/out" | paste -s -d '|')" 'title|standfirst|¶1'
run "$lede" quotes stand.txt
is "quotes: the place in text" "$(out)" 'Ida Vik — 1 quote in 1 article
  Quay Gazette · Crane costs $9 million
    standfirst   “It is slow, it is loud, it is dear, and 40 percent of the
                 skippers have never wanted it”'
run "$lede" quotes --format=markdown stand.txt
is "quotes: the place in markdown" "$(tail -n 1 "$tmp/out")" '- “It is slow, it is loud, it is dear, and 40 percent of the skippers have never wanted it” — Quay Gazette · Crane costs $9 million, standfirst'

# --- units are those of queries
while IFS='|' read -r unit wanted; do
    run "$lede" figures --cache=never --format=csv --unit="$unit" quay
    is "--unit=$unit" "$status $(tail -n +2 "$tmp/out" | cut -d , -f 4 | sed 's/"//g' | paste -s -d '|')$(err)" "0 $wanted"
    run "$lede" search --cache=never --format=csv -q "unit:\"$unit\"" quay
    is "unit:$unit" "$status $(tail -n +2 "$tmp/out" | wc -l)$(err)" "0 1"
done <<'END'
percent|40 percent
%|40 percent
canadian dollars|C$5 million
CAD|C$5 million
electric cranes|300
cranes|300
END
run "$lede" figures --cache=never --unit=dollars --format=csv quay
is "--unit=dollars: any" "$(tail -n +2 "$tmp/out" | wc -l)" 2
run "$lede" figures --cache=never --unit=furlongs quay
is "--unit: what is counted is among those that there are" "$status $(out)$(err)" \
    '0 lede: no figures in “furlongs”; there are $ (1), % (1), CAD (1), cranes (1)'
run "$lede" figures --cache=never --unit= quay
is "--unit: none" "$status $(out)$(err)" "2 lede: --unit: no unit is named
Try 'lede --help'."

# --- somebody who is not called so
while IFS='|' read -r who wanted; do
    for command in quotes speakers; do
        run "$lede" $command --cache=never --format=csv --speaker="$who" quay
        is "$command --speaker=$who" "$status $(tail -n +2 "$tmp/out" | wc -l) $(err)" "0 ${wanted}"
    done
done <<'END'
stee|0 lede: no speaker is called “stee”; “stee*” finds Arvid Steen
arv s|0 lede: no speaker is called “arv s”; “arv s*” finds Arvid Steen
Stene|0 lede: no speaker is called “stene”; the nearest is Arvid Steen
Ida Vick|0 lede: no speaker is called “ida vick”; the nearest is Ida Vik
zebedee*|0 lede: no speaker is called “zebedee*”
zebedee|0 lede: no speaker is called “zebedee”
END
run "$lede" speakers --cache=never --format=csv --speaker='stee*' quay
is "a star: the beginning of a word" "$status $(tail -n +2 "$tmp/out" | cut -d , -f 1) $(err)" "0 Arvid Steen "
run "$lede" quotes --cache=never --speaker=steen -q path:crane quay
is "somebody who is called so, but not there" "$status $(out)$(err)" "0 "

finish
