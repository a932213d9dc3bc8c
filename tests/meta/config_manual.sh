#!/bin/sh
# lede-config(5) against the program: its tables are made from the program's, all names are in it, and its examples load.
. "$LEDE_SRCDIR/tests/cli/ok.sh"
page=$LEDE_SRCDIR/doc/lede-config.5
include=$LEDE_SRCDIR/include/lede

# To renew a table: put what awk prints (see doc/tables.awk) between its two marks.
between() { sed -n "/^\\.\\\\\" $1: begin/,/^\\.\\\\\" $1: end/p" "$page" | sed '1d;$d'; }
for table in options:config.h roles:theme.h; do
    awk -v table=${table%:*} -f "$LEDE_SRCDIR/doc/tables.awk" "$include/${table#*:}" >"$tmp/table"
    between ${table%:*} >"$tmp/listed"
    ok "there are ${table%:*}" test "$(grep -c '^\.It Ic' "$tmp/table")" -ge 7
    ok "lede-config.5 lists the ${table%:*} of ${table#*:}" diff "$tmp/listed" "$tmp/table"
done

# What the page names is what the program takes, and the other way round.
between roles | sed -n 's/^\.It Ic //p' >"$tmp/roles"
printf 'selected\nselected-away\naside\n' >>"$tmp/roles"
for extra in selected selected-away aside; do
    ok "lede-config.5 has $extra" grep -qx ".It Ic $extra" "$page"
done
{ echo '[roles]'; sed 's/$/ = red on 236 bold/' "$tmp/roles"; } >roles.ini
printf '[options]\ntheme = %s/roles.ini\n' "$PWD" >lede.ini
ok "every role of the page is known" "$lede" --check-config --config=lede.ini
themes=$(sed -n '/^\.Sh THEMES/,/^\.Sh ALIASES/p' "$page")
for word in $(sed -n '/colors\[\] = {/,/^};/p; /attributes\[\] = {/,/^};/p' "$LEDE_SRCDIR/src/conf/style.c" |
    grep -o '{"[a-z-]*"' | tr -d '{"' | sed 's/^bright-[a-z]*$/bright-/' | sort -u); do
    case $word in gray) continue ;; esac # the other spelling of grey
    ok "lede-config.5 has the word $word" sh -c 'echo "$1" | grep -q -e "[ ]$2\( \|\$\)"' - "$themes" "$word"
done
for border in $(grep -o '"not one of [a-z, ]*' "$LEDE_SRCDIR/src/conf/themes.c" | head -n 1 | sed 's/.*of //' | tr -d ,); do
    ok "lede-config.5 has the border $border" sh -c 'echo "$1" | grep -q "Ic border .*$2"' - "$themes" "$border"
done

words=$(sed -n '/^\.Sh WORDS/,/^\.Sh ENVIRONMENT/p' "$page")
for word in $(sed -n 's/^ *X([A-Z_]*, *\([A-Z]*, *\)\{0,1\}"\([a-z]*\)".*/\2/p' "$include/wordlists.h" | sort -u); do
    ok "lede-config.5 has the list or class $word" sh -c 'echo "$1" | grep -q -e "^\.\(It Li .\|Cm \)$2\b"' - "$words" "$word"
done

# Every example, by its sections in the file it belongs to, each in a configuration of its own.
awk -v dir="$tmp" '/^\.Bd -literal/ {on = 1; n++; next} /^\.Ed/ {on = 0} on {sub(/^\\&/, ""); print > (dir "/example-" n)}' "$page"
ok "there are examples" test "$(ls "$tmp"/example-* | wc -l)" -ge 5
config=$HOME/.config/lede
for example in "$tmp"/example-*; do
    rm -rf "$config" && mkdir -p "$config/themes"
    case $(grep -o '^\[[a-z]*\]' "$example" | tr -d '\n') in
    *roles*) file=themes/mine.ini ;;
    *same*) file=aliases.ini ;;
    *cues*) file=words.ini ;;
    *) file=lede.ini ;;
    esac
    printf '[theme]\n' >"$config/themes/mine.ini"
    cp "$example" "$config/$file"
    cp "$LEDE_SRCDIR"/themes/*.ini "$config/themes/"
    run "$lede" --check-config
    is "example ${example##*-} of lede-config.5, as $file" "$status $(cat "$tmp/out" "$tmp/err")" "0 "
    echo 'nonsense' >>"$config/$file"
    run "$lede" --check-config
    is "a wrong line behind it is seen" "$status" 1
done
finish
