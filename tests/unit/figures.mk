# How much: src/extract/figures*.c and what they stand on.
check_PROGRAMS += tests/unit/figures
TESTS += tests/unit/figures
tests_unit_figures_SOURCES = tests/unit/figures.c
tests_unit_figures_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_figures_LDADD = $(lib_extract) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
