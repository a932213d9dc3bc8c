# The program by its command line.
check_PROGRAMS += tests/cli/rows
tests_cli_rows_SOURCES = tests/cli/rows.c
cli_tests = tests/cli/usage.sh tests/cli/formats.sh tests/cli/config.sh tests/cli/cache.sh tests/cli/stream.sh tests/cli/search.sh tests/cli/lists.sh
dist_check_SCRIPTS += $(cli_tests)
TESTS += $(cli_tests)
EXTRA_DIST += tests/cli/ok.sh
