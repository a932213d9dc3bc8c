noinst_LIBRARIES += src/libindex.a
src_libindex_a_SOURCES = \
	include/lede/index.h include/lede/cache.h src/index/internal.h \
	src/index/index.c src/index/add.c src/index/rows.c src/index/speakers.c src/index/spoken.c src/index/identity.c \
	src/index/learn.c src/index/aliases.c src/index/filter.c src/index/units.c src/index/loader.c src/index/walk.c src/index/walk.h \
	src/index/terms.h src/index/terms.c src/index/terms_collect.c src/index/terms_file.c src/index/postings.h src/index/postings.c \
	src/index/rows.h src/index/values.c src/index/values.h src/index/image.c src/index/frozen.c src/index/frozen.h \
	src/index/store.c src/index/store.h \
	src/index/records.c src/index/opened.c src/index/order.c src/index/rebuild.c src/index/writer.c src/index/writer.h \
	src/index/checksum.c src/index/checksum.h \
	include/lede/import.h src/index/import.c src/index/known.c src/index/known.h src/index/cache.c \
	src/index/caches.c src/index/cachefile.c src/index/cachefile.h src/index/freeze.c src/index/freeze_identities.c src/index/freeze.h \
	src/index/record.h src/index/pack.c src/index/unpack.c src/index/pack.h \
	src/index/hash.c src/index/hash.h
# Threads of the loader and of the watch
src_libindex_a_SOURCES += src/index/thread.h src/index/thread.c
# Articles out of a stream
src_libindex_a_SOURCES += src/index/lines.c src/index/lines.h
# Live folders
src_libindex_a_SOURCES += include/lede/watch.h src/index/watch.h src/index/watch.c src/index/notify.c src/index/survey.c src/index/settle.c src/index/settle.h
# Queries and searching
src_libindex_a_SOURCES += include/lede/query.h src/index/query.h src/index/query_parse.h src/index/query.c src/index/query_scan.c \
	src/index/query_term.c src/index/query_unit.c src/index/query_value.c src/index/query_words.c src/index/query_marks.c \
	src/index/search.h src/index/search.c src/index/search_look.c src/index/search_terms.c
