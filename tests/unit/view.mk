# src/view: the gate, lines, lists, the reader as a whole; screens against tests/screen/golden; random keys.
view_tests = tests/unit/view_canvas tests/unit/view_wrap tests/unit/view_list tests/unit/view_app tests/unit/view_screens \
	tests/unit/view_monkey tests/unit/view_figures tests/unit/view_newcomer
check_PROGRAMS += $(view_tests)
TESTS += $(view_tests)
view_test_libs = $(lib_view) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
view_driver = tests/screen/driver.c tests/screen/driver.h tests/screen/fixture.c tests/screen/fixture.h tests/unit/unit.h
tests_unit_view_canvas_SOURCES = tests/unit/view_canvas.c tests/unit/unit.h
tests_unit_view_canvas_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_view_canvas_LDADD = $(view_test_libs)
tests_unit_view_wrap_SOURCES = tests/unit/view_wrap.c tests/unit/unit.h
tests_unit_view_wrap_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_view_wrap_LDADD = $(view_test_libs)
tests_unit_view_list_SOURCES = tests/unit/view_list.c tests/unit/unit.h
tests_unit_view_list_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_view_list_LDADD = $(view_test_libs)
tests_unit_view_app_SOURCES = tests/unit/view_app.c $(view_driver)
tests_unit_view_app_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_view_app_LDADD = $(view_test_libs)
tests_unit_view_screens_SOURCES = tests/unit/view_screens.c $(view_driver)
tests_unit_view_screens_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_view_screens_LDADD = $(view_test_libs)
tests_unit_view_figures_SOURCES = tests/unit/view_figures.c $(view_driver)
tests_unit_view_figures_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_view_figures_LDADD = $(view_test_libs)
tests_unit_view_newcomer_SOURCES = tests/unit/view_newcomer.c $(view_driver)
tests_unit_view_newcomer_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_view_newcomer_LDADD = $(view_test_libs)
tests_unit_view_monkey_SOURCES = tests/unit/view_monkey.c $(view_driver)
tests_unit_view_monkey_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_view_monkey_LDADD = $(view_test_libs)
EXTRA_DIST += \
	tests/data/screen/01-gazette.txt tests/data/screen/02-northerner.txt tests/data/screen/03-column.txt tests/data/screen/04-wire.txt \
	tests/screen/golden/open-200x50.txt \
	tests/screen/golden/query-120x40.txt tests/screen/golden/query-wrong-80x24.txt tests/screen/golden/query-empty-40x12.txt \
	tests/screen/golden/open-120x40.txt \
	tests/screen/golden/open-80x24.txt \
	tests/screen/golden/open-40x12.txt \
	tests/screen/golden/open-1x1.txt \
	tests/screen/golden/list-120x40.txt \
	tests/screen/golden/list-80x24.txt \
	tests/screen/golden/marks-120x40.txt \
	tests/screen/golden/speaker-120x40.txt \
	tests/screen/golden/speaker-80x24.txt \
	tests/screen/golden/speakers-80x24.txt \
	tests/screen/golden/speakers-40x12.txt \
	tests/screen/golden/opened-120x40.txt \
	tests/screen/golden/all-sources-120x40.txt \
	tests/screen/golden/figures-120x40.txt \
	tests/screen/golden/figures-size-80x24.txt \
	tests/screen/golden/figures-kind-40x12.txt \
	tests/screen/golden/figures-unit-80x24.txt \
	tests/screen/golden/unnamed-80x24.txt \
	tests/screen/golden/furniture-80x24.txt \
	tests/screen/golden/search-80x24.txt \
	tests/screen/golden/words-120x40.txt \
	tests/screen/golden/no-words-80x24.txt \
	tests/screen/golden/no-quotes-80x24.txt \
	tests/screen/golden/current-80x24.txt \
	tests/screen/golden/denied-80x24.txt \
	tests/screen/golden/help-80x24.txt \
	tests/screen/golden/zoom-120x40.txt \
	tests/screen/golden/zoom-mark-120x40.txt
