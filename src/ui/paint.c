/* The canvas to the screen. */
#include "paint.h"

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "lede/utf.h"
#include "look.h"
#include "term.h"

enum { LOOKS = 8 /* sets of CELL_* flags */, PAIRS = 128 };

/* A role's style as curses has it. */
struct look {
    attr_t attrs;
    short pair;
    bool ready;
};

struct paint {
    const struct theme *theme;
    struct look_depth depth;
    bool ascii;
    struct {
        int fg, bg;
    } pairs[PAIRS];
    short npairs;
    struct look looks[ROLES][LOOKS];
    struct cell *shown;        /* the last frame */
    int width, height;
    cchar_t *row;
    int cursor;                /* shown, hidden, or -1: unknown */
    bool always;               /* the terminal cannot hide it */
};

struct paint *
paint_new(const struct theme *theme, bool ascii)
{
    struct paint *paint = mem_zero(1, sizeof *paint);
    const char *no_color = getenv("NO_COLOR");

    paint->theme = theme;
    paint->ascii = ascii;
    paint->depth.italics = termattrs() & A_ITALIC;
    paint->depth.colors = has_colors() && !(no_color && *no_color) ? COLORS : 0;
    paint->npairs = 1; /* pair 0 is the terminal's own */
    paint->cursor = -1;
    return paint;
}

void
paint_theme(struct paint *paint, const struct theme *theme)
{
    paint->theme = theme;
    memset(paint->looks, 0, sizeof paint->looks);
    paint_forget(paint);
}

void
paint_free(struct paint *paint)
{
    if (!paint)
        return;
    mem_free(paint->shown);
    mem_free(paint->row);
    mem_free(paint);
}

/* ---- looks -------------------------------------------------------------------------------- */

static short
paint_pair(struct paint *paint, int fg, int bg)
{
    short i;

    if (fg == COLOR_DEFAULT && bg == COLOR_DEFAULT)
        return 0;
    for (i = 1; i < paint->npairs; i++)
        if (paint->pairs[i].fg == fg && paint->pairs[i].bg == bg)
            return i;
    if (i == PAIRS || i >= COLOR_PAIRS || init_extended_pair(i, fg, bg) == ERR)
        return 0;
    paint->pairs[i].fg = fg;
    paint->pairs[i].bg = bg;
    return paint->npairs++;
}

/* Attributes as curses has them. */
static attr_t
paint_attrs(unsigned attrs)
{
    return (attrs & ATTR_BOLD ? A_BOLD : 0) | (attrs & ATTR_DIM ? A_DIM : 0) | (attrs & ATTR_ITALIC ? A_ITALIC : 0) |
           (attrs & ATTR_UNDERLINE ? A_UNDERLINE : 0) | (attrs & ATTR_REVERSE ? A_REVERSE : 0);
}

static const struct look *
paint_look(struct paint *paint, enum role role, unsigned flags)
{
    struct look *look = &paint->looks[role][flags % LOOKS];

    if (!look->ready) {
        struct style style = look_of(paint->theme, role, flags, paint->depth);

        look->attrs = paint_attrs(style.attrs);
        look->pair = paint_pair(paint, style.fg, style.bg);
        look->ready = true;
    }
    return look;
}

/* ---- characters ------------------------------------------------------------------------------ */

/*
 * Writes what curses is to show for a cell: at most one entry a column. Where the C library counts other columns than
 * utf_width(), curses would too, and everything behind would slip: such a character is shown as one that both agree on.
 */
static int
paint_cell(struct paint *paint, const struct cell *cell, cchar_t out[2])
{
    const struct look *look = paint_look(paint, (enum role)(cell->role < ROLES ? cell->role : ROLE_TEXT), cell->flags);
    wchar_t s[2 + CANVAS_MARKS] = {(wchar_t)cell->ch[0]};
    int n = 1;

    if (wcwidth(s[0]) != cell->width) {
        s[0] = paint->ascii ? '?' : UTF_REPLACEMENT;
        (void)setcchar(&out[0], s, look->attrs, look->pair, NULL);
        (void)setcchar(&out[1], L" ", look->attrs, look->pair, NULL);
        return cell->width;
    }
    for (int i = 1; !paint->ascii && i <= CANVAS_MARKS && cell->ch[i]; i++)
        if (wcwidth((wchar_t)cell->ch[i]) == 0)
            s[n++] = (wchar_t)cell->ch[i];
    (void)setcchar(&out[0], s, look->attrs, look->pair, NULL);
    return 1;
}

/* ---- frames ------------------------------------------------------------------------------------ */

static bool
paint_same(const struct cell *a, const struct cell *b)
{
    return a->width == b->width && a->role == b->role && a->flags == b->flags && memcmp(a->ch, b->ch, sizeof a->ch) == 0;
}

/* Hands what changed in a row to curses: one stretch, from the first changed cell to the last. */
static void
paint_row(struct paint *paint, const struct cell *cells, int y)
{
    const struct cell *now = cells + (size_t)y * (size_t)paint->width;
    struct cell *shown = paint->shown + (size_t)y * (size_t)paint->width;
    int first = 0, last = paint->width - 1, n = 0;

    if (memcmp(now, shown, (size_t)paint->width * sizeof *now) == 0) /* padding may differ, and is looked past below */
        return;
    while (first <= last && paint_same(&now[first], &shown[first]))
        first++;
    while (last >= first && paint_same(&now[last], &shown[last]))
        last--;
    if (first > last)
        return;
    while (first > 0 && now[first].width == 0)
        first--;
    for (int x = first; x <= last; x++)
        if (now[x].width > 0)
            n += paint_cell(paint, &now[x], paint->row + n);
    (void)mvadd_wchnstr(y, first, paint->row, n);
    memcpy(shown + first, now + first, (size_t)(last - first + 1) * sizeof *now);
}

static void
paint_fit(struct paint *paint, int width, int height)
{
    if (width == paint->width && height == paint->height)
        return;
    mem_free(paint->shown);
    mem_free(paint->row);
    /* A zeroed cell is like none that a canvas holds. */
    paint->shown = mem_zero((size_t)width * (size_t)height, sizeof *paint->shown);
    paint->row = mem_zero((size_t)width + 2, sizeof *paint->row);
    paint->width = width;
    paint->height = height;
}

/*
 * On the selected row the cursor would invert the first cell of its bar: it is hidden there, but stands there all the same, since
 * braille displays and screen magnifiers follow it. Where it cannot be hidden it goes to the end of the status line, as in less.
 */
static void
paint_cursor(struct paint *paint, const struct canvas *canvas)
{
    int shown = canvas->typing && canvas->cursor_x >= 0 && canvas->cursor_y >= 0;

    if (shown != paint->cursor)
        paint->always = curs_set(shown) == ERR;
    paint->cursor = shown;
    if (!shown && paint->always)
        (void)move(canvas->height - 1, canvas->width - 1);
    else if (canvas->cursor_x >= 0 && canvas->cursor_y >= 0)
        (void)move(canvas->cursor_y, canvas->cursor_x);
}

void
paint_frame(struct paint *paint, const struct canvas *canvas)
{
    paint_fit(paint, canvas->width, canvas->height);
    for (int y = 0; y < canvas->height; y++)
        paint_row(paint, canvas->cells, y);
    term_begin_frame();
    paint_cursor(paint, canvas);
    wnoutrefresh(stdscr);
    doupdate();
    term_end_frame();
}

void
paint_forget(struct paint *paint)
{
    clearok(curscr, TRUE);
    paint->cursor = -1;
}
