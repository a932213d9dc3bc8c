# Tests. Each fragment lists the tests of one area.
EXTRA_DIST += tests/local.mk
UNIT_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/src -I$(srcdir)/tests
include tests/unit/blocks.mk
include tests/unit/figures.mk
include tests/unit/speech.mk
include tests/unit/base.mk
include tests/unit/index.mk
include tests/unit/conf.mk
include tests/unit/view.mk
include tests/term/local.mk
include tests/meta/local.mk
include tests/fuzz/local.mk
include tests/bench/local.mk
include tests/data/local.mk
