/* The parts of src/ui that need no terminal: bytes to keys, colours to fewer colours. */
#include "unit.h"

#include "lede/keys.h"
#include "lede/theme.h"
#include "ui/color.h"
#include "ui/input.h"

/* All events that are there, as text: key names with blanks between, pasted text in <>. */
static void
events(struct input *input, struct text *out)
{
    struct input_event event;

    while (input_next(input, &event)) {
        char buf[24];

        if (out->n > 0)
            text_putc(out, ' ');
        if (event.key)
            text_puts(out, key_write(event.key, buf));
        else
            text_printf(out, "<%.*s>", (int)event.len, event.text);
    }
}

static struct input *
xterm(void)
{
    struct input *input = input_new();

    input_learn(input, "\033OA", KEY_UP_ARROW);
    input_learn(input, "\033[[A", KEY_FUNCTION_1); /* the Linux console's */
    input_learn(input, "\033\t", KEY_SHIFT_TAB);
    return input;
}

struct sequence {
    const char *bytes, *keys;
};

/* Fed whole, then a byte at a time: a slow link cuts anywhere. */
static void
check(const struct sequence *sequence)
{
    for (int slowly = 0; slowly < 2; slowly++) {
        struct input *input = xterm();
        struct text out = {0};
        size_t len = strlen(sequence->bytes);

        text_puts(&out, "");
        for (size_t i = 0; i < len; i += slowly ? 1 : len) {
            input_feed(input, sequence->bytes + i, slowly ? 1 : len);
            events(input, &out);
        }
        if (input_unfinished(input)) {
            input_expire(input);
            events(input, &out);
        }
        assert_false(input_unfinished(input));
        assert_string_equal(out.v, sequence->keys);
        text_free(&out);
        input_free(input);
    }
}

static void
test_keys(void **state)
{
    static const struct sequence sequences[] = {
        {"j", "j"}, {"jjG", "j j G"}, {"\r", "Enter"}, {"\n", "Enter"}, {"\t", "Tab"}, {"\177", "Backspace"}, {"\b", "Backspace"},
        {"\001\032", "C-a C-z"}, {"\034", "C-\\"}, {" ", "Space"}, {"\303\251", "é"}, {"\360\237\230\200", "😀"},
        {"\033[A\033OB", "Up Down"}, {"\033OA", "Up"}, {"\033[[A", "F1"}, {"\033OP\033[11~\033[15~\033[24~", "F1 F1 F5 F12"},
        {"\033[5~\033[6~\033[H\033[4~\033[3~", "PageUp PageDown Home End Delete"}, {"\033[Z\033\t", "S-Tab S-Tab"},
        {"\033[1;5C\033[1;3D\033[1;2A\033[5;5~", "C-Right M-Left Up C-PageUp"}, {"\033x", "M-x"}, {"\033\303\251", "M-é"},
        {"\033\r", "M-Enter"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(sequences); i++)
        check(&sequences[i]);
}

static void
test_escape_alone(void **state)
{
    static const struct sequence sequences[] = {
        {"\033", "Esc"}, {"j\033", "j Esc"}, {"\033\033[A", "Esc Up"}, {"\033\033", "Esc Esc"}, {"\033[", "M-["}, {"\033O", "M-O"},
    };
    struct input *input = xterm();
    struct text out = {0};

    (void)state;
    for (size_t i = 0; i < COUNT(sequences); i++)
        check(&sequences[i]);
    input_feed(input, "\033", 1); /* before its time is up it may begin something */
    events(input, &out);
    assert_true(input_unfinished(input));
    assert_null(out.v);
    input_feed(input, "[B", 2);
    events(input, &out);
    assert_string_equal(out.v, "Down");
    text_free(&out);
    input_free(input);
}

/* Answers of the terminal, broken sequences and bytes that are no text are no keys. */
static void
test_what_is_no_key(void **state)
{
    static const struct sequence sequences[] = {
        {"\033[?1;2cj", "j"}, {"\033[>0;276;0cj", "j"}, {"\033[12\033[A", "Up"}, {"\033[12", ""}, {"\377\376j", "j"}, {"\302\233j", "j"},
        {"\303j", "j"}, {"\303", ""}, {"\033[99~\033[1;99999999999Xj", "j"},
        {"\033[11111111111111111111111111111111111111111111", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(sequences); i++)
        check(&sequences[i]);
}

static void
test_paste(void **state)
{
    static const struct sequence sequences[] = {
        {"\033[200~Mora Quill\033[201~", "<Mora Quill>"},
        {"\033[200~two\r\nlines\tand q\033[201~q", "<two  lines and q> q"},
        {"\033[200~\303\251\342\200\234\033[201~", "<é“>"},
        {"\033[200~a\033[31mb\007\302\233c\377\033[201~j", "<a[31mbc> j"}, /* pasted text types no Escape */
        {"\033[200~\033[201~", "<>"},
        {"\033[200~a\033[201\033[201~", "<a[201>"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(sequences); i++)
        check(&sequences[i]);
}

/* Looked through once, and kept as far as it makes sense. */
static void
test_paste_without_end(void **state)
{
    static char bytes[4096];
    struct input *input = input_new();
    struct input_event event;

    (void)state;
    memset(bytes, '\xC3', sizeof bytes);
    input_feed(input, "\033[200~", 6);
    for (int i = 0; i < 4096; i++) {
        input_feed(input, bytes, sizeof bytes);
        assert_false(input_next(input, &event));
    }
    memset(bytes, 'a', sizeof bytes);
    for (int i = 0; i < 12288; i++) {
        input_feed(input, bytes, sizeof bytes);
        assert_false(input_next(input, &event));
    }
    input_feed(input, "\033[201~", 6);
    assert_true(input_next(input, &event));
    assert_true(event.len > 1000 && event.len < 2 << 20);
    input_free(input);
}

/* ---- colours ------------------------------------------------------------------------------ */

static void
test_colours(void **state)
{
    static const struct {
        int32_t color;
        int of256, of16, of8, of0;
    } colors[] = {
        {COLOR_DEFAULT, -1, -1, -1, -1}, {1, 1, 1, 1, -1}, {9, 9, 9, 1, -1}, {8, 8, 8, -1, -1}, {15, 15, 15, 7, -1},
        {16, 16, 0, 0, -1}, {231, 231, 15, 7, -1}, {243, 243, 8, -1, -1}, {250, 250, 7, -1, -1},
        {31, 31, 6, 6, -1}, {130, 130, 3, 3, -1}, {126, 126, 5, 5, -1}, {160, 160, 1, 1, -1}, {61, 61, 4, 4, -1},
        {COLOR_RGB | 0xFF0000, 196, 1, 1, -1}, {COLOR_RGB | 0x0087AF, 31, 6, 6, -1}, {COLOR_RGB | 0x767676, 243, 8, -1, -1},
        {230, 230, 15, 7, -1}, {66, 66, 8, -1, -1}, {COLOR_RGB | 0x000000, 16, 0, 0, -1}, {COLOR_RGB | 0xFFFFFF, 231, 15, 7, -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(colors); i++) {
        assert_int_equal(color_reduce(colors[i].color, 256), colors[i].of256);
        assert_int_equal(color_reduce(colors[i].color, 16), colors[i].of16);
        assert_int_equal(color_reduce(colors[i].color, 8), colors[i].of8);
        assert_int_equal(color_reduce(colors[i].color, 0), colors[i].of0);
    }
}

/* Where the terminal takes the channels themselves; below eight a number means an old colour. */
static void
test_direct_colours(void **state)
{
    (void)state;
    assert_int_equal(color_reduce(COLOR_RGB | 0x2AA198, 1 << 24), 0x2AA198);
    assert_int_equal(color_reduce(231, 1 << 24), 0xFFFFFF);
    assert_int_equal(color_reduce(16, 1 << 24), 0);
    assert_int_equal(color_reduce(COLOR_RGB | 5, 1 << 24), 0);
    assert_int_equal(color_reduce(4, 1 << 24), 4);
    assert_int_equal(color_reduce(12, 1 << 24), 4);
    assert_int_equal(color_reduce(8, 1 << 24), COLOR_DEFAULT);
    assert_int_equal(color_reduce(COLOR_DEFAULT, 1 << 24), COLOR_DEFAULT);
}

/* The three hues of the built-in theme stay three where there are only eight. */
static void
test_hues_stay_apart(void **state)
{
    const struct theme *theme = theme_builtin();
    int quote = color_reduce(theme->roles[ROLE_QUOTE].fg, 8), figure = color_reduce(theme->roles[ROLE_FIGURE].fg, 8);
    int filter = color_reduce(theme->roles[ROLE_STATUS_FILTER].fg, 8);

    (void)state;
    assert_int_not_equal(quote, figure);
    assert_int_not_equal(quote, filter);
    assert_int_not_equal(figure, filter);
    assert_true(quote > 0 && figure > 0 && filter > 0);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_escape_alone),
        cmocka_unit_test(test_what_is_no_key),
        cmocka_unit_test(test_paste),
        cmocka_unit_test(test_paste_without_end),
        cmocka_unit_test(test_colours),
        cmocka_unit_test(test_direct_colours),
        cmocka_unit_test(test_hues_stay_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
