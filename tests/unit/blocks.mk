# src/article: pages with their answers, bylines, dates, furniture, extremes.
blocks_tests = tests/unit/blocks tests/unit/blocks_phrases
check_PROGRAMS += $(blocks_tests)
TESTS += $(blocks_tests)
tests_unit_blocks_SOURCES = tests/unit/blocks.c
tests_unit_blocks_LDADD = $(lib_article) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_blocks_phrases_SOURCES = tests/unit/blocks_phrases.c
tests_unit_blocks_phrases_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_blocks_phrases_LDADD = $(lib_article) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
EXTRA_DIST += \
	tests/data/pasted/name-or-heading.page tests/data/pasted/no-running-text.page tests/data/pasted/header-above-headline.page tests/data/pasted/short-lines.page tests/data/pasted/undivided-script.page \
	tests/data/pasted/content-markers.page tests/data/pasted/newsletter-box.page tests/data/pasted/dotted-byline.page \
	tests/data/pasted/dateline-end-note.page tests/data/pasted/glued-tags-one-attribution.page \
	tests/data/pasted/end-notes.page tests/data/pasted/hard-wrapped.page tests/data/pasted/header-block.page \
	tests/data/pasted/header-short.page tests/data/pasted/live-captions.page tests/data/pasted/metadata-above-text.page \
	tests/data/pasted/no-headline.page tests/data/pasted/player-and-excerpts.page \
	tests/data/pasted/repeated-standfirst-caption.page tests/data/pasted/standfirst-share-byline.page \
	tests/data/pasted/unmarked-list.page
