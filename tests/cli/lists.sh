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

About 1,200 electric cranes were sold in Québec for C$5 million, said Arvid Steen.
END

# --- a common noun means somebody of its article
for cache in always always never; do # made, opened, without
    run "$lede" quotes --cache=$cache --speaker=company quay
    is "the company of each article is another one ($cache)" "$(grep -c '^Company — 1 quote in 1 article$' "$tmp/out")" 2
    run "$lede" quotes --cache=$cache --speaker=officials quay
    is "officials are a kind of people ($cache)" "$(grep '^Officials' "$tmp/out")" 'Officials — 2 quotes in 2 articles'
done

finish
