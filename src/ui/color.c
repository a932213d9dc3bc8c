/* Colours for terminals that have fewer than a theme asks for. */
#include "color.h"

#include <stdlib.h>

#include "lede/theme.h"

enum { CUBE = 16, GREYS = 232, RED = 1, GREEN = 2, BLUE = 4, BLACK = 0, WHITE = 7, BRIGHT = 8, DIRECT = 1 << 24, TINT = 48 };

static const int levels[6] = {0, 95, 135, 175, 215, 255}; /* of xterm's cube */

struct rgb {
    int r, g, b;
};

static struct rgb
color_rgb(int32_t color)
{
    if (color & COLOR_RGB)
        return (struct rgb){color >> 16 & 255, color >> 8 & 255, color & 255};
    if (color >= GREYS) {
        int level = 8 + 10 * (color - GREYS);

        return (struct rgb){level, level, level};
    }
    color -= CUBE;
    return (struct rgb){levels[color / 36], levels[color / 6 % 6], levels[color % 6]};
}

static int
color_nearest_level(int value)
{
    int best = 0;

    for (int i = 1; i < 6; i++)
        if (abs(levels[i] - value) < abs(levels[best] - value))
            best = i;
    return best;
}

static int
color_distance(struct rgb a, struct rgb b)
{
    return (a.r - b.r) * (a.r - b.r) + (a.g - b.g) * (a.g - b.g) + (a.b - b.b) * (a.b - b.b);
}

static int
color_to_256(struct rgb c)
{
    int cube = CUBE + 36 * color_nearest_level(c.r) + 6 * color_nearest_level(c.g) + color_nearest_level(c.b);
    int step = ((c.r + c.g + c.b) / 3 - 3) / 10;
    int grey = GREYS + (step < 0 ? 0 : step > 23 ? 23 : step);

    return color_distance(color_rgb(grey), c) < color_distance(color_rgb(cube), c) ? grey : cube;
}

/* By hue, for that is what a theme tells things apart with: each channel is on that is half way up, or more. */
static int
color_to_16(struct rgb c, int colors)
{
    int most = c.r > c.g ? c.r : c.g;
    int least = c.r < c.g ? c.r : c.g;

    most = most > c.b ? most : c.b;
    least = least < c.b ? least : c.b;
    if (most - least < TINT) { /* a tinted grey is no hue */
        if (most < 48)
            return BLACK;
        if (most > 208)
            return colors >= 16 ? BRIGHT + WHITE : WHITE;
        return colors < 16 ? COLOR_DEFAULT : most < 160 ? BRIGHT + BLACK : WHITE;
    }
    return (2 * c.r >= most + least ? RED : 0) | (2 * c.g >= most + least ? GREEN : 0) | (2 * c.b >= most + least ? BLUE : 0);
}

/* Terminals that take the three channels as they are; ncurses keeps the first eight numbers for the old colours. */
static int
color_to_direct(struct rgb c)
{
    int rgb = c.r << 16 | c.g << 8 | c.b;

    return rgb < 8 ? BLACK : rgb;
}

int
color_reduce(int32_t color, int colors)
{
    if (color == COLOR_DEFAULT || colors < 8)
        return COLOR_DEFAULT;
    if (color >= 0 && color < CUBE) {
        if (color < 8 || (color < colors && colors < DIRECT))
            return color;
        return color == BRIGHT + BLACK ? COLOR_DEFAULT : color - BRIGHT;
    }
    if (colors < 256)
        return color_to_16(color_rgb(color), colors);
    if (colors >= DIRECT)
        return color_to_direct(color_rgb(color));
    return color & COLOR_RGB ? color_to_256(color_rgb(color)) : color;
}

bool
color_is_light(int32_t color)
{
    struct rgb c;

    if (color < CUBE) /* as most terminals have them: white, the bright ones, yellow and cyan */
        return color >= 9 || color == 7 || color == 3 || color == 6;
    c = color_rgb(color);
    return 299 * c.r + 587 * c.g + 114 * c.b > 140000;
}

int
color_darker(int color)
{
    static const int darker[16] = {0, 1, 2, 1, 4, 5, 4, 7, 8, 1, 2, 1, 4, 5, 4, 15};

    return color >= 0 && color < CUBE ? darker[color] : color;
}
