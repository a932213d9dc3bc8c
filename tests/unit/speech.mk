# Who said it.
check_PROGRAMS += tests/unit/speech
TESTS += tests/unit/speech
tests_unit_speech_SOURCES = tests/unit/speech.c
tests_unit_speech_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_speech_LDADD = $(lib_extract) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
