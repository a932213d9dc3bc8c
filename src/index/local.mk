noinst_LIBRARIES += src/libindex.a
src_libindex_a_SOURCES = \
	include/lede/index.h src/index/internal.h src/index/walk.h src/index/pack.h src/index/writer.h \
	src/index/index.c src/index/speakers.c src/index/identity.c src/index/learn.c src/index/aliases.c src/index/filter.c src/index/units.c src/index/loader.c src/index/walk.c src/index/writer.c \
	src/index/terms.h src/index/terms.c src/index/terms_collect.c src/index/terms_file.c src/index/postings.h src/index/postings.c \
	src/index/hash.c src/index/hash.h
# Records: src/index/pack.h
src_libindex_a_SOURCES += src/index/pack.c src/index/unpack.c src/index/record.h \
	src/index/lines.c src/index/lines.h
