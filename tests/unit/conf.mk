# Keys and themes; and what of src/ui needs no terminal, linked without curses.
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/conf_keys tests/unit/ui
TESTS += tests/unit/conf_keys tests/unit/ui
tests_unit_conf_keys_SOURCES = tests/unit/conf_keys.c tests/unit/unit.h
tests_unit_conf_keys_LDADD = $(lib_conf) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_ui_SOURCES = tests/unit/ui.c tests/unit/unit.h
tests_unit_ui_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_ui_LDADD = src/libui.a $(lib_conf) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
endif
