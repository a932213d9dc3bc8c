# src/base and src/text, linked with nothing above them.
check_PROGRAMS += tests/unit/base tests/unit/base_decimal tests/unit/base_utf tests/unit/base_fold
TESTS += tests/unit/base tests/unit/base_decimal tests/unit/base_utf tests/unit/base_fold
tests_unit_base_SOURCES = tests/unit/base.c tests/unit/unit.h
tests_unit_base_LDADD = $(lib_base) $(CMOCKA_LIBS)
tests_unit_base_decimal_SOURCES = tests/unit/base_decimal.c
tests_unit_base_decimal_LDADD = $(lib_base) $(CMOCKA_LIBS)
tests_unit_base_utf_SOURCES = tests/unit/base_utf.c
tests_unit_base_utf_LDADD = $(lib_text) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_base_fold_SOURCES = tests/unit/base_fold.c
tests_unit_base_fold_LDADD = $(lib_text) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
