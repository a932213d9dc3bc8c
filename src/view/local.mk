noinst_LIBRARIES += src/libview.a
src_libview_a_SOURCES = \
	include/lede/app.h include/lede/canvas.h \
	src/view/state.h src/view/reader.h src/view/layout.h src/view/list.h src/view/prompt.h src/view/wrap.h \
	src/view/canvas.c src/view/wrap.c src/view/list.c src/view/places.c src/view/sort.c src/view/prompt.c src/view/layout.c \
	src/view/pages.c src/view/reader.c src/view/reader_draw.c src/view/marks.c \
	src/view/changes.c src/view/choose.c src/view/who.c src/view/follow.c src/view/back.c src/view/find.c \
	src/view/words.c src/view/applied.c src/view/sweep.c src/view/actions.c src/view/app.c \
	src/view/draw.c src/view/articles.c src/view/quotes.c src/view/figures.c src/view/status.c \
	src/view/speakers.c src/view/help.c
