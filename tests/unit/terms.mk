# src/index/terms*.c and postings.c
check_PROGRAMS += tests/unit/index_terms
TESTS += tests/unit/index_terms
tests_unit_index_terms_SOURCES = tests/unit/index_terms.c
tests_unit_index_terms_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_index_terms_LDADD = $(lib_index) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
