bin_PROGRAMS += lede
lede_SOURCES = src/main.c src/caches.c src/caches.h src/options.c src/options.h src/commands.c src/commands.h src/collection.c src/collection.h \
	src/complain.c src/complain.h src/completion.c src/completion.h src/read.c src/read.h src/hints.c src/hints.h
lede_LDADD = src/libui.a src/libdump.a $(lib_view) $(NCURSES_LIBS) $(UNISTRING_LIBS) $(INIPARSER_LIBS)
# What the files of a cache depend on beside the articles: the code that finds what is in them.
src/build_id.h: src/libbase.a src/libtext.a src/libarticle.a src/libextract.a src/libindex.a
	$(AM_V_GEN)echo "#define LEDE_BUILD_ID \"`cat src/libbase.a src/libtext.a src/libarticle.a src/libextract.a src/libindex.a | cksum`\"" >$@
src/collection.$(OBJEXT): src/build_id.h
CLEANFILES += src/build_id.h
