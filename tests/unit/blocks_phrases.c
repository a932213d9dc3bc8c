/* The phrases of furniture: folded, for lines are folded before they are looked up; and each is found. */
#include "unit.h"

#include "article/phrases.h"

static bool
is_folded(const char *words)
{
    for (; *words; words++)
        if ((*words >= 'A' && *words <= 'Z') || (*words >= '0' && *words <= '9') || (words[0] == ' ' && words[1] == ' '))
            return false;
    return true;
}

static void
test_phrases_are_folded(void **state)
{
    size_t n;
    const struct phrase *phrases = phrases_all(&n);

    (void)state;
    assert_true(n > 1000);
    for (size_t i = 0; i < n; i++) {
        assert_row(memchr(phrases[i].words, '\0', sizeof phrases[i].words), "too long: '%.40s'", phrases[i].words);
        assert_row(is_folded(phrases[i].words), "not folded: '%s'", phrases[i].words);
    }
}

/* The phrase as the page has it, and a line that goes on behind it. */
static void
phrase_line(char line[128], const struct phrase *phrase, const char *rest)
{
    snprintf(line, 128, "%s%s", phrase->words, rest);
    for (char *digit = line; (digit = strchr(digit, '#')) != NULL;)
        *digit = '7';
}

/* Each phrase, alone on a line, is found as its class: none is shadowed by another rule. */
static void
test_each_phrase_is_found(void **state)
{
    size_t n;
    const struct phrase *phrases = phrases_all(&n);

    (void)state;
    for (size_t i = 0; i < n; i++) {
        struct line line = {.words = 3};
        enum line_class class;
        char words[128];

        if (phrases[i].asks || phrases[i].most)
            continue;
        phrase_line(words, &phrases[i], "");
        class = furniture_class(slice_str(words), &line);
        assert_row(class == phrases[i].class || class == LINE_VIDEO, "'%s' is found as %d", phrases[i].words, class);
    }
}

/* Those that open a line, and the beginnings that ask, are found where the line goes on, and up to their number of words. */
static void
test_each_opening_is_found(void **state)
{
    size_t n;
    const struct phrase *phrases = phrases_all(&n);

    (void)state;
    for (size_t i = 0; i < n; i++) {
        const struct phrase *phrase = &phrases[i];
        char words[128];
        struct key key;
        struct found found;

        if (!phrase->asks && !phrase->most)
            continue;
        phrase_line(words, phrase, " Quillmark");
        key.rest = slice_str(words);
        key.n = 0;
        found = phrases_find(&key, phrase->most);
        assert_row(phrase->asks ? (found.asks & phrase->asks) != 0 : found.opening == phrase, "'%s' is not found", phrase->words);
        if (phrase->asks)
            continue;
        key.rest = slice_str(words);
        key.n = 0;
        found = phrases_find(&key, phrase->most + 1u);
        assert_row(found.opening != phrase, "'%s' is found in a longer line", phrase->words);
    }
}

/* What begins like a phrase is none, unless a word ends there; marks, ornaments and white space around it do not count. */
static void
test_phrases_end_with_words(void **state)
{
    static const struct {
        const char *line;
        enum line_class class;
    } rows[] = {
        {"Copy link", LINE_SHARE},
        {"» COPY  LINK:", LINE_SHARE},
        {"copy\u00A0link …", LINE_SHARE},
        {"Copy linkage", LINE_PLAIN},
        {"Cop", LINE_PLAIN},
        {"Ad", LINE_ADVERT},
        {"Ad:", LINE_ADVERT},
        {"Adrift", LINE_PLAIN},
        {"© Quill Tribune", LINE_LEGAL},
        {"12 min read", LINE_READTIME},
        {"Sub\u00ADscribe now", LINE_SUBSCRIBE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct line line = {.words = 3};
        enum line_class class = furniture_class(slice_str(rows[i].line), &line);

        assert_row(class == rows[i].class, "'%s' is found as %d", rows[i].line, class);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrases_are_folded),
        cmocka_unit_test(test_each_phrase_is_found),
        cmocka_unit_test(test_each_opening_is_found),
        cmocka_unit_test(test_phrases_end_with_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
