/* What curses wrote and what squeeze made of it, each to a terminal of its own: the same screen after every frame. */
#include "../unit/unit.h"

#include <stdint.h>
#include <vterm.h>

#include "ui/squeeze.h"

/* Columns 1 to 28 are gone to: from there ten bits do not reach the edge, behind which curses writes nothing without a move. */
enum { COLS = 80, FAR = 28, ROWS = 10, ROUNDS = 400, FRAMES = 12, BITS = 10 };

struct terminal {
    VTerm *vt;
    VTermScreen *screen;
};

static struct terminal
terminal_new(void)
{
    struct terminal terminal = {.vt = vterm_new(ROWS, COLS)};

    vterm_set_utf8(terminal.vt, 1);
    terminal.screen = vterm_obtain_screen(terminal.vt);
    vterm_screen_reset(terminal.screen, 1);
    return terminal;
}

static uint32_t
moves_next(uint32_t *seed)
{
    *seed ^= *seed << 13; /* xorshift, Marsaglia 2003 */
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

/* As curses scrolls; also with margins in which more is done before they are taken off, as it does for lines put in. */
static void
moves_add_scroll(struct text *out, uint32_t *seed)
{
    static const int margins[][2] = {{2, 9}, {2, 9}, {2, 9}, {1, 9}, {3, 6}, {2, 10}};
    const int *rows = margins[moves_next(seed) % COUNT(margins)];
    int lines = (int)(1 + moves_next(seed) % 3);

    text_printf(out, "\033[%d;%dr", rows[0], rows[1]);
    switch (moves_next(seed) % 6) {
    case 0:
        text_printf(out, "\033[%d;1H\033[%dM", rows[0], lines);
        break;
    case 1:
        text_printf(out, "\033[%d;1H\033M", rows[0]);
        break;
    case 2:
        text_printf(out, "\033[%d;1H\033[%dT", rows[0], lines);
        break;
    case 3:
        text_printf(out, "\033[%d;1H\033[%dS", rows[1], lines);
        break;
    default:
        text_printf(out, "\033[%d;1H\n", rows[1]);
    }
    text_printf(out, "\033[1;%dr\033[%u;%uH", ROWS, 1 + moves_next(seed) % ROWS, 1 + moves_next(seed) % FAR);
}

static void
moves_add(struct text *out, uint32_t *seed)
{
    static const char *const bits[] = {"word", "ä", "世界", "e\xCC\x81", " ", "\b", "\r", "\n", "\n", "\033[A", "\033[2A", "\033[B", "\033[3B",
                                       "\033[C", "\033[4D", "\033[K", "\033[1K", "\033[3X", "\033[31m", "\033[44m", "\033[m", "\033M",
                                       "\033[2L", "\033[M", "\033[H\033[2J", "\033[2P", "\033[2@", "\033(0qq\033(B"};

    switch (moves_next(seed) % 4) {
    case 0:
        text_printf(out, "\033[%u;%uH", 1 + moves_next(seed) % ROWS, 1 + moves_next(seed) % FAR);
        break;
    case 1:
        text_printf(out, "\033[%u%c", 1 + moves_next(seed) % ROWS, moves_next(seed) % 2 ? 'd' : 'G');
        break;
    case 2:
        if (moves_next(seed) % 3 == 0) {
            moves_add_scroll(out, seed);
            break;
        }
        /* fall through */
    default:
        text_puts(out, bits[moves_next(seed) % COUNT(bits)]);
    }
}

/* The terminal's own colour is one, however it came about. */
static bool
moves_same_color(const VTermColor *a, const VTermColor *b)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(a) || VTERM_COLOR_IS_DEFAULT_BG(a))
        return VTERM_COLOR_IS_DEFAULT_FG(b) || VTERM_COLOR_IS_DEFAULT_BG(b);
    return vterm_color_is_equal(a, b);
}

/* No blank, and not the second half of a wide character: of these libvterm sets nothing else. */
static bool
moves_is_drawn(const VTermScreenCell *cell)
{
    return cell->chars[0] > ' ' && cell->chars[0] != UINT32_MAX;
}

static void
moves_compare(struct terminal *plain, struct terminal *squeezed, const char *in, const char *out)
{
    VTermPos cursors[2];

    for (VTermPos pos = {0, 0}; pos.row < ROWS; pos.row++)
        for (pos.col = 0; pos.col < COLS; pos.col++) {
            VTermScreenCell a = {0}, b = {0};

            (void)vterm_screen_get_cell(plain->screen, pos, &a);
            (void)vterm_screen_get_cell(squeezed->screen, pos, &b);
            assert_row(a.chars[0] == b.chars[0] && (!moves_is_drawn(&a) || a.chars[1] == b.chars[1]) && a.width == b.width &&
                           moves_same_color(&a.bg, &b.bg) && (!moves_is_drawn(&a) || moves_same_color(&a.fg, &b.fg)),
                       "row %d, column %d: %s\nwas made %s", pos.row, pos.col, in, out);
        }
    vterm_state_get_cursorpos(vterm_obtain_state(plain->vt), &cursors[0]);
    vterm_state_get_cursorpos(vterm_obtain_state(squeezed->vt), &cursors[1]);
    assert_row(cursors[0].row == cursors[1].row && cursors[0].col == cursors[1].col, "cursor %d, %d, not %d, %d: %s\nwas made %s",
               cursors[1].row, cursors[1].col, cursors[0].row, cursors[0].col, in, out);
}

/* A failing row prints escapes as they are. */
static void
moves_show(struct text *text)
{
    for (size_t i = 0; i < text->n; i++)
        if (text->v[i] == '\033')
            text->v[i] = '~';
}

static void
moves_round(uint32_t *seed, bool scrolls)
{
    struct terminal plain = terminal_new(), squeezed = terminal_new();
    struct squeeze squeeze = {.scrolls = scrolls, .utf8 = true};
    struct text in = {0}, out = {0};

    for (int frame = 0; frame < FRAMES; frame++) {
        in.n = out.n = 0;
        text_puts(&in, frame ? "" : "\033[H\033[2J");
        for (int i = 0; i < BITS; i++)
            moves_add(&in, seed);
        /* curses knows where its cursor is when a frame ends */
        text_printf(&in, "\033[%u;%uH", 1 + moves_next(seed) % ROWS, 1 + moves_next(seed) % FAR);
        squeeze_frame(&squeeze, in.v, in.n, COLS, ROWS, &out);
        assert_false(squeeze.off);
        (void)vterm_input_write(plain.vt, in.v, in.n);
        (void)vterm_input_write(squeezed.vt, out.v, out.n);
        moves_show(&in);
        moves_show(&out);
        moves_compare(&plain, &squeezed, in.v, out.v);
    }
    vterm_free(plain.vt);
    vterm_free(squeezed.vt);
    text_free(&in);
    text_free(&out);
}

static void
test_same_screen(void **state)
{
    uint32_t seed = 20310307;

    (void)state;
    for (int round = 0; round < ROUNDS; round++)
        moves_round(&seed, round % 4 != 0);
}

static void
test_table(void **state)
{
    static const struct {
        const char *first, *in, *out; /* a frame, a second one, and what is made of that */
    } rows[] = {
        /* a line comes into view, again; a margin is crossed; the screen is made anew */
        {"\033[2;9r\033[9;1H\n\033[1;10r\033[9;3H", "\033[2;9r\033[9;1H\n\033[1;10r\033[9;3Ha", "\033[Sa"},
        {"\033[2;9r\033[2;1H\033M\033[1;10r\033[2;3H", "\033[2;9r\033[2;1H\033[2T\033[1;10r\033[2;3Ha", "\033[2Ta"},
        {"\033[2;9r\033[9;1H\n\033[1;10r\033[9;3H", "\033[10da", "\033[10da"},
        {"\033[2;9r\033[9;1H\n\033[1;10r\033[9;3H", "\033[Ba", "\0337\033[r\0338\033[Ba"},
        {"\033[2;9r\033[9;1H\n\033[1;10r\033[9;3H", "\033[H\033[2J", "\033[H\0337\033[r\0338\033[2J"},
        {"\033[2;9r\033[9;1H\n\033[1;10r\033[9;3H", "\033[2;9r\033[9;1H\033[2L\033[1;10r\033[H",
         "\0337\033[r\0338\033[2;9r\033[9;1H\033[2L\033[r\033[H"},
        /* steps from a cursor that is known */
        {"\033[5;10H", "\033[6;10Ha\033[5;10Hb", "\na\033[A\bb"},
        {"\033[5;10H", "\033[5;14Ha\033[5;1Hb\033[1;1H", "\033[4Ca\rb\033[H"},
        {"\033[5;10H", "a\033[7d\bb", "a\n\n\bb"},
        {"\033[10;10H", "\033[9;8Ha", "\033[A\b\ba"},
        /* none is known behind the last column, and where characters are not UTF-8 */
        {"\033[5;79H", "aa\033[6;79Hb", "aa\033[6;79Hb"},
        {"\033[5;10H", "\xE4\033[5;11Hb", "\xE4\033[5;11Hb"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct squeeze squeeze = {.scrolls = true, .utf8 = true};
        struct text out = {0};

        text_puts(&out, "");
        squeeze_frame(&squeeze, rows[i].first, strlen(rows[i].first), COLS, ROWS, &out);
        out.n = 0;
        squeeze_frame(&squeeze, rows[i].in, strlen(rows[i].in), COLS, ROWS, &out);
        text_puts(&out, "");
        out.v[out.n] = '\0';
        assert_row(strcmp(out.v, rows[i].out) == 0, "row %zu: %s", i, (moves_show(&out), out.v));
        text_free(&out);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_table), cmocka_unit_test(test_same_screen)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
