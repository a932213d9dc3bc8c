noinst_LIBRARIES += src/libui.a
# Until src/view has an app: the rest of this folder is compiled, but not linked.
src_libui_a_SOURCES = include/lede/ui.h src/ui/notyet.c
