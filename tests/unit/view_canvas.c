/* The gate: what gets into a cell, and how wide characters are kept whole. */
#include "lede/canvas.h"
#include "lede/utf.h"
#include "unit.h"

/* The row as text, with '>' for the right half of a wide character. */
static const char *
row_text(const struct canvas *canvas, int y)
{
    static char out[1024];
    size_t n = 0;

    for (int x = 0; x < canvas->width; x++) {
        const struct cell *cell = canvas_cell(canvas, x, y);

        if (cell->width == 0)
            out[n++] = '>';
        for (int i = 0; cell->width && i <= CANVAS_MARKS && cell->ch[i]; i++)
            n += (size_t)utf_encode(cell->ch[i], out + n);
    }
    out[n] = '\0';
    return out;
}

static void
test_put(void **state)
{
    static const struct {
        const char *what, *in;
        int x, columns, used;
        const char *row;
        bool ascii;
    } rows[] = {
        {"plain", "abc", 0, 8, 3, "abc     ", false},
        {"at a column", "abc", 6, 8, 3, "      ab", false},
        {"before the first column", "abc", -1, 8, 3, "bc      ", false},
        {"no more than its columns", "abcdef", 0, 4, 4, "abcd    ", false},
        {"an escape sequence is letters", "a\x1b[31mb", 0, 8, 6, "a[31mb  ", false},
        {"C0 and DEL", "a\x01\x07\x7f" "b", 0, 8, 2, "ab      ", false},
        {"C1", "a\xC2\x9B" "b", 0, 8, 2, "ab      ", false},
        {"bidi controls", "a\xE2\x80\xAE\xE2\x81\xA6" "b", 0, 8, 2, "ab      ", false},
        {"soft hyphen, zero width space, joiner", "a\xC2\xAD\xE2\x80\x8B\xE2\x80\x8D" "b", 0, 8, 2, "ab      ", false},
        {"white space is blanks", "a\tb\nc\xC2\xA0" "d", 0, 8, 7, "a b c d ", false},
        {"invalid bytes are marked", "a\xFF" "b", 0, 8, 3, "a\xEF\xBF\xBD" "b     ", false},
        {"wide", "橋b", 0, 8, 3, "橋>b     ", false},
        {"wide cut at its columns", "a橋", 0, 2, 1, "a       ", false},
        {"wide cut at the edge", "橋", 7, 8, 2, "        ", false},
        {"a combining mark joins", "e\xCC\x81x", 0, 8, 2, "e\xCC\x81x      ", false},
        {"without a base it is dropped", "\xCC\x81x", 0, 8, 1, "x       ", false},
        {"marks are capped", "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86x", 0, 8, 2,
         "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84x      ", false},
        {"ASCII: quotes, dash, ellipsis", "“a”—…", 0, 8, 5, "\"a\"-~   ", true},
        {"ASCII: letters under accents", "Éà ñ", 0, 8, 4, "Ea n    ", true},
        {"ASCII: marks go", "e\xCC\x81x", 0, 8, 2, "ex      ", true},
        {"ASCII: others keep their columns", "橋☂", 0, 8, 3, "???     ", true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct canvas *canvas = canvas_new(8, 1);
        int used;

        canvas->ascii = rows[i].ascii;
        used = canvas_put(canvas, rows[i].x, 0, rows[i].columns, ROLE_TEXT, slice_str(rows[i].in));
        assert_row(used == rows[i].used, "%s: used %d, not %d", rows[i].what, used, rows[i].used);
        assert_row(strcmp(row_text(canvas, 0), rows[i].row) == 0, "%s: '%s', not '%s'", rows[i].what, row_text(canvas, 0), rows[i].row);
        canvas_free(canvas);
    }
}

static void
test_put_cut(void **state)
{
    static const struct {
        const char *in;
        int columns;
        const char *row;
    } rows[] = {
        {"abcd", 4, "abcd  "}, {"abcde", 4, "abc…  "}, {"橋橋橋", 4, "橋>…   "}, {"abc", 1, "…     "}, {"abc", 0, "      "},
        {"äöü", 3, "äöü   "},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct canvas *canvas = canvas_new(6, 1);

        (void)canvas_put_cut(canvas, 0, 0, rows[i].columns, ROLE_TEXT, slice_str(rows[i].in), false);
        assert_string_equal(row_text(canvas, 0), rows[i].row);
        canvas_free(canvas);
    }
}

/* Writing over half of a wide character leaves a blank, not the other half. */
static void
test_halves(void **state)
{
    struct canvas *canvas = canvas_new(4, 1);

    (void)state;
    (void)canvas_put(canvas, 0, 0, 4, ROLE_TEXT, slice_str("橋橋"));
    (void)canvas_put(canvas, 1, 0, 1, ROLE_TEXT, slice_str("x"));
    assert_string_equal(row_text(canvas, 0), " x橋>");
    (void)canvas_put(canvas, 2, 0, 1, ROLE_TEXT, slice_str("y"));
    assert_string_equal(row_text(canvas, 0), " xy ");
    (void)canvas_put(canvas, 1, 0, 2, ROLE_TEXT, slice_str("橋"));
    assert_string_equal(row_text(canvas, 0), " 橋> ");
    canvas_free(canvas);
}

static void
test_areas(void **state)
{
    struct canvas *canvas = canvas_new(3, 2);

    (void)state;
    canvas_fill(canvas, (struct rect){-1, -1, 3, 9}, ROLE_RULE, '-');
    assert_string_equal(row_text(canvas, 0), "-- ");
    assert_string_equal(row_text(canvas, 1), "-- ");
    canvas_flag(canvas, (struct rect){1, 1, 9, 9}, CELL_SELECTED);
    canvas_role(canvas, (struct rect){2, 0, 1, 1}, ROLE_BAR);
    assert_int_equal(canvas_cell(canvas, 2, 1)->flags, CELL_SELECTED);
    assert_int_equal(canvas_cell(canvas, 0, 1)->flags, 0);
    assert_int_equal(canvas_cell(canvas, 2, 0)->role, ROLE_BAR);
    canvas_fill(canvas, (struct rect){0, 0, -5, 2}, ROLE_RULE, 'x');
    assert_string_equal(row_text(canvas, 0), "-- ");
    assert_false(canvas_same_cell(canvas_cell(canvas, 2, 0), canvas_cell(canvas, 2, 1)));
    assert_true(canvas_same_cell(canvas_cell(canvas, 0, 0), canvas_cell(canvas, 1, 0)));
    canvas_free(canvas);
}

static void
test_empty(void **state)
{
    struct canvas *canvas = canvas_new(0, -3);

    (void)state;
    assert_int_equal(canvas_put(canvas, 0, 0, 5, ROLE_TEXT, slice_str("abc")), 3);
    canvas_fill(canvas, (struct rect){0, 0, 5, 5}, ROLE_TEXT, 'x');
    canvas_flag(canvas, (struct rect){0, 0, 5, 5}, CELL_ASIDE);
    assert_int_equal(canvas_cell(canvas, 0, 0)->ch[0], ' ');
    canvas_free(canvas);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_put),
        cmocka_unit_test(test_put_cut),
        cmocka_unit_test(test_halves),
        cmocka_unit_test(test_areas),
        cmocka_unit_test(test_empty),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
