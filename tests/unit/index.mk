# src/index, with articles made by hand; the loader with files. (The program itself is tested by tests/unit/index_*.sh.)
index_tests = tests/unit/index_identity tests/unit/index_filter tests/unit/index_loader tests/unit/index_pack
check_PROGRAMS += $(index_tests)
TESTS += $(index_tests)
index_test_libs = $(lib_index) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_index_identity_SOURCES = tests/unit/index_identity.c tests/unit/index_make.c tests/unit/index_make.h
tests_unit_index_identity_LDADD = $(index_test_libs)
tests_unit_index_filter_SOURCES = tests/unit/index_filter.c tests/unit/index_make.c
tests_unit_index_filter_LDADD = $(index_test_libs)
tests_unit_index_loader_SOURCES = tests/unit/index_loader.c
tests_unit_index_loader_LDADD = $(index_test_libs)
tests_unit_index_pack_SOURCES = tests/unit/index_pack.c tests/unit/index_make.c tests/unit/pack_same.c tests/unit/pack_same.h tests/fuzz/finds.c
tests_unit_index_pack_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_index_pack_LDADD = src/libdump.a $(index_test_libs)
check_PROGRAMS += tests/unit/query
TESTS += tests/unit/query
tests_unit_query_SOURCES = tests/unit/query.c tests/unit/index_make.c
tests_unit_query_LDADD = $(index_test_libs)
