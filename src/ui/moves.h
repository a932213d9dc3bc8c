/* Where the terminal's cursor is, so that it gets elsewhere in fewer bytes; and margins, which stay where the next scroll wants them. */
#ifndef LEDE_UI_MOVES_H
#define LEDE_UI_MOVES_H

#include "lede/base.h"

struct moves {
    int cols, rows;
    int x, y;            /* from 1; 0: unknown */
    int top, bottom;     /* margins that were left in place though curses took them off; 0: none */
    bool foreign;        /* margins that curses set and has not taken off: nothing is known meanwhile */
};

/* Before each frame. Margins do not outlive the size they were set for. */
void moves_size(struct moves *moves, int cols, int rows, struct text *out);
/* The whole screen is that of curses again. */
void moves_release(struct moves *moves, struct text *out);
/* Writes the scroll that begins with the margins at s: set, there, by so many lines, taken off. Returns its length; 0: it is none. */
size_t moves_scroll(struct moves *moves, const char *s, size_t len, struct text *out);
/* Writes ESC [, numbers, a letter, where it moves the cursor alone; else makes ready for it, and it is to be handed on. */
bool moves_control(struct moves *moves, const char *s, size_t len, struct text *out);
/* The same for ESC and a letter (its letter), a control byte, and characters. */
void moves_escape(struct moves *moves, char letter, struct text *out);
void moves_byte(struct moves *moves, char c, struct text *out);
void moves_characters(struct moves *moves, const char *s, size_t len, bool utf8, struct text *out);

#endif
