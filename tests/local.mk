# Tests. Each fragment lists the tests of one area: unit tests (cmocka) of one layer each, the program by scripts, the
# terminal under libvterm, fuzzing, meta checks.
EXTRA_DIST += tests/local.mk tests/lsan.supp
UNIT_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/src -I$(srcdir)/tests
if HAVE_CMOCKA
include tests/unit/blocks.mk
include tests/unit/jsonl.mk
include tests/unit/watch.mk
include tests/unit/figures.mk
include tests/unit/speech.mk
include tests/unit/vocabulary.mk
include tests/unit/base.mk
include tests/unit/index.mk
include tests/unit/cache.mk
include tests/unit/terms.mk
include tests/unit/conf.mk
include tests/unit/view.mk
endif
include tests/cli/local.mk
include tests/cache/local.mk
include tests/term/local.mk
include tests/meta/local.mk
include tests/fuzz/local.mk
include tests/fuzz/terms.mk
include tests/bench/local.mk
include tests/bench/terms.mk
include tests/data/local.mk
