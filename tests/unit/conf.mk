# Keys and themes; and what of src/ui needs no terminal, linked without curses.
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/conf_keys tests/unit/ui tests/unit/ui_squeeze tests/unit/themes tests/unit/past
TESTS += tests/unit/conf_keys tests/unit/ui tests/unit/ui_squeeze tests/unit/themes tests/unit/past
tests_unit_conf_keys_SOURCES = tests/unit/conf_keys.c tests/unit/unit.h
tests_unit_conf_keys_LDADD = $(lib_conf) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_past_SOURCES = tests/unit/past.c tests/unit/unit.h
tests_unit_past_LDADD = $(lib_conf) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_ui_SOURCES = tests/unit/ui.c tests/unit/unit.h
tests_unit_ui_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_ui_LDADD = src/libui.a $(lib_conf) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_ui_squeeze_SOURCES = tests/unit/ui_squeeze.c tests/unit/unit.h
tests_unit_ui_squeeze_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_ui_squeeze_LDADD = src/libui.a $(lib_conf) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_themes_SOURCES = tests/unit/themes.c tests/unit/unit.h
tests_unit_themes_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_themes_LDADD = src/libui.a $(lib_view) $(CMOCKA_LIBS) $(UNISTRING_LIBS) $(INIPARSER_LIBS)
endif
EXTRA_DIST += \
	tests/screen/themes/contrast.txt tests/screen/themes/dark.txt tests/screen/themes/default.txt tests/screen/themes/light.txt \
	tests/screen/themes/mono.txt tests/screen/themes/roles.txt tests/screen/themes/solarized-dark.txt \
	tests/screen/themes/solarized-light.txt
