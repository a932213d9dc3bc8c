noinst_LIBRARIES += src/libarticle.a
src_libarticle_a_SOURCES = \
	include/lede/article.h src/article/bytes.h src/article/page.h src/article/phrases.h src/article/json.h \
	src/article/article.c src/article/load.c src/article/blocks.c src/article/lines.c src/article/measure.c src/article/words.c src/article/phrases.c \
	src/article/furniture.c src/article/credit.c src/article/note.c src/article/byline.c src/article/date.c src/article/header.c src/article/tags.c \
	src/article/echo.c src/article/title.c src/article/meta.c src/article/quote.c src/article/body.c \
	src/article/json.c src/article/jsonl.c
