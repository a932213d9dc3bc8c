# Fuzzing: under libFuzzer with --enable-fuzzing, else with a driver of our own.
check_PROGRAMS += tests/fuzz/fuzz_article
tests_fuzz_fuzz_article_SOURCES = tests/fuzz/fuzz_article.c tests/fuzz/finds.c tests/fuzz/finds.h
tests_fuzz_fuzz_article_LDADD = src/libdump.a $(lib_index) $(UNISTRING_LIBS)
if FUZZING
tests_fuzz_fuzz_article_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
EXTRA_DIST += tests/fuzz/driver.c
else
tests_fuzz_fuzz_article_SOURCES += tests/fuzz/driver.c
endif
check_PROGRAMS += tests/fuzz/fuzz_ini
tests_fuzz_fuzz_ini_SOURCES = tests/fuzz/fuzz_ini.c
tests_fuzz_fuzz_ini_LDADD = $(lib_conf) $(INIPARSER_LIBS) $(UNISTRING_LIBS)
if FUZZING
tests_fuzz_fuzz_ini_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
else
tests_fuzz_fuzz_ini_SOURCES += tests/fuzz/driver.c
endif
check_PROGRAMS += tests/fuzz/fuzz_pack
tests_fuzz_fuzz_pack_SOURCES = tests/fuzz/fuzz_pack.c tests/fuzz/finds.c tests/unit/pack_same.c tests/unit/pack_same.h
tests_fuzz_fuzz_pack_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/src -I$(srcdir)/tests
tests_fuzz_fuzz_pack_LDADD = src/libdump.a $(lib_index) $(UNISTRING_LIBS)
if FUZZING
tests_fuzz_fuzz_pack_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
else
tests_fuzz_fuzz_pack_SOURCES += tests/fuzz/driver.c
endif
dist_check_SCRIPTS += tests/fuzz/run.sh
TESTS += tests/fuzz/run.sh
EXTRA_DIST += \
	tests/fuzz/seeds/header.txt tests/fuzz/seeds/pasted.txt tests/fuzz/seeds/british.txt \
	tests/fuzz/seeds-ini/lede.ini tests/fuzz/seeds-ini/theme.ini tests/fuzz/seeds-ini/aliases.ini tests/fuzz/seeds-ini/wrong.ini \
	tests/fuzz/seeds/given.jsonl tests/fuzz/seeds/latin.txt tests/fuzz/seeds/list.txt tests/fuzz/seeds/wide.txt tests/fuzz/seeds/body.txt
CLEANFILES += tests/fuzz/fuzz_article.crash tests/fuzz/fuzz_ini.crash tests/fuzz/fuzz_pack.crash
check_PROGRAMS += tests/fuzz/fuzz_jsonl
tests_fuzz_fuzz_jsonl_SOURCES = tests/fuzz/fuzz_jsonl.c
tests_fuzz_fuzz_jsonl_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/src
tests_fuzz_fuzz_jsonl_LDADD = src/libdump.a $(lib_index) $(UNISTRING_LIBS)
if FUZZING
tests_fuzz_fuzz_jsonl_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
else
tests_fuzz_fuzz_jsonl_SOURCES += tests/fuzz/driver.c
endif
EXTRA_DIST += tests/fuzz/seeds-jsonl/articles.jsonl tests/fuzz/seeds-jsonl/wrong.jsonl
CLEANFILES += tests/fuzz/fuzz_jsonl.crash
check_PROGRAMS += tests/fuzz/fuzz_query
tests_fuzz_fuzz_query_SOURCES = tests/fuzz/fuzz_query.c
tests_fuzz_fuzz_query_LDADD = $(lib_index) $(UNISTRING_LIBS)
if FUZZING
tests_fuzz_fuzz_query_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
else
tests_fuzz_fuzz_query_SOURCES += tests/fuzz/driver.c
endif
EXTRA_DIST += tests/fuzz/seeds-query/words.txt tests/fuzz/seeds-query/fields.txt tests/fuzz/seeds-query/dates.txt tests/fuzz/seeds-query/wrong.txt
CLEANFILES += tests/fuzz/fuzz_query.crash
