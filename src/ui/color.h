/* Colours for terminals that have fewer than a theme asks for. */
#ifndef LEDE_UI_COLOR_H
#define LEDE_UI_COLOR_H

#include <stdint.h>

/* The colour to use in place of a theme's (see theme.h) where `colors` can be had; COLOR_DEFAULT where none is near: the
   middle greys have no like among 8, and nothing has one among none. */
int color_reduce(int32_t color, int colors);

#endif
