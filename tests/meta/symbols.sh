#!/bin/sh
# What the archives of the core call: no curses, nothing that prints by itself or ends the program. Input and output are the
# business of main, ui and dump; errors are values.
set -u
cd "$LEDE_BUILDDIR" || exit 99
command -v nm >/dev/null 2>&1 || { echo "skip - no nm"; exit 77; }

failed=0
# check NAME SYMBOLS(regular expression) ARCHIVE…
check() {
    name=$1 forbidden=$2
    shift 2
    found=$(for archive in "$@"; do
        test -f "$archive" || continue
        nm -A -u "$archive" 2>/dev/null | awk -v forbidden="^($forbidden)\$" '{symbol = $NF; sub(/@.*/, "", symbol)} symbol ~ forbidden'
    done)
    if test -z "$found"; then
        echo "ok - $name"
    else
        echo "not ok - $name"
        echo "$found"
        failed=1
    fi
}

core='src/libbase.a src/libtext.a src/libarticle.a src/libextract.a src/libindex.a src/libconf.a src/libview.a'
seen=0
for archive in $core; do test -f "$archive" && seen=$((seen + 1)); done
test "$seen" -eq 7 || { echo "not ok - the archives are where they were ($seen of 7)"; exit 1; }

# shellcheck disable=SC2086 # lists of words
{
check "the core does not know curses" \
    'initscr|newterm|endwin|doupdate|w?addch|w?addstr|w?add_wch|mvw?add.*|wnoutrefresh|w?refresh|wgetch|wget_wch|stdscr|newwin|tput.*|setupterm|tigetstr' $core
check "the core does not print on standard output" 'printf|__printf_chk|vprintf|puts|putchar|putchar_unlocked|stdout|perror' $core
check "the core does not write on standard error" 'stderr|syslog' $core
check "the core does not end the program" 'exit|abort|quick_exit|_Exit|err|errx|__assert_fail' $core
check "dump prints where it is told" 'stdout|stderr|printf|puts|exit|abort' src/libdump.a
check "only base allocates, so that running out is met in one place" 'malloc|calloc|realloc|reallocarray|strdup|strndup|asprintf|getline' \
    src/libtext.a src/libarticle.a src/libextract.a src/libindex.a src/libview.a src/libdump.a src/libui.a
check "no unsafe or locale-bound call" 'gets|strcat|sprintf|strtok|asctime|ctime|localtime|gmtime|rand|tmpnam|atof' $core src/libdump.a src/libui.a
}
exit $failed
