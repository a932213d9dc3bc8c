noinst_LIBRARIES += src/libarticle.a
src_libarticle_a_SOURCES = \
	include/lede/article.h \
	src/article/article.c src/article/load.c src/article/blocks.c
