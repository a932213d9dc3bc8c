# The cache of the index: saved and loaded, changed, damaged.
check_PROGRAMS += tests/unit/index_cache
TESTS += tests/unit/index_cache
tests_unit_index_cache_SOURCES = tests/unit/index_cache.c tests/unit/cache_describe.c tests/unit/cache_describe.h tests/unit/scratch.c
tests_unit_index_cache_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_index_cache_LDADD = src/libdump.a $(lib_index) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
check_PROGRAMS += tests/unit/index_known
TESTS += tests/unit/index_known
tests_unit_index_known_SOURCES = tests/unit/index_known.c tests/unit/scratch.c
tests_unit_index_known_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_index_known_LDADD = $(lib_index) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
