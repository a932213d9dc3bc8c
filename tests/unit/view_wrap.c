/* Lines: breaks by Unicode rules, columns of wide and combining characters. */
#include "unit.h"
#include "view/wrap.h"

/* The lines joined by '|'. */
static const char *
wrapped(const char *s, int first, int width)
{
    static char out[512];
    struct lines lines = {0};
    struct text marks = {0};
    size_t n = 0;

    wrap_lines(&lines, &marks, slice_str(s), first, width);
    for (size_t i = 0; i < lines.n; i++) {
        assert_true(lines.v[i].columns <= (width > 1 ? width : 2));
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s", i ? "|" : "", (int)(lines.v[i].end - lines.v[i].start),
                              s + lines.v[i].start);
    }
    out[n] = '\0';
    vec_free(&lines);
    text_free(&marks);
    return out;
}

static void
test_wrap(void **state)
{
    static const struct {
        const char *what, *in;
        int first, width;
        const char *out;
    } rows[] = {
        {"nothing", "", 0, 10, ""},
        {"blanks are nothing", "   ", 0, 10, ""},
        {"fits", "one two", 0, 7, "one two"},
        {"breaks at blanks", "one two three", 0, 7, "one two|three"},
        {"blanks hang over the edge", "one two   three", 0, 7, "one two|three"},
        {"blanks at both ends go", "  one  ", 0, 7, "one"},
        {"a line end is a blank", "one\ntwo\r\nthree", 0, 12, "one\ntwo|three"},
        {"the first line is shorter", "one two three", 4, 8, "one|two|three"},
        {"a long word is cut", "abcdefghij", 0, 4, "abcd|efgh|ij"},
        {"a long word after a short one", "a bcdefghij", 0, 4, "a|bcde|fghi|j"},
        {"hyphens break", "one-two-three", 0, 8, "one-two-|three"},
        {"no-break space holds", "aa bb\xC2\xA0" "cc dd", 0, 7, "aa|bb\xC2\xA0" "cc|dd"},
        {"no-break hyphen holds", "aa bb\xE2\x80\x91" "cc", 0, 6, "aa|bb\xE2\x80\x91" "cc"},
        {"an opening quote stays with its word", "aaa “bbb", 0, 5, "aaa|“bbb"},
        {"a dash stays on its line", "aaa — bbb", 0, 6, "aaa —|bbb"},
        {"an abbreviation is whole", "the U.S. says, e.g.\nthis", 0, 6, "the|U.S.|says,|e.g.|this"},
        {"wide characters break anywhere", "橋橋橋橋", 0, 5, "橋橋|橋橋"},
        {"one column for a wide character", "橋a", 0, 1, "橋|a"},
        {"marks take no column", "e\xCC\x81" "e\xCC\x81" "e\xCC\x81", 0, 2, "e\xCC\x81" "e\xCC\x81|e\xCC\x81"},
        {"width 0 counts as 1", "ab", 0, 0, "a|b"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_row(strcmp(wrapped(rows[i].in, rows[i].first, rows[i].width), rows[i].out) == 0, "%s: '%s', not '%s'", rows[i].what,
                   wrapped(rows[i].in, rows[i].first, rows[i].width), rows[i].out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_wrap)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
