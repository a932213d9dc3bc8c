/* The canvas to the screen: what changed, in the looks of the theme, as far as the terminal has them. */
#ifndef LEDE_UI_PAINT_H
#define LEDE_UI_PAINT_H

#include "lede/canvas.h"

struct paint;

struct paint *paint_new(const struct theme *theme, bool ascii); /* theme must outlive it; curses is on */
void paint_free(struct paint *paint);
/* Shows the canvas: one update of the terminal. */
void paint_frame(struct paint *paint, const struct canvas *canvas);
/* The next frame is in another look. */
void paint_theme(struct paint *paint, const struct theme *theme);
/* What stands on the screen is unknown: the next frame clears it and draws all. */
void paint_forget(struct paint *paint);

#endif
