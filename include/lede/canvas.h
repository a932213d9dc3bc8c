/* A grid of cells: what the panes draw on and the terminal shows. */
#ifndef LEDE_CANVAS_H
#define LEDE_CANVAS_H

#include <stdio.h>

#include "lede/base.h"
#include "lede/theme.h"

enum { CANVAS_MARKS = 4 };   /* combining marks a cell keeps; more are dropped */
enum { CELL_SELECTED = 1, CELL_SELECTED_AWAY = 2, CELL_ASIDE = 4 };

struct cell {
    uint32_t ch[1 + CANVAS_MARKS]; /* the base, then marks, 0 at the end; ch[0] is 0 in the right half of a wide character */
    uint8_t width;                 /* 1 or 2; 0 in the right half */
    uint8_t role;                  /* enum role */
    uint8_t flags;                 /* CELL_* */
};

/* Open for reading; written through the functions only, which keep wide characters whole and let nothing hidden
   (utf_is_hidden) in: this is the one gate on the way of article text to the terminal. */
struct canvas {
    int width, height;
    struct cell *cells;      /* row by row */
    int cursor_x, cursor_y;  /* where one is: what is typed next, the selected row; -1: nowhere */
    bool typing;             /* something is typed there: to be seen. Else hidden, but followed by a braille display */
    bool ascii;              /* only ASCII gets in: others become a stand-in of the same columns, or '?' */
};

struct canvas *canvas_new(int width, int height);
void canvas_free(struct canvas *canvas);
void canvas_resize(struct canvas *canvas, int width, int height); /* contents become blank */
void canvas_clear(struct canvas *canvas);                          /* blanks of ROLE_TEXT, cursor hidden */

struct rect {
    int x, y, width, height;
};

/* The columns that canvas_put() gives to a code point, or to all of s: what is dropped counts 0. */
int canvas_columns_of(uint32_t cp);
int canvas_columns(struct slice s);

/* Draws s at x, y, within columns [x, x + columns): what does not fit is cut at a whole character. Returns the columns used.
   Hidden code points are dropped, tabs and other white space are blanks. Outside the canvas nothing is drawn. */
int canvas_put(struct canvas *canvas, int x, int y, int columns, enum role role, struct slice s);
/* The same; what does not fit is cut and ends in "…" (or "~" when ascii). */
int canvas_put_cut(struct canvas *canvas, int x, int y, int columns, enum role role, struct slice s, bool ascii);
void canvas_fill(struct canvas *canvas, struct rect rect, enum role role, uint32_t ch);
/* Sets flags on all cells of rect, or with role >= 0 the role, leaving the characters. */
void canvas_flag(struct canvas *canvas, struct rect rect, unsigned flags);
void canvas_role(struct canvas *canvas, struct rect rect, enum role role);
const struct cell *canvas_cell(const struct canvas *canvas, int x, int y);
bool canvas_same_cell(const struct cell *a, const struct cell *b);

/* For tests: for each row a line ": " with its text, a line "r " with its role letters, a line "f " with its flags (S selected,
   s selected in another pane, - aside), the latter two unless blank; at the end "cursor x,y". */
void canvas_print(const struct canvas *canvas, FILE *out);

#endif
