#!/bin/sh
# The fuzz targets for a bounded number of runs, the same ones each time. For as long as you like: HACKING.md, "Fuzzing".
set -u
failed=0
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
for seeds in "$LEDE_SRCDIR"/tests/fuzz/seeds; do
    mkdir corpus && cp "$seeds"/* corpus/ # libFuzzer adds to it
    if "$LEDE_BUILDDIR/tests/fuzz/fuzz_article" -runs="${LEDE_FUZZ_RUNS:-4000}" -seed="${LEDE_FUZZ_SEED:-1}" corpus 2>&1; then
        echo "ok - fuzz_article"
    else
        echo "not ok - fuzz_article"
        for crash in crash-*; do
            test -f "$crash" || continue
            cp "$crash" "$LEDE_BUILDDIR/tests/fuzz/fuzz_article.crash"
            echo "the input is in tests/fuzz/fuzz_article.crash; tests/fuzz/fuzz_article tests/fuzz/fuzz_article.crash runs it again"
        done
        failed=1
    fi
done
exit $failed
