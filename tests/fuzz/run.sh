#!/bin/sh
# The fuzz targets for a bounded number of runs, the same ones each time. For as long as you like: HACKING.md, "Fuzzing".
set -u
failed=0
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
run()
{
    rm -rf corpus crash-*
    mkdir corpus && cp "$LEDE_SRCDIR/tests/fuzz/$2"/* corpus/ # libFuzzer adds to it
    if "$LEDE_BUILDDIR/tests/fuzz/$1" -runs="$3" -seed="${LEDE_FUZZ_SEED:-1}" corpus 2>&1; then
        echo "ok - $1"
        return
    fi
    echo "not ok - $1"
    failed=1
    for crash in crash-*; do
        test -f "$crash" || continue
        cp "$crash" "$LEDE_BUILDDIR/tests/fuzz/$1.crash"
        echo "the input is in tests/fuzz/$1.crash; tests/fuzz/$1 tests/fuzz/$1.crash runs it again"
    done
}
run fuzz_article seeds "${LEDE_FUZZ_RUNS:-4000}"
run fuzz_pack seeds "${LEDE_FUZZ_RUNS:-1000}"
run fuzz_ini seeds-ini "${LEDE_FUZZ_RUNS:-2000}"
run fuzz_jsonl seeds-jsonl "${LEDE_FUZZ_RUNS:-4000}"
run fuzz_query seeds-query "${LEDE_FUZZ_RUNS:-6000}"
run fuzz_terms seeds "${LEDE_FUZZ_RUNS:-1000}"
exit $failed
