noinst_LIBRARIES += src/libconf.a
src_libconf_a_SOURCES = \
	include/lede/keys.h include/lede/theme.h \
	src/conf/action.c src/conf/key.c src/conf/keymap.c src/conf/role.c src/conf/theme.c
include src/conf/config.mk
