# "make bench" measures; make check does not.
EXTRA_PROGRAMS = tests/bench/measure tests/bench/article tests/bench/stages tests/bench/pack
tests_bench_measure_SOURCES = tests/bench/measure.c
tests_bench_measure_LDADD = -lutil
# make tests/bench/article && tests/bench/article 20 FILE...
tests_bench_article_SOURCES = tests/bench/article.c
tests_bench_article_LDADD = $(lib_article) $(UNISTRING_LIBS)
# make tests/bench/stages && tests/bench/stages 10 FILE...
tests_bench_stages_SOURCES = tests/bench/stages.c
tests_bench_stages_LDADD = $(lib_dump) $(UNISTRING_LIBS)
# make tests/bench/pack && tests/bench/pack 5 FILE...
tests_bench_pack_SOURCES = tests/bench/pack.c
tests_bench_pack_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/src
tests_bench_pack_LDADD = $(lib_index) $(UNISTRING_LIBS)
EXTRA_DIST += tests/bench/run.sh tests/bench/compare.py
CLEANFILES += tests/bench/measure$(EXEEXT) tests/bench/article$(EXEEXT) tests/bench/pack$(EXEEXT) \
	tests/bench/stages$(EXEEXT)
bench: lede$(EXEEXT) tests/bench/measure$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/tests/bench/run.sh $(SIZES)
.PHONY: bench
# make tests/bench/keys && tests/bench/keys CACHES FOLDER 'Squillmark' '<Enter>'
EXTRA_PROGRAMS += tests/bench/keys
CLEANFILES += tests/bench/keys$(EXEEXT)
tests_bench_keys_SOURCES = tests/bench/keys.c
tests_bench_keys_LDADD = $(lib_view) $(UNISTRING_LIBS)
