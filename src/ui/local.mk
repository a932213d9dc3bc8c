noinst_LIBRARIES += src/libui.a
src_libui_a_SOURCES = \
	include/lede/ui.h src/ui/color.h src/ui/hold.h src/ui/input.h src/ui/loading.h src/ui/look.h src/ui/loop.h src/ui/moves.h src/ui/paint.h \
	src/ui/saver.h src/ui/signals.h src/ui/squeeze.h src/ui/term.h \
	src/ui/color.c src/ui/hold.c src/ui/input.c src/ui/loading.c src/ui/look.c src/ui/loop.c src/ui/moves.c src/ui/paint.c \
	src/ui/saver.c src/ui/signals.c src/ui/squeeze.c src/ui/term.c src/ui/ui.c
