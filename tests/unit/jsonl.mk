# JSON Lines: the reader of JSON, and articles from lines. (Streams of lines: index_loader.)
jsonl_tests = tests/unit/json tests/unit/jsonl
check_PROGRAMS += $(jsonl_tests)
TESTS += $(jsonl_tests)
tests_unit_json_SOURCES = tests/unit/json.c
tests_unit_json_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_json_LDADD = $(lib_article) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
tests_unit_jsonl_SOURCES = tests/unit/jsonl.c
tests_unit_jsonl_LDADD = $(lib_article) $(CMOCKA_LIBS) $(UNISTRING_LIBS)
