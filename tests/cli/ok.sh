# What the scripts begin with: a scratch folder as the working directory, and checks that are counted by name.
# shellcheck shell=sh disable=SC2034,SC2154
set -u
LC_ALL=C.UTF-8
export LC_ALL
lede=${LEDE:?run me through make check}
rows=$LEDE_BUILDDIR/tests/cli/rows
failures=0
tmp=$(mktemp -d) || exit 99
trap 'chmod -R u+rwX "$tmp"; rm -rf "$tmp"' EXIT
# no configuration but the test's own
HOME=$tmp/home
unset XDG_CONFIG_HOME
export HOME
mkdir "$tmp/home" "$tmp/work" && cd "$tmp/work" || exit 99

# ok NAME COMMAND…: the command ends well
ok() {
    name=$1
    shift
    if "$@" >"$tmp/says" 2>&1; then
        echo "ok - $name"
    else
        echo "not ok - $name"
        sed 's/^/#   /' "$tmp/says"
        failures=$((failures + 1))
    fi
}

# is NAME GOT WANTED
is() {
    printf '%s\n' "$2" >"$tmp/got"
    printf '%s\n' "$3" >"$tmp/wanted"
    ok "$1" diff -u "$tmp/wanted" "$tmp/got"
}

# run COMMAND…: leaves $status, ./out and ./err
run() {
    "$@" >"$tmp/out" 2>"$tmp/err" </dev/null
    status=$?
}

out() { cat "$tmp/out"; }
err() { cat "$tmp/err"; }

finish() {
    test "$failures" -eq 0
    exit
}
