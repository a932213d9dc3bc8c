#!/bin/sh
# The completions that are shipped are what the program prints. To renew them: make completions
. "$LEDE_SRCDIR/tests/cli/ok.sh"
for pair in bash:lede.bash zsh:_lede fish:lede.fish; do
    "$lede" --completion="${pair%:*}" >"$tmp/printed"
    ok "doc/completion/${pair#*:}" diff -u "$LEDE_SRCDIR/doc/completion/${pair#*:}" "$tmp/printed"
done

# bash, with as much of bash-completion as is needed.
if command -v bash >/dev/null 2>&1; then
    cat >complete.bash <<'END'
_init_completion() { cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words=("${COMP_WORDS[@]}") cword=$COMP_CWORD split=false
    [[ $cur == --*=* ]] && prev=${cur%%=*} cur=${cur#*=} split=true; return 0; }
_filedir() { :; }
compopt() { :; }
source "$LEDE_SRCDIR/doc/completion/lede.bash"
COMP_WORDS=(lede "$@") COMP_CWORD=$#
_lede
printf '%s ' "${COMPREPLY[@]}"
END
    PATH=$(dirname "$lede"):$PATH
    is "bash: a command" "$(bash complete.bash quo)" "quotes "
    is "bash: an option" "$(bash complete.bash --the)" "--theme= "
    is "bash: a shell" "$(bash complete.bash --completion=f)" "fish "
    is "bash: a format" "$(bash complete.bash quotes --format=m)" "markdown "
    is "bash: a theme" "$(cd "$LEDE_SRCDIR" && bash "$tmp/work/complete.bash" --theme=def)" "default "
fi
if command -v fish >/dev/null 2>&1; then
    is "fish: an option" \
        "$(fish -N -c "source '$LEDE_SRCDIR/doc/completion/lede.fish'; complete -C 'lede --comple'" | cut -f 1 | tr -d =)" "--completion"
fi
finish
