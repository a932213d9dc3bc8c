# make tests/bench/terms && tests/bench/terms -s FOLDER the council heron
EXTRA_PROGRAMS += tests/bench/terms
CLEANFILES += tests/bench/terms$(EXEEXT)
tests_bench_terms_SOURCES = tests/bench/terms.c
tests_bench_terms_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_bench_terms_LDADD = $(lib_index) $(UNISTRING_LIBS)
