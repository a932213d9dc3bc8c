#!/bin/sh
# What README.md and HACKING.md name is there: options, commands, files, targets of make.
. "$LEDE_SRCDIR/tests/cli/ok.sh"

"$lede" --help >"$tmp/help"
for page in README.md HACKING.md; do
    # options after "lede" in code
    for option in $(grep -o 'lede [^`|]*' "$LEDE_SRCDIR/$page" | grep -o -e ' --[a-z][a-z-]*' | sort -u); do
        ok "$page: $option is an option" grep -q -e "$option\\>" "$tmp/help"
    done
    for target in $(grep -o -e '^ *make [a-z]*' -e '`make [a-z]*' "$LEDE_SRCDIR/$page" | sed 's/.*make *//' | sort -u); do
        ok "$page: make $target is a target" grep -q "^$target:" "$LEDE_BUILDDIR/Makefile"
    done
    # shellcheck disable=SC2016
    for file in $(grep -o '`\(src\|include\|tests\|doc\|articles\|themes\)/[A-Za-z0-9_./-]*[a-z0-9/]`' "$LEDE_SRCDIR/$page" | tr -d '`' | sort -u); do
        ok "$page: $file is there" test -e "$LEDE_SRCDIR/$file"
    done
done
finish
