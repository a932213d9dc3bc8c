# Who said it.
src_libextract_a_SOURCES += src/extract/speech.c
