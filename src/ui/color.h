/* Colours for terminals that have fewer than a theme asks for. */
#ifndef LEDE_UI_COLOR_H
#define LEDE_UI_COLOR_H

#include <stdbool.h>
#include <stdint.h>

enum { COLOR_BLACK_OF_8 = 0, COLOR_YELLOW_OF_8 = 3, COLOR_WHITE_OF_8 = 7 };

/* The colour to use in place of a theme's (see theme.h) where `colors` can be had; COLOR_DEFAULT where none is near: the
   middle greys have no like among 8, and nothing has one among none. With 1 << 24 the terminal takes 0xRRGGBB directly. */
int color_reduce(int32_t color, int colors);
/* The same hue, darker: for letters on a light field, where yellow and cyan of the old colours can't be read. */
int color_darker(int color);
/* Are black letters read better on it than white ones? Of the terminal's own colour nobody knows. */
bool color_is_light(int32_t color);

#endif
