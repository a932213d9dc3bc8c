# Faults of the cache by injection: a shim before the C library lets the N-th call go wrong. Not with sanitizers, which want to be first.
EXTRA_DIST += tests/cache/shim.c tests/cache/skip.sh
dist_check_SCRIPTS += tests/cache/faults.sh tests/cache/folders.sh
check_PROGRAMS += tests/cache/reader
tests_cache_reader_SOURCES = tests/cache/reader.c
tests_cache_reader_LDADD = -lutil
TESTS += tests/cache/folders.sh
if SANITIZED
TESTS += tests/cache/skip.sh
else
TESTS += tests/cache/faults.sh
check_DATA = tests/cache/shim.so
tests/cache/shim.so: $(srcdir)/tests/cache/shim.c
	$(AM_V_CC)$(MKDIR_P) tests/cache && $(CC) $(DEFS) -I. $(CPPFLAGS) -include config.h $(CFLAGS) -fPIC -shared -o $@ $(srcdir)/tests/cache/shim.c $(LDFLAGS) -ldl
CLEANFILES += tests/cache/shim.so
endif
