# How much: src/extract/figures*.c and what they stand on.
check_PROGRAMS += tests/unit/figures tests/unit/figures_about
TESTS += tests/unit/figures tests/unit/figures_about
figures_found = tests/unit/figures_found.c tests/unit/figures_found.h tests/unit/unit.h
tests_unit_figures_SOURCES = tests/unit/figures.c $(figures_found)
tests_unit_figures_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_figures_LDADD = $(lib_extract) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_figures_about_SOURCES = tests/unit/figures_about.c $(figures_found)
tests_unit_figures_about_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_figures_about_LDADD = $(lib_extract) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
check_PROGRAMS += tests/unit/scan
TESTS += tests/unit/scan
tests_unit_scan_SOURCES = tests/unit/scan.c tests/unit/unit.h
tests_unit_scan_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_scan_LDADD = $(lib_extract) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
