/* The phrase tables: sorted, for they are searched by halves; folded, for lines are folded before they are looked up. */
#include "unit.h"

#include "article/phrases.h"

static void
test_tables_are_sorted(void **state)
{
    const char *wrong = furniture_unsorted();

    (void)state;
    assert_row(wrong == NULL, "out of order: '%s'", wrong);
}

static bool
is_folded(const char *words)
{
    for (; *words; words++)
        if ((*words >= 'A' && *words <= 'Z') || (*words >= '0' && *words <= '9') || (words[0] == ' ' && words[1] == ' '))
            return false;
    return true;
}

/* Hands over each phrase of a table. */
static void
each_phrase(const struct phrases by_initial[256], void check(const struct phrase *phrase))
{
    for (size_t c = 0; c < 256; c++)
        for (size_t i = 0; i < by_initial[c].n; i++)
            check(&by_initial[c].v[i]);
}

static void
check_folded(const struct phrase *phrase)
{
    assert_row(is_folded(phrase->words), "not folded: '%s'", phrase->words);
}

static void
test_phrases_are_folded(void **state)
{
    (void)state;
    each_phrase(phrases_exact, check_folded);
    each_phrase(phrases_openings, check_folded);
}

static void
check_found(const struct phrase *phrase)
{
    struct line line = {.words = 3};
    enum line_class class;
    char words[128];

    snprintf(words, sizeof words, "%s", phrase->words);
    for (char *digit = words; (digit = strchr(digit, '#')) != NULL;)
        *digit = '7';
    class = furniture_class(slice_str(words), &line);

    assert_row(class == phrase->class || class == LINE_VIDEO, "'%s' is found as %d", phrase->words, class);
}

/* Each exact phrase, alone on a line, is found as its class: none is shadowed by another rule. */
static void
test_each_phrase_is_found(void **state)
{
    (void)state;
    each_phrase(phrases_exact, check_found);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables_are_sorted),
        cmocka_unit_test(test_phrases_are_folded),
        cmocka_unit_test(test_each_phrase_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
