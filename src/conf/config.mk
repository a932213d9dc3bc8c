# What comes from files: options, keys, themes.
src_libconf_a_SOURCES += \
	include/lede/config.h include/lede/past.h src/conf/ini.h \
	src/conf/ini.c src/conf/paths.c src/conf/style.c src/conf/themes.c src/conf/aliases.c src/conf/wordlists.c \
	src/conf/past.c src/conf/config.c
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/config
TESTS += tests/unit/config
tests_unit_config_SOURCES = tests/unit/config.c
tests_unit_config_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/src
tests_unit_config_LDADD = $(lib_conf) $(CMOCKA_LIBS) $(INIPARSER_LIBS) $(UNISTRING_LIBS)
endif
