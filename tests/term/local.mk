# The real program in a pseudo-terminal.
term_tests = tests/term/screen tests/term/ends tests/term/terms tests/term/hostile tests/term/monkey \
	tests/term/repaint tests/term/live tests/term/moves
term_pty = tests/term/pty.c tests/term/pty.h tests/term/fixture.c tests/unit/unit.h
term_libs = $(lib_text) $(VTERM_LIBS) $(CMOCKA_LIBS) $(UNISTRING_LIBS) -lutil
EXTRA_DIST += tests/term/skip.sh
if HAVE_CMOCKA
if HAVE_VTERM
check_PROGRAMS += $(term_tests)
TESTS += $(term_tests)
tests_term_screen_SOURCES = tests/term/screen.c $(term_pty)
tests_term_screen_LDADD = $(term_libs)
tests_term_ends_SOURCES = tests/term/ends.c $(term_pty)
tests_term_ends_LDADD = $(term_libs)
tests_term_terms_SOURCES = tests/term/terms.c tests/term/strict.c tests/term/strict.h $(term_pty)
tests_term_terms_LDADD = $(term_libs)
tests_term_hostile_SOURCES = tests/term/hostile.c tests/term/strict.c tests/term/strict.h $(term_pty)
tests_term_hostile_LDADD = $(term_libs)
tests_term_monkey_SOURCES = tests/term/monkey.c tests/term/strict.c tests/term/strict.h $(term_pty)
tests_term_monkey_LDADD = $(term_libs)
tests_term_repaint_SOURCES = tests/term/repaint.c $(term_pty)
tests_term_repaint_LDADD = $(term_libs)
tests_term_live_SOURCES = tests/term/live.c $(term_pty)
tests_term_live_LDADD = $(term_libs)
tests_term_moves_SOURCES = tests/term/moves.c tests/unit/unit.h
tests_term_moves_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_term_moves_LDADD = src/libui.a $(term_libs)
else
TESTS += tests/term/skip.sh
endif
else
TESTS += tests/term/skip.sh
endif
