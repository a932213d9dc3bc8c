# How much.
src_libextract_a_SOURCES += src/extract/figures.c
