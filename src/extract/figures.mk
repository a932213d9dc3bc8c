# How much. scan.c is made from scan.re by re2c and shipped, so that a tarball needs no re2c.
src_libextract_a_SOURCES += \
	src/extract/figures.h src/extract/figures.c src/extract/figures_make.c src/extract/figures_kinds.c \
	src/extract/figures_filter.h src/extract/figures_filter.c src/extract/figures_ages.c src/extract/figures_labels.c \
	src/extract/figures_money.c src/extract/figures_range.c src/extract/figures_reader.c \
	src/extract/figures_of.c src/extract/figures_phrase.c src/extract/figures_size.c \
	src/extract/figures_same.h src/extract/figures_same.c \
	src/extract/figures_quantity.c src/extract/dates.c \
	src/extract/numbers.h src/extract/numbers.c src/extract/numbers_literal.c src/extract/numbers_parts.c \
	src/extract/hedges.h src/extract/hedges.c \
	src/extract/money.h src/extract/money.c src/extract/dollar.h src/extract/dollar.c \
	src/extract/units.h src/extract/units.c \
	src/extract/scan.h src/extract/scanlists.c src/extract/scanwords.c
src_libextract_a_SOURCES += src/extract/scan.c
BUILT_SOURCES += src/extract/scan.c
EXTRA_DIST += src/extract/scan.re
MAINTAINERCLEANFILES += src/extract/scan.c
# Made under another name first: a re2c that fails leaves no half scanner behind.
src/extract/scan.c: src/extract/scan.re
	$(AM_V_GEN)$(MKDIR_P) src/extract && \
	$(RE2C) --no-debug-info -W -o $@.new $(srcdir)/src/extract/scan.re && mv $@.new $@
# scan.c made in the build folder finds scan.h there
src_libextract_a_CPPFLAGS += -I$(srcdir)/src/extract
