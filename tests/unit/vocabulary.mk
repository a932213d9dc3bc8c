# Words of the user's, from their file to the quotes.
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/vocabulary
TESTS += tests/unit/vocabulary
tests_unit_vocabulary_SOURCES = tests/unit/vocabulary.c tests/unit/unit.h
tests_unit_vocabulary_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_vocabulary_LDADD = $(lib_conf) $(lib_extract) $(CMOCKA_LIBS) $(UNISTRING_LIBS) $(INIPARSER_LIBS)
endif
