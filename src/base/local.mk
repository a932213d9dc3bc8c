noinst_LIBRARIES += src/libbase.a
src_libbase_a_SOURCES = \
	include/lede/base.h include/lede/decimal.h include/lede/eight.h include/lede/sixteen.h include/lede/wordlists.h \
	src/base/mem.c src/base/arena.c src/base/slice.c src/base/text.c src/base/error.c src/base/decimal.c src/base/nearest.c src/base/file.c
