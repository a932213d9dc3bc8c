noinst_LIBRARIES += src/libui.a
src_libui_a_SOURCES = include/lede/ui.h src/ui/loop.c
