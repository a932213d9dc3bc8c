/* Unit tests of src/text: decoding, encoding, width, what is hidden, where lines break. */
#include "unit.h"

#include <locale.h>
#include <wchar.h>
#ifdef __GLIBC__
#include <gnu/libc-version.h>
#endif

#include "lede/utf.h"

static void
test_decoding(void **state)
{
    static const struct {
        const char *bytes;
        size_t len;
        uint32_t cp;
        int taken;
    } rows[] = {
        {"a", 1, 'a', 1},
        {"\0", 1, 0, 1},
        {"\x7F", 1, 0x7F, 1},
        {"\xC2\x80", 2, 0x80, 2},
        {"\xDF\xBF", 2, 0x7FF, 2},
        {"\xE0\xA0\x80", 3, 0x800, 3},
        {"\xED\x9F\xBF", 3, 0xD7FF, 3},
        {"\xEE\x80\x80", 3, 0xE000, 3},
        {"\xEF\xBF\xBF", 3, 0xFFFF, 3},
        {"\xF0\x90\x80\x80", 4, 0x10000, 4},
        {"\xF4\x8F\xBF\xBF", 4, 0x10FFFF, 4},
        /* not UTF-8 */
        {"\x80", 1, UTF_REPLACEMENT, 1},                 /* continuation without a start */
        {"\xBF", 1, UTF_REPLACEMENT, 1},
        {"\xC0\x80", 2, UTF_REPLACEMENT, 1},             /* overlong NUL */
        {"\xC1\xBF", 2, UTF_REPLACEMENT, 1},
        {"\xE0\x80\xAF", 3, UTF_REPLACEMENT, 1},         /* overlong slash */
        {"\xE0\x9F\xBF", 3, UTF_REPLACEMENT, 1},
        {"\xF0\x80\x80\xAF", 4, UTF_REPLACEMENT, 1},
        {"\xF0\x8F\xBF\xBF", 4, UTF_REPLACEMENT, 1},
        {"\xED\xA0\x80", 3, UTF_REPLACEMENT, 1},         /* a surrogate */
        {"\xED\xBF\xBF", 3, UTF_REPLACEMENT, 1},
        {"\xF4\x90\x80\x80", 4, UTF_REPLACEMENT, 1},     /* beyond U+10FFFF */
        {"\xF5\x80\x80\x80", 4, UTF_REPLACEMENT, 1},
        {"\xF8\x88\x80\x80\x80", 5, UTF_REPLACEMENT, 1}, /* five bytes were once allowed */
        {"\xFE", 1, UTF_REPLACEMENT, 1},
        {"\xFF", 1, UTF_REPLACEMENT, 1},
        {"\xC3", 1, UTF_REPLACEMENT, 1},                 /* cut */
        {"\xE2\x80", 2, UTF_REPLACEMENT, 1},
        {"\xF0\x9F\x98", 3, UTF_REPLACEMENT, 1},
        {"\xC3" "a", 2, UTF_REPLACEMENT, 1},
        {"\xE2\x80" "a", 3, UTF_REPLACEMENT, 1},
        {"\xE2" "a\x80", 3, UTF_REPLACEMENT, 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *exact = malloc(rows[i].len); /* so that the sanitizer sees a read beyond the end */
        size_t bad = 99;
        uint32_t cp;
        int taken;

        assert_non_null(exact);
        memcpy(exact, rows[i].bytes, rows[i].len);
        taken = utf_decode(exact, rows[i].len, &cp);
        assert_row(taken == rows[i].taken && cp == rows[i].cp, "row %zu: %d bytes, U+%04X", i, taken, cp);
        assert_row(utf_valid(exact, rows[i].len, &bad) == (cp != UTF_REPLACEMENT), "row %zu: valid", i);
        assert_row(cp != UTF_REPLACEMENT || bad == 0, "row %zu: bad at %zu", i, bad);
        free(exact);
    }
}

static void
test_the_replacement_character_itself_is_valid(void **state)
{
    uint32_t cp;

    (void)state;
    assert_int_equal(utf_decode("\xEF\xBF\xBD", 3, &cp), 3);
    assert_int_equal(cp, UTF_REPLACEMENT);
    assert_true(utf_valid("x\xEF\xBF\xBD", 4, NULL));
    assert_true(utf_valid("", 0, NULL));
}

static void
test_every_code_point_goes_out_and_comes_back(void **state)
{
    char out[4], text[8] = "zz";

    (void)state;
    for (uint32_t cp = 0; cp < 0x110000; cp++) {
        uint32_t back;
        int n = utf_encode(cp, out);
        uint32_t want = cp >= 0xD800 && cp < 0xE000 ? UTF_REPLACEMENT : cp;

        assert_row(utf_decode(out, (size_t)n, &back) == n && back == want, "U+%04X came back as U+%04X", cp, back);
        memcpy(text + 2, out, (size_t)n);
        assert_row(utf_decode_before(text, (size_t)n + 2, &back) == n && back == want, "U+%04X, read backwards", cp);
    }
    assert_int_equal(utf_encode(0x110000, out), 3);
    assert_memory_equal(out, "\xEF\xBF\xBD", 3);
}

static void
test_reading_backwards_takes_bad_bytes_one_by_one(void **state)
{
    static const char *const rows[] = {"\x80", "\xC3", "a\x80", "\xC3\xA9\x80", "\xE2\x80", "\xED\xA0\x80", "\x80\x80\x80\x80\x80"};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        uint32_t cp;
        assert_row(utf_decode_before(rows[i], strlen(rows[i]), &cp) == 1 && cp == UTF_REPLACEMENT, "row %zu", i);
    }
}

static void
test_first_bad_byte_is_found_behind_eight_good_ones(void **state)
{
    char text[40];
    size_t bad = 0;

    (void)state;
    for (size_t at = 0; at < 39; at++) {
        memset(text, 'x', sizeof text);
        text[at] = '\xFF';
        assert_false(utf_valid(text, 39, &bad));
        assert_int_equal(bad, at);
    }
}

static void
test_windows_1252(void **state)
{
    static const char in[] = "\x93" "caf\xE9\x94 \x96 \x80" "5 \x85\x92" "\x81\xA0\xFF";
    struct arena *arena = arena_new();
    size_t len;
    char *out = utf_from_windows_1252(arena, in, sizeof in - 1, &len);

    (void)state;
    assert_string_equal(out, "“café” – €5 …’\xEF\xBF\xBD\xC2\xA0ÿ");
    assert_int_equal(len, strlen(out));
    out = utf_from_windows_1252(arena, "", 0, &len);
    assert_int_equal(len, 0);
    arena_free(arena);
}

static void
test_repair(void **state)
{
    struct arena *arena = arena_new();
    const char *out;
    size_t len;

    (void)state;
    assert_string_equal(utf_repair(arena, "a\xFF" "é\xE2\x80z", 8, &len), "a\xEF\xBF\xBDé\xEF\xBF\xBD\xEF\xBF\xBDz");
    out = utf_repair(arena, "\xF0\x9F\x98", 3, &len);
    assert_true(utf_valid(out, len, NULL));
    arena_free(arena);
}

static void
test_classes(void **state)
{
    (void)state;
    assert_true(utf_is_space(' ') && utf_is_space('\t') && utf_is_space(0xA0) && utf_is_space(0x200B) && utf_is_space(0x3000));
    assert_false(utf_is_space('x') || utf_is_space(0x00AD));
    assert_true(utf_is_letter('z') && utf_is_letter(0xE9) && utf_is_letter(0x4E2D) && utf_is_letter(0x301));
    assert_false(utf_is_letter('1') || utf_is_letter('@') || utf_is_letter('[') || utf_is_letter('`') || utf_is_letter('{'));
    assert_true(utf_is_upper('A') && utf_is_upper(0xC9) && utf_is_upper(0x01C5));
    assert_false(utf_is_upper('a') || utf_is_upper('[') || utf_is_upper(0x4E2D));
    assert_true(utf_is_lower('a') && utf_is_lower(0xDF));
    assert_true(utf_is_digit('0') && utf_is_digit('9') && utf_is_digit(0x0660));
    assert_false(utf_is_digit('/') || utf_is_digit(':') || utf_is_digit(0xBD)); /* ½ is a number, no digit */
    assert_true(utf_is_alnum(0xBD) && utf_is_alnum('q') && utf_is_alnum('7'));
    assert_false(utf_is_alnum('-') || utf_is_alnum(0x2019));
    assert_int_equal(utf_lower('Q'), 'q');
    assert_int_equal(utf_lower('['), '[');
    assert_int_equal(utf_lower(0x0416), 0x0436);
}

/* ---- columns ------------------------------------------------------------------------ */

static void
test_what_is_hidden(void **state)
{
    static const struct {
        uint32_t first, last;
    } rows[] = {
        {0x00, 0x1F}, {0x7F, 0x9F},         /* C0, DEL, C1 */
        {0xAD, 0xAD}, {0x200B, 0x200F},     /* soft hyphen; zero-width and direction marks */
        {0x061C, 0x061C}, {0x202A, 0x202E}, {0x2066, 0x2069}, /* direction: mark, embeddings and overrides, isolates */
        {0x2028, 0x2029}, {0x2060, 0x2064}, {0xFEFF, 0xFEFF},
        {0xFE00, 0xFE0F}, {0xE0000, 0xE007F}, {0xE0100, 0xE01EF}, /* variation selectors, tags */
        {0xD800, 0xDFFF}, {0xFDD0, 0xFDEF}, {0xFFFE, 0xFFFF}, {0x1FFFE, 0x1FFFF}, {0x10FFFE, 0x10FFFF}, {0x110000, 0x110010},
    };
    static const uint32_t shown[] = {' ', '~', 0xA0, 0xA9, 0x300, 0x2010, 0x2027, 0x2030, 0x20AC, 0x4E2D, 0xFFFD, 0x1F600};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        for (uint32_t cp = rows[i].first; cp <= rows[i].last; cp++)
            assert_row(utf_is_hidden(cp) && utf_width(cp) == 0, "U+%04X is not hidden", cp);
    for (size_t i = 0; i < COUNT(shown); i++)
        assert_row(!utf_is_hidden(shown[i]), "U+%04X is hidden", shown[i]);
}

static void
test_width(void **state)
{
    static const struct {
        uint32_t first, last;
        int width;
    } rows[] = {
        {' ', '~', 1}, {0xA0, 0xAC, 1}, {0xE9, 0xE9, 1}, {0x2013, 0x2014, 1}, {0x2018, 0x201D, 1}, {0x20AC, 0x20AC, 1},
        {0x300, 0x34E, 0}, {0x20D0, 0x20F0, 0},       /* combining */
        {0x4E00, 0x9FFF, 2}, {0xAC00, 0xD7A3, 2}, {0xFF01, 0xFF60, 2}, {0x1F600, 0x1F64F, 2}, {0x3000, 0x3000, 2},
        {0xFF61, 0xFF9F, 1},                          /* half-width forms */
        /* the 91 where libunistring and the terminals disagree (U+00AD, the 91st, is hidden) */
        {0x0600, 0x0605, 1}, {0x06DD, 0x06DD, 1}, {0x070F, 0x070F, 1}, {0x0890, 0x0891, 1}, {0x08E2, 0x08E2, 1},
        {0x0CBF, 0x0CBF, 0}, {0x0CC6, 0x0CC6, 0}, {0x3248, 0x324F, 2}, {0x4DC0, 0x4DFF, 2}, {0x110BD, 0x110BD, 1},
        {0x110CD, 0x110CD, 1}, {0x11A07, 0x11A08, 0}, {0x11C3F, 0x11C3F, 0}, {0xAD, 0xAD, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        for (uint32_t cp = rows[i].first; cp <= rows[i].last; cp++)
            assert_row(utf_width(cp) == rows[i].width, "U+%04X: %d columns, not %d", cp, utf_width(cp), rows[i].width);
}

/* With the C library that the table was made for, no printable code point may differ. */
static void
test_width_is_that_of_the_c_library(void **state)
{
    (void)state;
#ifdef __GLIBC__
    if (strcmp(gnu_get_libc_version(), "2.36") == 0 && setlocale(LC_CTYPE, "C.UTF-8")) {
        for (uint32_t cp = 0; cp < 0x110000; cp++) {
            int width = wcwidth((wchar_t)cp);
            if (width >= 0 && !utf_is_hidden(cp))
                assert_row(utf_width(cp) == width, "U+%04X: %d columns, wcwidth says %d", cp, utf_width(cp), width);
        }
        return;
    }
#endif
    skip();
}

static void
test_width_of_strings(void **state)
{
    static const struct {
        const char *s;
        int width;
    } rows[] = {
        {"", 0}, {"abc", 3}, {"é", 1}, {"e\xCC\x81", 1}, {"中文", 4}, {"a\x1B[31mb", 6}, {"a\xE2\x80\x8B" "b", 2},
        {"\xFF", 1}, /* shown as U+FFFD */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row(utf_width_of(rows[i].s, strlen(rows[i].s)) == rows[i].width, "row %zu: %d", i,
                   utf_width_of(rows[i].s, strlen(rows[i].s)));
}

/* ---- graphemes and lines ---------------------------------------------------------------- */

static void
test_graphemes(void **state)
{
    static const struct {
        const char *s;
        size_t end;
    } rows[] = {
        {"ab", 1}, {"a", 1}, {"e\xCC\x81x", 3}, {"\r\nx", 2}, {"\n\n", 1}, {"中文", 3},
        {"\xF0\x9F\x87\xA8\xF0\x9F\x87\xA6x", 4}, /* a flag is shown as its two letters, as joined emoji are shown apart */
        {"e\xCC\x81\xCC\xA7", 5},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row(utf_grapheme_end(rows[i].s, strlen(rows[i].s), 0) == rows[i].end, "row %zu: %zu", i,
                   utf_grapheme_end(rows[i].s, strlen(rows[i].s), 0));
}

static void
test_line_breaks(void **state)
{
    static const struct {
        const char *s, *marks; /* '.' for none */
    } rows[] = {
        {"one two", "....b.."},
        {"a-b c", "..b.b"},
        {"$5 bn", "...b."},
        {"“a b”", ".....b..."},        /* neither behind the opening nor before the closing mark */
        {"a\nb", ".!."},
        {"1\xC2\xA0" "km", "....."},   /* a no-break space is one */
        {"x\xE2\x80\x91y", "....."},   /* and so is U+2011 */
        {"中文", "...b.."},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t len = strlen(rows[i].s);
        char marks[32] = "";

        utf_line_breaks(rows[i].s, len, marks);
        for (size_t b = 0; b < len; b++)
            marks[b] = marks[b] ? marks[b] : '.';
        assert_row(strcmp(marks, rows[i].marks) == 0, "row %zu: '%s' not '%s'", i, marks, rows[i].marks);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decoding),
        cmocka_unit_test(test_the_replacement_character_itself_is_valid),
        cmocka_unit_test(test_every_code_point_goes_out_and_comes_back),
        cmocka_unit_test(test_reading_backwards_takes_bad_bytes_one_by_one),
        cmocka_unit_test(test_first_bad_byte_is_found_behind_eight_good_ones),
        cmocka_unit_test(test_windows_1252),
        cmocka_unit_test(test_repair),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_what_is_hidden),
        cmocka_unit_test(test_width),
        cmocka_unit_test(test_width_is_that_of_the_c_library),
        cmocka_unit_test(test_width_of_strings),
        cmocka_unit_test(test_graphemes),
        cmocka_unit_test(test_line_breaks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
