bin_PROGRAMS += lede
lede_SOURCES = src/main.c src/options.c src/options.h src/commands.c src/commands.h src/collection.c src/collection.h \
	src/complain.c src/complain.h src/completion.c src/completion.h src/read.c src/read.h
lede_LDADD = src/libui.a src/libdump.a $(lib_view) $(NCURSES_LIBS) $(UNISTRING_LIBS) $(INIPARSER_LIBS)
