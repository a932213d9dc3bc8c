noinst_LIBRARIES += src/libarticle.a
src_libarticle_a_SOURCES = \
	include/lede/article.h src/article/bytes.h src/article/page.h src/article/phrases.h src/article/json.h \
	src/article/article.c src/article/load.c src/article/blocks.c src/article/lines.c src/article/measure.c src/article/words.c src/article/phrases.c \
	src/article/furniture.c src/article/credit.c src/article/note.c src/article/byline.c src/article/date.c src/article/header.c src/article/tags.c \
	src/article/echo.c src/article/title.c src/article/meta.c src/article/quote.c src/article/body.c \
	src/article/json.c src/article/jsonl.c

# The phrases of page furniture are made a table by awk.
phrase_lists = \
	src/article/phrases/advert.txt src/article/phrases/asks.txt src/article/phrases/clock.txt src/article/phrases/credit.txt \
	src/article/phrases/legal.txt src/article/phrases/note.txt src/article/phrases/people.txt src/article/phrases/related.txt \
	src/article/phrases/share.txt src/article/phrases/subscribe.txt src/article/phrases/topics.txt src/article/phrases/video.txt
nodist_src_libarticle_a_SOURCES = src/article/phrases_data.h
src_libarticle_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(builddir)/src/article
EXTRA_DIST += src/article/phrases/phrases.awk $(phrase_lists)
BUILT_SOURCES += src/article/phrases_data.h
CLEANFILES += src/article/phrases_data.h
src/article/phrases_data.h: src/article/phrases/phrases.awk $(phrase_lists)
	$(AM_V_GEN)$(MKDIR_P) src/article && cd $(srcdir) && \
	LC_ALL=C $(AWK) -f src/article/phrases/phrases.awk $(phrase_lists) > $(abs_builddir)/$@.tmp && \
	mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@
src/article/libarticle_a-phrases.$(OBJEXT): src/article/phrases_data.h
