# Checks of the source itself: layers, symbols, names, and the manual against the program's tables.
meta_tests = tests/meta/layers.sh tests/meta/symbols.sh tests/meta/names.sh tests/meta/manual.sh \
	tests/meta/config_manual.sh tests/meta/completion.sh tests/meta/readme.sh
dist_check_SCRIPTS += $(meta_tests)
TESTS += $(meta_tests)
