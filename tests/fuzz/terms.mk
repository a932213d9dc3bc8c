check_PROGRAMS += tests/fuzz/fuzz_terms
tests_fuzz_fuzz_terms_SOURCES = tests/fuzz/fuzz_terms.c
tests_fuzz_fuzz_terms_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/src
tests_fuzz_fuzz_terms_LDADD = $(lib_index) $(UNISTRING_LIBS)
if FUZZING
tests_fuzz_fuzz_terms_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
else
tests_fuzz_fuzz_terms_SOURCES += tests/fuzz/driver.c
endif
CLEANFILES += tests/fuzz/fuzz_terms.crash
