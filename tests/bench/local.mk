# "make bench" measures; make check does not.
EXTRA_PROGRAMS = tests/bench/measure tests/bench/article
tests_bench_measure_SOURCES = tests/bench/measure.c
tests_bench_measure_LDADD = -lutil
# make tests/bench/article && tests/bench/article 20 FILE...
tests_bench_article_SOURCES = tests/bench/article.c
tests_bench_article_LDADD = $(lib_article) $(UNISTRING_LIBS)
EXTRA_DIST += tests/bench/run.sh
CLEANFILES += tests/bench/measure$(EXEEXT) tests/bench/article$(EXEEXT)
bench: lede$(EXEEXT) tests/bench/measure$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/tests/bench/run.sh
.PHONY: bench
