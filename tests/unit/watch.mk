# Live folders, by inotify and by looking.
check_PROGRAMS += tests/unit/index_watch
TESTS += tests/unit/index_watch
tests_unit_index_watch_SOURCES = tests/unit/index_watch.c tests/unit/scratch.c
tests_unit_index_watch_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_index_watch_LDADD = $(lib_index) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
