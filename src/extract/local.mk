noinst_LIBRARIES += src/libextract.a
src_libextract_a_SOURCES = include/lede/extract.h src/extract/finds.h src/extract/extract.c
include src/extract/speech.mk
include src/extract/figures.mk
