noinst_LIBRARIES += src/libtext.a
src_libtext_a_SOURCES = \
	include/lede/utf.h \
	src/text/utf8.c src/text/class.c src/text/width.c src/text/breaks.c src/text/fold.c src/text/plain.c
