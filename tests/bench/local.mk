# "make bench" measures; make check does not.
EXTRA_PROGRAMS = tests/bench/measure
tests_bench_measure_SOURCES = tests/bench/measure.c
tests_bench_measure_LDADD = -lutil
EXTRA_DIST += tests/bench/run.sh
CLEANFILES += tests/bench/measure$(EXEEXT)
bench: lede$(EXEEXT) tests/bench/measure$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/tests/bench/run.sh
.PHONY: bench
