/* What curses writes, in fewer bytes: the same screen, for lines that carry a thousand characters a second. */
#ifndef LEDE_UI_SQUEEZE_H
#define LEDE_UI_SQUEEZE_H

#include "lede/base.h"
#include "moves.h"

/* How characters look: colours as the parameters that set them ("31", "38;5;130"), "" for the terminal's own. */
struct squeeze_pen {
    char fg[20], bg[20];
    unsigned attrs;            /* 1u << parameter: 1 bold to 9 struck out */
};

/* Zeroed but for what the caller knows: the terminal is at rest, its look its own. */
struct squeeze {
    struct squeeze_pen sent;   /* what the terminal draws with */
    struct squeeze_pen wanted; /* what curses takes it to draw with */
    char charset;              /* the last ESC ( of a frame; 0: none yet */
    char shift;                /* SI or SO, the last of a frame */
    struct moves moves;
    bool scrolls;              /* the terminal knows ESC [ n S and T (ECMA-48: SU, SD); set by the caller */
    bool utf8;                 /* characters are; set by the caller */
    bool off;                  /* something came that is not understood: all is handed on as it is */
};

/*
 * Adds to *out what brings a terminal from the frame before to where `bytes`, whole sequences, would bring it. Letters and
 * other marks look the same; a blank may have other colours of letters, which nobody sees. cols and rows are the size of the screen.
 * Only ECMA-48's SGR, moves, margins and character sets are rewritten; a terminal of another family gets its bytes as they are.
 * Between two frames margins may be left in the terminal, for the next scroll: before others write, the caller takes them off.
 */
void squeeze_frame(struct squeeze *squeeze, const char *bytes, size_t len, int cols, int rows, struct text *out);

#endif
