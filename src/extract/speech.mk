# Who said it.
src_libextract_a_SOURCES += \
	src/extract/speech.c src/extract/speech.h src/extract/tokens.c src/extract/tokens.h src/extract/letters.h \
	src/extract/lexicon.c src/extract/lexicon.h src/extract/vocabulary.c src/extract/vocabulary.h src/extract/marks.c src/extract/names.c \
	src/extract/people.c src/extract/references.c src/extract/items.c src/extract/subjects.c src/extract/cues.c src/extract/speakers.c \
	src/extract/quotes.c src/extract/indirect.c src/extract/clauses.c src/extract/owners.c src/extract/scare.c src/extract/turns.c
nodist_src_libextract_a_SOURCES = src/extract/lexicon_data.h
src_libextract_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(builddir)/src/extract

# The word table is made from the lists by awk, which every build host has.
lexicon_lists = \
	src/extract/lexicon/cues.txt src/extract/lexicon/titles.txt src/extract/lexicon/given.txt \
	src/extract/lexicon/orgs.txt src/extract/lexicon/places.txt src/extract/lexicon/roles.txt src/extract/lexicon/words.txt \
	src/extract/lexicon/attitudes.txt \
	src/extract/scanwords.c src/extract/money.c src/extract/units.c src/extract/hedges.c
EXTRA_DIST += src/extract/lexicon/lexicon.awk $(lexicon_lists)
BUILT_SOURCES += src/extract/lexicon_data.h
CLEANFILES += src/extract/lexicon_data.h
src/extract/lexicon_data.h: src/extract/lexicon/lexicon.awk $(lexicon_lists)
	$(AM_V_GEN)$(MKDIR_P) src/extract && cd $(srcdir) && \
	LC_ALL=C $(AWK) -f src/extract/lexicon/lexicon.awk $(lexicon_lists) > $(abs_builddir)/$@.tmp && \
	mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@
src/extract/libextract_a-lexicon.$(OBJEXT): src/extract/lexicon_data.h
