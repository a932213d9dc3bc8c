/* Unit tests of src/text/fold.c: the form in which words are compared, finding, matching. */
#include "unit.h"

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "lede/utf.h"

static void
test_folding(void **state)
{
    static const struct {
        const char *is, *becomes;
    } rows[] = {
        {"", ""},
        {"Ottawa", "ottawa"},
        {"  two\t\nlines  ", "two lines"},
        {"a\xC2\xA0\xE2\x80\xAF" "b", "a b"},         /* no-break blanks are blanks */
        {"Straße", "strasse"},
        {"STRASSE", "strasse"},
        {"\xE1\xBA\x9E", "ss"},                       /* ẞ */
        {"İstanbul", "istanbul"},                     /* folds to i and a dot above; the dot is taken off */
        {"ﬁnance ﬄ", "finance ffl"},
        {"Québec", "quebec"},
        {"Que\xCC\x81" "bec", "quebec"},              /* decomposed */
        {"Łódź", "łodz"},                             /* ł has no decomposition */
        {"Ångström", "angstrom"},
        {"Σίσυφος", "σισυφοσ"},                       /* final sigma */
        {"Ⅳ ½ ㎞", "iv 1⁄2 km"},                      /* compatibility forms */
        {"‘one’ “two” «three»", "'one' \"two\" \"three\""},
        {"O\xCA\xBC" "Brien O’Brien", "o'brien o'brien"},
        {"Asia\xE2\x80\x91Pacific–a—b−c", "asia-pacific-a-b-c"},
        {"so\xC2\xAD" "ft zero\xE2\x80\x8Bwidth", "soft zerowidth"},
        {"a\x1B[0m\x07", "a[0m"},                     /* the escape is gone, its rest is harmless */
        {"\xE2\x80\xAE" "abc", "abc"},                /* a right-to-left override */
        {"中文", "中文"},
        {"\xEF\xB7\xBA", "صلى الله عليه وسلم"},       /* U+FDFA: the longest there is */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct text folded = {0}, again = {0};

        utf_fold(&folded, rows[i].is, strlen(rows[i].is));
        assert_row(strcmp(folded.v, rows[i].becomes) == 0, "row %zu: '%s' not '%s'", i, folded.v, rows[i].becomes);
        utf_fold(&again, folded.v, folded.n);
        assert_row(strcmp(folded.v, again.v) == 0, "row %zu: folding again gives '%s'", i, again.v);
        text_free(&folded);
        text_free(&again);
    }
}

/* What Unicode says of one letter, slowly: its case folded, taken apart, the marks off. */
static void
fold_by_the_book(struct text *out, const char *letter, size_t len)
{
    size_t n;
    uint8_t *folded = u8_casefold((const uint8_t *)letter, len, NULL, UNINORM_NFKD, NULL, &n);

    out->n = 0;
    for (size_t i = 0; i < n;) {
        uint32_t cp;
        int step = utf_decode((const char *)folded + i, n - i, &cp);

        if (!uc_is_general_category(cp, UC_NON_SPACING_MARK))
            text_add(out, (const char *)folded + i, (size_t)step);
        i += (size_t)step;
    }
    free(folded);
}

static void
test_folding_by_the_book(void **state)
{
    struct text folded = {0}, book = {0};

    (void)state;
    for (uint32_t cp = 0xA0; cp < 0x20000; cp++) {
        char letter[6] = "a"; /* between two others, since some fold to a blank and marks */
        size_t len = 1 + (size_t)utf_encode(cp, letter + 1);

        letter[len++] = 'z';
        folded.n = 0;
        utf_fold(&folded, letter, len);
        if (utf_is_space(cp) || utf_is_hidden(cp) || strpbrk(folded.v, "-'\"")) /* rules of our own */
            continue;
        fold_by_the_book(&book, letter, len);
        assert_row(strcmp(folded.v, book.v) == 0, "U+%04X: '%s' not '%s'", (unsigned)cp, folded.v, book.v);
    }
    text_free(&folded);
    text_free(&book);
}

static void
test_folding_appends(void **state)
{
    struct text out = {0};

    (void)state;
    text_puts(&out, "was there ");
    utf_fold(&out, " NEW ", 5);
    assert_string_equal(out.v, "was there new");
    text_free(&out);
}

static void
test_folding_bad_bytes_ends(void **state)
{
    struct text out = {0};

    (void)state;
    utf_fold(&out, "a\xFF\xE2\x80", 4);
    assert_true(out.v[0] == 'a');
    assert_true(utf_valid(out.v, out.n, NULL));
    text_free(&out);
}

static void
test_finding(void **state)
{
    static const struct {
        const char *s, *needle;
        size_t from;
        int start, end; /* -1: not found */
    } rows[] = {
        {"The Harbour Post", "harbour", 0, 4, 11},
        {"The Harbour Post", "", 0, -1, -1},
        {"The Harbour Post", "pier", 0, -1, -1},
        {"aXa", "a", 1, 2, 3},
        {"aXa", "a", 3, -1, -1},
        {"in Québec now", "quebec", 0, 3, 10},
        {"in Que\xCC\x81" "bec now", "quebec", 0, 3, 11},
        {"two  \n words", "two words", 0, 0, 12},
        {"Asia\xE2\x80\x91Pacific", "asia-pacific", 0, 0, 14},
        {"Straße", "strasse", 0, 0, 7},
        {"Straße", "stras", 0, 0, 6},              /* the needle ends within ß */
        {"so\xC2\xAD" "ft", "soft", 0, 0, 6},
        {"“No,” he said", "\"no,\" he", 0, 0, 12},
        {"abab", "abb", 0, -1, -1},
        {"ÉÉÉ", "e", 1, 2, 4},                     /* from within a character: the next one */
        {"", "a", 0, -1, -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct span found = {0, 0};
        bool is = utf_find(rows[i].s, strlen(rows[i].s), rows[i].from, rows[i].needle, &found);

        assert_row(is == (rows[i].start >= 0), "row %zu: found %d", i, is);
        if (is)
            assert_row((int)found.start == rows[i].start && (int)found.end == rows[i].end, "row %zu: %u to %u", i, found.start,
                       found.end);
    }
}

static void
test_matching_words(void **state)
{
    static const struct {
        const char *hay, *needle;
        bool begins, whole;
    } rows[] = {
        {"nora achterberg", "", true, true},
        {"nora achterberg", "nora", true, true},
        {"nora achterberg", "achterberg nora", true, true}, /* in any order */
        {"nora achterberg", "ach no", true, false},
        {"nora achterberg", "berg", false, false},
        {"nora achterberg", "norah", false, false},
        {"jean-luc roy", "luc", true, true},
        {"jean-luc roy", "jean-luc", true, true},
        {"o'brien", "brien", false, false},                 /* an apostrophe is part of the word */
        {"o'brien", "o'b", true, false},
        {"élan", "lan", false, false},
        {"¿que? €205m", "que 205m", true, true},            /* signs are no letters */
        {"世界。你好", "你", true, false},
        {"g7 summit", "g7", true, true},
        {"a b", "a  b", true, true},
        {"", "a", false, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_row(utf_words_match(rows[i].hay, rows[i].needle, false) == rows[i].begins, "row %zu: beginnings", i);
        assert_row(utf_words_match(rows[i].hay, rows[i].needle, true) == rows[i].whole, "row %zu: whole words", i);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folding),
        cmocka_unit_test(test_folding_by_the_book),
        cmocka_unit_test(test_folding_appends),
        cmocka_unit_test(test_folding_bad_bytes_ends),
        cmocka_unit_test(test_finding),
        cmocka_unit_test(test_matching_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
