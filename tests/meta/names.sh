#!/bin/sh
# A name tells its place: what a file lets others call begins with the file's name, or with that of its folder's module.
set -u
cd "$LEDE_BUILDDIR" || exit 99
command -v nm >/dev/null 2>&1 || { echo "skip - no nm"; exit 77; }

# The module's own terms, as its headers in include/lede have them.
terms_of() {
    case $1 in
    base) echo 'mem vec arena slice span text error problems decimal' ;;
    text) echo 'utf' ;;
    article) echo 'article block blocks' ;;
    extract) echo 'extract extractor quote figure hedge trend measures words period counted' ;;
    index) echo 'index loader loaded filter identities terms query search' ;;
    conf) echo 'config action key keymap role theme' ;;
    view) echo 'view app canvas problems titles one' ;;
    esac
}

# The names of the files of a folder, their parts and singular (lines.c may have line_is_blank(), figures_same.c same_link()),
# and the structs declared there, which have functions of their own.
names_in() {
    for source in "$LEDE_SRCDIR/src/$1"/*.[ch] "$LEDE_SRCDIR/src/$1"/*.re; do
        name=${source##*/}
        name=${name%.*}
        echo "$name" | sed 's/\(.*\)/\1 \1/; s/s$//'
        echo "$name" | tr '_' ' '
        sed -n 's/^struct \([a-z_]*\) {.*/\1/p' "$source" 2>/dev/null
    done
}

problems=$(
    for archive in src/lib*.a; do
        folder=${archive#src/lib}
        folder=${folder%.a}
        words="$folder $(terms_of "$folder") $(names_in "$folder" | sort -u | paste -s -d " ")"
        nm -A --defined-only -g "$archive" 2>/dev/null | awk '$(NF - 1) == "T" {print $1, $NF}' | while read -r where symbol; do
            file=${where%.o:*}
            file=${file##*[:-]}
            case $symbol in _*|*.*) continue ;; esac # of the compiler: coverage, sanitizers
            known=no
            for word in $words; do
                case $symbol in "$word"|"$word"_*) known=yes ;; esac
            done
            test "$known" = yes || echo "src/$folder/$file.c: $symbol() begins with no name of a file or term of $folder"
        done
    done
)
test -z "$problems" && echo "ok - functions begin with the name of their file or module" && exit
echo "not ok - functions begin with the name of their file or module"
echo "$problems"
exit 1
