noinst_LIBRARIES += src/libdump.a
src_libdump_a_SOURCES = \
	include/lede/dump.h src/dump/sink.h src/dump/rows.h \
	src/dump/sink.c src/dump/plain.c src/dump/rows.c src/dump/extract.c src/dump/quotes.c src/dump/figures.c src/dump/speakers.c src/dump/search.c src/dump/format.c
