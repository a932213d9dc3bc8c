/* Fewer bytes, the same screen. */
#include "unit.h"

#include "ui/squeeze.h"

static void
test_table(void **state)
{
    static const struct {
        const char *in, *out;
    } rows[] = {
        {"", ""},
        {"plain\r\n", "plain\r\n"},
        /* xterm's sgr and sgr0, colours set apart */
        {"\033(B\033[0;1m\033[38;5;130m13\033[39m\033(B\033[m to", "\033(B\033[1;38;5;130m13 \033[mto"},
        {"\033[31ma\033[32mb\033[m", "\033[31ma\033[32mb\033[m"},
        {"\033[1;31ma\033[39mb\033[m", "\033[1;31ma\033[39mb\033[m"},
        {"\033[1;31;42ma\033[39;49mb\033[m", "\033[1;31;42ma\033[0;1mb\033[m"},
        {"\033[1ma\033[22mb", "\033[1ma\033[mb"},
        {"\033[1;4ma\033[24mb", "\033[1;4ma\033[0;1mb"},
        {"\033[38;2;1;2;3;48;5;7mx", "\033[38;2;1;2;3;48;5;7mx"},
        /* nothing is drawn in it */
        {"\033[31m\033[5;7H\033[m", "\033[5;7H"},
        {"\033[31m\033[5;7H\033[32mx", "\033[5;7H\033[32mx"},
        /* blanks and what is erased show no letters' colour, but a field, lines below, and what is reversed */
        {"\033[31ma\033[m \033[31mb\033[m", "\033[31ma b\033[m"},
        {"\033[41ma\033[m \033[41mb\033[m", "\033[41ma\033[m \033[41mb\033[m"},
        {"\033[4ma\033[m \033[4mb\033[m", "\033[4ma\033[m \033[4mb\033[m"},
        {"\033[7ma\033[m \033[7mb\033[m", "\033[7ma\033[m \033[7mb\033[m"},
        {"\033[7;31ma\033[32m b\033[m", "\033[7;31ma\033[32m b\033[m"},
        {"\033[31ma\033[m\033[K\033[31mb\033[m", "\033[31ma\033[Kb\033[m"},
        {"\033[44ma\033[m\033[K\033[31mb\033[m", "\033[44ma\033[m\033[K\033[31mb\033[m"},
        {"\033[44ma\033[m\n\033[44mb\033[m", "\033[44ma\033[m\n\033[44mb\033[m"},
        /* margins of the whole screen, and no others */
        {"\033[2;23r\033[1;24r\033[1;2r", "\033[2;23r\033[r\033[1;2r"},
        /* character sets: only a change */
        {"\033(Ba\033(Bb\033(0q\033(B\033(Bc", "\033(Bab\033(0q\033(Bc"},
        {"\017a\017\016q\017b", "\017a\016q\017b"},
        /* what is not understood is handed on, and all behind it; the look before it is right */
        {"\033[31ma\033[m\033[21mb\033[31m \033[m", "\033[31ma\033[m\033[21mb\033[31m \033[m"},
        {"\033[31m\0338a\033[mb", "\033[31m\0338a\033[mb"},
        {"\033[38;5mx\033[m\033[m", "\033[38;5mx\033[m\033[m"},
        {"\033[1m\033[38;5;1300mx\033[m", "\033[1m\033[38;5;1300mx\033[m"},
        {"\033[31m\033[38:2::1:2:3mx\033[m", "\033[31m\033[38:2::1:2:3mx\033[m"},
        {"\033[31", "\033[31"},
        {"\033", "\033"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct squeeze squeeze = {0};
        struct text out = {0};

        text_puts(&out, "");
        squeeze_frame(&squeeze, rows[i].in, strlen(rows[i].in), 80, 24, &out);
        assert_row(strcmp(out.v, rows[i].out) == 0, "row %zu: %s", i, out.v + (out.v[0] == '\033'));
        text_free(&out);
    }
}

/* What a frame leaves behind counts in the next. */
static void
test_frames(void **state)
{
    struct squeeze squeeze = {0};
    struct text out = {0};

    (void)state;
    squeeze_frame(&squeeze, "\033[31ma", 6, 80, 24, &out);
    assert_string_equal(out.v, "\033[31ma");
    out.n = 0;
    squeeze_frame(&squeeze, "b\033[m", 4, 80, 24, &out);
    assert_string_equal(out.v, "b\033[m");
    text_free(&out);
}

/* ---- a terminal of one line ------------------------------------------------------------------ */

struct seen {
    char c;
    int fg, bg;
    unsigned attrs;
};

static size_t
see_look(struct seen *pen, const char *s)
{
    size_t n = 2;

    for (int number = 0;; n++) {
        if (s[n] >= '0' && s[n] <= '9') {
            number = 10 * number + s[n] - '0';
            continue;
        }
        if (number == 0)
            *pen = (struct seen){0};
        else if (number < 10)
            pen->attrs |= 1u << number;
        else if (number / 10 == 3)
            pen->fg = number == 39 ? 0 : number;
        else
            pen->bg = number == 49 ? 0 : number;
        number = 0;
        if (s[n] == 'm')
            return n + 1;
    }
}

/* What stands there in the end; of blanks only what can be seen. */
static size_t
see(const char *s, struct seen *cells)
{
    struct seen pen = {0};
    size_t n = 0;

    while (*s) {
        if (*s == '\033') {
            s += see_look(&pen, s);
            continue;
        }
        cells[n] = pen;
        cells[n].c = *s;
        if (*s == ' ' && !(pen.attrs & 1u << 7)) {
            cells[n].fg = 0;
            cells[n].attrs &= 1u << 4;
        }
        n++, s++;
    }
    return n;
}

static void
test_random_looks(void **state)
{
    static const char *const bits[] = {"a", "b", " ", " ", "\033[m", "\033[1m", "\033[0;1m", "\033[4m", "\033[7m", "\033[31m", "\033[39m",
                                       "\033[42m", "\033[49m", "\033[39;49m", "\033[0;7;35m"};
    uint32_t seed = 20310302;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        static struct seen in_cells[64], out_cells[256];
        struct squeeze squeeze = {0};
        struct text in = {0}, out = {0};
        size_t n;

        text_puts(&in, "");
        for (int i = 0; i < 24; i++) {
            seed ^= seed << 13; /* xorshift, Marsaglia 2003 */
            seed ^= seed >> 17;
            seed ^= seed << 5;
            text_puts(&in, bits[seed % COUNT(bits)]);
        }
        squeeze_frame(&squeeze, in.v, in.n, 80, 24, &out);
        text_puts(&in, "e"); /* the look at the end counts too */
        text_puts(&out, "e");
        memset(in_cells, 0, sizeof in_cells);
        memset(out_cells, 0, sizeof out_cells);
        n = see(in.v, in_cells);
        assert_int_equal(see(out.v, out_cells), n);
        assert_memory_equal(in_cells, out_cells, n * sizeof *in_cells);
        text_free(&in);
        text_free(&out);
    }
}

/* Whatever comes: letters are kept, in their order, and nothing is read or written beyond its end. */
static void
test_random_bytes(void **state)
{
    static const char *const bits[] = {"a", " ", "\033", "[", "\033[", "(", "B", "0", ";", "38;5;", "48;2;1;2;3", "123456789", "m", "1m",
                                       "8", "\n", "\016", "\017", "r", "\033[1;24r", "K", "\303\251", "?25", "h"};
    uint32_t seed = 20310303;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        struct squeeze squeeze = {0};
        struct text in = {0}, out = {0};
        size_t letters[2] = {0, 0};

        text_puts(&in, "");
        for (int i = 0; i < 40; i++) {
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            text_puts(&in, bits[seed % COUNT(bits)]);
        }
        squeeze_frame(&squeeze, in.v, in.n, 80, 24, &out);
        for (const char *c = in.v; *c; c++)
            letters[0] += *c == 'a' || *c == '\303';
        for (const char *c = out.v; *c; c++)
            letters[1] += *c == 'a' || *c == '\303';
        assert_row(letters[0] == letters[1], "%s", in.v);
        text_free(&in);
        text_free(&out);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_frames),
        cmocka_unit_test(test_random_looks),
        cmocka_unit_test(test_random_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
