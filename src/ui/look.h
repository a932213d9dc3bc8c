/* What a cell looks like: the theme's word, as far as the terminal can follow it. Knows nothing of curses. */
#ifndef LEDE_UI_LOOK_H
#define LEDE_UI_LOOK_H

#include "lede/theme.h"

/* What a terminal can show. */
struct look_depth {
    int colors;    /* 0: none */
    bool italics;
};

/*
 * The style of a role with CELL_* flags over it. Colours are the terminal's: COLOR_DEFAULT or below depth->colors. Of the
 * attributes those stand that are to be switched on: what the terminal lacks is replaced, and what has to be told apart
 * (speech, figures, hits, the selection, the filter) is so without colours too.
 */
struct style look_of(const struct theme *theme, enum role role, unsigned flags, struct look_depth depth);

#endif
