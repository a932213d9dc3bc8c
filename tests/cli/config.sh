#!/bin/sh
# Configuration by the command line: lists, checks, aliases, completions.
. "$LEDE_SRCDIR/tests/cli/ok.sh"
config=$HOME/.config/lede
mkdir -p "$config/themes" clippings
echo '“It is slow,” said Ida Vik.' >clippings/a.txt
echo '“It is loud,” said Tor Lie.' >clippings/b.txt

speakers() { # number of quotes and name, as "2 Ida Vik;"
    "$lede" speakers --format=csv "$@" 2>"$tmp/err" | "$rows" csv |
        awk -F= '/\.name=/ {name = $2} /\.quotes=/ {printf "%s %s;", $2, name}'
}

is "without aliases they are two" "$(speakers clippings)" "1 Ida Vik;1 Tor Lie;"
printf '[same]\nIda Vik = Tor Lie\n' >clippings/aliases.ini
is "aliases.ini of the folder" "$(speakers clippings)" "2 Ida Vik;"
is "a file by itself has none" "$(speakers clippings/b.txt)" "1 Tor Lie;"
mv clippings/aliases.ini "$config/aliases.ini"
is "aliases.ini of the configuration" "$(speakers clippings)" "2 Ida Vik;"
printf '[split]\nTor Lie the elder = Tor Lie: *b.txt\n' >clippings/aliases.ini
is "the folder's counts first, and splits by path" "$(speakers clippings)" "1 Ida Vik;1 Tor Lie the elder;"
rm "$config/aliases.ini" clippings/aliases.ini
mkdir elsewhere
mkdir elsewhere/lede
printf '[same]\nTor Lie = Ida Vik\n' >elsewhere/lede/aliases.ini
is "XDG_CONFIG_HOME" "$(XDG_CONFIG_HOME=$PWD/elsewhere speakers clippings)" "2 Tor Lie;"
is "a relative XDG_CONFIG_HOME is ignored" "$(XDG_CONFIG_HOME=elsewhere speakers clippings)" "1 Ida Vik;1 Tor Lie;"

# --- check
run "$lede" --check-config
is "no configuration is no problem" "$status $(out)$(err)" "0 "
printf '[options]\njobs = 2\nthem = dark\n[keys]\ndown = j\n' >"$config/lede.ini"
run "$lede" --check-config
is "a wrong line is told with its place" "$status $(err | sed "s|$config/||")" \
    "1 lede: lede.ini:3: 'them = dark': no such option; did you mean 'theme'?"
printf '[options]\njobs = 3\n[keys]\ntop = t\nfocus-list = q, g, y\ndown = k\nup = e\nback = Esc\n' >keys.ini
run "$lede" --check-config --config=keys.ini
is "keys that were others' are told, but not where these have a line below" "$status $(err)" \
    "1 lede: keys.ini:4: 'top = t': t was the key of 'kind', which has none now
lede: keys.ini:5: 'focus-list = q, g, y': q was the key of 'quit', which has none now"
run "$lede" --list-actions --config=keys.ini
is "--list-actions: the keys of the configuration" "$status $(err)$(sed -n 's/^top  *\([^ ]*\) .*/\1/p; s/^kind  *\([^ ]*\) .*/\1/p; s/^up  *\([^ ]*\) .*/\1/p' "$tmp/out" | paste -s -d ' ')" "0 e t only"
printf '[keys]\nopen = Space\ndown = j\nup = j\n' >keys.ini
run "$lede" --check-config --config=keys.ini
is "keys of which some are left, and a line above that loses its own" "$status $(err)" \
    "1 lede: keys.ini:2: 'open = Space': Space was the key of 'page-down', which has only PageDown, C-f now
lede: keys.ini:4: 'up = j': j was the key of 'down', which has none now"
printf '[options]\njobs = 3\n' >other.ini
run "$lede" --check-config --config=other.ini
is "--config" "$status $(err)" "0 "
run "$lede" --check-config --config=none.ini
is "--config that is not there" "$status" 1
printf '[roles]\nquote = no-such-colour\n' >"$config/themes/mine.ini"
run "$lede" --check-config --config=other.ini
is "themes of the configuration are checked" "$status $(err | grep -c 'mine.ini:2')" "1 1"

rm "$config/themes/mine.ini"
printf '[same]\nnonsense\n' >"$config/aliases.ini"
printf '[samme]\nIda Vik = Tor Lie\n' >clippings/aliases.ini
run "$lede" --check-config --config=other.ini clippings
is "aliases are checked, of the configuration and of a folder" \
    "$status $(err | grep -c -e "^lede: $config/aliases.ini:2: " -e '^lede: clippings/aliases.ini:2: ')" "1 2"
rm "$config/aliases.ini" clippings/aliases.ini
printf '[roles]\n' >"$config/themes/mine.ini"

# --- words of one's own
mkdir burbles
echo '“It is late,” burbled Ida Vik.' >burbles/a.txt
is "without words.ini nobody burbles" "$(speakers burbles)" ""
printf '[cues]\nburble = said\n' >"$config/words.ini"
is "words.ini: a cue" "$(speakers burbles)" "1 Ida Vik;"
"$lede" extract burbles 2>"$tmp/err" >"$tmp/out"
ok "words.ini: extract, too" grep -q '"cue": *"burbled"' "$tmp/out"
is "words.ini: with a cache" "$(speakers --cache=always burbles)" "1 Ida Vik;"
mv "$config/words.ini" words.kept
is "a cache made with other words is not used" "$(speakers --cache=always burbles)" ""
printf '[cues]\nburble = sayd\n' >"$config/words.ini"
run "$lede" --check-config --config=other.ini
is "words are checked" "$status $(err | sed "s|$config/||")" \
    "1 lede: words.ini:2: 'burble = sayd': 'sayd' is no class of [cues]; did you mean 'said'?"
rm "$config/words.ini"

# --- lists
"$lede" --list-themes >"$tmp/out"
ok "--list-themes: the built-in one" grep -qx default "$tmp/out"
ok "--list-themes: one's own" grep -qx mine "$tmp/out"
"$lede" --list-actions >"$tmp/out"
ok "--list-actions: name, keys as lede.ini has them, meaning" grep -q '^down  *j  *one line' "$tmp/out"
ok "--list-actions: the usual keys of the others" grep -q '^up  *k, Up  *one line' "$tmp/out"
# without an installation: beside the program, wherever one is
mkdir built
cp "$lede" built/lede
beside() { (cd / && "$tmp/work/built/lede" --list-themes) | paste -s -d ' '; }
if test "$(beside)" = "default mine"; then # else others are installed, and these count
    mkdir built/themes
    printf '[theme]\n' >built/themes/found.ini
    is "--list-themes: those beside the program" "$(beside)" "default found mine"
fi

# --- completions
for shell in bash zsh fish; do
    run "$lede" --completion=$shell
    is "--completion=$shell" "$status $(err)" "0 "
    for option in $("$lede" --help | grep -o -e '--[a-z][a-z-]*' | sed 's/--//' | sort -u); do
        grep -q -e "$option" "$tmp/out" || echo "$option"
    done >"$tmp/lacks"
    is "--completion=$shell has every option" "$(cat "$tmp/lacks")" ""
    if command -v $shell >/dev/null 2>&1; then
        ok "--completion=$shell: $shell can read it" $shell -n "$tmp/out"
    else
        echo "skip - $shell is not here to read its completions"
    fi
done
run "$lede" --completion=csh
is "--completion=csh" "$status" 2
finish
