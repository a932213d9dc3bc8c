# Who said it.
check_PROGRAMS += tests/unit/speech tests/unit/speech_people tests/unit/speech_scare tests/unit/speech_score
TESTS += tests/unit/speech tests/unit/speech_people tests/unit/speech_scare tests/unit/speech_score
tests_unit_speech_SOURCES = tests/unit/speech.c tests/unit/speech_rows.h tests/unit/speech_found.h
tests_unit_speech_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_speech_LDADD = $(lib_extract) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_speech_people_SOURCES = tests/unit/speech_people.c tests/unit/speech_rows.h tests/unit/speech_found.h
tests_unit_speech_people_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_speech_people_LDADD = $(lib_extract) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_speech_scare_SOURCES = tests/unit/speech_scare.c tests/unit/speech_found.h
tests_unit_speech_scare_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_speech_scare_LDADD = $(lib_extract) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_speech_score_SOURCES = tests/unit/speech_score.c tests/unit/speech_goals.h tests/unit/speech_found.h
tests_unit_speech_score_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_speech_score_LDADD = $(lib_extract) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
EXTRA_DIST += \
	tests/data/speech/harbour-british.txt tests/data/speech/prairie-wire.txt tests/data/speech/long-speech.txt \
	tests/data/speech/hard.txt tests/data/speech/column.txt tests/data/speech/courthouse.txt tests/data/speech/summit.txt
