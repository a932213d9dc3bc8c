#!/bin/sh
# The layer rule: a file includes the C library, its own layer and the public headers of lower ones, never a higher one; and each
# library of others is known in one place only. Reads #include lines.
set -u
cd "$LEDE_SRCDIR" || exit 99

# The headers of each layer in include/lede, lowest first; then what each folder may see.
headers='
base    base decimal eight sixteen wordlists
text    utf
article article
extract extract
index   index cache import query watch
conf    keys theme config past
view    canvas app view
ui      ui
dump    dump
'
sees='
base    base
text    base text
article base text article
extract base text article extract
index   base text article extract index
conf    base text article extract conf
view    base text article extract index conf view
ui      base text article extract index conf view ui
dump    base text article extract index dump
'
# POSIX and C11; <ncursesw…> and the like are not in it.
system='alloca assert ctype dirent errno fcntl float fnmatch ftw getopt inttypes langinfo limits locale math poll pthread signal
stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string strings sys/ioctl sys/mman sys/resource sys/stat
sys/time sys/types sys/wait sys/file termios time unistd wchar wctype sys/select pwd glob libgen spawn sys/uio sys/random'
# What belongs to others, and the files that may include it.
foreign='
unistr|unicase|unictype|uniname|uninorm|unigbrk|unilbrk|uniwbrk|uniwidth|unistdio|unitypes src/text/
curses|ncurses|ncursesw/curses|ncursesw/ncurses|term                                       src/ui/
iniparser/iniparser|iniparser/dictionary|iniparser|dictionary                               src/conf/ini.c
xxhash                                                                                     src/index/checksum.c
malloc                                                                                     src/base/mem.c
emmintrin                                                                                  include/lede/sixteen.h
sys/inotify|sys/vfs                                                                        src/index/notify.c
'

layer_of_header() {
    echo "$headers" | while read -r layer names; do
        case " $names " in *" $1 "*) echo "$layer" ;; esac
    done
}

allowed_in() {
    echo "$sees" | while read -r layer lower; do
        test "$layer" = "$1" && echo "$lower"
    done
}

check_lede() { # FILE LAYER HEADER
    of=$(layer_of_header "$3")
    test -n "$of" || { echo "$1: lede/$3.h is of no layer; say of which in tests/meta/layers.sh"; return; }
    test -n "$2" || return 0 # src/main.c and its like see all
    case " $(allowed_in "$2") " in
    *" $of "*) ;;
    *) echo "$1: layer $2 may not include lede/$3.h of layer $of" ;;
    esac
}

check_system() { # FILE HEADER
    case " $(echo "$system" | tr '\n' ' ') " in *" $2 "*) return ;; esac
    place=$(echo "$foreign" | while read -r names place; do
        case "|$names|" in *"|$2|"*) echo "$place" ;; esac
    done)
    case $1 in
    ${place:-nowhere}*) ;;
    *) echo "$1: <$2.h> ${place:+belongs in $place}${place:-is unknown: if it is of the C library, list it in tests/meta/layers.sh}" ;;
    esac
}

check_file() { # FILE LAYER
    sed -n 's/^ *# *include *\([<"]\)\(.*\)\.\([a-z]*\)[>"].*/\1 \2 \3/p' "$1" | while read -r mark header suffix; do
        case $mark$header in
        '"lede/'*) check_lede "$1" "$2" "${header#lede/}" ;;
        '"'*)
            # its own folder, or what is generated there
            case $header in */*|*..*) echo "$1: \"$header.$suffix\" is of another folder" ;; esac ;;
        *) check_system "$1" "$header" ;;
        esac
    done
}

problems=$(
    for file in src/*/*.[ch] src/*/*.re; do
        test -f "$file" || continue
        layer=${file#src/}
        check_file "$file" "${layer%%/*}"
    done
    for file in src/*.[ch]; do check_file "$file" ''; done
    for file in include/lede/*.h; do
        name=${file##*/}
        layer=$(layer_of_header "${name%.h}")
        test -n "$layer" || echo "$file is of no layer; say of which in tests/meta/layers.sh"
        check_file "$file" "$layer"
        grep -q '^#include <\(curses\|uni\|iniparser\)' "$file" && echo "$file: a header of others in a public one"
    done
)
test -z "$problems" && echo "ok - every #include keeps to the layers" && exit
echo "not ok - every #include keeps to the layers"
echo "$problems"
exit 1
